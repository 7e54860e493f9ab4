import type { SampleMode, SampleState } from './sample-project.values.js';

export interface SamplePayment {
  readonly amountFen: number;
  readonly paidOn: string;
  readonly bankRef: string;
  readonly by: string;
}

export interface NoSample {
  readonly state: 'NONE';
}

export interface ExistingSample {
  readonly state: SampleState;
  readonly sampleProjectId: string;
  readonly leadId: string;
  readonly projectId: string;
  readonly salespersonId?: string;
  readonly mode: SampleMode;
  readonly productLineId: string;
  readonly site: string;
  readonly scope: string;
  readonly costFen: number;
  readonly priceFen: number;
  readonly payOnSatisfaction: boolean;
  readonly nearCompetitorPartyId?: string;
  readonly proposedBy: string;
  /** Whom that person stood in for. */
  readonly proposedOnBehalfOf?: string;
  readonly proposedOn: string;
  readonly approvedBy?: string;
  readonly approvedOn?: string;
  readonly installedOn?: string;
  readonly acceptedOn?: string;
  readonly acceptanceRef?: string;
  readonly paymentDueOn?: string;
  readonly paymentOverdue: boolean;
  readonly payments: readonly SamplePayment[];
  readonly paidFen: number;
  /** Why it was refused, rejected or cancelled. */
  readonly reason?: string;
}

export type SampleProject = NoSample | ExistingSample;
