import type { DomainEvent } from '@engsales/event-sourcing/decider';
import type { ContractDocument } from './contract-document.js';
import type { PaymentAxis, ProgressAxis } from './contract-state.js';
import type { Tracks } from './execution-form.js';
import type { Progress } from './goods-progress.js';
import type { Receipt } from './money.js';
import type { Gates, PaymentMilestone } from './payment-schedule.js';

interface OfContract {
  readonly contractId: string;
}

export type ExecutionFormSubmitted = DomainEvent<
  'ExecutionFormSubmitted',
  OfContract & {
    readonly formId: string;
    readonly state: 'SUBMITTED';
    readonly submission: number;
    readonly tracks: Tracks;
    readonly specialRequirements?: string;
    readonly submittedBy: string;
    readonly submittedOn: string;
  }
>;

export type ExecutionFormReturned = DomainEvent<
  'ExecutionFormReturned',
  OfContract & {
    readonly formId: string;
    readonly state: 'RETURNED';
    readonly submission: number;
    readonly reason: string;
    readonly returnedBy: string;
    readonly returnedOn: string;
  }
>;

export type ContractExecutionFormAccepted = DomainEvent<
  'ContractExecutionFormAccepted',
  OfContract & {
    readonly contractVersion: number;
    readonly state: 'IN_EXECUTION';
    readonly orderLineIds: readonly string[];
    readonly formId: string;
    readonly commerceOwnerId: string;
    readonly acceptedOn: string;
    readonly tracks: Tracks;
    readonly specialRequirements?: string;
  }
>;

export type GoodsMovementRecorded = DomainEvent<
  'GoodsMovementRecorded',
  OfContract & {
    readonly lineId: string;
    readonly readyQty: string;
    readonly shippedQty: string;
    readonly deliveredQty: string;
    readonly readyOn?: string;
    readonly shippedOn?: string;
    readonly deliveredOn?: string;
    readonly on: string;
    readonly ref: string;
    readonly delivery: ProgressAxis;
  }
>;

export type InstallationRecorded = DomainEvent<
  'InstallationRecorded',
  OfContract & { readonly lineIds: readonly string[]; readonly on: string; readonly ref: string }
>;

export type AcceptanceRecorded = DomainEvent<
  'AcceptanceRecorded',
  OfContract & {
    readonly acceptanceId: string;
    readonly lineIds: readonly string[];
    readonly certNo: string;
    readonly on: string;
    readonly result: 'PASSED' | 'CONDITIONALLY_PASSED';
    readonly acceptance: ProgressAxis;
  }
>;

export type ContractCompleted = DomainEvent<
  'ContractCompleted',
  OfContract & { readonly state: 'COMPLETED'; readonly completedBy: string; readonly completedOn: string }
>;

export type ContractClosed = DomainEvent<
  'ContractClosed',
  OfContract & { readonly state: 'CLOSED'; readonly closedBy: string; readonly closedOn: string }
>;

/** A running contract that came from another system, whole. */
export type ContractImported = DomainEvent<
  'ContractImported',
  OfContract & {
    readonly projectId: string;
    readonly contractNo: string;
    readonly contractVersion: number;
    readonly state: 'IN_EXECUTION';
    readonly signedOn: string;
    readonly document: ContractDocument;
    readonly orderLineIds: readonly string[];
    readonly milestones: readonly PaymentMilestone[];
    readonly receipts: readonly Receipt[];
    readonly progress: Progress;
    readonly gates: Gates;
    readonly delivery: ProgressAxis;
    readonly acceptance?: ProgressAxis;
    readonly contractReceivedFen: number;
    readonly refundedFen: number;
    readonly contractOutstandingFen: number;
    readonly unallocatedFen: number;
    readonly payment: PaymentAxis;
    readonly importedBy: string;
    readonly importedOn: string;
  }
>;

export type ExecutionEvent =
  | ExecutionFormSubmitted
  | ExecutionFormReturned
  | ContractExecutionFormAccepted
  | GoodsMovementRecorded
  | InstallationRecorded
  | AcceptanceRecorded
  | ContractCompleted
  | ContractClosed;
