import type { PackingItem, QuestionTopic, Signal, VisitPurpose, VisitState } from './visit.values.js';

/** Somebody to meet: a contact of a party, or a post where no name is known yet. */
export interface Counterpart {
  readonly partyId?: string;
  readonly contactId?: string;
  readonly post?: string;
}

/** What is thought through before a visit (访客提纲): whole, or the visit is not planned. */
export interface VisitOutline {
  readonly route: readonly { readonly place: string; readonly transport: string }[];
  readonly meet: Counterpart;
  /** Who is seen when that one is not there. */
  readonly fallback: { readonly who: Counterpart; readonly approach: string };
  /** Who decides, and how that one is reached. */
  readonly target: { readonly who: Counterpart; readonly approach: string };
  readonly topics: readonly string[];
  readonly expectedDemands: readonly { readonly demand: string; readonly response: string }[];
  readonly possibleOutcomes: readonly { readonly outcome: string; readonly countermeasure: string }[];
}

export interface PackedItem {
  readonly item: PackingItem;
  readonly packed: boolean;
}

/** Something that the customer doubted, and what was promised in writing about it. */
export interface DisputedPoint {
  readonly pointNo: number;
  readonly point: string;
  readonly writtenMaterialDueOn: string;
  readonly material?: { readonly docRef: string; readonly sentOn: string };
}

export interface VisitReport {
  readonly heldOn: string;
  readonly met: readonly { readonly partyId: string; readonly contactId: string }[];
  readonly smallTalk: readonly string[];
  readonly customerSaid: readonly string[];
  readonly weSaid: readonly { readonly text: string; readonly aboutPartyId?: string; readonly evidenceRef?: string }[];
  readonly tone?: string;
  readonly customerView?: string;
  readonly questions: readonly {
    readonly topic: QuestionTopic;
    readonly question: string;
    readonly answer?: string;
  }[];
  readonly signals: readonly Signal[];
  readonly disputed: readonly DisputedPoint[];
  readonly productLineIdsPresented: readonly string[];
  readonly outcome?: string;
  readonly nextFollowUpOn?: string;
  readonly by: string;
}

export interface NoVisit {
  readonly state: 'NONE';
}

export interface ExistingVisit {
  readonly state: VisitState;
  readonly visitId: string;
  readonly leadId: string;
  readonly projectId: string;
  /** Who held the lead when the visit was planned last. */
  readonly salespersonId?: string;
  readonly plannedAt: string;
  /** When somebody is reminded of the report. */
  readonly reportDueAt: string;
  readonly reportOverdue: boolean;
  readonly purpose: VisitPurpose;
  readonly companionIds: readonly string[];
  readonly outline: VisitOutline;
  readonly checklist: readonly PackedItem[];
  readonly preparationNotes?: string;
  /** Once it was held, or nobody was there. */
  readonly report?: VisitReport;
  readonly cancelReason?: string;
}

export type Visit = NoVisit | ExistingVisit;
