import type { Issued } from '@engsales/event-sourcing/domain';
import type { ChannelRecord } from './channel.events.js';
import type { ExistingChannel } from './channel.state.js';
import type { ChannelState } from './channel.values.js';

/** What every event says of the channel, which is in `state` after it. */
export const channelRecord = (
  { channelId, name, type, partyId, managerId }: ExistingChannel,
  state: ChannelState,
  issued: Issued,
): ChannelRecord => ({ channelId, state, name, type, partyId, managerId, by: issued.by.id });
