import type { KitSectionName } from '../domain/sales-kit/sales-kit.values.js';
import type { Metric, PlanState, ResourceKind, StrategyType, Unit } from '../domain/sales-plan/sales-plan.values.js';

/** What the codes of sales are called on papers. */
export const PLAN_STATE: Readonly<Record<PlanState, string>> = {
  DRAFT: '草稿',
  SUBMITTED: '已提交',
  APPROVED: '已批准',
  IN_EXECUTION: '执行中',
  EVALUATED: '已评估',
  CANCELLED: '已取消',
};

export const METRIC: Readonly<Record<Metric, string>> = {
  REVENUE_FEN: '销售额',
  RECEIPTS_FEN: '回款额',
  NEW_CUSTOMER_COUNT: '新客户数',
  CUSTOMER_COUNT: '客户数',
  REPEAT_PURCHASE_RATE: '重复购买率',
  CUSTOMER_SATISFACTION: '客户满意度',
};

export const UNIT: Readonly<Record<Unit, string>> = { FEN: '元', COUNT: '家', SCORE_X100: '分', BPS: '%' };

export const STRATEGY: Readonly<Record<StrategyType, string>> = {
  CHANNEL: '渠道',
  PROMOTION: '推广',
  PRICING: '定价',
  RELATIONSHIP: '客户关系',
  CUSTOMER_DEVELOPMENT: '客户开发',
  SERVICE: '服务',
  DIFFERENTIATION: '差异化',
  TRAINING: '培训',
};

export const RESOURCE: Readonly<Record<ResourceKind, string>> = {
  PEOPLE: '人',
  MONEY: '财',
  MATERIAL: '物',
  TIME: '时间',
};

export const KIT_SECTION: Readonly<Record<KitSectionName, string>> = {
  INTRODUCTION: '一、引言',
  COMPANY_PROFILE: '二、公司简介',
  PRODUCTS_SERVICES: '三、产品与服务',
  CUSTOMER_CASES: '四、客户案例',
  TECHNICAL_SUPPORT: '五、技术支持',
  AFTERSALES_SERVICE: '六、售后服务',
  COOPERATION_PROCESS: '七、合作流程',
  CONTACT: '八、联系方式',
};
