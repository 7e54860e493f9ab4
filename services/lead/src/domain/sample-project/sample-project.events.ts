import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { SampleMode, SampleState } from './sample-project.values.js';

/** What every event says of the sample. */
export interface SampleRecord {
  readonly sampleProjectId: string;
  readonly leadId: string;
  readonly projectId: string;
  readonly state: SampleState;
  /** Who holds the lead. */
  readonly salespersonId?: string;
  readonly costFen: number;
  readonly priceFen: number;
  readonly by: string;
}

export type SampleProposed = DomainEvent<
  'SampleProposed',
  SampleRecord & {
    readonly mode: SampleMode;
    readonly productLineId: string;
    readonly site: string;
    readonly scope: string;
    readonly payOnSatisfaction: boolean;
    readonly nearCompetitorPartyId?: string;
    /** Whom the author stood in for. */
    readonly onBehalfOf?: string;
    readonly proposedOn: string;
  }
>;
export type SampleApproved = DomainEvent<'SampleApproved', SampleRecord & { readonly approvedOn: string }>;
export type SampleRefused = DomainEvent<
  'SampleRefused',
  SampleRecord & { readonly reason: string; readonly refusedOn: string }
>;
export type SampleCancelled = DomainEvent<
  'SampleCancelled',
  SampleRecord & { readonly reason: string; readonly cancelledOn: string }
>;
export type SampleInstalled = DomainEvent<'SampleInstalled', SampleRecord & { readonly installedOn: string }>;
export type SampleAccepted = DomainEvent<
  'SampleAccepted',
  SampleRecord & { readonly acceptedOn: string; readonly docRef: string; readonly paymentDueOn?: string }
>;
/** Its cost is what the lead has cost. */
export type SampleRejected = DomainEvent<
  'SampleRejected',
  SampleRecord & { readonly reason: string; readonly rejectedOn: string }
>;
export type SamplePaymentRecorded = DomainEvent<
  'SamplePaymentRecorded',
  SampleRecord & {
    readonly amountFen: number;
    /** In all, this one with it. */
    readonly paidFen: number;
    readonly bankRef: string;
    readonly paidOn: string;
    readonly recordedOn: string;
  }
>;
export type SamplePaymentOverdue = DomainEvent<
  'SamplePaymentOverdue',
  SampleRecord & { readonly paymentDueOn: string; readonly openFen: number; readonly overdueOn: string }
>;

export type ProposalEvent = SampleProposed | SampleApproved | SampleRefused | SampleCancelled;
export type TrialEvent = SampleInstalled | SampleAccepted | SampleRejected;
export type PaymentEvent = SamplePaymentRecorded | SamplePaymentOverdue;
export type SampleProjectEvent = ProposalEvent | TrialEvent | PaymentEvent;
