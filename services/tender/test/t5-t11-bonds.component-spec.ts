import { contractSigned } from '@engsales/events';
import signed from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN } from '../../../tools/testing/service-under-test.js';
import { bondIdOf } from '../src/domain/ids.js';
import { Bidding, cashier, commerce, leader, liNa, type Begun } from './bidding.fixtures.js';

const BONDS = '/api/v1/bonds';
const CONTRACT_ID = '5f2a7c1e-8b3d-5e4f-9a6b-7c8d9e0f1a2b';

interface Timer {
  readonly key: string;
  readonly dueAt: string;
  readonly command: string;
}

/** Day by day, from the request to the last fen; midnight in Shanghai is 16:00 of the day before. */
describe('T5: the bond of a bid', () => {
  const market = new Bidding();
  let begun: Begun;
  let bondId = '';
  beforeAll(async () => {
    await market.begin();
    begun = await market.ready();
    bondId = bondIdOf('BID_BOND', begun.tenderId);
  });
  afterAll(() => market.service.stop());

  const ask = {
    type: 'BID_BOND',
    amountFen: 15_000_000,
    instrument: 'BANK_GUARANTEE',
    issuer: '临江农商银行',
    beneficiaryName: '临江市第二人民医院',
    validUntil: '2025-04-26',
  };
  const at = () => `${BONDS}/${bondId}`;

  it('keeps the bid back until it is lodged, and lodged for long enough (T-210, T-211)', async () => {
    const submit = `${begun.at}/submit-bid`;
    const missing = { code: 'BID_BOND_NOT_LODGED', state: 'NONE' };
    expect(await market.refused(commerce, submit)).toMatchObject(missing);
    const unsaid = { ...ask, refId: begun.tenderId, issuer: undefined };
    expect(await market.refused(liNa, BONDS, unsaid)).toMatchObject({ status: 422, code: 'BOND_ISSUER_REQUIRED' });
    const endless = { ...ask, refId: begun.tenderId, validUntil: undefined };
    expect(await market.refused(liNa, BONDS, endless)).toMatchObject({ code: 'BOND_VALIDITY_REQUIRED' });
    const answer = await market.post(liNa, BONDS, { ...ask, refId: begun.tenderId });
    expect([answer.status, answer.body.id, answer.headers.location]).toEqual([201, bondId, at()]);
    expect(await market.refused(liNa, BONDS, { ...ask, refId: begun.tenderId })).toMatchObject({
      status: 409,
      code: 'DUPLICATE_BOND',
    });
    await market.done(cashier, `${at()}/approve-bond`);
    expect(await market.refused(commerce, submit)).toMatchObject({ ...missing, state: 'APPROVED' });
    await market.done(cashier, `${at()}/lodge-bond`, {
      lodgedOn: '2025-01-06',
      receiptRef: 'SJ-1',
      guaranteeNo: 'BH-1',
    });
    expect(await market.refused(commerce, submit)).toMatchObject({
      code: 'BOND_VALIDITY_TOO_SHORT',
      validUntil: '2025-04-26',
      validityUntil: '2025-04-27',
    });
    await market.done(commerce, `${at()}/extend-bond`, { validUntil: '2025-04-27', docRef: 'BH-1-Z1' });
    await market.done(commerce, submit, { receiptRef: 'HZ-1' });
    expect(await market.get(begun.at)).toMatchObject({ state: 'SUBMITTED' });
  });

  it('is due back five days after the signature, on a working day, however often it is told (T-220, T-227, T14)', async () => {
    await market.goTo('2025-03-10T02:00:00Z');
    const data = { ...signed, contractId: CONTRACT_ID, source: { type: 'TENDER', id: begun.tenderId } };
    await market.put(contractSigned, CONTRACT_ID, begun.leadId, { ...data, signedOn: '2025-03-10' }, 3);
    await market.shows(at(), { state: 'RELEASE_DUE' });
    const { releaseDue } = await market.get(at());
    expect(releaseDue).toEqual({ basis: 'CONTRACT_SIGNED', on: '2025-03-17', overdue: false });
    const { items } = await market.get(`${at()}/history`);
    const types = (items as { type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'BondReleaseDue')).toHaveLength(1);
  });

  it('is overdue on the day after, a day long, and is asked for (T-229, T-230)', async () => {
    await market.goTo('2025-03-17T15:59:00Z');
    expect((await market.list('bond-ledger')).items).toMatchObject([{ standing: 'DUE_BACK', daysOverdue: 0 }]);
    await market.goTo('2025-03-18T02:00:00Z');
    await eventually(async () => (await market.get(at())).releaseDue.overdue === true, 'the bond is overdue');
    const chase = { channel: 'PHONE', on: '2025-03-18', promiseDate: '2025-03-21', note: '财务说周五前退回' };
    await market.done(liNa, `${at()}/chase-bond`, chase);
    expect((await market.list('bond-ledger')).items).toMatchObject([
      { standing: 'OVERDUE', daysOverdue: 1, releaseDueOn: '2025-03-17', chased: 1, remainingFen: 15_000_000 },
    ]);
  });

  it('is back with its interest, and the ledger is closed (T-240, T-241)', async () => {
    const back = { amountFen: 15_000_000, interestFen: 8_630, on: '2025-03-18' };
    expect(await market.refused(cashier, `${at()}/confirm-bond-release`, back)).toMatchObject({ status: 400 });
    await market.done(cashier, `${at()}/confirm-bond-release`, { ...back, bankRef: 'BANK-0318' });
    expect(await market.get(at())).toMatchObject({ state: 'RELEASED', remainingFen: 0, interestFen: 8_630 });
    const { items, sums } = await market.list('bond-ledger');
    expect(items).toMatchObject([
      { standing: 'RETURNED', daysOverdue: 0, releasedFen: 15_000_000, interestFen: 8_630, remainingFen: 0 },
    ]);
    expect(sums.byStanding).toEqual([
      { standing: 'AT_STAKE', fen: 0 },
      { standing: 'AT_RISK', fen: 0 },
      { standing: 'DUE_BACK', fen: 0 },
      { standing: 'OVERDUE', fen: 0 },
      { standing: 'RETURNED', fen: 15_000_000 },
      { standing: 'CONVERTED', fen: 0 },
      { standing: 'LOST', fen: 0 },
    ]);
  });
});

