import { ListQuery, Means, OneOf, Optional, Reference, Text, Uuid } from '@engsales/http';
import {
  OFFER_REF_TYPES,
  OPERATION_MODES,
  type OfferRefType,
  type OperationMode,
} from '../domain/offers/offer.values.js';
import { DECISION_STATES, type DecisionState } from '../domain/operation-decision/operation-decision.values.js';
import { DECISION_SORTS, type DecisionSort } from '../read-models/operation-decisions/operation-decisions.query.js';

export class OperationDecisionRequest {
  @Means('what the offer belongs to: a tender, or a lead that is negotiated directly', 'LEAD')
  @OneOf(OFFER_REF_TYPES)
  refType!: OfferRefType;
  @Means('id of the tender or the lead') @Uuid() refId!: string;
  @Means('own production, buyout or agency') @OneOf(OPERATION_MODES) mode!: OperationMode;
  @Means('why', '自有产能可满足工期') @Text(2_000) reason!: string;
  @Means('party that makes the goods; needed for buyout and agency')
  @Optional()
  @Reference()
  manufacturerPartyId?: string;
  @Means('cooperation agreement of an agency deal') @Optional() @Uuid() agreementId?: string;
}

export class DecisionsQuery extends ListQuery {
  @Means('only of tenders, or of leads') @Optional() @OneOf(OFFER_REF_TYPES) refType?: OfferRefType;
  @Means('only of this tender or lead') @Optional() @Uuid() refId?: string;
  @Means('only of this lead and its tenders') @Optional() @Uuid() leadId?: string;
  @Means('only in this mode') @Optional() @OneOf(OPERATION_MODES) mode?: OperationMode;
  @Means('only in this state') @Optional() @OneOf(DECISION_STATES) state?: DecisionState;
  @Means('a part of the reason') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(DECISION_SORTS) sort?: DecisionSort;
}
