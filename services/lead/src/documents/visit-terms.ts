import type {
  Advice,
  PackingItem,
  QuestionTopic,
  Signal,
  VisitPurpose,
  VisitState,
} from '../domain/visit/visit.values.js';

/** What codes of a visit are called on paper. */
export const VISIT_STATE: Readonly<Record<VisitState, string>> = {
  PLANNED: '已计划',
  DONE: '已拜访',
  MISSED: '未遇',
  CANCELLED: '已取消',
};

export const VISIT_PURPOSE: Readonly<Record<VisitPurpose, string>> = {
  CALL: '上门拜访',
  SAMPLE_SITE: '样板参观',
  TECHNICAL_EXCHANGE: '技术交流',
  NEGOTIATION: '商务谈判',
  COLLECTION: '催收款项',
  OTHER: '其他',
};

export const PACKING_ITEM: Readonly<Record<PackingItem, string>> = {
  PRODUCT_BROCHURE: '产品样本',
  REFERENCE_LIST: '用户清单',
  POLICY_DOCUMENTS: '政策文件',
  PEN_AND_NOTEBOOK: '笔和记事本',
  BUSINESS_CARDS: '名片',
  OTHER: '其他',
};

export const QUESTION_TOPIC: Readonly<Record<QuestionTopic, string>> = {
  INITIAL_INVESTMENT: '初投资',
  OPERATING_COST: '运行费用',
  FEASIBILITY: '可行性',
  OTHER: '其他',
};

export const SIGNAL: Readonly<Record<Signal, string>> = {
  TIRED: '疲倦',
  READY_TO_SIGN: '有意签约',
  HESITANT: '犹豫',
  ANNOYED: '反感',
  INTERESTED: '感兴趣',
};

export const ADVICE_WORDS: Readonly<Record<Advice, string>> = {
  REST: '稍作休息',
  PROPOSE_SIGNING: '提出签约',
  ANSWER_QUESTIONS: '解答疑问',
  CHANGE_TOPIC: '转换话题',
  GO_DEEPER: '深入介绍',
};
