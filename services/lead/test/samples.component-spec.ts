import { eventually } from '../../../tools/testing/eventually.js';
import type { Person } from '../../../tools/testing/service-under-test.js';
import { cashier, Field, leader, liNa, manager, SAMPLES, zhaoLei } from './field.fixtures.js';

describe('sample projects over HTTP', () => {
  const field = new Field();
  let leadId: string;
  let productLineId: string;
  beforeAll(async () => {
    await field.begin();
    leadId = await field.lead();
    productLineId = await field.productLine();
  });
  afterAll(() => field.service.stop());

  const sample = (changes: object = {}) => ({
    leadId,
    mode: 'FREE_TRIAL',
    productLineId,
    site: '门诊楼大厅',
    scope: '两台风机盘管',
    costFen: 3_000_000,
    priceFen: 2_000_000,
    payOnSatisfaction: true,
    ...changes,
  });
  const propose = (changes: object = {}, by: Person = liNa) => field.begun(by, SAMPLES, sample(changes));

  it('are proposed, approved, installed, taken over, overdue and paid (L-140 to L-148)', async () => {
    const id = await propose();
    const path = `${SAMPLES}/${id}`;
    await field.done(manager, `${path}/approve-sample`);
    await field.goTo('2025-03-17T01:00:00Z');
    await field.done(liNa, `${path}/install-sample`, { on: '2025-03-14' });
    expect(await field.refused(liNa, `${path}/accept-sample`, { on: '2025-03-17', docRef: 'YS-1' })).toMatchObject({
      code: 'PAYMENT_DATE_REQUIRED',
    });
    await field.done(liNa, `${path}/accept-sample`, { on: '2025-03-17', docRef: 'YS-1', paymentDueOn: '2025-04-06' });
    const typesOf = async () =>
      (await field.get(`${path}/history`)).items.map(({ type }: { type: string }) => type) as string[];
    await field.goTo('2025-04-06T15:59:59Z');
    expect(await typesOf()).not.toContain('SamplePaymentOverdue');
    await field.goTo('2025-04-06T16:00:00Z');
    await eventually(async () => (await typesOf()).includes('SamplePaymentOverdue'), 'the payment is overdue');
    const payment = { amountFen: 2_000_000, on: '2025-04-07', bankRef: 'B-1' };
    expect(await field.refused(liNa, `${path}/record-sample-payment`, payment)).toMatchObject({ status: 403 });
    await field.done(cashier, `${path}/record-sample-payment`, { ...payment, amountFen: 500_000 });
    expect(await field.refused(cashier, `${path}/record-sample-payment`, payment)).toMatchObject({
      status: 409,
      code: 'DUPLICATE_SAMPLE_PAYMENT',
    });
    const rest = { ...payment, bankRef: 'B-2' };
    expect(await field.refused(cashier, `${path}/record-sample-payment`, rest)).toMatchObject({
      status: 422,
      code: 'AMOUNT_EXCEEDS_PRICE',
      openFen: 1_500_000,
    });
    await field.done(cashier, `${path}/record-sample-payment`, { ...rest, amountFen: 1_500_000 });
    expect(await field.get(path)).toMatchObject({
      sampleProjectId: id,
      projectId: leadId,
      state: 'PAID',
      approvedBy: 'wang-fang',
      installedOn: '2025-03-14',
      acceptanceRef: 'YS-1',
      paymentOverdue: true,
      paidFen: 2_000_000,
      payments: [{ bankRef: 'B-1' }, { bankRef: 'B-2' }],
    });
    expect(await field.list(SAMPLES, { state: 'PAID' })).toMatchObject({
      items: [{ sampleProjectId: id, costFen: 3_000_000, paidFen: 2_000_000, paymentOverdue: true }],
    });
  });

  it('are approved by another, and dear ones by a leader (L-141, L-142)', async () => {
    const own = await propose({}, manager);
    expect(await field.refused(manager, `${SAMPLES}/${own}/approve-sample`)).toEqual({
      status: 422,
      code: 'SELF_APPROVAL',
      by: 'wang-fang',
    });
    const dear = await propose({ costFen: 5_000_001 });
    expect(await field.refused(liNa, `${SAMPLES}/${dear}/approve-sample`)).toMatchObject({ status: 403 });
    expect(await field.refused(manager, `${SAMPLES}/${dear}/approve-sample`)).toMatchObject({
      status: 422,
      code: 'SAMPLE_NEEDS_LEADER',
      limitFen: 5_000_000,
    });
    await field.done(leader, `${SAMPLES}/${dear}/approve-sample`);
    await field.done(leader, `${SAMPLES}/${own}/refuse-sample`, { reason: '无预算' });
    expect(await field.list(SAMPLES, { state: 'REFUSED' })).toMatchObject({
      items: [{ sampleProjectId: own, reason: '无预算' }],
    });
  });

  it('are of whoever holds the lead, whose project is registered (L-100, L-111)', async () => {
    expect(await field.refused(zhaoLei, SAMPLES, sample())).toMatchObject({ status: 403, salespersonId: 'li-na' });
    const captured = await field.lead({ state: 'CAPTURED' });
    expect(await field.refused(liNa, SAMPLES, sample({ leadId: captured }))).toMatchObject({
      code: 'PROJECT_NOT_REGISTERED',
    });
    const id = await propose();
    expect(await field.refused(zhaoLei, `${SAMPLES}/${id}/cancel-sample`, { reason: 'x' })).toMatchObject({
      status: 403,
    });
    await field.done(liNa, `${SAMPLES}/${id}/cancel-sample`, { reason: '客户退出' });
  });

  it('are of a product line and beside a competitor that there are (L-112)', async () => {
    const unknown = '0f8fad5b-d9cb-469f-a165-70867728950e';
    expect(await field.refused(liNa, SAMPLES, sample({ productLineId: unknown }))).toMatchObject({
      status: 404,
      productLineId: unknown,
    });
    expect(await field.refused(liNa, SAMPLES, sample({ nearCompetitorPartyId: unknown }))).toMatchObject({
      status: 404,
      partyId: unknown,
    });
  });

  it('are rejected at our cost (L-146)', async () => {
    const id = await propose();
    const path = `${SAMPLES}/${id}`;
    const { today } = { today: '2025-04-07' };
    await field.done(manager, `${path}/approve-sample`);
    await field.done(liNa, `${path}/install-sample`, { on: today });
    await field.done(liNa, `${path}/reject-sample`, { on: today, reason: '噪声偏大' });
    expect(await field.get(path)).toMatchObject({ state: 'REJECTED', reason: '噪声偏大' });
  });

  it('are listed page by page, of a lead, by a part of the site (L-125)', async () => {
    const lead = await field.lead();
    const ids = [];
    for (const site of ['东楼 一层', '东楼二层', '西楼']) ids.push(await propose({ leadId: lead, site }));
    const idsOf = ({ items }: { items: { sampleProjectId: string }[] }) => items.map((item) => item.sampleProjectId);
    expect(idsOf(await field.list(SAMPLES, { leadId: lead, q: '东楼' })).sort()).toEqual(ids.slice(0, 2).sort());
    const first = await field.list(SAMPLES, { leadId: lead, limit: '2', sort: 'proposedOn' });
    const cursor = String(first.nextCursor);
    const rest = await field.get(`${SAMPLES}?leadId=${lead}&limit=2&sort=proposedOn&cursor=${cursor}`);
    expect([...idsOf(first), ...idsOf(rest)].sort()).toEqual(ids.sort());
    expect(idsOf(await field.list(SAMPLES, { leadId: lead, productLineId: lead }))).toEqual([]);
  });
});
