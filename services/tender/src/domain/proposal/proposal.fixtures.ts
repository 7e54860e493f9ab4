import type { OfferedLine } from '@engsales/values';
import type { ModeFacts } from '../offers/mode-facts.js';
import type { ProposalWords } from './proposal.commands.js';

export const PROPOSAL_ID = '4a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c51';
export const LEAD_ID = '4a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c52';
export const CASE_ID = '4a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c53';
export const AGREEMENT_ID = '4a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c54';

export const MANAGER = { id: 'wang-fang', role: 'SALES_MANAGER' };
export const LEADER = { id: 'chen-zong', role: 'COMPANY_LEADER' };
export const TIMER = { id: 'system:timer', role: 'SYSTEM' };

/** Two chillers: 3,720,000.00 yuan. */
export const LINE: OfferedLine = {
  lineId: 'L1',
  itemCode: 'CH-2000',
  name: '离心式冷水机组',
  qty: '2',
  uom: '台',
  unitPrice: '1860000.00',
  taxRateBps: 1_300,
  fulfilment: 'MAKE',
  committedDate: '2025-09-01',
};

/** A margin of 12 %. */
export const aQuotation: ProposalWords = {
  kind: 'QUOTATION',
  leadId: LEAD_ID,
  title: '门诊楼中央空调报价',
  customer: { partyId: 'party-1', name: '临江市第二人民医院' },
  answers: [{ painPoint: '机房空间不足', solution: '模块化机组' }],
  solutionRef: 'DOC-230',
  advantages: [{ text: '能效高于国标一级', evidenceRef: 'DOC-231' }],
  lines: [LINE],
  costFen: 327_360_000,
  paymentTerms: '预付 30%',
  warrantyTerms: { defectsLiabilityMonths: 24 },
  deliveryDays: 120,
  caseStudyIds: [CASE_ID],
};

export const aBudget: ProposalWords = {
  kind: 'BUDGET',
  title: '门诊楼空调预算',
  customer: { name: '临江市第二人民医院' },
  answers: [],
  advantages: [],
  lines: [],
  caseStudyIds: [],
};

export const ownProduction: ModeFacts = { decision: { mode: 'OWN_PRODUCTION' } };
