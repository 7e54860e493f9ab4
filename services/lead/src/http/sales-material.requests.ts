import {
  BusinessDate,
  ListQuery,
  Means,
  Nested,
  NestedList,
  OneOf,
  Optional,
  PersonRef,
  Reference,
  References,
  Text,
  Uuid,
  Whole,
  SomeOf,
  Texts,
  Uuids,
} from '@engsales/http';
import { CASE_STATES } from '../domain/case-study/case-study.values.js';
import {
  CONSTRUCTION_PROCESSES,
  WORK_PACKAGES,
  type ConstructionProcess,
  type WorkPackage,
} from '../domain/construction.values.js';
import {
  PRODUCT_LINE_KINDS,
  PRODUCT_LINE_STATES,
  type ProductLineKind,
} from '../domain/product-line/product-line.values.js';
import { KIT_SECTIONS, KIT_STATES, type KitSectionName } from '../domain/sales-kit/sales-kit.values.js';
import { QUALIFICATION_KINDS, type QualificationKind } from '../domain/sales-member/sales-member.values.js';
import { POLICY_KINDS, POLICY_STATES, type PolicyKind } from '../domain/sales-policy/sales-policy.values.js';
import { sortsOf } from '../read-models/collections/collections.js';

export class KitsQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(KIT_STATES) state?: string;
  @Means('only of this product line') @Optional() @Uuid() productLineId?: string;
  @Means('a part of the title') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(sortsOf('salesKits')) sort?: string;
}

export class KitRequest {
  @Means('title of the kit', '医院空调') @Text(200) title!: string;
  @Means('product line that it is of; the whole company when absent') @Optional() @Uuid() productLineId?: string;
}

export class AdvantageRequest {
  @Means('what is better than at competitors', '能效高 8%') @Text(2_000) text!: string;
  @Means('what proves it; without it the kit is not published', 'TEST-8') @Optional() @Reference() evidenceRef?: string;
}

export class CooperationStepRequest {
  @Means('how long it takes', '一周') @Text(200) duration!: string;
  @Means('who is responsible, by the post', '销售工程师') @Text(200) responsible!: string;
  @Means('what is done', '现场勘察') @Text(2_000) content!: string;
}

export class KitContentRequest {
  @Means('INTRODUCTION, COMPANY_PROFILE, CONTACT; may stand in PRODUCTS_SERVICES', '400-000-0000')
  @Optional()
  @Text(2_000)
  text?: string;
  @Means('PRODUCTS_SERVICES: pictures, charts and tables') @Optional() @References(50) media?: string[];
  @Means('PRODUCTS_SERVICES: what is better than at competitors')
  @Optional()
  @NestedList(() => AdvantageRequest, 50)
  advantagesVsCompetitors?: AdvantageRequest[];
  @Means('CUSTOMER_CASES: cases, all of them approved when the kit is published')
  @Optional()
  @Uuids()
  caseStudyIds?: string[];
  @Means('TECHNICAL_SUPPORT: who develops (研发团队)') @Optional() @Text(2_000) rdTeam?: string;
  @Means('TECHNICAL_SUPPORT: what we are able to do (技术实力)') @Optional() @Text(2_000) capability?: string;
  @Means('TECHNICAL_SUPPORT: what we have for it (先进设备)') @Optional() @Text(2_000) equipment?: string;
  @Means('AFTERSALES_SERVICE: months of warranty') @Optional() @Whole(0, 600) warrantyMonths?: number;
  @Means('AFTERSALES_SERVICE: how we repair') @Optional() @Text(2_000) repair?: string;
  @Means('AFTERSALES_SERVICE: how we train') @Optional() @Text(2_000) training?: string;
  @Means('AFTERSALES_SERVICE: what customers say') @Optional() @Texts(2_000) testimonials?: string[];
  @Means('COOPERATION_PROCESS: steps in their order')
  @Optional()
  @NestedList(() => CooperationStepRequest, 50)
  steps?: CooperationStepRequest[];
}

