import type { FollowUpMedium, OverdueLevel, QuestionAsked, SubjectType } from './follow-up-log.values.js';

export interface NoLog {
  readonly state: 'NONE';
}

export interface FollowUpEntry {
  readonly entryNo: number;
  readonly medium: FollowUpMedium;
  readonly on: string;
  readonly partyId?: string;
  readonly contactId?: string;
  readonly summary: string;
  readonly questions: readonly QuestionAsked[];
  readonly productLineIdsPresented: readonly string[];
  readonly nextFollowUpOn?: string;
  readonly by: string;
  readonly annulledBecause?: string;
}

/** Something that shows that the subject is followed up. */
export interface Activity {
  /** `entry:<no>`, `clock`, or what it was: an activity counts once. */
  readonly ref: string;
  readonly on: string;
  readonly nextFollowUpOn?: string;
}

export interface ExistingLog {
  readonly state: 'IDLE' | 'RUNNING';
  readonly logId: string;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly projectId?: string;
  readonly salespersonId?: string;
  readonly level: OverdueLevel;
  readonly strikesOn?: string;
  readonly recycleOn?: string;
  readonly entries: readonly FollowUpEntry[];
  readonly activities: readonly Activity[];
}

/** 跟进: what was said to whom, and how long nobody has said anything. */
export type FollowUpLog = NoLog | ExistingLog;
