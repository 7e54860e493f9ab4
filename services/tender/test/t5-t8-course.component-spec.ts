import { contractAbandoned, contractSigned } from '@engsales/events';
import signed from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { nextTenderId } from '../src/domain/ids.js';
import { AWARD, Bidding, cashier, commerce, leader, LINES, liNa, manager, TENDERS } from './bidding.fixtures.js';

const P1 = '2025-01-06T01:00:00Z';
const PROJECT = '1b7c1e50-22f3-4b8e-8d43-00000000ffff';

/** Each walk begins on the day of the announcement, in a world of its own. */
const market = new Bidding();
beforeAll(() => market.begin(P1));
afterAll(() => market.service.stop());

/** Waits until a bond is due back on a day. */
const dueBack = (bond: string, on: string) =>
  eventually(async () => (await market.get(bond)).releaseDue?.on === on, `${bond} is due back on ${on}`);

const contractOf = (tenderId: string, changes: object = {}) => ({
  ...signed,
  contractId: PROJECT.replace('ffff', '0001'),
  source: { type: 'TENDER', id: tenderId },
  signedOn: '2025-03-10',
  totalFen: 700_000_000,
  ...changes,
});

describe('T5 to T7: three bids of the same tenderee', () => {
  let first: { tenderId: string; at: string; leadId: string; bondId: string };
  let second: { tenderId: string; at: string; leadId: string; bondId: string };

  it('T5 (S05): a bid goes out once each gate is passed, in their order (T-31 to T-36)', async () => {
    const begun = await market.preparing({}, [{ id: 'C1', text: '厂家授权书' }]);
    await market.written(begun.at);
    const submit = `${begun.at}/submit-bid`;
    expect(await market.refused(liNa, submit)).toMatchObject({ code: 'BID_NOT_APPROVED', bidState: 'DRAFT' });
    await market.sealed(begun.at);
    expect(await market.refused(liNa, submit)).toMatchObject({ code: 'GO_CONDITIONS_OPEN', open: [{ id: 'C1' }] });
    await market.done(liNa, `${begun.at}/meet-go-condition`, { id: 'C1', evidenceRef: 'DOC-9' });
    expect(await market.refused(liNa, submit)).toMatchObject({ code: 'OPERATION_MODE_UNDECIDED' });
    await market.mode(begun.tenderId);
    expect(await market.refused(liNa, submit)).toMatchObject({ code: 'BID_BOND_NOT_LODGED', state: 'NONE' });
    const bondId = await market.bond(begun.tenderId);
    expect(await market.refused(liNa, submit)).toMatchObject({ code: 'BID_BOND_NOT_LODGED', state: 'APPROVED' });
    const lodging = { lodgedOn: '2025-01-06', receiptRef: 'BH-1', guaranteeNo: 'BH-7', validUntil: '2025-04-26' };
    await market.done(cashier, `/api/v1/bonds/${bondId}/lodge-bond`, lodging);
    const dates = { validUntil: '2025-04-26', validityUntil: '2025-04-27' };
    expect(await market.refused(liNa, submit)).toMatchObject({ code: 'BOND_VALIDITY_TOO_SHORT', ...dates });
    const card = await market.get(`${begun.at}/card`);
    expect(card.submissionGates.map((gate: { gate: string; isOpen: boolean }) => [gate.gate, gate.isOpen])).toEqual([
      ['DEADLINE', true],
      ['SEALED', true],
      ['GO_CONDITIONS', true],
      ['OPERATION_MODE', true],
      ['BID_BOND', false],
    ]);
    await market.done(cashier, `/api/v1/bonds/${bondId}/extend-bond`, { validUntil: '2025-04-27', docRef: 'BH-8' });
    await market.done(liNa, submit, { receiptRef: 'HZ-1' });
    expect(await market.get(begun.at)).toMatchObject({
      state: 'SUBMITTED',
      submission: { bondId, receiptRef: 'HZ-1' },
    });
    first = { ...begun, bondId };
    second = await market.submitted();
  });

  it('T6: an award needs an opening, and lines that add up; it says until when to sign (T-50 to T-54)', async () => {
    expect(await market.refused(commerce, `${first.at}/record-award`, AWARD)).toMatchObject({ status: 409 });
    await market.goTo('2025-02-20T02:00:00Z');
    await market.opened(first);
    await market.opened(second);
    const [last, ...others] = [...LINES].reverse();
    const lines = [...others, { ...last, unitPrice: '842399.99' }];
    expect(await market.refused(commerce, `${first.at}/record-award`, { ...AWARD, lines })).toMatchObject({
      code: 'AWARD_LINES_MISMATCH',
      sumFen: 699_999_999,
      awardedFen: 700_000_000,
    });
    await market.done(commerce, `${first.at}/record-award`, AWARD);
    expect(await market.get(first.at)).toMatchObject({
      state: 'AWARDED',
      award: { contractSigningDueOn: '2025-03-24', performanceBondFen: 35_000_000, awardedFen: 700_000_000 },
    });
  });

  it('T7 (S06): a loss says why, and its bond is due when the bid or the winner lets it go (T-55, T-56)', async () => {
    const loss = { winnerName: '华东机电', winnerPriceFen: 682_000_000, ourRank: 2, lessons: '报价偏高', reasons: [] };
    expect(await market.refused(liNa, `${second.at}/record-loss`, loss)).toMatchObject({
      code: 'LOSS_REASON_REQUIRED',
    });
    await market.done(liNa, `${second.at}/record-loss`, { ...loss, reasons: ['PRICE'] });
    const bond = `/api/v1/bonds/${second.bondId}`;
    await dueBack(bond, '2025-04-27');
    const matrix = await market.list('competitor-prices', { bidder: '华东' });
    expect(matrix.items[0]).toMatchObject({ priceFen: 682_000_000, ourPriceFen: 700_000_000, gapBps: 264 });
    await market.goTo('2025-03-10T02:00:00Z');
    await market.done(liNa, `${second.at}/note-winner-signed`, { signedOn: '2025-03-10' });
    await dueBack(bond, '2025-03-17');
    const figures = await market.list('win-loss', { from: '2025-01-01', to: '2025-12-31' });
    expect(figures).toMatchObject({ bids: 2, won: 1, rateBps: 5_000, wonFen: 700_000_000, lostFen: 700_000_000 });
    expect(figures.reasons).toEqual([{ reason: 'PRICE', count: 1 }]);
  });

  it('T5: a signature settles it once, and the bond is due back, overdue, and closed (T-57, T-60)', async () => {
    const { tenderId, at, bondId } = first;
    await market.put(contractSigned, PROJECT, PROJECT, contractOf(tenderId), 3);
    await market.shows(at, { state: 'CONTRACTED' });
    const { items } = await market.get(`${at}/history?limit=200`);
    const types = (items as { type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'TenderContracted')).toHaveLength(1);
    const bond = `/api/v1/bonds/${bondId}`;
    await dueBack(bond, '2025-03-17');
    await market.goTo('2025-03-18T02:00:00Z');
    const overdue = async () => (await market.list('bond-ledger', { state: 'RELEASE_DUE' })).items;
    expect(await overdue()).toEqual(
      expect.arrayContaining([expect.objectContaining({ bondId, standing: 'OVERDUE', daysOverdue: 1 })]),
    );
    const release = { amountFen: 15_000_000, interestFen: 8_630, on: '2025-03-18', bankRef: 'YH-1' };
    await market.done(cashier, `${bond}/confirm-bond-release`, release);
    expect(await market.get(bond)).toMatchObject({ state: 'RELEASED', remainingFen: 0 });
  });

  it('T7: the first candidate gives up, and the next moves up with a reason (T-58)', async () => {
    const { at } = second;
    const award = { ...AWARD, noticeNo: 'ZB-2', noticeOn: '2025-03-18' };
    expect(await market.refused(commerce, `${at}/record-award`, award)).toMatchObject({
      code: 'PROMOTION_REASON_REQUIRED',
    });
    await market.done(commerce, `${at}/record-award`, { ...award, promotedReason: '第一候选人放弃' });
    expect(await market.get(at)).toMatchObject({ state: 'AWARDED', award: { promotedReason: '第一候选人放弃' } });
  });

  it('T6: what is not signed in time is told (T-59)', async () => {
    await market.goTo('2025-04-18T01:00:00Z');
    const overdue = async () =>
      (await market.list('tender-tasks', { tenderId: second.tenderId, kind: 'SIGNING_OVERDUE' })).items;
    await market.shows(second.at, { state: 'AWARDED' });
    expect((await market.get(second.at)).award.contractSigningDueOn).toBe('2025-04-17');
    await eventually(async () => (await overdue()).length === 1, 'the signature is overdue');
    await market.put(contractAbandoned, PROJECT, PROJECT, {
      contractId: PROJECT.replace('ffff', '0002'),
      state: 'ABANDONED',
      reason: '价格谈不拢',
      source: { type: 'TENDER', id: second.tenderId },
      abandonedOn: '2025-04-18',
    });
    await market.shows(second.at, { state: 'AWARD_DECLINED' });
    await eventually(async () => (await overdue()).length === 0, 'nothing is left to sign');
    await market.shows(`/api/v1/bonds/${second.bondId}`, { risk: 'AT_RISK' });
  });
});

