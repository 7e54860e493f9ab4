import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { DeviationKind, Fulfilment, OperationMode, SourceType } from '../contract.values.js';
import type { MilestoneRecord } from '../milestones/milestones.events.js';

export interface LineRecord {
  readonly lineId: string;
  readonly itemCode: string;
  readonly name: string;
  readonly spec?: string;
  readonly qty: string;
  readonly uom: string;
  readonly unitPrice: string;
  readonly discountFen?: number;
  readonly amountFen: number;
  readonly taxFen: number;
  readonly taxRateBps: number;
  readonly fulfilment: Fulfilment;
  readonly requestedDate?: string;
  readonly committedDate: string;
  readonly deliverTo?: string;
  readonly packageKey: string;
  readonly trackingKey: string;
}

export interface DrawingRecord {
  readonly drawingNo: string;
  readonly rev: string;
  readonly docRef?: string;
}

export interface AwardedLineRecord {
  readonly lineId: string;
  readonly itemCode: string;
  readonly qty: string;
  readonly unitPrice: string;
  readonly committedDate: string;
}

/** Something of the award that the contract says otherwise. */
export interface DeviationRecord {
  readonly what: DeviationKind;
  readonly lineId?: string;
  readonly awarded?: string;
  readonly contract?: string;
}

/** What a contract comes from. */
export interface SourceRecord {
  readonly type: SourceType;
  readonly id: string;
}

/** The whole document, with every amount worked out. */
export interface DocumentRecord {
  readonly projectName: string;
  readonly source?: SourceRecord;
  readonly customer?: { readonly partyId?: string; readonly name: string };
  readonly salespersonId?: string;
  readonly merchandiserId?: string;
  readonly operationMode: OperationMode;
  readonly riskAssessmentId?: string;
  readonly writtenConsentRef?: string;
  readonly agreementId?: string;
  readonly lines: readonly LineRecord[];
  readonly milestones: readonly MilestoneRecord[];
  readonly totalFen: number;
  readonly taxFen: number;
  readonly warrantyTerms?: { readonly defectsLiabilityMonths?: number; readonly text?: string };
  readonly penaltyTerms?: { readonly lateDeliveryBpsPerDay: number; readonly capBps: number };
  readonly rightsAndObligations?: string;
  readonly drawings: readonly DrawingRecord[];
  readonly awardedFen?: number;
  readonly awardedLines?: readonly AwardedLineRecord[];
  readonly awardExceptionRef?: string;
  readonly signingDueOn?: string;
}

/** What was noticed of a document; nothing was refused for it. */
export type WarningRecord =
  | { readonly code: 'RETENTION_OVER_3_PERCENT'; readonly retentionFen: number; readonly limitFen: number }
  | { readonly code: 'COMMITTED_DATE_BEFORE_SIGNING'; readonly lineIds: readonly string[]; readonly signedOn: string }
  | { readonly code: 'PAYMENT_SCHEDULE_SCALED'; readonly beforeFen: number; readonly totalFen: number }
  | { readonly code: 'PAYMENT_SCHEDULE_LEFT_OUT'; readonly milestoneIds: readonly string[] };

export type ContractDrafted = DomainEvent<
  'ContractDrafted',
  {
    readonly contractId: string;
    readonly projectId: string;
    readonly state: 'DRAFT';
    readonly draftNo: number;
    readonly document: DocumentRecord;
    readonly draftedBy: string;
    readonly draftedOn: string;
    readonly warnings?: readonly WarningRecord[];
  }
>;

export type ContractRevised = DomainEvent<
  'ContractRevised',
  {
    readonly contractId: string;
    readonly state: 'DRAFT' | 'NEGOTIATING';
    readonly draftNo: number;
    readonly document: DocumentRecord;
    readonly revisedBy: string;
    readonly revisedOn: string;
    readonly warnings?: readonly WarningRecord[];
  }
>;

export type NegotiationRoundRecorded = DomainEvent<
  'NegotiationRoundRecorded',
  {
    readonly contractId: string;
    readonly state: 'NEGOTIATING';
    readonly round: number;
    readonly topic: string;
    readonly ours: string;
    readonly theirs: string;
    readonly agreed?: string;
    readonly recordedBy: string;
    readonly recordedOn: string;
  }
>;

export type ContractSubmittedForApproval = DomainEvent<
  'ContractSubmittedForApproval',
  {
    readonly contractId: string;
    readonly state: 'PENDING_APPROVAL';
    readonly draftNo: number;
    readonly submittedBy: string;
    readonly submittedOn: string;
  }
>;

export type ContractApproved = DomainEvent<
  'ContractApproved',
  {
    readonly contractId: string;
    readonly state: 'APPROVED';
    readonly draftNo: number;
    /** What of the award the contract says otherwise, and the approval takes on. */
    readonly deviations?: readonly DeviationRecord[];
    readonly approvedBy: string;
    readonly approvedOn: string;
  }
>;

export type ContractRejected = DomainEvent<
  'ContractRejected',
  {
    readonly contractId: string;
    readonly state: 'NEGOTIATING';
    readonly reason: string;
    readonly rejectedBy: string;
    readonly rejectedOn: string;
  }
>;

export type ContractAbandoned = DomainEvent<
  'ContractAbandoned',
  {
    readonly contractId: string;
    readonly state: 'ABANDONED';
    readonly reason: string;
    readonly source?: SourceRecord;
    readonly abandonedBy: string;
    readonly abandonedOn: string;
  }
>;

export type DraftingEvent =
  | ContractDrafted
  | ContractRevised
  | NegotiationRoundRecorded
  | ContractSubmittedForApproval
  | ContractApproved
  | ContractRejected
  | ContractAbandoned;
