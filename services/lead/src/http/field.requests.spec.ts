import {
  ChannelStartRequest,
  ChannelAssessmentRequest,
  ChannelRequest,
  ReviewPeriodRequest,
} from './channels.requests.js';
import { ChannelController, ChannelsController } from './channels.controller.js';
import { ContactsController } from './contacts.controller.js';
import { PartiesController, PartyController } from './parties.controller.js';
import {
  ContactChangeRequest,
  ContactRequest,
  OrgChartRequest,
  PartyListQuery,
  PartyRequest,
  ContactRemovalRequest,
} from './parties.requests.js';
import { ReasonRequest } from './reason.requests.js';
import { faultsOf, taken } from './requests.fixtures.js';
import { SampleProjectController, SampleProjectsController } from './sample-projects.controller.js';
import {
  SampleAcceptanceRequest,
  SampleInstallationRequest,
  SampleProposalRequest,
  SampleRejectionRequest,
  SamplePaymentRequest,
} from './sample-projects.requests.js';
import { planWords, reportWords } from './visit-words.js';
import { VisitController } from './visits.controller.js';
import { VisitPlanRequest, VisitReportRequest, WrittenMaterialRequest } from './visits.requests.js';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const OTHER = '1f8fad5b-d9cb-469f-a165-70867728950e';
const REASON = { reason: '原因' };
const nothing = undefined as never;

describe('requests about parties', () => {
  const parties = new PartiesController(nothing);
  const party = new PartyController(nothing, nothing, nothing);
  const contacts = new ContactsController();
  const WHOLE = {
    kind: 'ORGANISATION',
    name: '临江二院',
    uscc: '91350100M000100Y43',
    roles: ['OWNER', 'COMPETITOR'],
    customerSegment: 'GOVERNMENT',
    competitorType: 'CONTRACTOR',
    city: '临江',
    industry: '医疗',
  };

  it('carry all that is said of one, at the beginning and later (L-101, L-105)', async () => {
    const body = await taken(PartyRequest, WHOLE);
    expect(parties.registerParty(body)('p-1')).toEqual({ partyId: 'p-1', ...WHOLE });
    expect(party.changeParty(ID, body)).toEqual({ partyId: ID, ...WHOLE });
    const person = { kind: 'INDIVIDUAL', personRef: ID, roles: ['PARTNER'] };
    expect(parties.registerParty(await taken(PartyRequest, person))('p-1')).toEqual({ partyId: 'p-1', ...person });
  });

  it('carry why one is not active any more (L-106)', async () => {
    expect(party.deactivateParty(ID, await taken(ReasonRequest, REASON))).toEqual({ partyId: ID, ...REASON });
    expect(party.reactivateParty(ID, {})).toEqual({ partyId: ID });
    expect(await faultsOf(ReasonRequest, { reason: ' ' })).toEqual(['/reason']);
  });

  it('carry contacts and the chart (L-107, L-108, L-110)', async () => {
    const contact = { personRef: OTHER, post: '科长', department: '基建科' };
    expect(contacts.addContact(ID, await taken(ContactRequest, contact))).toEqual({ partyId: ID, ...contact });
    const changed = { ...contact, contactId: OTHER };
    expect(contacts.changeContact(ID, await taken(ContactChangeRequest, changed))).toEqual({ partyId: ID, ...changed });
    const removed = { contactId: OTHER, ...REASON };
    expect(contacts.removeContact(ID, await taken(ContactRemovalRequest, removed))).toEqual({
      partyId: ID,
      ...removed,
    });
    const units = [
      { unitId: 'U1', name: '院办' },
      { unitId: 'U2', name: '科', parentId: 'U1', headContactId: OTHER },
    ];
    expect(contacts.recordOrgChart(ID, await taken(OrgChartRequest, { units }))).toEqual({ partyId: ID, units });
  });

  it.each([
    ['a kind that there is not', { kind: 'CLUB' }, '/kind'],
    ['a name that is too long', { name: 'x'.repeat(201) }, '/name'],
    ['a person by name', { personRef: '王建国' }, '/personRef'],
    ['a role twice', { roles: ['OWNER', 'OWNER'] }, '/roles'],
    ['a null', { city: null }, '/city'],
    ['a segment that there is not', { customerSegment: 'VIP' }, '/customerSegment'],
  ])('are refused with %s', async (_title, words, pointer) =>
    expect(await faultsOf(PartyRequest, { ...WHOLE, ...words })).toEqual([pointer]),
  );

  it('for a list are refused with what it knows not', async () => {
    expect(await faultsOf(PartyListQuery, { sort: 'name', role: 'OWNER', state: 'ACTIVE', q: '院' })).toEqual([]);
    expect(await faultsOf(PartyListQuery, { sort: 'uscc' })).toEqual(['/sort']);
    expect(await faultsOf(PartyListQuery, { role: 'FRIEND' })).toEqual(['/role']);
  });

  it('for a chart are refused with more than fifty units (L-110)', async () => {
    const units = Array.from({ length: 51 }, (_, n) => ({ unitId: `U${n}`, name: 'x' }));
    expect(await faultsOf(OrgChartRequest, { units })).toEqual(['/units']);
  });
});

