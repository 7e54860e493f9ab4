import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { Fulfilment } from '@engsales/values';
import type { OperationMode } from '../offers/offer.values.js';
import type { ProposalKind, ProposalState, SendingChannel } from './proposal.values.js';

/** What every event says of the proposal. */
export interface ProposalRecord {
  readonly proposalId: string;
  readonly proposalNo: string;
  readonly leadId?: string;
  readonly version: number;
  readonly state: ProposalState;
  readonly kind: ProposalKind;
  readonly totalFen?: number;
  readonly by: string;
  /** Whom that person stood in for. */
  readonly onBehalfOf?: string;
}

/** A line as it is offered. */
export interface ProposalLineRecord {
  readonly lineId: string;
  readonly itemCode: string;
  readonly name: string;
  readonly spec?: string;
  readonly qty: string;
  readonly uom: string;
  readonly unitPrice: string;
  readonly discountFen?: number;
  readonly amountFen: number;
  readonly taxRateBps: number;
  readonly fulfilment: Fulfilment;
  readonly requestedDate?: string;
  readonly committedDate: string;
  readonly deliverTo?: string;
  readonly packageKey?: string;
  readonly trackingKey?: string;
}

export interface WarrantyRecord {
  readonly defectsLiabilityMonths?: number;
  readonly text?: string;
}

/** The whole content of a version. */
export interface ContentRecord {
  readonly projectId: string;
  readonly salespersonId: string;
  readonly title: string;
  readonly customer: { readonly partyId?: string; readonly name: string };
  readonly answers: readonly { readonly painPoint: string; readonly solution: string }[];
  readonly solutionRef?: string;
  readonly advantages: readonly { readonly text: string; readonly evidenceRef?: string }[];
  readonly lines: readonly ProposalLineRecord[];
  readonly costFen?: number;
  readonly marginBps?: number;
  readonly validDays?: number;
  readonly paymentTerms?: string;
  readonly warrantyTerms?: WarrantyRecord;
  readonly deliveryDays?: number;
  readonly salesKitId?: string;
  readonly caseStudyIds: readonly string[];
}

export type ProposalDrafted = DomainEvent<
  'ProposalDrafted',
  ProposalRecord & ContentRecord & { readonly draftedOn: string }
>;
export type ProposalRevised = DomainEvent<
  'ProposalRevised',
  ProposalRecord &
    ContentRecord & {
      /** The version that went out before and cannot be accepted any more. */
      readonly supersededVersion?: number;
      readonly revisedOn: string;
    }
>;
export type ProposalCancelled = DomainEvent<
  'ProposalCancelled',
  ProposalRecord & { readonly reason: string; readonly cancelledOn: string }
>;
export type ProposalSubmitted = DomainEvent<'ProposalSubmitted', ProposalRecord & { readonly submittedOn: string }>;
export type ProposalApproved = DomainEvent<
  'ProposalApproved',
  ProposalRecord & { readonly marginBps?: number; readonly approvedOn: string }
>;
export type ProposalRejected = DomainEvent<
  'ProposalRejected',
  ProposalRecord & { readonly reason: string; readonly rejectedOn: string }
>;
export type ProposalSent = DomainEvent<
  'ProposalSent',
  ProposalRecord & {
    readonly customerName: string;
    readonly channel: SendingChannel;
    readonly contactRef?: string;
    readonly sentOn: string;
    readonly validUntil: string;
    readonly recordedOn: string;
  }
>;
export type ProposalFeedbackRecorded = DomainEvent<
  'ProposalFeedbackRecorded',
  ProposalRecord & {
    readonly on: string;
    readonly feedback: string;
    readonly agreed?: string;
    readonly recordedOn: string;
  }
>;
export type ProposalAccepted = DomainEvent<
  'ProposalAccepted',
  ProposalRecord & {
    readonly title: string;
    readonly customer: { readonly partyId?: string; readonly name: string };
    readonly salespersonId: string;
    readonly lines: readonly ProposalLineRecord[];
    readonly validUntil: string;
    readonly sentOn: string;
    readonly mode: OperationMode;
    readonly manufacturerPartyId?: string;
    readonly riskAssessmentId?: string;
    readonly writtenConsentRef?: string;
    readonly agreementId?: string;
    readonly commissionBps?: number;
    readonly warrantyTerms?: WarrantyRecord;
    readonly paymentTerms?: string;
    readonly docRef: string;
    readonly acceptedOn: string;
    readonly recordedOn: string;
  }
>;
export type ProposalDeclined = DomainEvent<
  'ProposalDeclined',
  ProposalRecord & { readonly reason: string; readonly winnerName?: string; readonly declinedOn: string }
>;
export type ProposalExpired = DomainEvent<
  'ProposalExpired',
  ProposalRecord & { readonly validUntil: string; readonly expiredOn: string }
>;

export type DraftingEvent = ProposalDrafted | ProposalRevised | ProposalCancelled;
export type ApprovingEvent = ProposalSubmitted | ProposalApproved | ProposalRejected;
export type SendingEvent = ProposalSent | ProposalFeedbackRecorded;
export type AnsweringEvent = ProposalAccepted | ProposalDeclined | ProposalExpired;
export type ProposalEvent = DraftingEvent | ApprovingEvent | SendingEvent | AnsweringEvent;
