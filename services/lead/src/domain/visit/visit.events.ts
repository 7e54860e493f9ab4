import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { Advice, PackingItem, QuestionTopic, Signal, VisitPurpose, VisitState } from './visit.values.js';

/** What every event says of the visit. */
export interface VisitRecord {
  readonly visitId: string;
  readonly leadId: string;
  readonly projectId: string;
  readonly state: VisitState;
  /** Who holds the lead. */
  readonly salespersonId?: string;
  readonly by: string;
}

export interface CounterpartRecord {
  readonly partyId?: string;
  readonly contactId?: string;
  readonly post?: string;
}

export interface OutlineRecord {
  readonly route: readonly { readonly place: string; readonly transport: string }[];
  readonly meet: CounterpartRecord;
  readonly fallback: { readonly who: CounterpartRecord; readonly approach: string };
  readonly target: { readonly who: CounterpartRecord; readonly approach: string };
  readonly topics: readonly string[];
  readonly expectedDemands: readonly { readonly demand: string; readonly response: string }[];
  readonly possibleOutcomes: readonly { readonly outcome: string; readonly countermeasure: string }[];
}

export type VisitWarning =
  | { readonly code: 'VISIT_TOO_SOON'; readonly lastOn: string }
  | { readonly code: 'VISIT_MATERIALS_MISSING'; readonly items: readonly PackingItem[] };

export interface PlanRecord extends VisitRecord {
  readonly plannedAt: string;
  readonly reportDueAt: string;
  readonly purpose: VisitPurpose;
  readonly companionIds: readonly string[];
  readonly outline: OutlineRecord;
  readonly checklist: readonly { readonly item: PackingItem; readonly packed: boolean }[];
  readonly preparationNotes?: string;
  readonly warnings: readonly VisitWarning[];
}

export type VisitPlanned = DomainEvent<'VisitPlanned', PlanRecord & { readonly recordedOn: string }>;
export type VisitRevised = DomainEvent<'VisitRevised', PlanRecord & { readonly recordedOn: string }>;
export type VisitCancelled = DomainEvent<
  'VisitCancelled',
  VisitRecord & { readonly reason: string; readonly cancelledOn: string }
>;

export interface MetRecord {
  readonly partyId: string;
  readonly contactId: string;
}
export interface StatementRecord {
  readonly text: string;
  readonly aboutPartyId?: string;
  readonly evidenceRef?: string;
}
export interface QuestionRecord {
  readonly topic: QuestionTopic;
  readonly question: string;
  readonly answer?: string;
}
export interface DisputedRecord {
  readonly pointNo: number;
  readonly point: string;
  readonly writtenMaterialDueOn: string;
}

export type VisitReported = DomainEvent<
  'VisitReported',
  VisitRecord & {
    readonly heldOn: string;
    readonly met: readonly MetRecord[];
    readonly smallTalk: readonly string[];
    readonly customerSaid: readonly string[];
    readonly weSaid: readonly StatementRecord[];
    readonly tone?: string;
    readonly customerView?: string;
    readonly questions: readonly QuestionRecord[];
    readonly signals: readonly Signal[];
    /** What is done about each signal. */
    readonly suggestions: readonly { readonly signal: Signal; readonly advice: Advice }[];
    readonly disputed: readonly DisputedRecord[];
    readonly productLineIdsPresented: readonly string[];
    readonly outcome?: string;
    readonly nextFollowUpOn?: string;
    readonly reportedOn: string;
  }
>;
/** Nobody was there (人不在). */
export type VisitMissed = DomainEvent<
  'VisitMissed',
  VisitRecord & {
    readonly heldOn: string;
    readonly outcome?: string;
    readonly nextFollowUpOn?: string;
    readonly reportedOn: string;
  }
>;
export type WrittenMaterialSent = DomainEvent<
  'WrittenMaterialSent',
  VisitRecord & {
    readonly pointNo: number;
    readonly point: string;
    readonly writtenMaterialDueOn: string;
    readonly docRef: string;
    readonly sentOn: string;
  }
>;
export type VisitReportOverdue = DomainEvent<
  'VisitReportOverdue',
  VisitRecord & { readonly plannedAt: string; readonly reportDueAt: string; readonly overdueOn: string }
>;

export type PlanningEvent = VisitPlanned | VisitRevised | VisitCancelled;
export type ReportEvent = VisitReported | VisitMissed | WrittenMaterialSent | VisitReportOverdue;
export type VisitEvent = PlanningEvent | ReportEvent;
