import {
  contractCompleted,
  contractSettled,
  contractTerminated,
  contractVoided,
  paymentMilestoneDue,
} from '@engsales/events';
import completed from '../../../libs/events/src/samples/contract.ContractCompleted.v1.json';
import settled from '../../../libs/events/src/samples/contract.ContractSettled.v1.json';
import terminated from '../../../libs/events/src/samples/contract.ContractTerminated.v1.json';
import voided from '../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import milestoneDue from '../../../libs/events/src/samples/contract.PaymentMilestoneDue.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN } from '../../../tools/testing/service-under-test.js';
import type { BondType } from '../src/domain/bond/bond.values.js';
import { bondIdOf } from '../src/domain/ids.js';
import { Bidding, cashier, commerce, liNa, manager } from './bidding.fixtures.js';

const BONDS = '/api/v1/bonds';
const at = (bondId: string) => `${BONDS}/${bondId}`;
const ofTender = (tenderId: string) => at(bondIdOf('BID_BOND', tenderId));

describe('what ends a tender moves its bid bond', () => {
  const market = new Bidding();
  beforeAll(() => market.begin());
  afterAll(() => market.service.stop());

  const becomes = (path: string, basis: string, on: string) =>
    eventually(async () => {
      const { releaseDue } = await market.get(path);
      return releaseDue?.basis === basis && releaseDue.on === on;
    }, `${path} is due back on ${on} for ${basis}`);

  it('a bid that is withdrawn for good makes it due back on a make-up day; one that is handed in again keeps it (T-222, T12)', async () => {
    const again = await market.submitted();
    const gone = await market.submitted();
    await market.goTo('2025-01-20T01:00:00Z');
    const withdrawn = { reason: '价格有误', noticeRef: 'CH-1' };
    await market.done(commerce, `${again.at}/withdraw-bid`, { ...withdrawn, resubmit: true });
    await market.done(commerce, `${gone.at}/withdraw-bid`, { ...withdrawn, resubmit: false });
    await becomes(ofTender(gone.tenderId), 'BID_WITHDRAWN', '2025-01-26');
    expect(await market.get(ofTender(again.tenderId))).toMatchObject({ state: 'LODGED' });
  });

  it('a decision not to bid gives up a bond that is not lodged (T-228)', async () => {
    const begun = await market.preparing();
    await market.bond(begun.tenderId);
    await market.done(manager, `${begun.at}/decide-no-bid`, { reason: 'RISK', note: '垫资过高' });
    await market.shows(ofTender(begun.tenderId), { state: 'CANCELLED', reason: 'NO_BID' });
  });

  it('a loss makes it due back when the bid binds us no longer, and the winner’s signature sets the day (T-221, T7)', async () => {
    const begun = await market.submitted();
    await market.goTo('2025-01-27T02:00:00Z');
    await market.opened(begun);
    const lost = { reasons: ['PRICE'], lessons: '报价偏高', winnerName: '华东机电', noticeOn: '2025-01-27' };
    await market.done(liNa, `${begun.at}/record-loss`, lost);
    await becomes(ofTender(begun.tenderId), 'BID_LOST', '2025-04-27');
    await market.goTo('2025-03-10T01:00:00Z');
    await market.done(liNa, `${begun.at}/note-winner-signed`, { signedOn: '2025-03-10' });
    await becomes(ofTender(begun.tenderId), 'WINNER_SIGNED', '2025-03-17');
  });
});

