import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import { BookDeal, ChangeDeal, EndDeal, MoveDealMoney, RateDeal, SettleDeal } from './deal.commands.js';
import { deal } from './deal.js';
import {
  bookedWalk,
  CONTRACT_ID,
  DealWalk,
  forestalledWalk,
  P1,
  settledWalk,
  terminatedWalk,
  voidedWalk,
} from './deal.walk.js';

const contractId = CONTRACT_ID;

describe('a deal', () => {
  it('is booked for whoever has sold it, once (L-210)', () => {
    const walk = bookedWalk();
    walk.recorded({
      type: 'DealBooked',
      data: {
        contractId,
        state: 'BOOKED',
        projectId: '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01',
        projectName: '市第一人民医院',
        customerPartyId: 'party-7',
        customerName: '市第一人民医院',
        salespersonId: 'li-na',
        signedOn: '2025-03-10',
        totalFen: 700_000_000,
        bookedOn: '2025-03-10',
      },
    });
    expect(walk.state).toEqual({
      ...P1,
      state: 'BOOKED',
      contractId,
      contractVersion: 1,
      currentTotalFen: 700_000_000,
      receivedFen: 0,
      moved: [],
      ratings: [],
    });
    expect(walk.refused(BookDeal, P1)).toMatchObject({ code: 'DUPLICATE_DEAL', contractId });
  });
  it('has the total of the latest version of its contract (L-210)', () => {
    const change = { contractVersion: 3, currentTotalFen: 710_240_000, on: '2025-05-06' };
    const walk = bookedWalk().do(ChangeDeal, change);
    walk.recorded({
      type: 'DealChanged',
      data: {
        contractId,
        state: 'BOOKED',
        contractVersion: 3,
        currentTotalFen: 710_240_000,
        changedOn: '2025-05-06',
      },
    });
    for (const contractVersion of [3, 2, 1]) {
      walk.do(ChangeDeal, { contractVersion, currentTotalFen: 1, on: '2025-05-07' }).recorded();
    }
    expect(walk.state).toMatchObject({ totalFen: 700_000_000, currentTotalFen: 710_240_000 });
  });
  it('ends void or terminated, and termination wins (L-211)', () => {
    const walk = voidedWalk();
    walk.recorded({
      type: 'DealEnded',
      data: { contractId, state: 'VOIDED', kind: 'VOIDED', endedOn: '2025-08-01' },
    });
    walk.do(EndDeal, { kind: 'VOIDED', on: '2025-08-01' }).recorded();
    walk.do(EndDeal, { kind: 'TERMINATED', on: '2025-08-01' });
    expect(walk.state.state).toBe('TERMINATED');
    walk.do(EndDeal, { kind: 'VOIDED', on: '2025-08-01' }).recorded();
  });
  it('that ended before its signature was heard of is booked as ended (L-211)', () => {
    const walk = forestalledWalk();
    walk.recorded({
      type: 'DealEnded',
      data: { contractId, state: 'FORESTALLED', kind: 'VOIDED', endedOn: '2025-08-01' },
    });
    expect(walk.state).toEqual({ state: 'FORESTALLED', kind: 'VOIDED' });
    walk.do(EndDeal, { kind: 'VOIDED', on: '2025-08-01' }).recorded();
    expect(walk.do(BookDeal, P1).state).toMatchObject({ state: 'VOIDED', currentTotalFen: 700_000_000 });
    const terminated = forestalledWalk().do(EndDeal, { kind: 'TERMINATED', on: '2025-08-01' });
    terminated.do(EndDeal, { kind: 'VOIDED', on: '2025-08-01' }).recorded();
    expect(terminated.do(BookDeal, P1).state.state).toBe('TERMINATED');
  });
  it('is settled at what the contract comes to (L-211)', () => {
    const walk = settledWalk();
    walk.recorded({
      type: 'DealSettled',
      data: { contractId, state: 'SETTLED', finalFen: 310_000_000, settledOn: '2025-09-01' },
    });
    expect(walk.state).toMatchObject({ state: 'SETTLED', finalFen: 310_000_000, currentTotalFen: 700_000_000 });
  });
  it('counts each receipt, reversal and refund once (L-212)', () => {
    const walk = bookedWalk().do(MoveDealMoney, { ref: 'receipt:1', amountFen: 210_000_000, on: '2025-03-12' });
    walk.recorded({
      type: 'DealMoneyMoved',
      data: {
        contractId,
        state: 'BOOKED',
        ref: 'receipt:1',
        amountFen: 210_000_000,
        receivedFen: 210_000_000,
        movedOn: '2025-03-12',
      },
    });
    walk.do(MoveDealMoney, { ref: 'receipt:1', amountFen: 210_000_000, on: '2025-03-12' }).recorded();
    walk.do(MoveDealMoney, { ref: 'reversal:1', amountFen: -210_000_000, on: '2025-03-13' });
    expect(walk.state).toMatchObject({ receivedFen: 0, moved: ['receipt:1', 'reversal:1'] });
  });
  it('keeps each rating once, in tenths (L-212)', () => {
    const walk = bookedWalk().do(RateDeal, { ref: 'visit:1', scoreTenths: 45, on: '2025-06-01' });
    walk.recorded({
      type: 'DealRated',
      data: { contractId, state: 'BOOKED', ref: 'visit:1', scoreTenths: 45, ratedOn: '2025-06-01' },
    });
    walk.do(RateDeal, { ref: 'visit:1', scoreTenths: 10, on: '2025-06-02' }).recorded();
    expect(walk.state).toMatchObject({ ratings: [{ ref: 'visit:1', scoreTenths: 45, ratedOn: '2025-06-01' }] });
  });
});

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: deal,
    ids: { contractId },
    states: {
      NONE: () => new DealWalk(),
      FORESTALLED: forestalledWalk,
      BOOKED: bookedWalk,
      VOIDED: voidedWalk,
      TERMINATED: terminatedWalk,
      SETTLED: settledWalk,
    },
    codeIn(state, type) {
      if (type === 'BookDeal') return 'DUPLICATE_DEAL';
      // what comes before the deal waits for it
      return state === 'NONE' || state === 'FORESTALLED' ? 'NOT_FOUND' : 'INVALID_TRANSITION';
    },
  });
  const booked = ['BOOKED', 'VOIDED', 'TERMINATED', 'SETTLED'];
  possible(BookDeal, P1, ['NONE', 'FORESTALLED']);
  possible(ChangeDeal, { contractVersion: 2, currentTotalFen: 1, on: '2025-03-10' }, booked);
  possible(EndDeal, { kind: 'TERMINATED', on: '2025-08-01' }, [
    'NONE',
    'FORESTALLED',
    'BOOKED',
    'VOIDED',
    'TERMINATED',
  ]);
  possible(SettleDeal, { finalFen: 1, on: '2025-03-10' }, ['BOOKED', 'VOIDED', 'TERMINATED']);
  possible(MoveDealMoney, { ref: 'receipt:1', amountFen: 1, on: '2025-03-10' }, booked);
  possible(RateDeal, { ref: 'visit:1', scoreTenths: 45, on: '2025-03-10' }, booked);
  possible.every(deal.transitions);
});

it('every event of a deal is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(deal.stored).filter((type) => !written.has(type))).toEqual([]);
});
