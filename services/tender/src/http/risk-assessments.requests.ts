import { Fen, ListQuery, Means, NestedList, OneOf, Optional, Reference, Text, Uuid, Whole } from '@engsales/http';
import { OFFER_REF_TYPES, type OfferRefType } from '../domain/offers/offer.values.js';
import {
  ASSESSMENT_STATES,
  CONCLUSIONS,
  RISK_ITEMS,
  type AssessmentState,
  type Conclusion,
  type RiskItem,
} from '../domain/risk-assessment/risk-assessment.values.js';
import { ASSESSMENT_SORTS, type AssessmentSort } from '../read-models/risk-assessments/risk-assessments.query.js';

export class ScoredRiskRequest {
  @Means('what is looked at') @OneOf(RISK_ITEMS) item!: RiskItem;
  @Means('how great the risk is: 1 is small, 5 is great', 3) @Whole(1, 5) score!: number;
  @Means('what was found', '业主为三甲医院，资金来自财政') @Text(2_000) finding!: string;
  @Means('what is done about it; needed from a score of 4 on') @Optional() @Text(2_000) mitigation?: string;
}

export class RiskAssessmentRequest {
  @Means('what it belongs to: a tender, or a lead that is negotiated directly', 'LEAD')
  @OneOf(OFFER_REF_TYPES)
  refType!: OfferRefType;
  @Means('id of the tender or the lead') @Uuid() refId!: string;
  @Means('the risks; all seven are needed when it is submitted')
  @NestedList(() => ScoredRiskRequest, 7)
  items!: ScoredRiskRequest[];
  @Means('party that makes the goods', 'party-12') @Reference() manufacturerPartyId!: string;
  @Means('what we pay for the goods', 180_000_000) @Optional() @Fen() purchasePriceFen?: number;
  @Means('what the customer pays us', 220_000_000) @Optional() @Fen() salePriceFen?: number;
  @Means('why the goods can be bought and sold again (具备买断条件)', '厂家现货，付款条件背靠背')
  @Text(2_000)
  buyoutConditions!: string;
}

export class ConclusionRequest {
  @Means('whether it can be done') @OneOf(CONCLUSIONS) conclusion!: Conclusion;
}

export class AssessmentApprovalRequest {
  @Means('where the signed consent is; may come later') @Optional() @Reference() writtenConsentRef?: string;
}

export class WrittenConsentRequest {
  @Means('where the signed consent is', 'DOC-210') @Reference() writtenConsentRef!: string;
}

export class AssessmentsQuery extends ListQuery {
  @Means('only of tenders, or of leads') @Optional() @OneOf(OFFER_REF_TYPES) refType?: OfferRefType;
  @Means('only of this tender or lead') @Optional() @Uuid() refId?: string;
  @Means('only in this state') @Optional() @OneOf(ASSESSMENT_STATES) state?: AssessmentState;
  @Means('a part of the conditions or of the id of the manufacturer') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(ASSESSMENT_SORTS) sort?: AssessmentSort;
}
