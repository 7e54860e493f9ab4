import { MILESTONES } from '../contract.fixtures.js';
import { executedWalk, signedWalk } from '../contract.walk.js';
import { RecordReceipt, ReverseReceipt } from '../money/money.commands.js';
import { CloseExpiredRelease, GrantCreditRelease, WaiveMilestone } from './milestones.commands.js';
import type { PaymentMilestone } from './milestones.state.js';
import { gateChanges, gateRecord, gatesOf } from './payment-gates.js';

const [M1, M2, M3] = MILESTONES as unknown as [PaymentMilestone, PaymentMilestone, PaymentMilestone];
const CLOSED = { state: 'CLOSED' };
const OPEN = { state: 'OPEN' };
const release = (until: string) => ({ until, approvedBy: 'wang', reason: '拨款延迟' });
const produce = (...milestones: PaymentMilestone[]) => gatesOf(milestones).RELEASE_PRODUCTION;

describe('a gate', () => {
  it('is open without a milestone that guards it (C-58)', () =>
    expect(gatesOf([M3])).toEqual({ RELEASE_PRODUCTION: OPEN, DISPATCH: OPEN }));
  it('is closed by its own milestones only (C-58)', () =>
    expect(gatesOf([M1, M3])).toEqual({ RELEASE_PRODUCTION: CLOSED, DISPATCH: OPEN }));
  it.each<[string, Partial<PaymentMilestone>, object]>([
    ['one fen is outstanding', { paidFen: 209_999_999, status: 'PART_PAID' }, CLOSED],
    ['everything is paid', { paidFen: 210_000_000, status: 'PAID' }, OPEN],
    ['the rest of it is waived', { paidFen: 1, waivedFen: 209_999_999, status: 'WAIVED' }, OPEN],
    ['the rest of it is waived but for one fen', { paidFen: 1, waivedFen: 209_999_998, status: 'PART_PAID' }, CLOSED],
    ['it is cancelled with its contract', { status: 'CANCELLED' }, CLOSED],
    ['it is paid, but for one fen by a bill that is to mature', { paidFen: 210_000_000, unclearedFen: 1 }, CLOSED],
    ['it is of nothing', { amountFen: 0, status: 'PAID' }, OPEN],
  ])('of a milestone, when %s, is as it must be (C-58)', (_title, changes, state) =>
    expect(produce({ ...M1, ...changes })).toEqual(state),
  );
  it('is closed by one of two (C-58)', () => {
    const paid = { ...M1, paidFen: 210_000_000 };
    expect(produce(paid, { ...M1, id: 'M6' })).toEqual(CLOSED);
    expect(produce(paid, { ...paid, id: 'M6' })).toEqual(OPEN);
  });
  it.each([
    ['2025-03-30', { state: 'OVERRIDDEN', until: '2025-03-31' }],
    ['2025-03-31', { state: 'OVERRIDDEN', until: '2025-03-31' }],
    ['2025-04-01', CLOSED],
  ])('may be passed by a release until 31 March: on %s (C-60, C-61)', (today, state) =>
    expect(gatesOf([M1, M2], { DISPATCH: release('2025-03-31') }, today)).toEqual({
      RELEASE_PRODUCTION: CLOSED,
      DISPATCH: state,
    }),
  );
  it('is open, not overridden, when the money is there beside a release (C-61)', () =>
    expect(gatesOf([{ ...M2, paidFen: 210_000_000 }], { DISPATCH: release('2025-03-31') }, '2025-03-10')).toEqual({
      RELEASE_PRODUCTION: OPEN,
      DISPATCH: OPEN,
    }));
});

describe('the change of a gate', () => {
  const contract = signedWalk().now;
  const paid = contract.milestones.map((one) => ({ ...one, paidFen: one.amountFen }));

  it('is told with both gates as they are then, its milestones and all order lines (C-59)', () => {
    const only = contract.milestones.map((one) => (one.id === 'M2' ? { ...one, paidFen: 210_000_000 } : one));
    expect(gateChanges(contract, only, '2025-03-10', 'ReceiptRecorded')).toEqual([
      {
        type: 'PaymentGateOpened',
        data: {
          contractId: contract.contractId,
          contractVersion: 1,
          orderLineIds: ['L1', 'L2', 'L3'],
          gate: 'DISPATCH',
          gates: { RELEASE_PRODUCTION: CLOSED, DISPATCH: OPEN },
          milestoneIds: ['M2'],
          reason: 'ReceiptRecorded',
        },
      },
    ]);
  });
  it('is told of each gate when both move (C-59)', () => {
    const changes = gateChanges(contract, paid, '2025-03-10', 'x');
    expect(changes.map(({ type, data }) => [type, data.gate])).toEqual([
      ['PaymentGateOpened', 'RELEASE_PRODUCTION'],
      ['PaymentGateOpened', 'DISPATCH'],
    ]);
  });
  it('is not told when nothing has changed (C-59)', () =>
    expect(gateChanges(contract, contract.milestones, '2025-03-10', 'x')).toEqual([]));
  it('names no milestone where none guards the gate', () =>
    expect(gateRecord(contract, 'DISPATCH', contract.gates, [M1, M3]).milestoneIds).toEqual([]));
});