describe('T8 (S07): a tender that is tendered again', () => {
  it('is a round of its own with nothing of the old bid (T-61, T-62)', async () => {
    const late = { publishedOn: '2025-04-18', clarificationDeadline: undefined };
    const dates = { submissionDeadline: '2025-05-20T01:30:00Z', openingAt: '2025-05-20T01:30:00Z', bondRequiredFen: 0 };
    const begun = await market.ready({ ...late, ...dates });
    await market.done(liNa, `${begun.at}/submit-bid`);
    const end = { kind: 'FAILED', reason: '投标人不足三家', noticeOn: '2025-04-18', docRef: 'LB-1', retender: true };
    await market.done(commerce, `${begun.at}/cancel-tender`, end);
    const next = nextTenderId(begun.tenderId);
    expect(await market.get(begun.at)).toMatchObject({ state: 'CANCELLED_BY_OWNER', nextTenderId: next });
    const found = async () => (await market.list('tenders', { leadId: begun.leadId })).items as { tenderId: string }[];
    await eventually(async () => (await found()).length === 2, 'the next round is registered');
    expect(await market.get(`${TENDERS}/${next}`)).toMatchObject({
      state: 'REGISTERED',
      round: 2,
      projectId: begun.leadId,
      leadId: begun.leadId,
      previousTenderId: begun.tenderId,
      commerce: 'NONE',
      go: 'UNDECIDED',
      bid: { state: 'NONE', version: 0, price: null },
    });
    const { rounds } = await market.get(`${begun.at}/card`);
    expect(rounds).toMatchObject([{ round: 1 }, { round: 2, tenderId: next }]);
  });

  it('has its award revoked, or declined by a leader (T-63)', async () => {
    const declined = await market.registered();
    expect(await market.refused(leader, `${declined.at}/decline-award`, { reason: 'x' })).toMatchObject({
      status: 409,
    });
    expect(await market.refused(manager, `${declined.at}/decline-award`, { reason: 'x' })).toMatchObject({
      status: 403,
    });
  });
});
