import { fold, type EventStore } from '@engsales/event-sourcing';
import { channel } from '../domain/channel/channel.js';
import { salesMemberId } from '../domain/ids.js';
import type { KnownMember, Siblings } from '../domain/lead/lead-siblings.js';
import { productLine } from '../domain/product-line/product-line.js';
import { salesMember } from '../domain/sales-member/sales-member.js';
import { readParties } from './read-parties.js';

/** What a command on a lead names of other aggregates. */
export interface Named {
  readonly partyIds?: readonly (string | undefined)[];
  readonly channelId?: string | undefined;
  readonly productLineIds?: readonly string[];
  /** The salesperson that it is about. */
  readonly staffId?: string | undefined;
}

/** What is named and there is; the decision refuses the rest. */
export async function readSiblings(store: EventStore, named: Named): Promise<Siblings> {
  const { partyIds = [], channelId, productLineIds = [], staffId } = named;
  return {
    parties: await readParties(store, partyIds),
    channels: await readChannel(store, channelId),
    productLines: (await Promise.all([...new Set(productLineIds)].map((id) => readLine(store, id)))).flat(),
    member: await readMember(store, staffId),
  };
}

async function readChannel(store: EventStore, channelId: string | undefined): Promise<Siblings['channels']> {
  if (channelId === undefined) return [];
  const found = fold(channel, await store.readStream(`${channel.category}-${channelId}`));
  return found.state === 'NONE' ? [] : [{ channelId, state: found.state }];
}

async function readLine(store: EventStore, productLineId: string): Promise<Siblings['productLines']> {
  const found = fold(productLine, await store.readStream(`${productLine.category}-${productLineId}`));
  return found.state === 'NONE' ? [] : [{ productLineId, requiredQualifications: found.requiredQualifications }];
}

async function readMember(store: EventStore, staffId: string | undefined): Promise<KnownMember | undefined> {
  if (staffId === undefined) return undefined;
  const found = fold(salesMember, await store.readStream(`${salesMember.category}-${salesMemberId(staffId)}`));
  if (found.state === 'NONE') return undefined;
  const qualifications = found.qualifications.map(({ kind, validUntil }) => ({ kind, validUntil }));
  return { isActive: found.state === 'ACTIVE', teamId: found.teamId, qualifications };
}
