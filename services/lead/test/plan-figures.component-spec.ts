import * as events from '@engsales/events';
import changeSample from '../../../libs/events/src/samples/contract.ChangeOrderEffective.v1.json';
import importedSample from '../../../libs/events/src/samples/contract.ContractImported.v1.json';
import ratedSample from '../../../libs/events/src/samples/aftersales.SatisfactionRated.v1.json';
import receiptSample from '../../../libs/events/src/samples/contract.ReceiptRecorded.v1.json';
import refundReversedSample from '../../../libs/events/src/samples/contract.RefundReversed.v1.json';
import refundSample from '../../../libs/events/src/samples/contract.RefundRecorded.v1.json';
import reversedSample from '../../../libs/events/src/samples/contract.ReceiptReversed.v1.json';
import settledSample from '../../../libs/events/src/samples/contract.ContractSettled.v1.json';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import terminatedSample from '../../../libs/events/src/samples/contract.ContractTerminated.v1.json';
import voidedSample from '../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { manager, SalesTalk, someId } from './sales.fixtures.js';

const dueOn = '2025-12-31';
const TARGETS = [
  { metric: 'REVENUE_FEN', target: 40_000, unit: 'FEN' },
  { metric: 'RECEIPTS_FEN', target: 1_000, unit: 'FEN' },
  { metric: 'NEW_CUSTOMER_COUNT', target: 5, unit: 'COUNT' },
  { metric: 'CUSTOMER_COUNT', target: 8, unit: 'COUNT' },
  { metric: 'REPEAT_PURCHASE_RATE', target: 4_500, unit: 'BPS' },
  { metric: 'CUSTOMER_SATISFACTION', target: 450, unit: 'SCORE_X100' },
].map((target) => ({ ...target, baseline: 0, dueOn }));

/**
 * Twelve contracts of eight customers, in fen. The hospital bought before the year and in it; the school twice under two spellings; the
 * hotel long ago (an imported contract) and again; one contract was voided, one terminated and settled, one is of the next year.
 */
