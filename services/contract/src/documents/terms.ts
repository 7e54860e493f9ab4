import type {
  Instrument,
  InvoiceKind,
  MilestoneKind,
  MilestoneStatus,
  OperationMode,
  Trigger,
} from '../domain/contract/contract.values.js';

/** What codes are called on paper. */
export const MILESTONE_KIND: Readonly<Record<MilestoneKind, string>> = {
  DEPOSIT: '定金',
  ADVANCE: '预付款',
  PROGRESS: '进度款',
  PRE_SHIPMENT: '提货款',
  DELIVERY: '到货款',
  INSTALLATION: '安装款',
  ACCEPTANCE: '验收款',
  RETENTION: '质保金',
};

export const MILESTONE_STATUS: Readonly<Record<MilestoneStatus, string>> = {
  PLANNED: '未到期',
  DUE: '应收',
  PART_PAID: '部分收款',
  PAID: '已收讫',
  OVERDUE: '逾期',
  WAIVED: '已豁免',
  CANCELLED: '已取消',
};

export const TRIGGER: Readonly<Record<Trigger, string>> = {
  SIGNED: '合同签订',
  GOODS_READY: '货物备妥',
  DISPATCHED: '发货',
  DELIVERED: '到货签收',
  INSTALLED: '安装完成',
  ACCEPTED: '验收合格',
  DATE: '约定日期',
};

export const INSTRUMENT: Readonly<Record<Instrument, string>> = {
  TRANSFER: '电汇',
  BANK_ACCEPTANCE: '银行承兑',
  COMMERCIAL_ACCEPTANCE: '商业承兑',
  OFFSET: '抵扣',
};

export const INVOICE_KIND: Readonly<Record<InvoiceKind, string>> = {
  VAT_SPECIAL: '增值税专用发票',
  VAT_ORDINARY: '增值税普通发票',
};

export const OPERATION_MODE: Readonly<Record<OperationMode, string>> = {
  OWN_PRODUCTION: '自产',
  BUYOUT: '买断',
  AGENCY: '代理',
};

export const FORM_STATE = {
  DRAFT: '未提交',
  SUBMITTED: '待商务部接收',
  RETURNED: '已退回',
  ACCEPTED: '已接收',
} as const;
