import type { ContractDocument } from './contract-document.js';
import type { ExecutionForm } from './execution-form.js';
import type { LineProgress } from './goods-progress.js';
import type { Invoice } from './invoices.js';
import type { CreditReleases } from './payment-gates.js';
import type { Gates, PaymentMilestone } from './payment-schedule.js';
import type { Receipt, Refund, SupplierPayment } from './money.js';

export type ContractState =
  | 'DRAFT'
  | 'NEGOTIATING'
  | 'PENDING_APPROVAL'
  | 'APPROVED'
  | 'SIGNED'
  | 'IN_EXECUTION'
  | 'COMPLETED'
  | 'CLOSED'
  | 'SUSPENDED'
  | 'VOIDED'
  | 'TERMINATED'
  | 'SETTLED'
  | 'ABANDONED';

/** domain.md 2.3, axes. */
export type PaymentAxis = 'NOT_DUE' | 'DUE' | 'PART' | 'PAID' | 'OVERDUE';
export type ProgressAxis = 'NONE' | 'PARTIAL' | 'FULL';

export interface NegotiationRound {
  readonly round: number;
  readonly topic: string;
  readonly ours: string;
  readonly theirs: string;
  readonly agreed?: string;
  readonly recordedBy: string;
  readonly recordedOn: string;
}

export interface ExistingContract {
  readonly state: ContractState;
  readonly contractId: string;
  readonly projectId: string;
  readonly draftNo: number;
  readonly document: ContractDocument;
  readonly draftedBy: string;
  readonly revisedBy?: string;
  readonly submittedBy?: string;
  readonly approvedBy?: string;
  readonly approvedOn?: string;
  readonly rejectionReason?: string;
  readonly abandonReason?: string;
  readonly rounds?: readonly NegotiationRound[];
  readonly contractNo?: string;
  readonly contractVersion?: number;
  readonly signedOn?: string;
  readonly gates?: Gates;
  readonly creditReleases?: CreditReleases;
  readonly milestones?: readonly PaymentMilestone[];
  readonly executionForm?: ExecutionForm;
  readonly receipts?: readonly Receipt[];
  readonly refunds?: readonly Refund[];
  readonly invoices?: readonly Invoice[];
  readonly supplierPayments?: readonly SupplierPayment[];
  readonly progress?: Readonly<Record<string, LineProgress>>;
  readonly payment?: PaymentAxis;
  readonly delivery?: ProgressAxis;
  readonly acceptance?: ProgressAxis;
  /** How often it was suspended. */
  readonly suspensions?: number;
  readonly suspension?: { readonly suspensionNo: number; readonly since: string; readonly from: ContractState };
  readonly orderEnds?: Readonly<Record<string, { readonly outcome: string; readonly sunkCostFen: number }>>;
  readonly settlement?: { readonly finalFen: number; readonly on: string };
  readonly completedOn?: string;
  readonly closedOn?: string;
}

export type Contract = { readonly state: 'NONE' } | ExistingContract;
