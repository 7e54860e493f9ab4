import { randomUUID } from 'node:crypto';
import { contractSigned } from '@engsales/events';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import type { Person } from '../../../tools/testing/service-under-test.js';
import { LEADS, liNa, manager, Market, zhaoLei } from './leads.fixtures.js';
import {
  activeChannel,
  aCall,
  aSample,
  aVisit,
  CHANNELS,
  FOLLOW_UPS,
  productLine,
  registered,
  SAMPLES,
  VISITS,
} from './lead-world.fixtures.js';

const cashier: Person = { id: 'qian-hui', roles: ['FINANCE'] };

interface Task {
  readonly kind: string;
  readonly assigneeId: string | null;
  readonly dueOn: string;
  readonly note: string | null;
  readonly leadId: string | null;
  readonly channelId: string | null;
}

/** The clock goes forward from test to test: 2025-03-07, a Friday, until the spring of 2026. */
describe('what waits for whom', () => {
  const market = new Market();
  let party: { partyId: string; contactId: string };
  let line = '';
  beforeAll(async () => {
    await market.begin('2025-03-07T01:00:00Z', { LEAD_RECYCLE_DAYS: '0' });
    party = await market.party('临江市第二人民医院');
    line = await productLine(market, 'CHILLER');
  });
  afterAll(() => market.service.stop());

  const lead = (projectName: string) => registered(market, { projectName }, party);
  const on = (leadId: string, command: string, body: object = {}, by: Person = liNa) =>
    market.done(by, `${LEADS}/${leadId}/${command}`, body);
  const tasks = async (query: Record<string, string>) => (await market.list('lead-tasks', query)).items as Task[];
  const kindsOf = async (leadId: string) => (await tasks({ leadId })).map(({ kind }) => kind);
  const becomes = (leadId: string, kinds: readonly string[]) =>
    eventually(
      async () => JSON.stringify(await kindsOf(leadId)) === JSON.stringify(kinds),
      `${leadId} waits for ${kinds.join(', ') || 'nothing'}`,
    );
  const sign = (leadId: string) => {
    const contractId = randomUUID();
    return market.put(contractSigned, contractId, leadId, { ...signedSample, contractId });
  };

  describe('a partner, where the relationship is lacking (L-26)', () => {
    const lacking = (leadId: string) => on(leadId, 'assess-relationship', { level: 'LACKING', note: '没有熟人' });

    it('is sought by whoever has the lead now, until the relationship is better or a partner engaged', async () => {
      const leadId = await lead('滨江花园');
      await lacking(leadId);
      expect(await tasks({ leadId })).toMatchObject([
        { kind: 'SEEK_RELATIONSHIP_PARTNER', assigneeId: 'li-na', dueOn: '2025-03-07', channelId: null },
      ]);
      await on(leadId, 'assign-lead', { salespersonId: 'zhao-lei' }, manager);
      expect(await tasks({ leadId })).toMatchObject([{ assigneeId: 'zhao-lei' }]);
      await on(leadId, 'assign-lead', { salespersonId: 'li-na' }, manager);
      await on(leadId, 'assess-relationship', { level: 'DEVELOPING', note: '已拜访' });
      expect(await kindsOf(leadId)).toEqual([]);
      await lacking(leadId);
      expect(await kindsOf(leadId)).toEqual(['SEEK_RELATIONSHIP_PARTNER']);
      const partner = await market.party('临江咨询', ['PARTNER']);
      await on(leadId, 'engage-relationship-partner', { partyId: partner.partyId });
      expect(await kindsOf(leadId)).toEqual([]);
    });

    it('is sought no more for a lead that was given up, merged or won', async () => {
      const [given, merged, won] = [await lead('甲一'), await lead('甲二'), await lead('甲三')];
      for (const leadId of [given, merged, won]) await lacking(leadId);
      await on(given, 'abandon-lead', { reason: 'NO_FUNDING', note: '停建' });
      await on(merged, 'merge-lead', { intoLeadId: won, reason: '同一项目' }, manager);
      expect([await kindsOf(given), await kindsOf(merged)]).toEqual([[], []]);
      await sign(won);
      await becomes(won, []);
    });
  });

  it('is the approval of a sample, until somebody has decided or it is cancelled (L-143)', async () => {
    const leadId = await lead('样板一号');
    const proposed = async () => `${SAMPLES}/${await market.begun(liNa, SAMPLES, aSample(leadId, line))}`;
    const [approved, refused, cancelled] = [await proposed(), await proposed(), await proposed()];
    const open = await tasks({ leadId, kind: 'SAMPLE_APPROVAL' });
    expect(open).toHaveLength(3);
    expect(open[0]).toMatchObject({ assigneeId: 'li-na', dueOn: '2025-03-07', note: '门诊楼大厅' });
    await market.done(manager, `${approved}/approve-sample`);
    await market.done(manager, `${refused}/refuse-sample`, { reason: '无预算' });
    expect(await kindsOf(leadId)).toEqual(['SAMPLE_APPROVAL']);
    await market.done(liNa, `${cancelled}/cancel-sample`, { reason: '客户退出' });
    expect(await kindsOf(leadId)).toEqual([]);
  });

  it('is found by assignee, kind and lead, the nearest day first, page by page', async () => {
    const leadId = await lead('乙一');
    const visitId = await market.begun(liNa, VISITS, aVisit(leadId, '2025-03-07T02:00:00Z'));
    await market.done(liNa, `${VISITS}/${visitId}/report-visit`, {
      heldOn: '2025-03-07',
      result: 'DONE',
      met: [party],
      customerSaid: ['预算已批'],
      disputed: [
        { point: '噪声', writtenMaterialDueOn: '2025-03-21' },
        { point: '能效', writtenMaterialDueOn: '2025-03-14' },
      ],
      outcome: '约技术交流',
    });
    await on(leadId, 'assess-relationship', { level: 'LACKING', note: 'x' });
    const first = await market.list('lead-tasks', { leadId, limit: '2' });
    const second = await market.list('lead-tasks', { leadId, limit: '2', cursor: String(first.nextCursor) });
    expect([...first.items, ...second.items]).toMatchObject([
      { kind: 'SEEK_RELATIONSHIP_PARTNER', dueOn: '2025-03-07', projectName: '乙一' },
      { kind: 'WRITTEN_MATERIAL', dueOn: '2025-03-14', note: '能效' },
      { kind: 'WRITTEN_MATERIAL', dueOn: '2025-03-21', note: '噪声' },
    ]);
    expect(second.nextCursor).toBeNull();
    expect(await tasks({ assigneeId: 'zhao-lei', leadId })).toEqual([]);
    expect(await tasks({ assigneeId: 'li-na', kind: 'WRITTEN_MATERIAL' })).toHaveLength(2);
    // what is written about the second point leaves the first
    const material = { pointNo: 2, docRef: 'DOC-1', on: '2025-03-07' };
    await market.done(liNa, `${VISITS}/${visitId}/send-written-material`, material);
    expect(await tasks({ leadId, kind: 'WRITTEN_MATERIAL' })).toMatchObject([{ note: '噪声' }]);
    await on(leadId, 'assess-relationship', { level: 'STRONG', note: 'x' });
    const strange = await market.service.get(liNa, '/api/v1/lead-tasks?kind=TEA');
    expect([strange.status, strange.body.code]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it('is the next visit where nobody was there, until one is planned after it (L-122)', async () => {
    const leadId = await lead('丙一');
    const missed = await market.begun(liNa, VISITS, aVisit(leadId, '2025-03-07T02:00:00Z'));
    await market.begun(liNa, VISITS, aVisit(leadId, '2025-03-17T02:00:00Z'));
    await market.done(liNa, `${VISITS}/${missed}/report-visit`, { heldOn: '2025-03-07', result: 'MISSED' });
    expect(await tasks({ leadId })).toMatchObject([
      { kind: 'PLAN_NEXT_VISIT', assigneeId: 'li-na', dueOn: '2025-03-07' },
    ]);
    const next = await market.begun(liNa, VISITS, aVisit(leadId, '2025-03-24T02:00:00Z'));
    expect(await kindsOf(leadId)).toEqual([]);
    await market.done(liNa, `${VISITS}/${next}/cancel-visit`, { reason: '客户改期' });
    expect(await kindsOf(leadId)).toEqual([]);
  });

  it('is a follow-up, later and later; only what came after the last activity is one (L-80, L-83)', async () => {
    const leadId = await lead('丁一');
    await eventually(async () => {
      const { items } = await market.list('leads', { q: '丁一' });
      return items[0].strikesOn === '2025-03-13';
    }, 'the clock runs');
    const due = [
      ['2025-03-12T16:00:00Z', 'FOLLOW_UP_1'],
      ['2025-03-14T16:00:00Z', 'FOLLOW_UP_2'],
    ] as const;
    for (const [now, kind] of due) {
      await market.goTo(now);
      await becomes(leadId, [kind]);
    }
    // found in a drawer: it was before the last activity and takes no lateness away
    await market.done(liNa, FOLLOW_UPS, aCall(leadId, '2025-03-06'));
    expect(await tasks({ leadId })).toMatchObject([{ kind: 'FOLLOW_UP_2', dueOn: '2025-03-15' }]);
    await market.done(liNa, FOLLOW_UPS, aCall(leadId, '2025-03-14'));
    expect(await kindsOf(leadId)).toEqual([]);
  });

  it('is the report of a visit, until it is planned anew, reported or cancelled (L-117, L-124)', async () => {
    const leadId = await lead('戊一');
    const path = `${VISITS}/${await market.begun(liNa, VISITS, aVisit(leadId, '2025-03-15T02:00:00Z'))}`;
    await market.goTo('2025-03-16T02:00:00Z');
    await becomes(leadId, ['VISIT_REPORT']);
    expect(await tasks({ leadId })).toMatchObject([{ assigneeId: 'li-na', dueOn: '2025-03-16' }]);
    await market.done(liNa, `${path}/revise-visit`, aVisit(leadId, '2025-03-17T02:00:00Z'));
    expect(await kindsOf(leadId)).toEqual([]);
    await market.goTo('2025-03-18T02:00:00Z');
    await becomes(leadId, ['VISIT_REPORT']);
    expect(await tasks({ leadId })).toMatchObject([{ dueOn: '2025-03-18' }]);
    const report = { heldOn: '2025-03-17', result: 'DONE', met: [party], customerSaid: ['好'], outcome: '继续' };
    await market.done(liNa, `${path}/report-visit`, report);
    expect(await kindsOf(leadId)).toEqual([]);
  });

  it('is another look at a lead that was given up, until it is revived, merged or won (L-42)', async () => {
    const [revived, merged, won] = [await lead('己一'), await lead('己二'), await lead('己三')];
    for (const leadId of [revived, merged, won]) {
      await on(leadId, 'abandon-lead', { reason: 'NO_FUNDING', note: '停建', revisitOn: '2025-06-02' });
    }
    await market.goTo('2025-06-01T16:00:00Z');
    for (const leadId of [revived, merged, won]) await becomes(leadId, ['REVISIT_DUE']);
    expect(await tasks({ leadId: revived })).toMatchObject([{ assigneeId: 'li-na', dueOn: '2025-06-02' }]);
    await on(revived, 'revive-lead', { trigger: 'FUNDING_SECURED', note: '已落实' });
    await on(merged, 'merge-lead', { intoLeadId: revived, reason: '同一项目' }, manager);
    expect([await kindsOf(revived), await kindsOf(merged)]).toEqual([[], []]);
    await sign(won);
    await becomes(won, []);
  });

  it('is the payment of a sample, until the last fen (L-148)', async () => {
    const leadId = await lead('庚一');
    const path = `${SAMPLES}/${await market.begun(liNa, SAMPLES, aSample(leadId, line))}`;
    await market.done(manager, `${path}/approve-sample`);
    await market.done(liNa, `${path}/install-sample`, { on: '2025-06-02' });
    const acceptance = { on: '2025-06-02', docRef: 'YS-1', paymentDueOn: '2025-07-01' };
    await market.done(liNa, `${path}/accept-sample`, acceptance);
    const paid = (amountFen: number, bankRef: string) =>
      market.done(cashier, `${path}/record-sample-payment`, { amountFen, on: '2025-06-02', bankRef });
    await paid(1_999_999, 'B-1');
    await market.goTo('2025-07-01T16:00:00Z');
    const payments = () => tasks({ leadId, kind: 'SAMPLE_PAYMENT' });
    await eventually(async () => (await payments()).length === 1, 'the payment is waited for');
    expect(await payments()).toMatchObject([{ assigneeId: 'li-na', dueOn: '2025-07-01' }]);
    await paid(1, 'B-2');
    expect(await payments()).toEqual([]);
  });

  it('is the review of a channel, for whoever looks after it (L-166)', async () => {
    const channelId = await activeChannel(market, '华东渠道', '2025-07-02');
    const due = { leadId: null, kind: 'CHANNEL_REVIEW', assigneeId: 'wang-fang', channelId };
    await market.goTo('2026-07-01T16:00:00Z');
    const reviews = () => tasks({ kind: 'CHANNEL_REVIEW' });
    await eventually(async () => (await reviews()).length === 1, 'the review is due');
    expect(await reviews()).toMatchObject([{ ...due, dueOn: '2026-07-02', note: '华东渠道' }]);
    const path = `${CHANNELS}/${channelId}`;
    await market.done(manager, `${path}/start-channel-review`, { period: '2026' });
    await market.done(manager, `${path}/assess-channel`, {
      scores: { sales: 4, loyalty: 4, service: 4 },
      compliance: 'COMPLIANT',
      findings: '良好',
      decision: 'KEEP',
    });
    expect(await reviews()).toEqual([]);
    expect(await tasks({ assigneeId: zhaoLei.id })).toEqual([]);
  });
});
