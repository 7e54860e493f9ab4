import { bondIdOf } from '../src/domain/ids.js';
import { Bidding, cashier, commerce, liNa, manager, type Begun } from './bidding.fixtures.js';

const BONDS = '/api/v1/bonds';
const CONTRACT_ID = '5f2a7c1e-8b3d-5e4f-9a6b-7c8d9e0f1a2b';

/** Four bonds over a spring: cash that is kept in part, two guarantees of one bank, and one that is asked for only. */
describe('the ledger of bonds', () => {
  const market = new Bidding();
  let cash: Begun;
  let guarantee: Begun;
  let asked: Begun;
  const ids = { cash: '', guarantee: '', asked: '', advance: bondIdOf('ADVANCE_PAYMENT_BOND', CONTRACT_ID) };
  beforeAll(async () => {
    await market.begin();
    cash = await market.preparing();
    guarantee = await market.preparing();
    asked = await market.preparing();
    ids.cash = await market.lodged(
      cash.tenderId,
      { instrument: 'CASH_TRANSFER', issuer: undefined, validUntil: undefined, amountFen: 10_000_000 },
      { guaranteeNo: undefined },
    );
    await market.goTo('2025-01-10T01:00:00Z');
    ids.guarantee = await market.lodged(guarantee.tenderId, {}, { lodgedOn: '2025-01-10' });
    ids.asked = await market.bond(asked.tenderId);
    const advance = { type: 'ADVANCE_PAYMENT_BOND', refId: CONTRACT_ID, amountFen: 70_000_000, instrument: 'SURETY' };
    const surety = { issuer: '工商银行临江支行', beneficiaryName: '医院', validUntil: '2025-12-31' };
    await market.done(commerce, BONDS, { ...advance, ...surety, projectId: guarantee.leadId });
    const leader = { id: 'chen-gang', roles: ['COMPANY_LEADER' as const] };
    expect(await market.refused(cashier, at(ids.advance, 'approve-bond'))).toMatchObject({ code: 'BOND_NEEDS_LEADER' });
    await market.done(leader, at(ids.advance, 'approve-bond'));
    await market.done(cashier, at(ids.advance, 'lodge-bond'), { lodgedOn: '2025-01-10', receiptRef: 'SJ-3' });
    await market.goTo('2025-02-03T01:00:00Z');
    await market.done(cashier, at(ids.cash, 'forfeit-bond'), {
      amountFen: 4_000_000,
      reason: '投标文件有误',
      docRef: 'HAN-1',
      on: '2025-02-03',
    });
    const due = { basis: 'OTHER', releaseDueOn: '2025-02-10' };
    await market.done(commerce, at(ids.cash, 'mark-bond-release-due'), due);
    await market.goTo('2025-02-14T01:00:00Z');
    const back = { amountFen: 5_000_000, interestFen: 321, on: '2025-02-14', bankRef: 'BANK-1' };
    await market.done(cashier, at(ids.cash, 'confirm-bond-release'), back);
    await market.done(commerce, at(ids.guarantee, 'adjust-bond'), { amountFen: 16_000_000, docRef: 'Z1' });
  });
  afterAll(() => market.service.stop());

  const at = (id: string, command: string) => `${BONDS}/${id}/${command}`;
  const ledger = (query: Record<string, string> = {}) => market.list('bond-ledger', query);
  const rows = async (query: Record<string, string> = {}) =>
    ((await ledger(query)).items as { bondId: string; standing: string }[]).map(({ bondId, standing }) => [
      bondId,
      standing,
    ]);

  it('has every bond that was lodged, what is due back first, and says each fen once (T-250, T-251)', async () => {
    const { asOf, items, sums, nextCursor } = await ledger();
    expect([asOf, nextCursor]).toEqual(['2025-02-14', null]);
    expect(items).toHaveLength(3);
    expect(items[0]).toEqual({
      bondId: ids.cash,
      requestNo: 1,
      type: 'BID_BOND',
      refId: cash.tenderId,
      projectId: cash.leadId,
      projectName: expect.any(String),
      tenderNo: expect.any(String),
      state: 'RELEASE_DUE',
      standing: 'OVERDUE',
      instrument: 'CASH_TRANSFER',
      issuer: null,
      lodgedOn: '2025-01-06',
      validUntil: null,
      basis: 'OTHER',
      releaseDueOn: '2025-02-10',
      daysOverdue: 4,
      chased: 0,
      amountFen: 10_000_000,
      remainingFen: 1_000_000,
      releasedFen: 5_000_000,
      interestFen: 321,
      convertedFen: 0,
      forfeitedFen: 4_000_000,
      lapsedFen: 0,
    });
    expect(sums.total).toEqual({
      bonds: 3,
      amountFen: 96_000_000,
      remainingFen: 87_000_000,
      releasedFen: 5_000_000,
      interestFen: 321,
      convertedFen: 0,
      forfeitedFen: 4_000_000,
      lapsedFen: 0,
    });
    const byStanding = (sums.byStanding as { standing: string; fen: number }[]).filter(({ fen }) => fen > 0);
    expect(byStanding).toEqual([
      { standing: 'AT_STAKE', fen: 86_000_000 },
      { standing: 'OVERDUE', fen: 1_000_000 },
      { standing: 'RETURNED', fen: 5_000_000 },
      { standing: 'LOST', fen: 4_000_000 },
    ]);
    const bank = { issuer: '工商银行临江支行', bonds: 2, amountFen: 86_000_000 };
    expect(sums.byIssuer).toEqual(
      expect.arrayContaining([
        expect.objectContaining(bank),
        expect.objectContaining({ issuer: null, bonds: 1, amountFen: 10_000_000 }),
      ]),
    );
    expect(sums.byProject).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ projectId: guarantee.leadId, bonds: 2, remainingFen: 86_000_000 }),
        expect.objectContaining({ projectId: cash.leadId, bonds: 1, remainingFen: 1_000_000 }),
      ]),
    );
  });

  it('says of a day what was known by its end (T-250)', async () => {
    expect(await rows({ asOf: '2025-01-05' })).toEqual([]);
    expect(await rows({ asOf: '2025-01-09' })).toEqual([[ids.cash, 'AT_STAKE']]);
    expect((await ledger({ asOf: '2025-01-31' })).sums).toMatchObject({
      total: { bonds: 3, amountFen: 95_000_000, remainingFen: 95_000_000, forfeitedFen: 0 },
    });
    expect((await ledger({ asOf: '2025-02-10' })).items[0]).toMatchObject({ standing: 'DUE_BACK', daysOverdue: 0 });
    expect((await ledger({ asOf: '2025-02-13' })).items[0]).toMatchObject({
      standing: 'OVERDUE',
      daysOverdue: 3,
      remainingFen: 6_000_000,
    });
  });

  it('is narrowed by type, state, issuer and project, and has pages (T-250)', async () => {
    expect(await rows({ type: 'ADVANCE_PAYMENT_BOND' })).toEqual([[ids.advance, 'AT_STAKE']]);
    expect(await rows({ state: 'RELEASE_DUE' })).toEqual([[ids.cash, 'OVERDUE']]);
    expect(await rows({ issuer: '工商银行临江支行' })).toHaveLength(2);
    expect(await rows({ projectId: guarantee.leadId, type: 'BID_BOND' })).toEqual([[ids.guarantee, 'AT_STAKE']]);
    const first = await ledger({ limit: '2' });
    const rest = await ledger({ limit: '2', cursor: String(first.nextCursor) });
    const both = [...first.items, ...rest.items].map(({ bondId }) => bondId as string);
    expect(both).toEqual([ids.cash, ids.guarantee, ids.advance]);
    expect([rest.nextCursor, rest.sums.total.bonds]).toEqual([null, 3]);
  });

  it('is a paper with a total of all bonds, as a page and as a PDF (T-251)', async () => {
    const page = await market.service.get(liNa, '/api/v1/bond-ledger/document?asOf=2025-02-14');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    for (const text of [
      '投标保证金台账',
      '招标编号',
      '逾期天数',
      '银行保函',
      '担保/保险',
      '960,000.00',
      '3.21',
      '共 3 笔',
    ])
      expect(page.text).toContain(text);
    const pdf = await market.service.get(liNa, '/api/v1/bond-ledger/document?format=pdf&type=BID_BOND');
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  });

  it('a bond that is at risk stands apart, and one that has ended is asked for again in a row of its own (T-224, T-200)', async () => {
    await market.done(cashier, at(ids.cash, 'confirm-bond-release'), {
      amountFen: 1_000_000,
      interestFen: 0,
      on: '2025-02-14',
      docRef: 'D',
    });
    const again = await market.lodged(cash.tenderId, { amountFen: 12_000_000 }, { lodgedOn: '2025-02-14' });
    expect(again).toBe(ids.cash);
    const found = (await ledger({ projectId: cash.leadId })).items as { requestNo: number; standing: string }[];
    expect(found.map(({ requestNo, standing }) => [requestNo, standing])).toEqual([
      [1, 'RETURNED'],
      [2, 'AT_STAKE'],
    ]);
  });
});

