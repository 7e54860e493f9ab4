import type { ChannelDecision, ChannelState, ChannelType, Compliance } from './channel.values.js';

/** What a review of a channel found. */
export interface ChannelAssessment {
  readonly period: string;
  readonly scores: { readonly sales: number; readonly loyalty: number; readonly service: number };
  readonly compliance: Compliance;
  readonly findings: string;
  readonly decision: ChannelDecision;
  readonly assessedOn: string;
  readonly by: string;
}

export interface NoChannel {
  readonly state: 'NONE';
}

export interface ExistingChannel {
  readonly state: ChannelState;
  readonly channelId: string;
  readonly name: string;
  readonly type: ChannelType;
  readonly partyId?: string;
  readonly regions: readonly string[];
  readonly productLineIds: readonly string[];
  /** Staff id of who looks after it. */
  readonly managerId: string;
  readonly agreementRef?: string;
  readonly activatedOn?: string;
  /** The period that is under review. */
  readonly period?: string;
  /** When it must be looked at again. */
  readonly reviewDueOn?: string;
  /** Of this review somebody was told. */
  readonly reviewToldFor?: string;
  readonly assessments: readonly ChannelAssessment[];
  /** Why it is suspended or has ended. */
  readonly reason?: string;
}

export type Channel = NoChannel | ExistingChannel;
