import type { DomainEvent } from '@engsales/event-sourcing/decider';
import type { Signatory } from './contract.commands.js';
import type { ContractDocument } from './contract-document.js';
import type { EndingEvent } from './ending.events.js';
import type { ContractImported, ExecutionEvent } from './execution.events.js';
import type { PaymentAxis } from './contract-state.js';
import type { MoneyEvent } from './money.events.js';
import type { Gates } from './payment-schedule.js';

export type ContractDrafted = DomainEvent<
  'ContractDrafted',
  {
    readonly contractId: string;
    readonly projectId: string;
    readonly state: 'DRAFT';
    readonly draftNo: number;
    readonly document: ContractDocument;
    readonly draftedBy: string;
    readonly draftedOn: string;
  }
>;

export type ContractRevised = DomainEvent<
  'ContractRevised',
  {
    readonly contractId: string;
    readonly state: 'DRAFT' | 'NEGOTIATING';
    readonly draftNo: number;
    readonly document: ContractDocument;
    readonly revisedBy: string;
    readonly revisedOn: string;
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
    readonly abandonedBy: string;
    readonly abandonedOn: string;
  }
>;

/** The whole snapshot: what production, tender and lead need, without a question back. */
export type ContractSigned = DomainEvent<
  'ContractSigned',
  {
    readonly contractId: string;
    readonly contractNo: string;
    readonly contractVersion: number;
    readonly state: 'SIGNED';
    readonly signedOn: string;
    readonly signatories: readonly Signatory[];
    readonly scanRef: string;
    readonly document: ContractDocument;
    readonly orderLineIds: readonly string[];
    readonly gates: Gates;
    /** Absent before axes were told. */
    readonly payment?: PaymentAxis;
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

export type ContractEvent =
  | ContractDrafted
  | ContractRevised
  | NegotiationRoundRecorded
  | ContractSubmittedForApproval
  | ContractApproved
  | ContractRejected
  | ContractAbandoned
  | ContractSigned
  | ContractImported
  | ExecutionEvent
  | EndingEvent
  | MoneyEvent;

/** Stored types and their current schema version; the compiler names a forgotten one. */
export const contractEvents: Record<ContractEvent['type'], number> = {
  ContractDrafted: 1,
  ContractRevised: 1,
  NegotiationRoundRecorded: 1,
  ContractSubmittedForApproval: 1,
  ContractApproved: 1,
  ContractRejected: 1,
  ContractAbandoned: 1,
  ContractSigned: 1,
  ContractImported: 1,
  ExecutionFormSubmitted: 1,
  ExecutionFormReturned: 1,
  ContractExecutionFormAccepted: 1,
  GoodsMovementRecorded: 1,
  InstallationRecorded: 1,
  AcceptanceRecorded: 1,
  ContractCompleted: 1,
  ContractClosed: 1,
  ContractSuspended: 1,
  ContractResumed: 1,
  ContractVoided: 1,
  ContractTerminated: 1,
  VoidContradicted: 1,
  OrderEndRecorded: 1,
  ContractSettled: 1,
  PaymentMilestoneDue: 1,
  PaymentMilestoneTriggered: 1,
  PaymentMilestoneOverdue: 1,
  PaymentMilestonePaid: 1,
  PaymentMilestoneWaived: 1,
  RetentionPeriodBegun: 1,
  ReceiptRecorded: 1,
  ReceiptAllocated: 1,
  ReceiptReversed: 1,
  ReceiptMatured: 1,
  RefundRecorded: 1,
  SupplierPaymentRecorded: 1,
  InvoiceRecorded: 1,
  InvoiceReddened: 1,
  PaymentGateOpened: 1,
  PaymentGateClosed: 1,
  PaymentGateOverridden: 1,
};
