import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { OfferRefType } from '../offers/offer.values.js';
import type { AssessmentState, Conclusion, RiskItem } from './risk-assessment.values.js';

/** What every event says of the assessment. */
export interface AssessmentRecord {
  readonly riskAssessmentId: string;
  readonly refType: OfferRefType;
  readonly refId: string;
  readonly leadId?: string;
  readonly version: number;
  readonly state: AssessmentState;
  readonly by: string;
  /** Whom that person stood in for. */
  readonly onBehalfOf?: string;
}

export type RiskAssessmentDrafted = DomainEvent<
  'RiskAssessmentDrafted',
  AssessmentRecord & {
    readonly projectId: string;
    readonly items: readonly {
      readonly item: RiskItem;
      readonly score: number;
      readonly finding: string;
      readonly mitigation?: string;
    }[];
    readonly manufacturerPartyId: string;
    readonly purchasePriceFen?: number;
    readonly salePriceFen?: number;
    readonly buyoutConditions: string;
    readonly draftedOn: string;
  }
>;
export type RiskAssessmentSubmitted = DomainEvent<
  'RiskAssessmentSubmitted',
  AssessmentRecord & { readonly conclusion: Conclusion; readonly totalScore: number; readonly submittedOn: string }
>;
export type RiskAssessmentApproved = DomainEvent<
  'RiskAssessmentApproved',
  AssessmentRecord & { readonly totalScore: number; readonly approvedOn: string }
>;
export type RiskAssessmentRejected = DomainEvent<
  'RiskAssessmentRejected',
  AssessmentRecord & { readonly reason: string; readonly rejectedOn: string }
>;
export type BuyoutConsentGiven = DomainEvent<
  'BuyoutConsentGiven',
  AssessmentRecord & {
    readonly writtenConsentRef: string;
    readonly totalScore: number;
    readonly consentBy: string;
    readonly consentOn: string;
  }
>;

export type RiskAssessmentEvent =
  | RiskAssessmentDrafted
  | RiskAssessmentSubmitted
  | RiskAssessmentApproved
  | RiskAssessmentRejected
  | BuyoutConsentGiven;
