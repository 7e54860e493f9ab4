import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { OfferRefType, OperationMode } from '../offers/offer.values.js';

interface DecisionRecord {
  readonly decisionId: string;
  readonly refType: OfferRefType;
  readonly refId: string;
  readonly projectId: string;
  readonly leadId?: string;
  readonly tenderId?: string;
  readonly mode: OperationMode;
  readonly by: string;
}

export type OperationModeDecided = DomainEvent<
  'OperationModeDecided',
  DecisionRecord & {
    readonly state: 'DECIDED';
    readonly manufacturerPartyId?: string;
    /** The papers of the mode, as far as there are any on the day of the decision. */
    readonly riskAssessmentId?: string;
    readonly writtenConsentRef?: string;
    readonly agreementId?: string;
    readonly reason: string;
    readonly decidedOn: string;
  }
>;
export type OperationModeFixed = DomainEvent<
  'OperationModeFixed',
  DecisionRecord & { readonly state: 'FIXED'; readonly contractId: string; readonly fixedOn: string }
>;

export type OperationDecisionEvent = OperationModeDecided | OperationModeFixed;
