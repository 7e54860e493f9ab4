import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { Gates, PaymentAxis, ProgressAxis } from '../contract.values.js';
import type { DocumentRecord, WarningRecord } from '../drafting/drafting.events.js';
import type { MilestoneRecord } from '../milestones/milestones.events.js';
import type { ReceiptRecord } from '../money/money.events.js';

export interface ProgressRecord {
  readonly lineId: string;
  /** Made or bought in so far, goods that have left included. */
  readonly producedQty?: string;
  readonly readyQty: string;
  readonly shippedQty: string;
  readonly deliveredQty: string;
  readonly installedOn?: string;
  readonly acceptedOn?: string;
}

/** A running contract that came from another system, whole. */
export type ContractImported = DomainEvent<
  'ContractImported',
  {
    readonly contractId: string;
    readonly projectId: string;
    readonly contractNo: string;
    readonly contractVersion: number;
    readonly state: 'IN_EXECUTION';
    readonly signedOn: string;
    readonly document: DocumentRecord;
    readonly orderLineIds: readonly string[];
    readonly milestones: readonly MilestoneRecord[];
    readonly receipts: readonly ReceiptRecord[];
    /** Of the lines of which something has happened. */
    readonly progress: readonly ProgressRecord[];
    readonly gates: Gates;
    readonly delivery: ProgressAxis;
    readonly acceptance: ProgressAxis;
    readonly contractReceivedFen: number;
    readonly refundedFen: number;
    readonly contractOutstandingFen: number;
    readonly unallocatedFen: number;
    readonly payment: PaymentAxis;
    readonly warnings?: readonly WarningRecord[];
    readonly importedBy: string;
    readonly importedOn: string;
  }
>;

/** A second person has looked at it. */
export type ImportConfirmed = DomainEvent<
  'ImportConfirmed',
  {
    readonly contractId: string;
    readonly importedBy: string;
    readonly importedOn: string;
    readonly confirmedBy: string;
    readonly confirmedOn: string;
  }
>;

export type ImportingEvent = ContractImported | ImportConfirmed;
