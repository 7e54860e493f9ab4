import type { ProposalKind, ProposalState } from '../domain/proposal/proposal.values.js';
import type { AssessmentState, Conclusion, RiskItem } from '../domain/risk-assessment/risk-assessment.values.js';

/** What the codes of offers are called on papers. */
export const RISK_ITEM: Readonly<Record<RiskItem, string>> = {
  CREDIT: '客户信用',
  FUNDING: '资金落实',
  TECHNICAL: '技术',
  DELIVERY: '供货',
  PRICE: '价格',
  PAYMENT: '付款条件',
  LEGAL: '法律合规',
};

export const CONCLUSION: Readonly<Record<Conclusion, string>> = {
  FEASIBLE: '可行',
  CONDITIONAL: '有条件可行',
  NOT_FEASIBLE: '不可行',
};

export const ASSESSMENT_STATE: Readonly<Record<AssessmentState, string>> = {
  DRAFT: '草稿',
  SUBMITTED: '待批准',
  APPROVED: '已批准',
  REJECTED: '已驳回',
};

export const PROPOSAL_TITLE: Readonly<Record<ProposalKind, string>> = {
  BUDGET: '预算报价单',
  SOLUTION: '方案书',
  QUOTATION: '报价单',
};

export const PROPOSAL_STATE: Readonly<Record<ProposalState, string>> = {
  DRAFT: '草稿',
  PENDING_APPROVAL: '待批准',
  APPROVED: '已批准，未发出',
  SENT: '已发出',
  ACCEPTED: '已接受',
  DECLINED: '未被接受',
  EXPIRED: '已过有效期',
  CANCELLED: '已取消',
};
