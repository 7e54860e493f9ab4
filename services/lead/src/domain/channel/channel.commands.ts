import { CommandTo } from '@engsales/event-sourcing/domain';
import type { PartyThen } from '../party-then.js';
import type { ChannelDecision, ChannelType, Compliance } from './channel.values.js';

export class PlanChannel extends CommandTo<
  'channelId',
  {
    readonly name: string;
    readonly type: ChannelType;
    readonly partyId?: string;
    readonly regions: readonly string[];
    readonly productLineIds: readonly string[];
    readonly managerId: string;
    /** Its handler reads the party; without it no party is taken for one. */
    readonly parties?: readonly PartyThen[];
    /** Of the product lines, those that there are; its handler reads them. */
    readonly knownLineIds?: readonly string[];
  }
> {
  readonly type = 'PlanChannel';
}

export class ActivateChannel extends CommandTo<'channelId', { readonly agreementRef?: string; readonly on: string }> {
  readonly type = 'ActivateChannel';
}

export class StartChannelReview extends CommandTo<'channelId', { readonly period: string }> {
  readonly type = 'StartChannelReview';
}

export class AssessChannel extends CommandTo<
  'channelId',
  {
    readonly scores: { readonly sales: number; readonly loyalty: number; readonly service: number };
    readonly compliance: Compliance;
    readonly findings: string;
    readonly decision: ChannelDecision;
  }
> {
  readonly type = 'AssessChannel';
}

export class SuspendChannel extends CommandTo<'channelId', { readonly reason: string }> {
  readonly type = 'SuspendChannel';
}

export class ReinstateChannel extends CommandTo<'channelId', { readonly reason: string }> {
  readonly type = 'ReinstateChannel';
}

export class TerminateChannel extends CommandTo<'channelId', { readonly reason: string }> {
  readonly type = 'TerminateChannel';
}

/** By timer, on the day of the next review. */
export class MarkChannelReviewDue extends CommandTo<'channelId', { readonly dueOn: string }> {
  readonly type = 'MarkChannelReviewDue';
}

export type ReviewCommand = StartChannelReview | AssessChannel | MarkChannelReviewDue;
export type ChannelCommand =
  PlanChannel | ActivateChannel | SuspendChannel | ReinstateChannel | TerminateChannel | ReviewCommand;
