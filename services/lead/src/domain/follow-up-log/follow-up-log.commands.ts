import { CommandTo } from '@engsales/event-sourcing/domain';
import type { PartyThen } from '../party-then.js';
import type { ActivityKind, FollowUpMedium, QuestionAsked, Subject } from './follow-up-log.values.js';

/** The subject of a log as its handler has read it. */
export interface SubjectThen {
  /** Of a lead its state; of a channel or a party that it is there. */
  readonly state: string;
  readonly projectId?: string;
  readonly salespersonId?: string;
}

/** Somebody spoke with somebody (跟进记录). */
export class RecordFollowUp extends CommandTo<
  'logId',
  {
    readonly subject: Subject;
    readonly medium: FollowUpMedium;
    readonly on: string;
    readonly partyId?: string;
    readonly contactId?: string;
    readonly summary: string;
    readonly questions?: readonly QuestionAsked[];
    readonly productLineIdsPresented?: readonly string[];
    readonly nextFollowUpOn?: string;
    /** Its handler reads them; without a subject nothing is recorded. */
    readonly subjectThen?: SubjectThen;
    readonly parties?: readonly PartyThen[];
  }
> {
  readonly type = 'RecordFollowUp';
}

/** An entry was a mistake (作废). */
export class AnnulFollowUp extends CommandTo<
  'logId',
  { readonly entryNo: number; readonly reason: string; readonly subjectThen?: SubjectThen }
> {
  readonly type = 'AnnulFollowUp';
}

/** By reaction: the lead has an owner who works on it. */
export class StartClock extends CommandTo<
  'logId',
  { readonly subject: Subject; readonly projectId: string; readonly salespersonId: string; readonly on: string }
> {
  readonly type = 'StartClock';
}

/** By reaction: nobody has to follow it up any more. */
export class StopClock extends CommandTo<'logId', { readonly on: string }> {
  readonly type = 'StopClock';
}

/** By reaction: something else happened that counts as following up. */
export class NoteActivity extends CommandTo<
  'logId',
  {
    readonly kind: ActivityKind;
    readonly ref: string;
    readonly on: string;
    readonly nextFollowUpOn?: string;
  }
> {
  readonly type = 'NoteActivity';
}

/** By timer: nobody has followed up in time (逾期). */
export class MarkFollowUpOverdue extends CommandTo<'logId', { readonly level: 1 | 2 | 3; readonly strikesOn: string }> {
  readonly type = 'MarkFollowUpOverdue';
}

export type FollowUpLogCommand =
  RecordFollowUp | AnnulFollowUp | StartClock | StopClock | NoteActivity | MarkFollowUpOverdue;
