import { randomUUID } from 'node:crypto';
import { keptPerson } from '../../../tools/testing/kept-person.js';
import { eventually } from '../../../tools/testing/eventually.js';
import type { Person } from '../../../tools/testing/service-under-test.js';
import { LEADS, liNa, manager, Market, zhaoLei } from './leads.fixtures.js';
import {
  activeChannel,
  aCall,
  aSample,
  aVisit,
  FOLLOW_UPS,
  productLine,
  registered,
  SAMPLES,
  VISITS,
} from './lead-world.fixtures.js';

/** The clock goes forward from test to test, from Friday, 2025-03-07. */
describe('what stands around a lead', () => {
  const market = new Market();
  let party: { partyId: string; contactId: string };
  beforeAll(async () => {
    await market.begin('2025-03-07T01:00:00Z', { LEAD_RECYCLE_DAYS: '0' });
    party = await market.party('临江市第二人民医院');
  });
  afterAll(() => market.service.stop());

  const hear = (projectName: string, words: object = {}, by: Person = liNa) =>
    market.begun(by, LEADS, { projectName, city: '临江市', source: 'DESIGN_INSTITUTE', ...words });
  const on = (leadId: string, command: string, body: object = {}, by: Person = liNa) =>
    market.done(by, `${LEADS}/${leadId}/${command}`, body);

  describe('what was said (L-84, L-87)', () => {
    let leadId = '';
    let channelId = '';
    const said = async (query: Record<string, string>) =>
      ((await market.list('follow-ups', query)).items as { summary: string }[]).map(({ summary }) => summary);
    beforeAll(async () => {
      leadId = await hear('通话之家');
      channelId = await activeChannel(market, '通话渠道');
      const call = { subject: { type: 'LEAD', id: leadId }, medium: 'PHONE' };
      const talks = [
        { ...call, on: '2025-03-03', summary: '初次 通话' },
        { ...call, on: '2025-03-05', summary: '发样本', medium: 'EMAIL', nextFollowUpOn: '2025-03-28', ...party },
        { ...call, on: '2025-03-04', summary: '误登' },
        { ...call, on: '2025-03-06', summary: '渠道协议', subject: { type: 'CHANNEL', id: channelId } },
        { ...call, on: '2025-03-06', summary: '拜年', subject: { type: 'PARTY', id: party.partyId }, medium: 'WECHAT' },
      ];
      for (const talk of talks) await market.done(liNa, FOLLOW_UPS, talk);
    });

    it('is listed the last first, by subject, medium and a part of it, page by page', async () => {
      expect(await said({ subjectId: leadId })).toEqual(['发样本', '误登', '初次 通话']);
      expect(await said({ subjectType: 'CHANNEL' })).toEqual(['渠道协议']);
      expect(await said({ subjectType: 'LEAD', medium: 'EMAIL' })).toEqual(['发样本']);
      expect(await said({ medium: 'WECHAT' })).toEqual(['拜年']);
      expect(await said({ q: '次通' })).toEqual(['初次 通话']);
      expect(await said({ subjectId: randomUUID() })).toEqual([]);
      const first = await market.list('follow-ups', { subjectId: leadId, limit: '2' });
      expect(await said({ subjectId: leadId, limit: '2', cursor: String(first.nextCursor) })).toEqual(['初次 通话']);
    });

    it('stays in the list as annulled, and counts from its number', async () => {
      const [mistaken] = (await market.list('follow-ups', { q: '误登' })).items as { logId: string }[];
      await market.done(liNa, `${FOLLOW_UPS}/${mistaken?.logId}/annul-follow-up`, { entryNo: 3, reason: '登记错项目' });
      const { items } = await market.list('follow-ups', { subjectId: leadId });
      expect(items).toHaveLength(3);
      expect(items[0]).toMatchObject({
        entryNo: 2,
        subjectType: 'LEAD',
        on: '2025-03-05',
        ...party,
        nextFollowUpOn: '2025-03-28',
        by: 'li-na',
        annulled: false,
      });
      expect(items[1]).toMatchObject({ entryNo: 3, annulled: true });
    });
  });

  it('is on one page: the clock, what was said but not annulled, visits, samples, parties, and what was merged', async () => {
    const leadId = await registered(market, { projectName: '图书馆' }, party);
    const merged = await hear('图书馆新馆');
    await on(merged, 'merge-lead', { intoLeadId: leadId, reason: '同一项目' }, manager);
    const institute = await market.party('临江设计院', ['DESIGN_INSTITUTE']);
    await on(leadId, 'record-stakeholder', { partyId: institute.partyId, role: 'DESIGN_INSTITUTE' });
    const { id: callId } = await market.done(liNa, FOLLOW_UPS, { ...aCall(leadId, '2025-03-07'), summary: '误登' });
    await market.done(liNa, `${FOLLOW_UPS}/${String(callId)}/annul-follow-up`, { entryNo: 1, reason: '有误' });
    await market.done(liNa, FOLLOW_UPS, { ...aCall(leadId, '2025-03-06'), summary: '约面谈' });
    const visits = [
      await market.begun(liNa, VISITS, aVisit(leadId, '2025-03-17T02:00:00Z')),
      await market.begun(liNa, VISITS, aVisit(leadId, '2025-03-24T02:00:00Z')),
    ];
    const sampleProjectId = await market.begun(liNa, SAMPLES, aSample(leadId, await productLine(market, 'CHILLER')));
    const clock = async () => (await market.list(`leads/${leadId}/card`)).clock as object | null;
    await eventually(async () => (await clock()) !== null, 'the clock runs');
    const card = await market.list(`leads/${leadId}/card`);
    expect(card.lead).toMatchObject({ state: 'QUALIFYING', projectName: '图书馆', stakeholders: [{}] });
    expect((card.parties as { name: string }[]).map(({ name }) => name).toSorted()).toEqual(
      ['临江市第二人民医院', '临江设计院'].toSorted(),
    );
    expect({ ...card, lead: undefined, parties: undefined }).toEqual({
      clock: { level: 0, strikesOn: '2025-03-13', lastOn: '2025-03-07' },
      followUps: [{ on: '2025-03-06', medium: 'PHONE', summary: '约面谈', by: 'li-na' }],
      visits: [
        { visitId: visits[1], state: 'PLANNED', plannedAt: '2025-03-24T02:00:00.000Z', purpose: 'CALL' },
        { visitId: visits[0], state: 'PLANNED', plannedAt: '2025-03-17T02:00:00.000Z', purpose: 'CALL' },
      ],
      samples: [{ sampleProjectId, state: 'PROPOSED', site: '门诊楼大厅' }],
      merged: [
        { leadId: merged, leadNo: `XS-20250307-${merged.slice(0, 6).toUpperCase()}`, projectName: '图书馆新馆' },
      ],
    });
    expect((await market.service.get(liNa, `${LEADS}/${randomUUID()}/card`)).status).toBe(404);
  });

  it('are those who have a say: each party once with its roles, its key persons, and a person masked (L-24, L-25)', async () => {
    const leadId = await registered(market, { projectName: '音乐厅' }, party);
    for (const role of ['OWNER', 'USER']) await on(leadId, 'record-stakeholder', { partyId: party.partyId, role });
    for (const kind of ['DECISION_MAKER', 'TECHNICAL_KEY']) {
      await on(leadId, 'identify-key-person', { ...party, kind, supportLevel: 'NEUTRAL' });
    }
    await on(leadId, 'drop-key-person', { ...party, kind: 'TECHNICAL_KEY', reason: '已调离' });
    const personRef = await keptPerson(market.service, liNa, '钱多多');
    const words = { kind: 'INDIVIDUAL', personRef, roles: ['PARTNER'] };
    const partner = await market.begun(liNa, '/api/v1/parties', words);
    await on(leadId, 'record-stakeholder', { partyId: partner, role: 'PARTNER' });
    const { items } = await market.list(`leads/${leadId}/stakeholders`);
    expect(items).toHaveLength(2);
    expect(items).toContainEqual(
      expect.objectContaining({ partyId: partner, name: null, kind: 'INDIVIDUAL', roles: ['PARTNER'], keyPersons: [] }),
    );
    const owner = (items as { partyId: string }[]).find(({ partyId }) => partyId === party.partyId);
    expect(owner).toMatchObject({
      roles: ['OWNER', 'USER'],
      keyPersons: [{ kind: 'DECISION_MAKER', supportLevel: 'NEUTRAL', post: '基建科科长' }],
    });
    expect(JSON.stringify(items)).toContain('钱*多');
    expect(JSON.stringify(items)).not.toMatch(/钱多多|王建国/);
  });

  it('is the time that it was in each state of each attempt, and who moved it (L-43)', async () => {
    const leadId = await hear('体育馆');
    await market.goTo('2025-03-10T01:00:00Z');
    const contactRegister = [{ ...party, role: '基建' }];
    await on(leadId, 'register-project', { contactRegister });
    await market.goTo('2025-03-12T15:59:59Z');
    await on(leadId, 'abandon-lead', { reason: 'NO_FUNDING', note: '停建' });
    await market.goTo('2025-03-16T16:00:00Z');
    await on(leadId, 'revive-lead', { trigger: 'FUNDING_SECURED', note: '已落实' }, manager);
    await on(leadId, 'assess-relationship', { level: 'STRONG', note: '已拜访' });
    await market.goTo('2025-03-20T01:00:00Z');
    const stretch = (words: object) => ({ attemptNo: 1, by: 'li-na', reason: null, ...words });
    expect(await market.list(`leads/${leadId}/timeline`)).toEqual({
      items: [
        stretch({ state: 'CAPTURED', from: '2025-03-07', to: '2025-03-10', days: 3, event: 'LeadCaptured' }),
        stretch({ state: 'QUALIFYING', from: '2025-03-10', to: '2025-03-12', days: 2, event: 'ProjectRegistered' }),
        stretch({
          state: 'ABANDONED',
          from: '2025-03-12',
          to: '2025-03-17',
          days: 5,
          event: 'LeadAbandoned',
          reason: 'NO_FUNDING',
        }),
        stretch({
          state: 'QUALIFYING',
          attemptNo: 2,
          from: '2025-03-17',
          to: null,
          days: 3,
          event: 'LeadRevived',
          reason: 'FUNDING_SECURED',
          by: 'wang-fang',
        }),
      ],
      merged: [],
    });
    expect(await market.get(`${LEADS}/${leadId}?asOf=2`)).toMatchObject({ state: 'ABANDONED', attemptNo: 1 });
    expect(await market.get(`${LEADS}/${leadId}`)).toMatchObject({ abandonment: null, attemptNo: 2 });
  });

  it('lies in the pool, the last that came first, with whom it was and who has to wait (L-13)', async () => {
    const old = await hear('老泵站', { source: 'BILLBOARD' });
    await on(old, 'release-to-pool', { reason: '无力跟进' }, manager);
    await market.goTo('2025-03-21T01:00:00Z');
    const fresh = await hear('新泵站', { city: '云州市' }, manager);
    const ended = await hear('废泵站', {}, manager);
    await on(ended, 'abandon-lead', { reason: 'OTHER', note: '无人要' }, manager);
    const pool = async (query: Record<string, string> = {}, by: Person = liNa) =>
      (await market.list('lead-pool', query, by)).items as { projectName: string; coolOffUntil: string | null }[];
    const names = async (query: Record<string, string>) => (await pool(query)).map(({ projectName }) => projectName);
    expect(await pool()).toMatchObject([
      { leadId: fresh, releasedOn: '2025-03-21', releaseReason: null, lastHolderId: null, coolOffUntil: null },
      {
        leadId: old,
        state: 'CAPTURED',
        releasedOn: '2025-03-20',
        releaseReason: '无力跟进',
        lastHolderId: 'li-na',
        coolOffUntil: '2025-03-27',
      },
    ]);
    expect(await pool({ source: 'BILLBOARD' }, zhaoLei)).toMatchObject([{ lastHolderId: 'li-na', coolOffUntil: null }]);
    expect(await names({ city: '云州市' })).toEqual(['新泵站']);
    expect(await names({ q: '老 泵' })).toEqual(['老泵站']);
    const { nextCursor } = await market.list('lead-pool', { limit: '1' });
    expect(await names({ limit: '1', cursor: String(nextCursor) })).toEqual(['老泵站']);
    await market.goTo('2025-03-27T01:00:00Z');
    expect(await pool({ source: 'BILLBOARD' })).toMatchObject([{ coolOffUntil: null }]);
    await on(old, 'claim-lead');
    expect(await names({})).toEqual(['新泵站']);
  });
});
