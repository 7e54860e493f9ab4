import type { ConstructionPhase, ConstructionProcess } from '../domain/construction.values.js';
import type { KeyPersonKind, LeadState, SupportLevel } from '../domain/lead/lead.values.js';
import type { PartyRole } from '../domain/party/party.values.js';

/** What codes of a lead are called on paper. */
export const LEAD_STATE: Readonly<Record<LeadState, string>> = {
  CAPTURED: '已登记',
  QUALIFYING: '核查中',
  DEVELOPING: '推进中',
  CONVERTED: '已转化',
  CLOSED: '已结束',
  ABANDONED: '已放弃',
  MERGED: '已合并',
};

export const CONSTRUCTION_PHASE: Readonly<Record<ConstructionPhase, string>> = {
  LAND_ACQUISITION: '获取土地',
  CONSTRUCTION_START: '开工',
  SALES_OPENING: '开盘',
  SALES_CLEARANCE: '清盘',
  MOVE_IN: '入住',
};

export const CONSTRUCTION_PROCESS: Readonly<Record<ConstructionProcess, string>> = {
  LAND_OBTAINING: '取得土地',
  PLANNING_DESIGN: '规划设计',
  CONSTRUCTION_PREPARATION: '施工准备',
  CONSTRUCTION_1: '施工一阶段',
  CONSTRUCTION_2: '施工二阶段',
  PRE_SALE: '预售',
  SALES: '销售',
  CLEARANCE: '清盘',
  COMPLETION_MOVE_IN: '竣工入住',
  AFTERSALES_TRANSFER: '售后移交',
};

export const PARTY_ROLE: Readonly<Record<PartyRole, string>> = {
  OWNER: '业主',
  USER: '使用方',
  DEVELOPER: '开发商',
  DESIGN_INSTITUTE: '设计院',
  CONTRACTOR: '施工单位',
  SUPERVISOR: '监理',
  PROPERTY: '物业',
  MANUFACTURER: '厂家',
  COMPETITOR: '竞争对手',
  PARTNER: '合作方',
  AGENT: '代理商',
  TENDER_AGENCY: '招标代理',
  BANK: '银行',
  OTHER: '其他',
};

export const KEY_PERSON_KIND: Readonly<Record<KeyPersonKind, string>> = {
  DECISION_MAKER: '决策人',
  TECHNICAL_KEY: '技术关键人',
  COMMERCIAL_KEY: '商务关键人',
};

export const SUPPORT_LEVEL: Readonly<Record<SupportLevel, string>> = {
  SUPPORTS: '支持',
  NEUTRAL: '中立',
  OPPOSES: '反对',
  UNKNOWN: '未知',
};
