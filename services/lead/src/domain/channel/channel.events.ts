import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { ChannelDecision, ChannelState, ChannelType, Compliance } from './channel.values.js';

/** What every event says of the channel. */
export interface ChannelRecord {
  readonly channelId: string;
  readonly state: ChannelState;
  readonly name: string;
  readonly type: ChannelType;
  readonly partyId?: string;
  readonly managerId: string;
  readonly by: string;
}

export type ChannelPlanned = DomainEvent<
  'ChannelPlanned',
  ChannelRecord & {
    readonly regions: readonly string[];
    readonly productLineIds: readonly string[];
    readonly plannedOn: string;
  }
>;
export type ChannelActivated = DomainEvent<
  'ChannelActivated',
  ChannelRecord & { readonly agreementRef?: string; readonly activatedOn: string; readonly reviewDueOn: string }
>;
export type ChannelReviewStarted = DomainEvent<
  'ChannelReviewStarted',
  ChannelRecord & { readonly period: string; readonly startedOn: string }
>;
export type ChannelAssessed = DomainEvent<
  'ChannelAssessed',
  ChannelRecord & {
    readonly period: string;
    readonly scores: { readonly sales: number; readonly loyalty: number; readonly service: number };
    readonly compliance: Compliance;
    readonly findings: string;
    readonly decision: ChannelDecision;
    readonly assessedOn: string;
    readonly reviewDueOn: string;
  }
>;
export type ChannelSuspended = DomainEvent<
  'ChannelSuspended',
  ChannelRecord & {
    /** As its last assessment found it; none before the first. */
    readonly compliance?: Compliance;
    readonly reason: string;
    readonly suspendedOn: string;
  }
>;
export type ChannelReinstated = DomainEvent<
  'ChannelReinstated',
  ChannelRecord & { readonly reason: string; readonly reinstatedOn: string; readonly reviewDueOn?: string }
>;
export type ChannelTerminated = DomainEvent<
  'ChannelTerminated',
  ChannelRecord & { readonly reason: string; readonly terminatedOn: string }
>;
export type ChannelReviewDue = DomainEvent<'ChannelReviewDue', ChannelRecord & { readonly dueOn: string }>;

export type ReviewEvent = ChannelReviewStarted | ChannelAssessed | ChannelReviewDue;
export type ChannelEvent =
  ChannelPlanned | ChannelActivated | ChannelSuspended | ChannelReinstated | ChannelTerminated | ReviewEvent;
