import type { OperationMode } from '../domain/offers/offer.values.js';
import type {
  BidState,
  BidVolume,
  EnvelopeStructure,
  NoBidReason,
  TenderMethod,
  TenderState,
} from '../domain/tender/tender.values.js';

/** What the codes of tenders are called on papers. */
export const TENDER_STATE: Readonly<Record<TenderState, string>> = {
  REGISTERED: '已登记',
  PUBLISHED: '已公告',
  PREPARING: '编制中',
  SUBMITTED: '已递交',
  OPENED: '已开标',
  AWARDED: '已中标',
  CONTRACTED: '已签约',
  LOST: '未中标',
  WITHDRAWN: '已撤回',
  NO_BID: '不投标',
  AWARD_DECLINED: '放弃中标',
  AWARD_REVOKED: '中标被取消',
  CANCELLED_BY_OWNER: '流标/废标/终止',
};

export const BID_STATE: Readonly<Record<BidState, string>> = {
  NONE: '未编制',
  DRAFT: '编制中',
  UNDER_REVIEW: '审核中',
  APPROVED: '已批准',
  SEALED: '已封标',
  SUBMITTED: '已递交',
};

export const BID_VOLUME: Readonly<Record<BidVolume, string>> = {
  QUALIFICATION: '资格',
  COMMERCIAL: '商务',
  TECHNICAL: '技术',
  PRICE: '报价',
};

export const METHOD: Readonly<Record<TenderMethod, string>> = {
  OPEN: '公开招标',
  INVITED: '邀请招标',
  NEGOTIATION: '竞争性谈判/磋商',
  SINGLE_SOURCE: '单一来源',
};

export const ENVELOPES: Readonly<Record<EnvelopeStructure, string>> = {
  SINGLE: '单信封',
  TWO: '双信封',
  THREE: '三信封',
};

export const NO_BID_REASON: Readonly<Record<NoBidReason, string>> = {
  UNPROFITABLE: '无利润',
  RISK: '风险过高',
  CAPACITY: '产能不足',
  QUALIFICATION: '资格不符',
  RELATIONSHIP_LACKING: '关系不到位',
  SPEC_UNFAVOURABLE: '技术要求不利',
  LEAD_ABANDONED: '线索放弃',
  DEADLINE_MISSED: '错过截止时间',
  OTHER: '其他',
};

export const MODE: Readonly<Record<OperationMode, string>> = {
  OWN_PRODUCTION: '自产',
  BUYOUT: '买断',
  AGENCY: '代理',
};
