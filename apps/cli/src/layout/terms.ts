import type { Terms } from '@engsales/sheets';

export type RowType = 'CONTRACT' | 'LINE' | 'MILESTONE' | 'TRIGGERED' | 'RECEIPT' | 'GOODS';

export const ROW_TYPES = {
  CONTRACT: ['合同'],
  LINE: ['明细'],
  MILESTONE: ['节点'],
  TRIGGERED: ['触发'],
  RECEIPT: ['收款'],
  GOODS: ['发货'],
} satisfies Record<RowType, readonly string[]>;

export const labelOf = (rowType: RowType): string => ROW_TYPES[rowType][0] ?? rowType;

export const OPERATION_MODES: Terms = { OWN_PRODUCTION: ['自产', '自营'], BUYOUT: ['买断'], AGENCY: ['代理'] };

export const FULFILMENTS: Terms = { MAKE: ['自制'], BUY: ['外购'], AGENCY: ['代理'], SERVICE: ['服务'] };

export const MILESTONE_KINDS: Terms = {
  DEPOSIT: ['定金'],
  ADVANCE: ['预付款'],
  PROGRESS: ['进度款'],
  PRE_SHIPMENT: ['提货款', '发货款'],
  DELIVERY: ['到货款'],
  INSTALLATION: ['安装款'],
  ACCEPTANCE: ['验收款'],
  RETENTION: ['质保金'],
};

export const TRIGGERS: Terms = {
  SIGNED: ['签订', '合同签订'],
  GOODS_READY: ['备货完成', '货物备妥'],
  DISPATCHED: ['发货'],
  DELIVERED: ['到货', '签收'],
  INSTALLED: ['安装完成'],
  ACCEPTED: ['验收', '验收合格'],
  DATE: ['约定日期'],
};

export const GATES: Terms = { NONE: ['无'], RELEASE_PRODUCTION: ['放行生产', '投产'], DISPATCH: ['放行发货', '发货'] };

export const INSTRUMENTS: Terms = {
  TRANSFER: ['转账', '电汇'],
  BANK_ACCEPTANCE: ['银行承兑汇票', '银承'],
  COMMERCIAL_ACCEPTANCE: ['商业承兑汇票', '商承'],
  OFFSET: ['抵账'],
};

export const SOURCES: Terms = { TENDER: ['招标', '招投标'], NEGOTIATION: ['议标', '议标谈判'] };

export const SCOPES: Terms = { ANY: ['任一'], ALL: ['全部'] };