describe('the figures of sales plans', () => {
  const talk = new SalesTalk();
  let teamId = '';
  let year = '';
  const id = { k1: '', k2: '', k3: '', k4: '', k5: '', k6: '', k7: '', k8: '', k9: '', k10: '', k11: '', k12: '' };
  for (const name of Object.keys(id) as (keyof typeof id)[]) id[name] = someId();

  const signed = (contractId: string, signedOn: string, totalFen: number, customer: object, salespersonId = 'li-na') =>
    talk.message(events.contractSigned, contractId, {
      ...signedSample,
      signedOn,
      totalFen,
      salespersonId,
      ...customer,
    });
  const party = (customerPartyId: string) => ({ customerPartyId, customerName: customerPartyId });
  const named = (customerName: string) => ({ customerName });
  const receipt = (contractId: string, amountFen: number, receivedOn: string) =>
    talk.message(events.receiptRecorded, contractId, { ...receiptSample, receiptId: someId(), amountFen, receivedOn });
  const rated = (contractId: string, scoreTenths: number, on: string) =>
    talk.message(events.satisfactionRated, contractId, { ...ratedSample, subjectId: someId(), scoreTenths, on });

  beforeAll(async () => {
    await talk.begin('2025-12-31T10:00:00Z');
    const team = { name: '华东一部', leaderId: 'wang-fang', duties: '华东', positions: [] };
    teamId = await talk.begun(manager, 'sales-teams', team);
    const enrolment = { staffId: 'li-na', post: '工程师', teamId, qualifications: [], on: '2025-02-01' };
    await talk.begun(manager, 'sales-members', enrolment);
    const old = { signedOn: '2024-01-01', totalFen: 10_000, salespersonId: 'zhao-lei', customerName: '西山酒店' };
    const had = (amountFen: number, receivedOn: string) => ({
      ...receiptSample,
      receiptId: someId(),
      amountFen,
      receivedOn,
    });
    const receipts = [had(900, '2024-12-31'), had(500, '2025-02-02')];
    await talk.put(
      talk.message(events.contractImported, id.k10, { ...importedSample, ...old, receipts }),
      signed(id.k1, '2024-11-05', 1_000, party('hospital')),
      signed(id.k2, '2025-02-10', 2_000, party('hospital')),
      signed(id.k3, '2025-03-01', 3_000, named('滨江学校'), 'zhao-lei'),
      signed(id.k4, '2025-06-30', 4_000, named(' 滨江　学校'), 'zhao-lei'),
      signed(id.k5, '2025-01-01', 5_000, party('airport')),
      signed(id.k6, '2025-05-05', 6_000, party('theatre')),
      signed(id.k7, '2025-07-07', 7_000, party('stadium')),
      signed(id.k8, '2025-12-31', 8_000, party('library'), 'zhao-lei'),
      signed(id.k9, '2026-01-01', 9_000, party('museum')),
      signed(id.k11, '2025-04-04', 11_000, named('西山酒店'), 'zhao-lei'),
      signed(id.k12, '2025-08-08', 1, party('kiosk')),
    );
    const settlement = { ...settledSample, finalFen: 700, settledOn: '2025-09-01' };
    const change = { ...changeSample, contractVersion: 2, currentTotalFen: 5_500, effectiveOn: '2025-10-01' };
    const refundId = someId();
    const back = { ...refundReversedSample, refundId, amountFen: 10, reversedOn: '2025-08-20' };
    await talk.put(
      talk.message(events.contractVoided, id.k6, voidedSample, '2025-06-10'),
      talk.message(events.contractTerminated, id.k7, terminatedSample, '2025-08-01'),
      talk.message(events.contractSettled, id.k7, settlement),
      talk.message(events.changeOrderEffective, id.k5, change),
      receipt(id.k1, 50, '2025-01-01'),
      receipt(id.k2, 1_000, '2025-03-03'),
      receipt(id.k8, 77, '2026-01-02'),
      talk.message(events.receiptReversed, id.k2, { ...reversedSample, amountFen: 200, reversedOn: '2025-04-04' }),
      talk.message(events.refundRecorded, id.k7, {
        ...refundSample,
        refundId,
        amountFen: 30,
        refundedOn: '2025-08-15',
      }),
      talk.message(events.refundReversed, id.k7, back),
    );
    talk.tell(rated(id.k1, 10, '2024-12-31'));
    talk.tell(rated(id.k2, 45, '2025-06-01'));
    talk.tell(rated(id.k3, 44, '2025-07-01'));
    talk.tell(rated(id.k5, 40, '2025-07-02'));
    talk.tell(rated(id.k11, 44, '2025-12-31'));
    year = await plan();
    // receipts and ratings may have to wait for their deal
    const isComplete = async () => {
      const [, receiptsFen, , , , satisfaction] = await achieved(year);
      return receiptsFen === 1_330 && satisfaction === 433;
    };
    await eventually(isComplete, 'all receipts and ratings count');
  });
  afterAll(() => talk.service.stop());

  const plan = async (words: object = {}) => {
    const draft = { title: '2025', from: '2025-01-01', to: dueOn, template: 'NONE', strategyRef: 'S', ...words };
    const path = `sales-plans/${await talk.begun(manager, 'sales-plans', draft)}`;
    await talk.done(manager, `${path}/set-targets`, { targets: TARGETS });
    return path;
  };
  const achievement = async (path: string, query: Record<string, string> = {}) => {
    await talk.caughtUp();
    return talk.read(`${path}/achievement`, query);
  };
  const achieved = async (path: string, query: Record<string, string> = {}) =>
    ((await achievement(path, query)).targets as { achieved: number }[]).map((target) => target.achieved);
  const sums = (contracts: number, revenueFen: number, receiptsFen: number) => ({ contracts, revenueFen, receiptsFen });
  const figure = (achievedNow: number, rateBps: number, remaining: number, deviationBps: number) => ({
    achieved: achievedNow,
    rateBps,
    remaining,
    deviationBps,
  });

  it('of a whole year, each with its share, what remains and the deviation, half up (L-215, L-216, L-229)', async () => {
    const { targets, byMonth, byMember, asOf } = await achievement(year);
    expect(asOf).toBe('2025-12-31');
    expect(targets).toMatchObject([
      // 2,000 + 3,000 + 4,000 + 5,500 + 700 + 8,000 + 11,000 + 1
      figure(34_201, 8_550, 5_799, -1_450),
      // 500 + 50 + 1,000 − 200 − 30 + 10
      figure(1_330, 13_300, 0, 3_300),
      // the school, the airport, the stadium, the library and the kiosk
      figure(5, 10_000, 0, 0),
      // and the hospital and the hotel
      figure(7, 8_750, 1, -1_250),
      // hospital, school and hotel: 3 of 7
      figure(4_286, 9_524, 214, -476),
      // (4.5 + 4.4 + 4.0 + 4.4) / 4 = 4.325
      figure(433, 9_622, 17, -378),
    ]);
    expect(byMember).toEqual([
      { salespersonId: 'li-na', ...sums(4, 8_201, 830) },
      { salespersonId: 'zhao-lei', ...sums(4, 26_000, 500) },
    ]);
    expect(byMonth).toEqual([
      { month: '2025-01', ...sums(1, 5_500, 50) },
      { month: '2025-02', ...sums(1, 2_000, 500) },
      { month: '2025-03', ...sums(1, 3_000, 1_000) },
      { month: '2025-04', ...sums(1, 11_000, -200) },
      { month: '2025-05', ...sums(0, 0, 0) },
      { month: '2025-06', ...sums(1, 4_000, 0) },
      { month: '2025-07', ...sums(1, 700, 0) },
      { month: '2025-08', ...sums(1, 1, -20) },
      { month: '2025-12', ...sums(1, 8_000, 0) },
    ]);
  });

  it.each([
    // the theatre is not voided yet, the airport has its first total, and the school has bought once
    ['2025-05-31', [27_000, 1_350, 3, 5, 4_000, 0]],
    // the theatre is void, and the school has bought twice
    ['2025-06-30', [25_000, 1_350, 2, 4, 7_500, 450]],
    ['2025-07-07', [32_000, 1_350, 3, 5, 6_000, 430]],
    // terminated, and not settled yet
    ['2025-08-01', [25_000, 1_350, 3, 5, 6_000, 430]],
    ['2025-01-01', [5_000, 50, 1, 1, 0, 0]],
    ['2024-12-31', [0, 0, 0, 0, 0, 0]],
  ])('as they were known on %s (L-215)', async (asOf, figures) =>
    expect(await achieved(year, { asOf })).toEqual(figures),
  );

  it('of half a year: what was signed and received in it, new by all that was signed before (L-216)', async () => {
    const path = await plan({ from: '2025-07-01' });
    expect((await achieved(path)).slice(0, 5)).toEqual([8_701, -20, 3, 3, 0]);
    expect((await achieved(await plan({ from: '2025-04-01', to: '2025-06-30' }))).slice(0, 5)).toEqual([
      15_000, -200, 0, 2, 10_000,
    ]);
  });

  it('of a team: what its members signed while they were its members (L-217)', async () => {
    const path = await plan({ teamId });
    expect(await achieved(path)).toEqual([2_701, 780, 2, 3, 3_333, 450]);
    expect((await achievement(path)).byMember).toEqual([{ salespersonId: 'li-na', ...sums(3, 2_701, 780) }]);
  });

  it('of a review are those of its day, whoever asks later (L-229)', async () => {
    const path = await plan({ template: 'YEARLY' });
    await talk.done(manager, `${path}/set-targets`, { targets: TARGETS });
    const market = { segments: ['医院'], positioning: '一揽子服务', competitors: [] };
    await talk.done(manager, `${path}/record-market-analysis`, market);
    await talk.done(manager, `${path}/set-actions-and-budget`, {
      actions: [{ text: '走访', responsibleId: 'li-na', from: '2025-01-06', to: '2025-06-30' }],
      budget: [{ category: '差旅', amountFen: 1 }],
    });
    await talk.done(manager, `${path}/submit-sales-plan`);
    await talk.done({ id: 'chen-jie', roles: ['COMPANY_LEADER'] }, `${path}/approve-sales-plan`);
    await talk.done(manager, `${path}/start-sales-plan`);
    const review = { findings: '进度落后', actions: [] };
    expect(await talk.refused(manager, `${path}/review-sales-plan`, { ...review, asOn: '2026-01-01' })).toMatchObject({
      code: 'DATE_IN_FUTURE',
    });
    await talk.done(manager, `${path}/review-sales-plan`, { ...review, asOn: '2025-05-31' });
    const { reviews } = await talk.state(path);
    const [{ asOn, figures }] = reviews as [{ asOn: string; figures: { achieved: number }[] }];
    expect([asOn, figures.map((each) => each.achieved)]).toEqual(['2025-05-31', [27_000, 1_350, 3, 5, 4_000, 0]]);
  });
});
