import type { CoveredMode } from '../offers/mode-facts.js';
import type { PricedLine } from '../offers/priced-lines.js';
import type { WarrantyTerms } from '../tender/preparing/bid-price.js';
import type { ProposalKind, ProposalState, SendingChannel } from './proposal.values.js';

/** What a proposal says to the customer. */
export interface ProposalContent {
  readonly kind: ProposalKind;
  readonly leadId?: string;
  readonly title: string;
  readonly customer: { readonly partyId?: string; readonly name: string };
  /** What we answer to what hurts the customer. */
  readonly answers: readonly { readonly painPoint: string; readonly solution: string }[];
  readonly solutionRef?: string;
  readonly advantages: readonly { readonly text: string; readonly evidenceRef?: string }[];
  readonly lines: readonly PricedLine[];
  /** Sum of the lines; undefined where there are none. */
  readonly totalFen?: number;
  readonly costFen?: number;
  readonly marginBps?: number;
  readonly validDays?: number;
  readonly paymentTerms?: string;
  readonly warrantyTerms?: WarrantyTerms;
  readonly deliveryDays?: number;
  readonly salesKitId?: string;
  readonly caseStudyIds: readonly string[];
}

/** How a version went to the customer. */
export interface Sending {
  readonly version: number;
  readonly totalFen?: number;
  readonly channel: SendingChannel;
  readonly contactRef?: string;
  readonly sentOn: string;
  readonly validUntil: string;
  readonly by: string;
}

/** What the customer says of it (谈判). */
export interface Feedback {
  readonly version: number;
  readonly on: string;
  readonly feedback: string;
  readonly agreed?: string;
  readonly by: string;
}

export interface Acceptance extends CoveredMode {
  readonly on: string;
  readonly docRef: string;
  readonly by: string;
}

export interface NoProposal {
  readonly state: 'NONE';
}

export interface ExistingProposal {
  readonly state: ProposalState;
  readonly proposalId: string;
  readonly projectId: string;
  readonly proposalNo: string;
  readonly version: number;
  /** Whoever drafted it. */
  readonly salespersonId: string;
  readonly draftedOn: string;
  readonly content: ProposalContent;
  /** Whoever wrote or submitted this version, and whom they stood in for. */
  readonly authors: readonly string[];
  readonly approvedBy?: string;
  readonly approvedOn?: string;
  /** Every version that went out; all but the newest are superseded. */
  readonly sendings: readonly Sending[];
  /** How the version that stands went out. */
  readonly sent?: Sending;
  readonly feedback: readonly Feedback[];
  readonly acceptance?: Acceptance;
  readonly declined?: { readonly reason: string; readonly winnerName?: string; readonly on: string };
  /** Why it was rejected or cancelled. */
  readonly reason?: string;
}

export type Proposal = NoProposal | ExistingProposal;

/** A version that went to the customer. */
export type SentProposal = ExistingProposal & { readonly sent: Sending };