describe('requests about channels', () => {
  const channels = new ChannelsController(nothing);
  const channel = new ChannelController(nothing);
  const PLAN = {
    name: '代理',
    type: 'AGENT',
    partyId: 'p-1',
    regions: ['华东'],
    productLineIds: [ID],
    managerId: 'li-na',
  };

  it('carry all that is said (L-160 to L-165)', async () => {
    expect(channels.planChannel(await taken(ChannelRequest, PLAN))('c')).toEqual({ channelId: 'c', ...PLAN });
    const begin = { agreementRef: 'XY-1', on: '2025-03-10' };
    expect(channel.activateChannel(ID, await taken(ChannelStartRequest, begin))).toEqual({
      channelId: ID,
      ...begin,
    });
    const assessment = {
      scores: { sales: 1, loyalty: 5, service: 3 },
      compliance: 'WARNED',
      findings: '一般',
      decision: 'KEEP',
    };
    expect(channel.assessChannel(ID, await taken(ChannelAssessmentRequest, assessment))).toEqual({
      channelId: ID,
      ...assessment,
    });
    const reason = await taken(ReasonRequest, REASON);
    for (const data of [
      channel.suspendChannel(ID, reason),
      channel.reinstateChannel(ID, reason),
      channel.terminateChannel(ID, reason),
    ])
      expect(data).toEqual({ channelId: ID, ...REASON });
  });

  it.each(['2025', '2025-Q4', '2025-12'])('review the period %s (L-163)', async (period) =>
    expect(channel.startChannelReview(ID, await taken(ReviewPeriodRequest, { period }))).toEqual({
      channelId: ID,
      period,
    }),
  );
  it.each(['25', '2025-Q5', '2025-13', '2025-3'])('review no period %s (L-163)', async (period) =>
    expect(await faultsOf(ReviewPeriodRequest, { period })).toEqual(['/period']),
  );

  it.each([
    ['a score beyond five', { scores: { sales: 6, loyalty: 1, service: 1 } }, '/scores/sales'],
    ['a score of nothing', { scores: { sales: 1, loyalty: 0, service: 1 } }, '/scores/loyalty'],
    ['a part of a score', { scores: { sales: 1, loyalty: 1, service: 1.5 } }, '/scores/service'],
    ['a decision that there is not', { decision: 'WAIT' }, '/decision'],
    ['no findings', { findings: '' }, '/findings'],
  ])('assess nothing with %s', async (_title, words, pointer) => {
    const body = {
      scores: { sales: 1, loyalty: 1, service: 1 },
      compliance: 'WARNED',
      findings: 'x',
      decision: 'KEEP',
    };
    expect(await faultsOf(ChannelAssessmentRequest, { ...body, ...words })).toEqual([pointer]);
  });

  it('name one of the staff, never a telephone number', async () =>
    expect(await faultsOf(ChannelRequest, { ...PLAN, managerId: '13800001234' })).toEqual(['/managerId']));
});

