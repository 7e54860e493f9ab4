import type { LeadThen } from '../lead-then.js';
import type { PartyThen } from '../party-then.js';
import type { OutlineWords, PlanWords, ReportWords } from './visit.commands.js';

export const VISIT_ID = 'e4f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a21';
export const LEAD_ID = 'e4f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a22';
export const OWNER_PARTY = 'e4f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a23';
export const CONTACT_ID = 'e4f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a24';
export const COMPETITOR = 'e4f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a25';
export const LINE_ID = 'e4f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a26';

export const aLead: LeadThen = {
  leadId: LEAD_ID,
  projectId: LEAD_ID,
  state: 'QUALIFYING',
  salespersonId: 'li-na',
};
export const theOwner: PartyThen = {
  partyId: OWNER_PARTY,
  state: 'ACTIVE',
  roles: ['OWNER'],
  contactIds: [CONTACT_ID],
};
export const theCompetitor: PartyThen = {
  partyId: COMPETITOR,
  state: 'ACTIVE',
  roles: ['COMPETITOR'],
  contactIds: [],
};

export const anOutline: OutlineWords = {
  route: [{ place: '行政楼 302', transport: '地铁' }],
  meet: { partyId: OWNER_PARTY, contactId: CONTACT_ID },
  fallback: { who: { post: '副科长' }, approach: '电话预约' },
  target: { who: { post: '分管副院长' }, approach: '请科长引荐' },
  topics: ['能耗', '交期'],
  expectedDemands: [{ demand: '降价', response: '说明能效收益' }],
  possibleOutcomes: [{ outcome: '推迟决定', countermeasure: '约定答复日期' }],
};

/** Everything is packed. */
export const packed = (
  ['PRODUCT_BROCHURE', 'REFERENCE_LIST', 'POLICY_DOCUMENTS', 'PEN_AND_NOTEBOOK', 'BUSINESS_CARDS'] as const
).map((item) => ({ item, packed: true }));

export const aPlan: PlanWords = {
  leadId: LEAD_ID,
  plannedAt: '2025-03-12T01:00:00.000Z',
  purpose: 'CALL',
  companionIds: ['zhao-lei'],
  outline: anOutline,
  checklist: packed,
  preparationNotes: '带样本',
  lead: aLead,
  parties: [theOwner],
  otherDays: [],
};

export const aReport: ReportWords = {
  heldOn: '2025-03-12',
  result: 'DONE',
  met: [{ partyId: OWNER_PARTY, contactId: CONTACT_ID }],
  smallTalk: ['孩子高考'],
  customerSaid: ['预算已批'],
  weSaid: [{ text: '同类项目节能 30%', aboutPartyId: COMPETITOR, evidenceRef: 'EV-1' }],
  tone: '友好',
  customerView: '认可品牌',
  questions: [{ topic: 'OPERATING_COST', question: '电费多少？', answer: '每平米 12 元' }],
  signals: ['READY_TO_SIGN', 'TIRED'],
  disputed: [
    { point: '噪声', writtenMaterialDueOn: '2025-03-20' },
    { point: '工期', writtenMaterialDueOn: '2025-03-21' },
  ],
  productLineIdsPresented: [LINE_ID],
  outcome: '下周技术交流',
  nextFollowUpOn: '2025-03-19',
  lead: aLead,
  parties: [theOwner, theCompetitor],
  knownLineIds: [LINE_ID],
};

export const aMiss = { heldOn: '2025-03-12', result: 'MISSED', met: [], customerSaid: [], weSaid: [] } as const;
