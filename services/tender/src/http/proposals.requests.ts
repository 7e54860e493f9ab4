import {
  BusinessDate,
  Fen,
  LineRequest,
  ListQuery,
  Means,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Reference,
  StaffId,
  Text,
  Uuid,
  Uuids,
  Whole,
} from '@engsales/http';
import {
  PROPOSAL_KINDS,
  PROPOSAL_STATES,
  SENDING_CHANNELS,
  type ProposalKind,
  type ProposalState,
  type SendingChannel,
} from '../domain/proposal/proposal.values.js';
import { PROPOSAL_SORTS, type ProposalSort } from '../read-models/proposals/proposals.query.js';
import { WarrantyTermsRequest } from './preparing.requests.js';
import { NamedPartyRequest } from './registering.requests.js';

export class AnswerRequest {
  @Means('what hurts the customer', '老楼机房空间不足') @Text(2_000) painPoint!: string;
  @Means('how we solve it', '采用模块化机组，分体吊装') @Text(2_000) solution!: string;
}

export class AdvantageRequest {
  @Means('what we do better', '能效高于国标一级') @Text(2_000) text!: string;
  @Means('where the evidence is') @Optional() @Reference() evidenceRef?: string;
}

export class ProposalRequest {
  @Means('budget, solution, or a quotation that binds us', 'BUDGET') @OneOf(PROPOSAL_KINDS) kind!: ProposalKind;
  @Means('lead that it is for; needed for a quotation') @Optional() @Uuid() leadId?: string;
  @Means('title', '门诊楼空调改造方案') @Text(200) title!: string;
  @Means('who gets it') @Nested(() => NamedPartyRequest) customer!: NamedPartyRequest;
  @Means('what we answer to what the customer needs') @NestedList(() => AnswerRequest, 50) answers: AnswerRequest[] =
    [];
  @Means('where the whole solution is', 'DOC-230') @Optional() @Reference() solutionRef?: string;
  @Means('what speaks for us') @NestedList(() => AdvantageRequest, 50) advantages: AdvantageRequest[] = [];
  @Means('lines of the offer; needed for a quotation') @NestedList(() => LineRequest, 1_000) lines: LineRequest[] = [];
  @Means('what it costs us; needed for a quotation', 1_000_000) @Optional() @Fen() costFen?: number;
  @Means('days for which it is valid from its sending on', 30) @Optional() @Whole(1, 365) validDays?: number;
  @Means('how the customer pays', '预付 30%，发货前 60%，质保金 10%') @Optional() @Text(2_000) paymentTerms?: string;
  @Means('what we promise about defects')
  @Optional()
  @Nested(() => WarrantyTermsRequest)
  warrantyTerms?: WarrantyTermsRequest;
  @Means('days from the signature to the delivery', 90) @Optional() @Whole(0, 3_650) deliveryDays?: number;
  @Means('sales kit that goes with it') @Optional() @Uuid() salesKitId?: string;
  @Means('cases that go with it') @Optional() @Uuids() caseStudyIds?: string[];
}

export class SendProposalRequest {
  @Means('day of the sending', '2025-03-07') @BusinessDate() on!: string;
  @Means('which way') @OneOf(SENDING_CHANNELS) channel!: SendingChannel;
  @Means('contact of the customer') @Optional() @Reference() contactRef?: string;
}

export class FeedbackRequest {
  @Means('day of the talk', '2025-03-10') @BusinessDate() on!: string;
  @Means('what the customer says', '总价须再降 3%') @Text(2_000) feedback!: string;
  @Means('what was agreed on') @Optional() @Text(2_000) agreed?: string;
}

export class AcceptanceRequest {
  @Means('day of the acceptance', '2025-03-10') @BusinessDate() on!: string;
  @Means('where the paper is', 'DOC-231') @Reference() docRef!: string;
}

export class DeclinedProposalRequest {
  @Means('why', '预算取消') @Text(2_000) reason!: string;
  @Means('company that the customer chose') @Optional() @Text(200) winnerName?: string;
}

export class ProposalsQuery extends ListQuery {
  @Means('only of this lead') @Optional() @Uuid() leadId?: string;
  @Means('only in this state') @Optional() @OneOf(PROPOSAL_STATES) state?: ProposalState;
  @Means('only of this kind') @Optional() @OneOf(PROPOSAL_KINDS) kind?: ProposalKind;
  @Means('staff id of whoever drafted it') @Optional() @StaffId() salespersonId?: string;
  @Means('a part of the number, the title or the name of the customer') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(PROPOSAL_SORTS) sort?: ProposalSort;
}
