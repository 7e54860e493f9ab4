import { CONFIRMED, LEADS, liNa, manager, type Market } from './leads.fixtures.js';

export const VISITS = '/api/v1/visits';
export const SAMPLES = '/api/v1/sample-projects';
export const CHANNELS = '/api/v1/channels';
export const FOLLOW_UPS = '/api/v1/follow-ups';
export const TEAMS = '/api/v1/sales-teams';
export const MEMBERS = '/api/v1/sales-members';

/** A plan of a visit that lacks nothing. */
export const aVisit = (leadId: string, plannedAt: string) => ({
  leadId,
  plannedAt,
  purpose: 'CALL',
  outline: {
    route: [{ place: '行政楼 302', transport: '地铁' }],
    meet: { post: '基建科科长' },
    fallback: { who: { post: '副科长' }, approach: '电话预约' },
    target: { who: { post: '分管副院长' }, approach: '请科长引荐' },
    topics: ['能耗'],
    expectedDemands: [{ demand: '降价', response: '说明能效收益' }],
    possibleOutcomes: [{ outcome: '推迟决定', countermeasure: '约定答复日期' }],
  },
});

export const aCall = (leadId: string, on: string) => ({
  subject: { type: 'LEAD', id: leadId },
  medium: 'PHONE',
  on,
  summary: '已发样本',
});

export const aSample = (leadId: string, productLineId: string) => ({
  leadId,
  mode: 'PAID',
  productLineId,
  site: '门诊楼大厅',
  scope: '两台风机盘管',
  costFen: 3_000_000,
  priceFen: 2_000_000,
  payOnSatisfaction: false,
});

export const productLine = (market: Market, code: string, words: object = {}): Promise<string> =>
  market.begun(manager, '/api/v1/product-lines', {
    code,
    name: code,
    kind: 'EQUIPMENT',
    targetProcesses: [],
    ...words,
  });

export async function activeChannel(market: Market, name: string, on = '2025-03-07'): Promise<string> {
  const words = { name, type: 'DIRECT', regions: [], productLineIds: [], managerId: 'wang-fang' };
  const channelId = await market.begun(manager, CHANNELS, words);
  await market.done(manager, `${CHANNELS}/${channelId}/activate-channel`, { on });
  return channelId;
}

/** A lead of li-na whose project is registered with this party. */
export async function registered(
  market: Market,
  words: { readonly projectName: string } & Readonly<Record<string, unknown>>,
  party: { readonly partyId: string; readonly contactId: string },
  productLineIds: readonly string[] = [],
): Promise<string> {
  const hint = { city: '临江市', source: 'DESIGN_INSTITUTE', ...words };
  const leadId = await market.begun(liNa, LEADS, hint);
  const contactRegister = [{ ...party, role: '基建' }];
  await market.done(liNa, `${LEADS}/${leadId}/register-project`, { contactRegister, productLineIds });
  return leadId;
}

/** Such a lead in DEVELOPING, whose decision maker is known. */
export async function qualified(
  market: Market,
  words: { readonly projectName: string } & Readonly<Record<string, unknown>>,
  party: { readonly partyId: string; readonly contactId: string },
): Promise<string> {
  const leadId = await registered(market, words, party);
  const at = `${LEADS}/${leadId}`;
  await market.done(liNa, `${at}/record-stakeholder`, { partyId: party.partyId, role: 'OWNER' });
  const description = { scale: '800 床', fundingSource: '财政', fundingStatus: 'SECURED' };
  await market.done(liNa, `${at}/describe-project`, description);
  await market.done(liNa, `${at}/record-needs`, { equipment: [{ name: '冷水机组' }], technology: ['磁悬浮'] });
  for (const item of CONFIRMED) await market.done(liNa, `${at}/confirm-checklist-item`, { item, evidence: '批复' });
  await market.done(liNa, `${at}/confirm-checklist-item`, {
    item: 'DESIGN_INSTITUTE_CONFIRMED',
    evidence: '业主自行设计',
    notApplicableReason: '无设计院',
  });
  const decider = { ...party, kind: 'DECISION_MAKER', supportLevel: 'SUPPORTS' };
  await market.done(liNa, `${at}/identify-key-person`, decider);
  return leadId;
}

/** Converts a qualified lead; its tender. */
export async function tendered(market: Market, leadId: string, estimatedAmountFen: number): Promise<string> {
  await market.done(liNa, `${LEADS}/${leadId}/convert-lead`, { route: 'TENDER', estimatedAmountFen });
  const { pursuits } = await market.get(`${LEADS}/${leadId}`);
  return String(pursuits.at(-1).id);
}
