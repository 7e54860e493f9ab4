import type { Gates, PaymentAxis, ProgressAxis, SignedState } from './contract.values.js';
import type { ContractDocument, NegotiationRound } from './drafting/drafting.state.js';
import type { OrderEnd, Settlement, Suspension } from './ending/ending.state.js';
import type { ExecutionForm, Progress } from './execution/execution.state.js';
import type { CreditReleases, PaymentMilestone } from './milestones/milestones.state.js';
import type { Signatory } from './signing/signing.state.js';
import type { Invoice, Receipt, Refund, SupplierPayment } from './money/money.state.js';

/** What a contract has from its first draft on. */
export interface DraftedContract {
  readonly contractId: string;
  readonly projectId: string;
  /** Counts the documents, from 1. */
  readonly draftNo: number;
  readonly document: ContractDocument;
  readonly rounds: readonly NegotiationRound[];
  /** Staff ids. */
  readonly draftedBy: string;
  /** Day of the first draft; of an import the day of the signature. */
  readonly draftedOn: string;
  readonly revisedBy?: string;
  readonly submittedBy?: string;
  /** Whoever changed or submitted it since the last approval or rejection, beside the drafter: none of them approves it. */
  readonly revisers: readonly string[];
  readonly submitters: readonly string[];
  readonly rejectionReason?: string;
}

export interface NoContract {
  readonly state: 'NONE';
}

export interface UnapprovedContract extends DraftedContract {
  readonly state: 'DRAFT' | 'NEGOTIATING' | 'PENDING_APPROVAL';
}

export interface ApprovedContract extends DraftedContract {
  readonly state: 'APPROVED';
  readonly approvedBy: string;
  readonly approvedOn: string;
}

export interface AbandonedContract extends DraftedContract {
  readonly state: 'ABANDONED';
  readonly abandonReason: string;
}

export type UnsignedContract = UnapprovedContract | ApprovedContract | AbandonedContract;

/** From the signature on; an imported contract begins here. Money in fen. */
export interface SignedContract extends DraftedContract {
  readonly state: SignedState;
  readonly approvedBy?: string;
  readonly approvedOn?: string;
  readonly contractNo: string;
  /** 1 at the signature; a suspension, a resumption and an end raise it by one each. */
  readonly contractVersion: number;
  readonly signedOn: string;
  /** Persons in the vault; an import does not name them. */
  readonly signatories: readonly Signatory[];
  /** Lines that have become a production order each: of an import only those with something left to deliver. */
  readonly orderLineIds: readonly string[];
  readonly milestones: readonly PaymentMilestone[];
  readonly gates: Gates;
  readonly creditReleases: CreditReleases;
  readonly receipts: readonly Receipt[];
  readonly refunds: readonly Refund[];
  readonly invoices: readonly Invoice[];
  readonly supplierPayments: readonly SupplierPayment[];
  readonly executionForm?: ExecutionForm;
  readonly progress: Progress;
  readonly payment: PaymentAxis;
  readonly delivery: ProgressAxis;
  readonly acceptance: ProgressAxis;
  /** How often it was suspended. */
  readonly suspensions: number;
  /** While it is suspended. */
  readonly suspension?: Suspension;
  readonly orderEnds: readonly OrderEnd[];
  readonly settlement?: Settlement;
  /** Of a contract that came from another system; a second person confirms it. */
  readonly imported?: { readonly by: string; readonly on: string; readonly confirmedBy?: string };
  readonly completedOn?: string;
  readonly closedOn?: string;
}

export type Contract = NoContract | UnsignedContract | SignedContract;

/** A contract of which money, gates and progress are known. */
export const isSigned = (contract: Contract): contract is SignedContract => 'contractNo' in contract;

/** What every contract begins with, whether it was signed here or imported: nothing has come of it yet. */
export const NOTHING_YET = {
  signatories: [],
  creditReleases: {},
  receipts: [],
  refunds: [],
  invoices: [],
  supplierPayments: [],
  delivery: 'NONE',
  acceptance: 'NONE',
  suspensions: 0,
  orderEnds: [],
} as const satisfies Partial<SignedContract>;
