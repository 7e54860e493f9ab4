import { aggregate, refuseFuture, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { dueDate } from '@engsales/values';
import { companySettings } from '../company-settings.js';
import { demandActiveParty } from '../party-then.js';
import { refuseUnknownLines } from '../product-lines-then.js';
import { channelRecord } from './channel-record.js';
import {
  ActivateChannel,
  PlanChannel,
  ReinstateChannel,
  SuspendChannel,
  TerminateChannel,
  type ChannelCommand,
  type ReviewCommand,
} from './channel.commands.js';
import type { ChannelEvent, ChannelPlanned, ReviewEvent } from './channel.events.js';
import type { Channel, ExistingChannel, NoChannel } from './channel.state.js';
import { reviewFold, reviewRules } from './reviews.js';

const rules = {
  PlanChannel: { command: PlanChannel, in: ['NONE'], decide: planChannel },
  ActivateChannel: { command: ActivateChannel, in: ['PLANNED'], decide: activateChannel },
  SuspendChannel: { command: SuspendChannel, in: ['ACTIVE'], decide: suspendChannel },
  ReinstateChannel: { command: ReinstateChannel, in: ['SUSPENDED'], decide: reinstateChannel },
  TerminateChannel: {
    command: TerminateChannel,
    in: ['PLANNED', 'ACTIVE', 'UNDER_REVIEW', 'SUSPENDED'],
    decide: terminateChannel,
  },
  ...reviewRules,
} satisfies RulesOf<PlanChannel, NoChannel, ChannelEvent> &
  RulesOf<Exclude<ChannelCommand, PlanChannel | ReviewCommand>, ExistingChannel, ChannelEvent>;

const fold = {
  ChannelPlanned: (_none, data) => ({
    state: data.state,
    channelId: data.channelId,
    name: data.name,
    type: data.type,
    partyId: data.partyId,
    regions: data.regions,
    productLineIds: data.productLineIds,
    managerId: data.managerId,
    assessments: [],
  }),
  ChannelActivated: (channel, { state, agreementRef, activatedOn, reviewDueOn }) => ({
    ...channel,
    state,
    agreementRef,
    activatedOn,
    reviewDueOn,
  }),
  ChannelSuspended: (channel, { state, reason }) => ({ ...channel, state, reason }),
  ChannelReinstated: (channel, { state }) => ({ ...channel, state, reason: undefined }),
  ChannelTerminated: (channel, { state, reason }) => ({ ...channel, state, reason }),
  ...reviewFold,
} satisfies FoldOf<ChannelPlanned, NoChannel, ExistingChannel> &
  FoldOf<Exclude<ChannelEvent, ChannelPlanned | ReviewEvent>, ExistingChannel>;

/** A channel (渠道) by which the company sells: itself, through an agent, or with a partner. */
export const channel = aggregate<Channel, ChannelCommand, ChannelEvent>({
  category: 'channel',
  id: 'channelId',
  initialState: { state: 'NONE' },
  rules,
  fold,
});

/** @throws Rejected CHANNEL_PARTY_REQUIRED, NOT_FOUND, PARTY_INACTIVE */
function planChannel({ data, issued }: PlanChannel): ChannelEvent[] {
  const { channelId, name, type, partyId, regions, productLineIds, managerId } = data;
  if (type !== 'DIRECT' && partyId === undefined) {
    throw new Rejected('CHANNEL_PARTY_REQUIRED', `a channel of type ${type} names no party`, { type });
  }
  if (partyId !== undefined) demandActiveParty(partyId, data.parties ?? []);
  refuseUnknownLines(productLineIds, data.knownLineIds);
  const words = { channelId, state: 'PLANNED', name, type, partyId, managerId, by: issued.by.id } as const;
  return [{ type: 'ChannelPlanned', data: { ...words, regions, productLineIds, plannedOn: issued.today } }];
}

/** @throws Rejected DATE_IN_FUTURE, CHANNEL_AGREEMENT_REQUIRED */
function activateChannel({ data, issued }: ActivateChannel, channel: ExistingChannel): ChannelEvent[] {
  const { agreementRef, on } = data;
  refuseFuture('on', on, issued.today);
  if (channel.type !== 'DIRECT' && agreementRef === undefined) {
    const words = `a channel of type ${channel.type} has no agreement`;
    throw new Rejected('CHANNEL_AGREEMENT_REQUIRED', words, { type: channel.type });
  }
  const reviewDueOn = dueDate(on, companySettings(issued).channelReviewMonths, 0);
  const record = channelRecord(channel, 'ACTIVE', issued);
  return [{ type: 'ChannelActivated', data: { ...record, agreementRef, activatedOn: on, reviewDueOn } }];
}

function suspendChannel({ data, issued }: SuspendChannel, channel: ExistingChannel): ChannelEvent[] {
  const { reason } = data;
  const compliance = channel.assessments.at(-1)?.compliance;
  const record = channelRecord(channel, 'SUSPENDED', issued);
  return [{ type: 'ChannelSuspended', data: { ...record, compliance, reason, suspendedOn: issued.today } }];
}

/** The next review stays where it was: whoever was suspended is not looked at later for it. */
function reinstateChannel({ data, issued }: ReinstateChannel, channel: ExistingChannel): ChannelEvent[] {
  const { reason } = data;
  const { reviewDueOn } = channel;
  const record = channelRecord(channel, 'ACTIVE', issued);
  return [{ type: 'ChannelReinstated', data: { ...record, reason, reinstatedOn: issued.today, reviewDueOn } }];
}

function terminateChannel({ data, issued }: TerminateChannel, channel: ExistingChannel): ChannelEvent[] {
  const { reason } = data;
  const record = channelRecord(channel, 'TERMINATED', issued);
  return [{ type: 'ChannelTerminated', data: { ...record, reason, terminatedOn: issued.today } }];
}
