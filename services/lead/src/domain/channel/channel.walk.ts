import { Walk } from '@engsales/event-sourcing/testing';
import {
  ActivateChannel,
  AssessChannel,
  MarkChannelReviewDue,
  PlanChannel,
  ReinstateChannel,
  StartChannelReview,
  SuspendChannel,
  TerminateChannel,
  type ChannelCommand,
} from './channel.commands.js';
import type { ChannelEvent } from './channel.events.js';
import { anAgency, aReview, CHANNEL_ID } from './channel.fixtures.js';
import { channel } from './channel.js';
import type { Channel, ExistingChannel } from './channel.state.js';

/** A channel that is led through commands. */
export class ChannelWalk extends Walk<Channel, ChannelCommand, ChannelEvent, 'channelId'> {
  constructor() {
    super(channel, { channelId: CHANNEL_ID }, { id: 'wang-fang', role: 'SALES_MANAGER' });
  }

  get now(): ExistingChannel {
    if (this.state.state === 'NONE') throw new Error('there is no channel');
    return this.state;
  }
}

export const plannedWalk = (): ChannelWalk => new ChannelWalk().do(PlanChannel, anAgency);
export const activeWalk = (): ChannelWalk =>
  plannedWalk().do(ActivateChannel, { agreementRef: 'XY-1', on: '2025-03-03' });
export const underReviewWalk = (): ChannelWalk => activeWalk().do(StartChannelReview, { period: '2025-Q1' });
export const suspendedWalk = (): ChannelWalk => activeWalk().do(SuspendChannel, { reason: '跨区销售' });
export const terminatedWalk = (): ChannelWalk => activeWalk().do(TerminateChannel, { reason: '协议到期' });

/** Lives of channels that together record every type of event; their streams are frozen in `history/`. */
export const channelLives: Readonly<Record<string, () => ChannelWalk>> = {
  'whole-life': () =>
    underReviewWalk()
      .do(AssessChannel, aReview)
      .on('2026-03-10')
      .do(MarkChannelReviewDue, { dueOn: '2026-03-10' })
      .do(SuspendChannel, { reason: '跨区销售' })
      .do(ReinstateChannel, { reason: '已整改' })
      .do(TerminateChannel, { reason: '协议到期' }),
  'suspended-before-a-review': () => suspendedWalk().do(ReinstateChannel, { reason: '已整改' }),
  'suspended-by-its-review': () =>
    underReviewWalk().do(AssessChannel, { ...aReview, compliance: 'VIOLATED', decision: 'SUSPEND' }),
  direct: () =>
    new ChannelWalk()
      .do(PlanChannel, { name: '直销', type: 'DIRECT', regions: [], productLineIds: [], managerId: 'wang-fang' })
      .do(ActivateChannel, { on: '2025-03-10' }),
};