describe('what becomes of a contract moves its bonds', () => {
  const market = new Bidding();
  const TYPES = ['PERFORMANCE_BOND', 'ADVANCE_PAYMENT_BOND', 'WARRANTY_BOND'] as const;
  beforeAll(() => market.begin('2025-03-10T01:00:00Z'));
  afterAll(() => market.service.stop());

  let contracts = 0;
  /** A contract with all three bonds, in cash. */
  const contract = async (): Promise<string> => {
    contracts += 1;
    const refId = `5f2a7c1e-8b3d-4e4f-9a6b-${String(contracts).padStart(12, '0')}`;
    const words = { refId, amountFen: 1_000_000, instrument: 'CASH_TRANSFER', beneficiaryName: '医院' };
    for (const type of TYPES) {
      const bondId = await market.begun(commerce, BONDS, { ...words, type });
      await market.done(cashier, `${at(bondId)}/approve-bond`);
      await market.done(cashier, `${at(bondId)}/lodge-bond`, { lodgedOn: '2025-03-10', receiptRef: 'SJ' });
    }
    return refId;
  };
  const bond = (type: BondType, refId: string) => market.get(at(bondIdOf(type, refId)));
  const standing = async (refId: string) => {
    const all = await Promise.all(TYPES.map((type) => bond(type, refId)));
    return all.map(({ risk, releaseDue }) => (risk === 'AT_RISK' ? 'AT_RISK' : (releaseDue?.on ?? null)));
  };

  it('its completion those for performance and advance after 28 days, the retention that of the warranty (T-225, T-226)', async () => {
    const id = await contract();
    await market.put(contractCompleted, id, id, { ...completed, contractId: id, completedOn: '2025-03-10' }, 2);
    expect(await standing(id)).toEqual(['2025-04-07', '2025-04-07', null]);
    const due = { ...milestoneDue, contractId: id, kind: 'RETENTION', dueOn: '2026-03-10' };
    await market.put(paymentMilestoneDue, id, id, { ...due, kind: 'ADVANCE' });
    expect(await standing(id)).toEqual(['2025-04-07', '2025-04-07', null]);
    await market.put(paymentMilestoneDue, id, id, due, 2);
    expect(await standing(id)).toEqual(['2025-04-07', '2025-04-07', '2026-03-10']);
    const { items } = await market.get(`${at(bondIdOf('WARRANTY_BOND', id))}/history`);
    expect(items).toHaveLength(4);
  });

  it('its termination puts them at risk until it is settled (T-224, T-226)', async () => {
    const id = await contract();
    await market.put(contractTerminated, id, id, { ...terminated, contractId: id }, 2);
    expect(await standing(id)).toEqual(['AT_RISK', 'AT_RISK', null]);
    await market.put(contractSettled, id, id, { ...settled, contractId: id, settledOn: '2025-03-10' });
    expect(await standing(id)).toEqual(['2025-03-10', '2025-03-10', '2025-03-10']);
  });

  it('a void makes all of them due back that day; one without bonds moves nothing (T-226, T-227)', async () => {
    const id = await contract();
    await market.put(contractVoided, id, id, { ...voided, contractId: id });
    expect(await standing(id)).toEqual(['2025-03-10', '2025-03-10', '2025-03-10']);
    const none = '5f2a7c1e-8b3d-4e4f-9a6b-999999999999';
    await market.put(contractVoided, none, none, { ...voided, contractId: none });
    const { items } = await market.get('/admin/dead-letters', ADMIN);
    expect((items as { reaction: string }[]).filter(({ reaction }) => reaction.includes('bond'))).toEqual([]);
  });

  it('a part of a bid bond joins the performance bond in cash, and not a guarantee (T-243)', async () => {
    await market.goTo('2025-03-10T02:00:00Z');
    const id = await contract();
    const { tenderId } = await market.preparing({
      submissionDeadline: '2025-04-27T01:30:00Z',
      openingAt: '2025-04-27T01:30:00Z',
    });
    const cash = { instrument: 'CASH_TRANSFER', issuer: undefined, validUntil: undefined };
    const bidBond = await market.lodged(tenderId, cash, { guaranteeNo: undefined });
    const part = { contractId: id, on: '2025-03-10', docRef: 'ZLY-1' };
    await market.done(cashier, `${at(bidBond)}/convert-bond`, { ...part, amountFen: 10_000_000 });
    await market.shows(at(bondIdOf('PERFORMANCE_BOND', id)), { state: 'LODGED', amountFen: 11_000_000 });
    await market.done(cashier, `${at(bidBond)}/convert-bond`, { ...part, amountFen: 1_000_000 });
    await market.shows(at(bondIdOf('PERFORMANCE_BOND', id)), { state: 'LODGED', amountFen: 12_000_000 });
    expect(await market.get(at(bidBond))).toMatchObject({ state: 'LODGED', remainingFen: 4_000_000 });
    const other = await market.preparing({
      submissionDeadline: '2025-04-27T01:30:00Z',
      openingAt: '2025-04-27T01:30:00Z',
    });
    const guarantee = await market.lodged(other.tenderId);
    expect(await market.refused(cashier, `${at(guarantee)}/convert-bond`, { ...part, amountFen: 1 })).toMatchObject({
      status: 409,
      code: 'DUPLICATE_BOND',
      instrument: 'CASH_TRANSFER',
    });
  });
});
