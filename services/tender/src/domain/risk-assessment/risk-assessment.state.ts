import type { OfferRefType } from '../offers/offer.values.js';
import type { AssessmentState, Conclusion, ScoredRisk } from './risk-assessment.values.js';

/** The paper with which a leader agrees to buy (书面同意书). */
export interface WrittenConsent {
  readonly writtenConsentRef: string;
  readonly by: string;
  readonly on: string;
}

export interface NoAssessment {
  readonly state: 'NONE';
}

export interface ExistingAssessment {
  readonly state: AssessmentState;
  readonly riskAssessmentId: string;
  readonly refType: OfferRefType;
  readonly refId: string;
  readonly projectId: string;
  readonly leadId?: string;
  readonly version: number;
  readonly items: readonly ScoredRisk[];
  readonly manufacturerPartyId: string;
  readonly purchasePriceFen?: number;
  readonly salePriceFen?: number;
  readonly buyoutConditions: string;
  /** Whoever drafted or submitted this version, and whom they stood in for. */
  readonly authors: readonly string[];
  readonly draftedBy: string;
  readonly draftedOn: string;
  readonly conclusion?: Conclusion;
  readonly submittedBy?: string;
  readonly submittedOn?: string;
  readonly approvedBy?: string;
  readonly approvedOn?: string;
  readonly consent?: WrittenConsent;
  /** Why it was rejected. */
  readonly reason?: string;
}

export type RiskAssessment = NoAssessment | ExistingAssessment;