describe('T11: a bid bond that becomes a performance bond', () => {
  const market = new Bidding();
  let begun: Begun;
  let bondId = '';
  const performanceId = bondIdOf('PERFORMANCE_BOND', CONTRACT_ID);
  beforeAll(async () => {
    await market.begin();
    begun = await market.preparing();
    bondId = bondIdOf('BID_BOND', begun.tenderId);
  });
  afterAll(() => market.service.stop());

  const at = (id = bondId) => `${BONDS}/${id}`;

  it('is approved by somebody else than who asked for it (T-203)', async () => {
    const cash = { type: 'BID_BOND', amountFen: 15_000_000, instrument: 'CASH_TRANSFER', beneficiaryName: '医院' };
    await market.done(cashier, BONDS, { ...cash, refId: begun.tenderId });
    expect(await market.refused(cashier, `${at()}/approve-bond`)).toMatchObject({
      status: 422,
      code: 'SELF_APPROVAL',
      by: cashier.id,
    });
    await market.done(leader, `${at()}/approve-bond`);
    const lodged = { lodgedOn: '2025-01-06', receiptRef: 'SJ-1', fromBasicAccount: true };
    expect(await market.refused(cashier, `${at()}/lodge-bond`, { ...lodged, lodgedOn: '2025-01-07' })).toMatchObject({
      code: 'DATE_IN_FUTURE',
    });
    await market.done(cashier, `${at()}/lodge-bond`, lodged);
  });

  it('is the performance bond of the contract, lodged by itself, and has nothing left (T-243, T-240)', async () => {
    await market.goTo('2025-03-10T02:00:00Z');
    const converted = { amountFen: 15_000_000, contractId: CONTRACT_ID, on: '2025-03-10', docRef: 'ZLY-1' };
    await market.done(cashier, `${at()}/convert-bond`, converted);
    expect(await market.get(at())).toMatchObject({
      state: 'CONVERTED',
      remainingFen: 0,
      conversions: [{ conversionNo: 1, amountFen: 15_000_000, toBondId: performanceId }],
    });
    await eventually(
      async () => (await market.service.get(ADMIN, at(performanceId))).status === 200,
      'the performance bond is lodged',
    );
    expect(await market.get(at(performanceId))).toMatchObject({
      state: 'LODGED',
      type: 'PERFORMANCE_BOND',
      refId: CONTRACT_ID,
      amountFen: 15_000_000,
      projectId: begun.leadId,
      salespersonId: 'li-na',
    });
    const more = { amountFen: 1, interestFen: 0, on: '2025-03-10', bankRef: 'BANK-1' };
    expect(await market.refused(cashier, `${at()}/confirm-bond-release`, more)).toMatchObject({
      status: 422,
      code: 'AMOUNT_EXCEEDS_BOND',
    });
    const tooMuch = { ...more, amountFen: 15_000_001 };
    expect(await market.refused(cashier, `${at(performanceId)}/confirm-bond-release`, tooMuch)).toMatchObject({
      code: 'AMOUNT_EXCEEDS_BOND',
      remainingFen: 15_000_000,
    });
  });

  it('a guarantee until 2025-06-30 is told of on its days and ends; money never does (T-213, T-214)', async () => {
    const timers = async () => (await market.get('/admin/timers?limit=200', ADMIN)).items as Timer[];
    const ask = { type: 'WARRANTY_BOND', refId: CONTRACT_ID, amountFen: 5_000_000, instrument: 'BANK_GUARANTEE' };
    const bank = { issuer: '临江农商银行', beneficiaryName: '医院', validUntil: '2025-06-30' };
    const warrantyId = await market.begun(commerce, BONDS, { ...ask, ...bank });
    await market.done(cashier, `${at(warrantyId)}/approve-bond`);
    await market.done(cashier, `${at(warrantyId)}/lodge-bond`, { lodgedOn: '2025-03-10', receiptRef: 'SJ-2' });
    const dueOf = async () => (await timers()).filter(({ key }) => key.includes(warrantyId));
    await eventually(async () => (await dueOf()).length === 4, 'the days of the guarantee are set');
    const due = (await dueOf()).map(({ dueAt, command }) => `${new Date(dueAt).toISOString()} ${command}`);
    expect(due.toSorted()).toEqual([
      '2025-05-31T01:00:00.000Z MarkBondExpiring',
      '2025-06-15T01:00:00.000Z MarkBondExpiring',
      '2025-06-23T01:00:00.000Z MarkBondExpiring',
      '2025-06-30T16:00:00.000Z ExpireBond',
    ]);
    expect((await timers()).filter(({ key }) => key.includes(performanceId))).toEqual([]);
    await market.goTo('2025-05-31T01:00:00Z');
    const given = async () => (await market.get(at(warrantyId))).alerts as { days: number; given: boolean }[];
    await eventually(async () => (await given())[0]?.given === true, 'the first alert is given');
    expect((await given()).map((alert) => alert.given)).toEqual([true, false, false]);
    await market.goTo('2025-06-30T15:59:00Z');
    await eventually(async () => (await given()).every((alert) => alert.given), 'all alerts are given');
    expect(await market.get(at(warrantyId))).toMatchObject({ state: 'LODGED' });
    await market.goTo('2025-06-30T16:00:00Z');
    await market.shows(at(warrantyId), { state: 'EXPIRED', remainingFen: 0, lapsedFen: 5_000_000 });
    expect(await market.get(at(performanceId))).toMatchObject({ state: 'LODGED' });
  });
});
