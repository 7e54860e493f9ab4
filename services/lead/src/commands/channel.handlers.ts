import { handlerReading } from '@engsales/event-sourcing';
import { channel } from '../domain/channel/channel.js';
import { PlanChannel } from '../domain/channel/channel.commands.js';
import { readParties } from './read-parties.js';
import { readKnownLines } from './read-product-lines.js';

/** Reads the party and the product lines that the channel is planned for. */
export const PlanChannelHandler = handlerReading(channel, PlanChannel, async ({ partyId, productLineIds }, store) => ({
  parties: await readParties(store, [partyId]),
  knownLineIds: await readKnownLines(store, productLineIds),
}));