export class WriteSectionRequest {
  @Means('which section', 'CONTACT') @OneOf(KIT_SECTIONS) section!: KitSectionName;
  @Means('what it says: the fields of the section, and no others')
  @Nested(() => KitContentRequest)
  content!: KitContentRequest;
}

export class CasesQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(CASE_STATES) state?: string;
  @Means('only of this project') @Optional() @Uuid() projectId?: string;
  @Means('a part of the title') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(sortsOf('caseStudies')) sort?: string;
}

export class TestimonialRequest {
  @Means('what the customer said', '服务及时') @Text(2_000) text!: string;
  @Means('the person who said it') @Optional() @PersonRef() personRef?: string;
  @Means('consent to showing it; without it the case is not approved', 'CONSENT-3')
  @Optional()
  @Reference()
  consentRef?: string;
}

export class CaseRequest {
  @Means('title of the case', '市第一人民医院中央空调') @Text(200) title!: string;
  @Means('background (背景)', '新建门诊楼') @Text(2_000) background!: string;
  @Means('challenge (挑战)', '工期紧') @Text(2_000) challenge!: string;
  @Means('solution (解决方案)', '分批供货') @Text(2_000) solution!: string;
  @Means('result (结果)', '提前两周投用') @Text(2_000) result!: string;
  @Means('project that it tells of') @Optional() @Uuid() projectId?: string;
  @Means('what a customer said of it')
  @Optional()
  @Nested(() => TestimonialRequest)
  testimonial?: TestimonialRequest;
}

export class LinesQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(PRODUCT_LINE_STATES) state?: string;
  @Means('only of this kind') @Optional() @OneOf(PRODUCT_LINE_KINDS) kind?: string;
  @Means('a part of the code or the name') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(sortsOf('productLines')) sort?: string;
}

export class ProductLineRequest {
  @Means('name of the product line', '离心式冷水机组') @Text(200) name!: string;
  @Means('kind of what it offers', 'EQUIPMENT') @OneOf(PRODUCT_LINE_KINDS) kind!: ProductLineKind;
  @Means('processes of a building project in which it is bought', ['PLANNING_DESIGN', 'CONSTRUCTION_2'])
  @SomeOf(CONSTRUCTION_PROCESSES)
  targetProcesses!: ConstructionProcess[];
  @Means('work packages in which it is bought', ['HVAC'])
  @Optional()
  @SomeOf(WORK_PACKAGES)
  targetWorkPackages?: WorkPackage[];
  @Means('what a member must be qualified in who sells it on a key project', ['EXPERTISE'])
  @Optional()
  @SomeOf(QUALIFICATION_KINDS)
  requiredQualifications?: QualificationKind[];
}

export class DefineLineRequest extends ProductLineRequest {
  @Means('its code, for ever', 'CHILLER') @Reference() code!: string;
}

export class PoliciesQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(POLICY_STATES) state?: string;
  @Means('only of this kind') @Optional() @OneOf(POLICY_KINDS) kind?: string;
  @Means('a part of the code or the title') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(sortsOf('salesPolicies')) sort?: string;
}

export class ResponsibilityRequest {
  @Means('step of the process', '信息核查') @Text(200) step!: string;
  @Means('who is responsible for it, by the post', '业务员') @Text(200) role!: string;
}

export class PolicyRequest {
  @Means('code of the policy; published again it is the next version', 'ZD-01') @Reference() code!: string;
  @Means('title of the policy', '销售流程管理制度') @Text(200) title!: string;
  @Means('what it rules', 'SALES_PROCESS') @OneOf(POLICY_KINDS) kind!: PolicyKind;
  @Means('the document', 'DOC-ZD-01-1') @Reference() docRef!: string;
  @Means('first day on which it holds', '2025-04-01') @BusinessDate() validFrom!: string;
  @Means('who is responsible for which step (各环节职责)')
  @Optional()
  @NestedList(() => ResponsibilityRequest, 50)
  responsibilities?: ResponsibilityRequest[];
}