describe('the list of bonds', () => {
  const market = new Bidding();
  let begun: Begun;
  let bondId = '';
  beforeAll(async () => {
    await market.begin();
    begun = await market.preparing();
    bondId = await market.bond(begun.tenderId);
  });
  afterAll(() => market.service.stop());

  it('finds a bond by what it is for, by a part of its words, and sorts (T-201)', async () => {
    const other = await market.preparing();
    await market.goTo('2025-01-07T01:00:00Z');
    const later = await market.bond(other.tenderId, { issuer: '建设银行' });
    const found = async (query: Record<string, string>) =>
      ((await market.list('bonds', query)).items as { bondId: string }[]).map((row) => row.bondId);
    expect(await found({})).toEqual([later, bondId]);
    expect(await found({ sort: 'requestedOn' })).toEqual([bondId, later]);
    expect(await found({ refId: begun.tenderId })).toEqual([bondId]);
    expect(await found({ projectId: other.leadId, type: 'BID_BOND', state: 'APPROVED' })).toEqual([later]);
    expect(await found({ state: 'LODGED' })).toEqual([]);
    expect(await found({ salespersonId: 'li-na', q: '建设' })).toEqual([later]);
    const first = await market.list('bonds', { limit: '1' });
    expect((await market.list('bonds', { limit: '1', cursor: String(first.nextCursor) })).items).toMatchObject([
      { bondId, state: 'APPROVED', refId: begun.tenderId, remainingFen: 15_000_000, requestedBy: 'li-na' },
    ]);
  });

  it('a bond is answered as it is and as it was, and with its history (T-207)', async () => {
    const at = `${BONDS}/${bondId}`;
    const answer = await market.service.get(manager, at);
    expect([answer.status, answer.headers.etag]).toEqual([200, '"1"']);
    await market.done(commerce, `${at}/cancel-bond`, { reason: '改用转账' });
    expect(await market.get(at)).toMatchObject({ state: 'CANCELLED', reason: '改用转账' });
    expect(await market.get(`${at}?asOf=0`)).toMatchObject({ state: 'REQUESTED', revision: 0 });
    const { items } = await market.get(`${at}/history`);
    expect((items as { type: string }[]).map(({ type }) => type)).toEqual([
      'BondRequested',
      'BondApproved',
      'BondCancelled',
    ]);
    expect((await market.service.get(liNa, `${BONDS}/${begun.leadId}`)).status).toBe(404);
  });
});