describe('requests about visits', () => {
  const visit = new VisitController(nothing);
  const OUTLINE = {
    route: [{ place: '302', transport: '地铁' }],
    meet: { partyId: 'p-1', contactId: OTHER },
    fallback: { who: { post: '副科长' }, approach: '电话' },
    target: { who: { post: '院长' }, approach: '引荐' },
    topics: ['能耗'],
    expectedDemands: [{ demand: '降价', response: '不' }],
    possibleOutcomes: [{ outcome: '推迟', countermeasure: '约定' }],
  };
  const PLAN = {
    leadId: ID,
    plannedAt: '2025-03-12T09:00:00+08:00',
    purpose: 'CALL',
    companionIds: ['zhao-lei'],
    outline: OUTLINE,
    checklist: [{ item: 'OTHER', packed: false }],
    preparationNotes: '带样本',
  };
  const REPORT = {
    heldOn: '2025-03-12',
    result: 'DONE',
    met: [{ partyId: 'p-1', contactId: OTHER }],
    smallTalk: ['天气'],
    customerSaid: ['好'],
    weSaid: [{ text: 'a', aboutPartyId: 'p-1', evidenceRef: 'EV-1' }],
    tone: '友好',
    customerView: '认可',
    questions: [{ topic: 'OTHER', question: '?', answer: '!' }],
    signals: ['TIRED'],
    disputed: [{ point: '噪声', writtenMaterialDueOn: '2025-03-20' }],
    productLineIdsPresented: [ID],
    outcome: '好',
    nextFollowUpOn: '2025-03-19',
  };

  it('carry the whole plan, with its instant in UTC (L-113, L-117)', async () => {
    const body = await taken(VisitPlanRequest, PLAN);
    const words = { ...PLAN, plannedAt: '2025-03-12T01:00:00.000Z' };
    expect(planWords(body)).toEqual(words);
    expect(visit.reviseVisit(OTHER, body)).toEqual({ visitId: OTHER, ...words });
    const bare = { leadId: ID, plannedAt: '2025-03-12T01:00:00Z', purpose: 'CALL', outline: {} };
    expect(planWords(await taken(VisitPlanRequest, bare))).toEqual({
      ...bare,
      plannedAt: '2025-03-12T01:00:00.000Z',
    });
  });

  it('carry the whole report, and empty lists where nothing was said (L-119)', async () => {
    const body = await taken(VisitReportRequest, REPORT);
    expect(reportWords(body)).toEqual(REPORT);
    expect(visit.reportVisit(ID, body)).toEqual({ visitId: ID, ...REPORT });
    const missed = { heldOn: '2025-03-12', result: 'MISSED' };
    expect(reportWords(await taken(VisitReportRequest, missed))).toEqual({
      ...missed,
      met: [],
      customerSaid: [],
      weSaid: [],
    });
  });

  it('carry what is sent, and why one is cancelled (L-118, L-123)', async () => {
    const material = { pointNo: 1, docRef: 'DOC-1', on: '2025-03-12' };
    expect(visit.sendWrittenMaterial(ID, await taken(WrittenMaterialRequest, material))).toEqual({
      visitId: ID,
      ...material,
    });
    expect(visit.cancelVisit(ID, await taken(ReasonRequest, REASON))).toEqual({ visitId: ID, ...REASON });
  });

  it.each([
    ['a day without a time', { plannedAt: '2025-03-12' }, '/plannedAt'],
    ['a purpose that there is not', { purpose: 'LUNCH' }, '/purpose'],
    ['no outline', { outline: undefined }, '/outline'],
    ['a way without a place', { outline: { ...OUTLINE, route: [{ transport: 'x' }] } }, '/outline/route/0/place'],
    ['nobody to fall back on', { outline: { ...OUTLINE, fallback: { approach: 'x' } } }, '/outline/fallback/who'],
    ['a topic that says nothing', { outline: { ...OUTLINE, topics: [''] } }, '/outline/topics'],
    ['something else packed', { checklist: [{ item: 'CAKE', packed: true }] }, '/checklist/0/item'],
  ])('plan nothing with %s', async (_title, words, pointer) =>
    expect(await faultsOf(VisitPlanRequest, { ...PLAN, ...words })).toEqual([pointer]),
  );

  it.each([
    ['a result that there is not', { result: 'LATER' }, '/result'],
    ['a signal that there is not', { signals: ['HUNGRY'] }, '/signals'],
    ['a statement without words', { weSaid: [{ evidenceRef: 'E' }] }, '/weSaid/0/text'],
    ['a question about something else', { questions: [{ topic: 'X', question: '?' }] }, '/questions/0/topic'],
    ['a contact that is none', { met: [{ partyId: 'p-1', contactId: 'c' }] }, '/met/0/contactId'],
    ['a day that there is not', { heldOn: '2025-02-30' }, '/heldOn'],
  ])('report nothing with %s', async (_title, words, pointer) =>
    expect(await faultsOf(VisitReportRequest, { ...REPORT, ...words })).toEqual([pointer]),
  );
});