describe('a credit release', () => {
  const grant = (until: string, gate: 'DISPATCH' | 'RELEASE_PRODUCTION' = 'DISPATCH') => ({ gate, until, reason: 'x' });
  const gatesAfter = (walk: ReturnType<typeof signedWalk>) => walk.now.gates;

  it('may be for today alone, and is over tomorrow (C-60, C-61)', () => {
    const walk = signedWalk().do(GrantCreditRelease, grant('2025-03-10'), 'wang');
    expect(gatesAfter(walk).DISPATCH).toEqual({ state: 'OVERRIDDEN', until: '2025-03-10' });
    walk.do(CloseExpiredRelease, { gate: 'DISPATCH' });
    expect(walk.last).toEqual([]);
    walk.on('2025-03-11').do(CloseExpiredRelease, { gate: 'DISPATCH' });
    expect(gatesAfter(walk).DISPATCH).toEqual(CLOSED);
  });
  it('is not for yesterday (C-60)', () =>
    expect(signedWalk().refused(GrantCreditRelease, grant('2025-03-09'), 'wang')).toEqual({
      code: 'CREDIT_RELEASE_DATE_INVALID',
      until: '2025-03-09',
      today: '2025-03-10',
    }));
  it('is prolonged by another, whose day then counts (C-60)', () => {
    const walk = signedWalk().do(GrantCreditRelease, grant('2025-03-20'), 'wang');
    walk.do(GrantCreditRelease, grant('2025-03-31'), 'wang').on('2025-03-21');
    walk.do(CloseExpiredRelease, { gate: 'DISPATCH' });
    expect([walk.last, gatesAfter(walk).DISPATCH.until]).toEqual([[], '2025-03-31']);
  });
  it('is shortened by another, whose day then counts (C-60)', () => {
    const walk = signedWalk().do(GrantCreditRelease, grant('2025-03-31'), 'wang');
    walk.do(GrantCreditRelease, grant('2025-03-20'), 'wang').on('2025-03-21');
    walk.do(CloseExpiredRelease, { gate: 'DISPATCH' });
    expect(walk.types).toEqual(['PaymentGateClosed']);
  });
  it('tells of the other gate too when that has lapsed meanwhile (C-59, C-61)', () => {
    const walk = signedWalk().do(GrantCreditRelease, grant('2025-03-12'), 'wang').on('2025-03-13');
    walk.do(GrantCreditRelease, grant('2025-03-31', 'RELEASE_PRODUCTION'), 'wang');
    expect(walk.last.map(({ type, data }) => [type, (data as { gate: string }).gate])).toEqual([
      ['PaymentGateClosed', 'DISPATCH'],
      ['PaymentGateOverridden', 'RELEASE_PRODUCTION'],
    ]);
  });
  it('is refused once a waiver has opened the gate (C-42, C-60)', () => {
    const walk = signedWalk().do(WaiveMilestone, { milestoneId: 'M2', reason: '让利' }, 'wang');
    expect(walk.refused(GrantCreditRelease, grant('2025-03-31'), 'wang').code).toBe('GATE_ALREADY_OPEN');
  });
  it('does not come back when the money that has spent it leaves again (C-61)', () => {
    const walk = executedWalk().do(GrantCreditRelease, grant('2025-03-31'), 'wang').receipt(210_000_000, 'M2');
    expect(gatesAfter(walk).DISPATCH).toEqual(OPEN);
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' });
    expect(gatesAfter(walk).DISPATCH).toEqual(CLOSED);
  });
  it('lets a gate be passed while a bill is still to mature (C-47, C-60)', () => {
    const bill = { amountFen: 210_000_000, receivedOn: '2025-03-10', bankRef: 'B-1', maturesOn: '2025-09-10' };
    const allocations = [{ milestoneId: 'M2', amountFen: 210_000_000 }];
    const walk = signedWalk().do(RecordReceipt, { ...bill, instrument: 'COMMERCIAL_ACCEPTANCE', allocations });
    walk.do(GrantCreditRelease, grant('2025-03-31'), 'wang');
    expect(gatesAfter(walk).DISPATCH).toEqual({ state: 'OVERRIDDEN', until: '2025-03-31' });
  });
});
