import {
  BusinessDate,
  Flag,
  IsInstant,
  Means,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Reference,
  References,
  Text,
  Uuid,
  Whole,
  MOST,
  SomeOf,
  Texts,
} from '@engsales/http';
import {
  PACKING_ITEMS,
  QUESTION_TOPICS,
  SIGNALS,
  VISIT_PURPOSES,
  VISIT_RESULTS,
  type PackingItem,
  type QuestionTopic,
  type Signal,
  type VisitPurpose,
  type VisitResult,
} from '../domain/visit/visit.values.js';

export class CounterpartRequest {
  @Means('party, with one of its contacts') @Optional() @Reference() partyId?: string;
  @Means('contact of the party') @Optional() @Uuid() contactId?: string;
  @Means('post, where no contact is known yet', '基建科科长') @Optional() @Text(200) post?: string;
}

export class VisitRouteRequest {
  @Means('place', '医院行政楼 302') @Text(200) place!: string;
  @Means('how one gets there', '地铁二号线') @Text(200) transport!: string;
}

export class ReachedRequest {
  @Means('who') @Nested(() => CounterpartRequest) who!: CounterpartRequest;
  @Means('how that one is reached', '请设计院引荐') @Text(2_000) approach!: string;
}

export class DemandRequest {
  @Means('what the customer may ask for', '降价 5%') @Text(2_000) demand!: string;
  @Means('what we answer', '说明能效收益') @Text(2_000) response!: string;
}

export class PossibleOutcomeRequest {
  @Means('how it may end', '推迟决定') @Text(2_000) outcome!: string;
  @Means('what we do then', '约定书面答复日期') @Text(2_000) countermeasure!: string;
}

export class OutlineRequest {
  @Means('the way', [{ place: '行政楼 302', transport: '地铁二号线' }])
  @Optional()
  @NestedList(() => VisitRouteRequest, MOST)
  route?: VisitRouteRequest[];
  @Means('whom we meet', { post: '基建科科长' })
  @Optional()
  @Nested(() => CounterpartRequest)
  meet?: CounterpartRequest;
  @Means('whom we see when that one is not there', { who: { post: '副科长' }, approach: '电话预约' })
  @Optional()
  @Nested(() => ReachedRequest)
  fallback?: ReachedRequest;
  @Means('who decides, and how that one is reached', { who: { post: '分管副院长' }, approach: '请科长引荐' })
  @Optional()
  @Nested(() => ReachedRequest)
  target?: ReachedRequest;
  @Means('topics, in order', ['能耗', '交期']) @Optional() @Texts(2_000) topics?: string[];
  @Means('demands that we expect', [{ demand: '降价', response: '说明能效收益' }])
  @Optional()
  @NestedList(() => DemandRequest, MOST)
  expectedDemands?: DemandRequest[];
  @Means('how it may end', [{ outcome: '推迟决定', countermeasure: '约定答复日期' }])
  @Optional()
  @NestedList(() => PossibleOutcomeRequest, MOST)
  possibleOutcomes?: PossibleOutcomeRequest[];
}

export class PackedItemRequest {
  @Means('item') @OneOf(PACKING_ITEMS) item!: PackingItem;
  @Means('whether it is packed') @Flag() packed!: boolean;
}

export class VisitPlanRequest {
  @Means('lead whose people are visited') @Uuid() leadId!: string;
  @Means('when', '2025-03-12T01:00:00Z') @IsInstant() plannedAt!: string;
  @Means('what for') @OneOf(VISIT_PURPOSES) purpose!: VisitPurpose;
  @Means('staff ids of who comes along', ['zhao-lei']) @Optional() @References(MOST) companionIds?: string[];
  @Means('what is thought through before (访客提纲)') @Nested(() => OutlineRequest) outline!: OutlineRequest;
  @Means('what is taken along (备品)', [{ item: 'PRODUCT_BROCHURE', packed: true }])
  @Optional()
  @NestedList(() => PackedItemRequest, MOST)
  checklist?: PackedItemRequest[];
  @Means('notes') @Optional() @Text(2_000) preparationNotes?: string;
}

export class MetRequest {
  @Means('party') @Reference() partyId!: string;
  @Means('contact of the party') @Uuid() contactId!: string;
}

export class VisitStatementRequest {
  @Means('what we said', '同类项目节能 30%') @Text(2_000) text!: string;
  @Means('party that it is about') @Optional() @Reference() aboutPartyId?: string;
  @Means('evidence; of a competitor nothing is said without') @Optional() @Reference() evidenceRef?: string;
}

export class VisitQuestionRequest {
  @Means('what it is about') @OneOf(QUESTION_TOPICS) topic!: QuestionTopic;
  @Means('question', '初投资多少？') @Text(2_000) question!: string;
  @Means('answer', '约七百万') @Optional() @Text(2_000) answer?: string;
}

export class DisputedRequest {
  @Means('what the customer doubted', '噪声指标') @Text(2_000) point!: string;
  @Means('by when something is written about it', '2025-03-20') @BusinessDate() writtenMaterialDueOn!: string;
}

export class VisitReportRequest {
  @Means('day of the visit', '2025-03-10') @BusinessDate() heldOn!: string;
  @Means('held, or nobody was there (人不在)') @OneOf(VISIT_RESULTS) result!: VisitResult;
  @Means('whom we met') @NestedList(() => MetRequest, MOST) met: MetRequest[] = [];
  @Means('what was talked about beside') @Optional() @Texts(2_000) smallTalk?: string[];
  @Means('what the customer said', ['预算已批']) @Texts(2_000) customerSaid: string[] = [];
  @Means('what we said') @NestedList(() => VisitStatementRequest, MOST) weSaid: VisitStatementRequest[] = [];
  @Means('the tone', '友好') @Optional() @Text(200) tone?: string;
  @Means('what the customer thinks of us') @Optional() @Text(2_000) customerView?: string;
  @Means('what was asked') @Optional() @NestedList(() => VisitQuestionRequest, MOST) questions?: VisitQuestionRequest[];
  @Means('what the customer showed') @Optional() @SomeOf(SIGNALS) signals?: Signal[];
  @Means('what the customer doubted') @Optional() @NestedList(() => DisputedRequest, MOST) disputed?: DisputedRequest[];
  @Means('product lines that were presented') @Optional() @References(MOST) productLineIdsPresented?: string[];
  @Means('what came of it', '约定下周技术交流') @Optional() @Text(2_000) outcome?: string;
  @Means('when we come back to it') @Optional() @BusinessDate() nextFollowUpOn?: string;
}

export class WrittenMaterialRequest {
  @Means('number of the disputed point, from 1 on', 1) @Whole(1, MOST) pointNo!: number;
  @Means('document', 'DOC-12') @Reference() docRef!: string;
  @Means('day on which it was sent', '2025-03-10') @BusinessDate() on!: string;
}
