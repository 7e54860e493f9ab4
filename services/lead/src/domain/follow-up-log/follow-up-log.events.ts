import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { ActivityKind, FollowUpMedium, OverdueLevel, QuestionTopic, SubjectType } from './follow-up-log.values.js';

/** What every event of a log says: what it is about, and how the clock stands after it. */
export interface LogStanding {
  readonly logId: string;
  readonly state: 'IDLE' | 'RUNNING';
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly projectId?: string;
  readonly salespersonId?: string;
  readonly level: OverdueLevel;
  /** Day on which the next level strikes; none while the clock stands still, and after the last. */
  readonly strikesOn?: string;
  /** The last activity; none in a log that nothing was recorded in. */
  readonly lastOn?: string;
  readonly nextFollowUpOn?: string;
  /** Day on which the lead goes back to the pool; none while the clock stands still, or where the company never takes it. */
  readonly recycleOn?: string;
}

export interface QuestionRecord {
  readonly topic: QuestionTopic;
  readonly question: string;
  readonly answer?: string;
}

export type FollowUpRecorded = DomainEvent<
  'FollowUpRecorded',
  LogStanding & {
    readonly entryNo: number;
    readonly medium: FollowUpMedium;
    readonly on: string;
    readonly partyId?: string;
    readonly contactId?: string;
    readonly summary: string;
    readonly questions: readonly QuestionRecord[];
    readonly productLineIdsPresented: readonly string[];
    /** As this entry says. */
    readonly plannedNextOn?: string;
    readonly by: string;
    readonly recordedOn: string;
  }
>;

export type FollowUpAnnulled = DomainEvent<
  'FollowUpAnnulled',
  LogStanding & { readonly entryNo: number; readonly reason: string; readonly by: string; readonly recordedOn: string }
>;

export type FollowUpClockStarted = DomainEvent<'FollowUpClockStarted', LogStanding & { readonly on: string }>;
export type FollowUpClockStopped = DomainEvent<'FollowUpClockStopped', LogStanding & { readonly on: string }>;

export type ActivityNoted = DomainEvent<
  'ActivityNoted',
  LogStanding & {
    readonly kind: ActivityKind;
    readonly ref: string;
    readonly on: string;
    readonly plannedNextOn?: string;
  }
>;

export type LeadFollowUpOverdue = DomainEvent<'LeadFollowUpOverdue', LogStanding & { readonly overdueOn: string }>;

export type FollowUpLogEvent =
  | FollowUpRecorded
  | FollowUpAnnulled
  | FollowUpClockStarted
  | FollowUpClockStopped
  | ActivityNoted
  | LeadFollowUpOverdue;