describe('requests about samples', () => {
  const samples = new SampleProjectsController(nothing);
  const sample = new SampleProjectController(nothing);
  const PROPOSAL = {
    leadId: ID,
    mode: 'PAID',
    productLineId: OTHER,
    site: '大厅',
    scope: '两台',
    costFen: 0,
    priceFen: 1,
    payOnSatisfaction: false,
    nearCompetitorPartyId: 'p-1',
  };

  it('carry all that is said (L-140 to L-147)', async () => {
    const id = { sampleProjectId: ID };
    const proposal = samples.proposeSample(await taken(SampleProposalRequest, PROPOSAL));
    expect(proposal('s')).toEqual({ sampleProjectId: 's', ...PROPOSAL });
    expect(sample.approveSample(ID, {})).toEqual(id);
    const reason = await taken(ReasonRequest, REASON);
    expect([sample.refuseSample(ID, reason), sample.cancelSample(ID, reason)]).toEqual([
      { ...id, ...REASON },
      { ...id, ...REASON },
    ]);
    const on = { on: '2025-03-10' };
    expect(sample.installSample(ID, await taken(SampleInstallationRequest, on))).toEqual({ ...id, ...on });
    const acceptance = { ...on, docRef: 'YS-1', paymentDueOn: '2025-04-06' };
    expect(sample.acceptSample(ID, await taken(SampleAcceptanceRequest, acceptance))).toEqual({ ...id, ...acceptance });
    const rejection = { ...on, ...REASON };
    expect(sample.rejectSample(ID, await taken(SampleRejectionRequest, rejection))).toEqual({ ...id, ...rejection });
    const payment = { ...on, amountFen: 1, bankRef: 'B-1' };
    expect(sample.recordSamplePayment(ID, await taken(SamplePaymentRequest, payment))).toEqual({ ...id, ...payment });
  });

  it.each([
    ['a negative cost', { costFen: -1 }, '/costFen'],
    ['a part of a fen', { priceFen: 0.5 }, '/priceFen'],
    ['an amount as a text', { priceFen: '1' }, '/priceFen'],
    ['a mode that there is not', { mode: 'RENT' }, '/mode'],
    ['a yes that is a text', { payOnSatisfaction: 'yes' }, '/payOnSatisfaction'],
  ])('propose nothing with %s', async (_title, words, pointer) =>
    expect(await faultsOf(SampleProposalRequest, { ...PROPOSAL, ...words })).toEqual([pointer]),
  );

  it('pay nothing with nothing (L-147)', async () =>
    expect(await faultsOf(SamplePaymentRequest, { amountFen: 0, on: '2025-03-10', bankRef: 'B-1' })).toEqual([
      '/amountFen',
    ]));
});
