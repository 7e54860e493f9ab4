export const PLAN_STATES = ['DRAFT', 'SUBMITTED', 'APPROVED', 'IN_EXECUTION', 'EVALUATED', 'CANCELLED'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** YEARLY fills in targets, strategies and a risk of a usual year. */
export const PLAN_TEMPLATES = ['NONE', 'YEARLY'] as const;
export type PlanTemplate = (typeof PLAN_TEMPLATES)[number];

export const METRICS = [
  'REVENUE_FEN',
  'RECEIPTS_FEN',
  'NEW_CUSTOMER_COUNT',
  'CUSTOMER_COUNT',
  'REPEAT_PURCHASE_RATE',
  'CUSTOMER_SATISFACTION',
] as const;
export type Metric = (typeof METRICS)[number];

export const UNITS = ['FEN', 'COUNT', 'SCORE_X100', 'BPS'] as const;
export type Unit = (typeof UNITS)[number];

/** In what each metric is measured. */
export const UNIT_OF_METRIC: Readonly<Record<Metric, Unit>> = {
  REVENUE_FEN: 'FEN',
  RECEIPTS_FEN: 'FEN',
  NEW_CUSTOMER_COUNT: 'COUNT',
  CUSTOMER_COUNT: 'COUNT',
  REPEAT_PURCHASE_RATE: 'BPS',
  CUSTOMER_SATISFACTION: 'SCORE_X100',
};

export const STRATEGY_TYPES = [
  'CHANNEL',
  'PROMOTION',
  'PRICING',
  'RELATIONSHIP',
  'CUSTOMER_DEVELOPMENT',
  'SERVICE',
  'DIFFERENTIATION',
  'TRAINING',
] as const;
export type StrategyType = (typeof STRATEGY_TYPES)[number];

/** What is allocated (资源的分配). */
export const RESOURCE_KINDS = ['PEOPLE', 'MONEY', 'MATERIAL', 'TIME'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** The steps that a plan has before it is submitted. */
export const PLAN_STEPS = ['TARGETS', 'MARKET_ANALYSIS', 'STRATEGIES', 'ACTIONS_AND_BUDGET'] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** What can be adjusted while the plan is in execution. */
export const PLAN_PARTS = ['TARGETS', 'STRATEGIES', 'ACTIONS_AND_BUDGET'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];
