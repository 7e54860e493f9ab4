import { CommandTo } from '@engsales/event-sourcing/domain';
import type { LeadThen } from '../lead-then.js';
import type { PartyThen } from '../party-then.js';
import type { PackingItem, QuestionTopic, Signal, VisitPurpose, VisitResult } from './visit.values.js';

/** Somebody to meet: a contact of a party, or a post. */
export interface CounterpartWords {
  readonly partyId?: string;
  readonly contactId?: string;
  readonly post?: string;
}

interface ReachedWords {
  readonly who: CounterpartWords;
  readonly approach: string;
}

/** The points that are known; all of them, or the visit is not planned. */
export interface OutlineWords {
  readonly route?: readonly { readonly place: string; readonly transport: string }[];
  readonly meet?: CounterpartWords;
  readonly fallback?: ReachedWords;
  readonly target?: ReachedWords;
  readonly topics?: readonly string[];
  readonly expectedDemands?: readonly { readonly demand: string; readonly response: string }[];
  readonly possibleOutcomes?: readonly { readonly outcome: string; readonly countermeasure: string }[];
}

/** What its handler reads: the lead, and the parties that the command names. */
interface Beside {
  readonly lead?: LeadThen;
  readonly parties?: readonly PartyThen[];
}

export interface PlanWords extends Beside {
  readonly leadId: string;
  readonly plannedAt: string;
  readonly purpose: VisitPurpose;
  readonly companionIds?: readonly string[];
  readonly outline: OutlineWords;
  readonly checklist?: readonly { readonly item: PackingItem; readonly packed: boolean }[];
  readonly preparationNotes?: string;
  /** Days of the other visits of the lead, from its calendar. */
  readonly otherDays?: readonly string[];
}

export class PlanVisit extends CommandTo<'visitId', PlanWords> {
  readonly type = 'PlanVisit';
}

/** The whole plan again. */
export class ReviseVisit extends CommandTo<'visitId', PlanWords> {
  readonly type = 'ReviseVisit';
}

export interface ReportWords extends Beside {
  readonly heldOn: string;
  readonly result: VisitResult;
  readonly met: readonly { readonly partyId: string; readonly contactId: string }[];
  readonly smallTalk?: readonly string[];
  readonly customerSaid: readonly string[];
  readonly weSaid: readonly { readonly text: string; readonly aboutPartyId?: string; readonly evidenceRef?: string }[];
  readonly tone?: string;
  readonly customerView?: string;
  readonly questions?: readonly {
    readonly topic: QuestionTopic;
    readonly question: string;
    readonly answer?: string;
  }[];
  readonly signals?: readonly Signal[];
  readonly disputed?: readonly { readonly point: string; readonly writtenMaterialDueOn: string }[];
  readonly productLineIdsPresented?: readonly string[];
  readonly outcome?: string;
  readonly nextFollowUpOn?: string;
  /** Of the product lines, those that there are. */
  readonly knownLineIds?: readonly string[];
}

export class ReportVisit extends CommandTo<'visitId', ReportWords> {
  readonly type = 'ReportVisit';
}

export class CancelVisit extends CommandTo<'visitId', { readonly reason: string; readonly lead?: LeadThen }> {
  readonly type = 'CancelVisit';
}

/** What was promised in writing about a disputed point. */
export class SendWrittenMaterial extends CommandTo<
  'visitId',
  { readonly pointNo: number; readonly docRef: string; readonly on: string; readonly lead?: LeadThen }
> {
  readonly type = 'SendWrittenMaterial';
}

/** By timer, so many hours after the visit was to be. */
export class MarkVisitReportOverdue extends CommandTo<'visitId', { readonly plannedAt: string }> {
  readonly type = 'MarkVisitReportOverdue';
}

export type PlanningCommand = PlanVisit | ReviseVisit | CancelVisit;
export type ReportCommand = ReportVisit | SendWrittenMaterial | MarkVisitReportOverdue;
export type VisitCommand = PlanningCommand | ReportCommand;
