import { LIVE, possible } from '../production-order.possible.fixtures.js';
import { holdRules } from './holds.js';
import { ReleaseOrder } from '../planning/planning.commands.js';
import { ENGINEER, HEAD, ORDER_ID, PROJECT_ID } from '../production-order.fixtures.js';
import {
  forestalledWalk,
  OrderWalk,
  plannedWalk,
  producedWalk,
  receivedWalk,
  releasedWalk,
  runningWalk,
  SUSPENSION,
} from '../production-order.walk.js';
import { NoteExecutionForm } from '../receiving/receiving.commands.js';
import { DispatchShipment } from '../shipping/shipping.commands.js';
import { CompleteStep, ReportProgress, StartStep } from '../shop-floor/shop-floor.commands.js';
import { DropHold, LiftStopWork, NoteException, OrderStopWork, PlaceHold, SetGate } from './holds.commands.js';

const SUSPENDED = { code: 'CONTRACT_SUSPENDED', ref: '1', since: '2025-03-10', by: 'pmc-1' } as const;
const report = (goodQty: string, doneOn = '2025-03-10') => ({ stepId: 'S1', goodQty, scrapQty: '0', doneOn });
const stopOf = (stepId?: string) =>
  ({ scope: stepId ? 'STEP' : 'ORDER', stepId, violatedArtefact: { type: 'DRAWING', rev: 'B' } }) as const;

describe('a suspension of the contract', () => {
  it('holds an order (P-11)', () => {
    const walk = receivedWalk().suspend();
    walk.recorded({
      type: 'HoldPlaced',
      data: {
        productionOrderId: ORDER_ID,
        projectId: PROJECT_ID,
        state: 'RECEIVED',
        hold: { code: 'CONTRACT_SUSPENDED', ref: '1', since: '2025-03-10', by: 'pmc-1' },
        holds: [{ code: 'CONTRACT_SUSPENDED', ref: '1', since: '2025-03-10', by: 'pmc-1' }],
      },
    });
    expect(walk.now.holds).toEqual([SUSPENDED]);
  });
  it('also one that has not come yet (P-19)', () => {
    const walk = new OrderWalk().suspend();
    expect(walk.last).toMatchObject([{ data: { state: 'AWAITED', hold: SUSPENDED } }]);
    expect(walk.state).toEqual({
      state: 'AWAITED',
      productionOrderId: ORDER_ID,
      projectId: PROJECT_ID,
      holds: [SUSPENDED],
    });
    walk.do(DropHold, { code: 'CONTRACT_SUSPENDED', ref: '1' });
    expect(walk.state).toMatchObject({ state: 'AWAITED', holds: [] });
  });
  it('stands once per reference, and only its own reference lifts it (P-11)', () => {
    const walk = receivedWalk().suspend();
    walk.suspend('2025-03-12').recorded();
    walk.do(PlaceHold, { ...SUSPENSION, ref: '2', since: '2025-03-10' });
    walk.do(DropHold, { code: 'CONTRACT_SUSPENDED', ref: '3' }).recorded();
    walk.do(DropHold, { code: 'CONTRACT_SUSPENDED', ref: '1' }).recorded({
      type: 'HoldDropped',
      data: {
        productionOrderId: ORDER_ID,
        state: 'RECEIVED',
        hold: { code: 'CONTRACT_SUSPENDED', ref: '1', since: '2025-03-10', by: 'pmc-1' },
        holds: [{ code: 'CONTRACT_SUSPENDED', ref: '2', since: '2025-03-10', by: 'pmc-1' }],
      },
    });
  });
  it('blocks the release, all work on steps, and dispatch (P-13)', () => {
    const release = plannedWalk().do(NoteExecutionForm, {}).open('RELEASE_PRODUCTION').suspend();
    const holds = [{ code: 'CONTRACT_SUSPENDED', ref: '1', since: '2025-03-10' }];
    expect(release.refused(ReleaseOrder, { instructionNo: 'SC-1' })).toEqual({
      code: 'ORDER_ON_HOLD',
      activity: 'ReleaseOrder',
      holds,
    });
    expect(releasedWalk().suspend().refused(StartStep, { stepId: 'S1' }).code).toBe('ORDER_ON_HOLD');
    expect(runningWalk().suspend().refused(ReportProgress, report('1')).code).toBe('ORDER_ON_HOLD');
    expect(runningWalk().suspend().refused(CompleteStep, { stepId: 'S1' }).code).toBe('ORDER_ON_HOLD');
    const ready = producedWalk().open('DISPATCH').prepare('1').suspend();
    const left = { shipmentId: ready.lastShipmentId, carrierRef: 'C' };
    expect(ready.refused(DispatchShipment, left)).toEqual({
      code: 'ORDER_ON_HOLD',
      activity: 'DispatchShipment',
      holds,
    });
  });
  it('lets work that was done before its first day be reported (P-17)', () => {
    const walk = runningWalk().on('2025-03-12').suspend('2025-03-11');
    expect(walk.refused(ReportProgress, report('1', '2025-03-11')).code).toBe('ORDER_ON_HOLD');
    expect(walk.do(ReportProgress, report('1')).types).toEqual(['ProductionProgressReported']);
  });
  it('holds nothing where the end of the contract came first (P-57)', () => forestalledWalk().suspend().recorded());
});

describe('engineering stops the work', () => {
  it('of an order, naming the document that was violated (P-18)', () => {
    const walk = runningWalk().do(OrderStopWork, stopOf(), ENGINEER);
    const stopId = walk.lastId;
    walk.recorded({
      type: 'WorkStopped',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        stop: { stopId, scope: 'ORDER', violatedArtefact: { type: 'DRAWING', rev: 'B' }, state: 'ACTIVE' },
        by: 'chen-gong',
        on: '2025-03-10',
        holds: [{ code: 'ENGINEERING_STOP', ref: stopId, since: '2025-03-10', by: 'chen-gong' }],
      },
    });
    expect(walk.now.stops).toMatchObject([{ stopId, state: 'ACTIVE' }]);
  });
  it('and lets it go on, naming the correction (P-18)', () => {
    const walk = runningWalk().do(OrderStopWork, stopOf('S1'), ENGINEER);
    const stopId = walk.lastId;
    walk.on('2025-03-11').do(LiftStopWork, { stopId, correction: '已改正' }, ENGINEER);
    walk.recorded({
      type: 'WorkResumed',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        stop: {
          stopId,
          scope: 'STEP',
          stepId: 'S1',
          violatedArtefact: { type: 'DRAWING', rev: 'B' },
          state: 'LIFTED',
          correction: '已改正',
        },
        by: 'chen-gong',
        on: '2025-03-11',
        holds: [],
      },
    });
    expect(walk.refused(LiftStopWork, { stopId, correction: 'x' }, ENGINEER)).toEqual({
      code: 'INVALID_TRANSITION',
      stopId,
      stopState: 'LIFTED',
    });
  });
  it('so that two of them need two lifts (P-11, P-12)', () => {
    const walk = runningWalk().do(OrderStopWork, stopOf(), ENGINEER);
    const one = walk.lastId;
    const two = walk.do(OrderStopWork, stopOf('S1'), ENGINEER).lastId;
    expect(walk.refused(ReportProgress, report('1'))).toEqual({
      code: 'ORDER_ON_HOLD',
      activity: 'ReportProgress',
      holds: [
        { code: 'ENGINEERING_STOP', ref: one, since: '2025-03-10' },
        { code: 'ENGINEERING_STOP', ref: two, since: '2025-03-10' },
      ],
    });
    walk.do(LiftStopWork, { stopId: one, correction: '已改正' }, ENGINEER);
    expect(walk.refused(CompleteStep, { stepId: 'S1' }).code).toBe('ORDER_ON_HOLD');
    walk.do(LiftStopWork, { stopId: two, correction: '已改正' }, ENGINEER).report('S1', '1');
    expect(walk.now.holds).toEqual([]);
  });
  it('before it was started too (P-12)', () =>
    expect(releasedWalk().do(OrderStopWork, stopOf(), ENGINEER).refused(StartStep, { stepId: 'S1' }).code).toBe(
      'ORDER_ON_HOLD',
    ));
  it('of one step and leaves the others alone (P-16)', () => {
    const walk = releasedWalk().do(OrderStopWork, stopOf('S2'), ENGINEER);
    expect(walk.do(StartStep, { stepId: 'S1' }).types).toEqual(['StepStarted']);
  });
  it('but keeps nothing from being released or dispatched (P-12)', () => {
    const walk = plannedWalk()
      .do(NoteExecutionForm, {})
      .open('RELEASE_PRODUCTION')
      .do(OrderStopWork, stopOf(), ENGINEER);
    expect(walk.do(ReleaseOrder, { instructionNo: 'SC-1' }).types).toEqual(['ProductionOrderReleased']);
    const ready = producedWalk().open('DISPATCH').prepare('1').do(OrderStopWork, stopOf(), ENGINEER);
    expect(ready.do(DispatchShipment, { shipmentId: ready.lastShipmentId, carrierRef: 'C' }).types).toEqual([
      'ShipmentDispatched',
    ]);
  });
  it('with a step where it is of a step, and only there (P-18)', () => {
    const walk = runningWalk();
    for (const said of [{ ...stopOf('S1'), scope: 'ORDER' } as const, { ...stopOf(), scope: 'STEP' } as const]) {
      expect(walk.refused(OrderStopWork, said)).toEqual({ code: 'VALIDATION_FAILED', pointer: '/stepId' });
    }
    expect(walk.refused(OrderStopWork, stopOf('S9'))).toEqual({ code: 'NOT_FOUND', stepId: 'S9' });
    expect(walk.refused(LiftStopWork, { stopId: 's-9', correction: 'x' })).toEqual({
      code: 'NOT_FOUND',
      stopId: 's-9',
    });
  });
});

describe('a payment gate', () => {
  it('is set to what the contract says last; hearing it again changes nothing (P-09)', () => {
    const walk = receivedWalk().do(SetGate, { gate: 'DISPATCH', state: 'OVERRIDDEN', until: '2025-03-31' });
    walk.recorded({
      type: 'PaymentGateChanged',
      data: {
        ...HEAD,
        state: 'RECEIVED',
        gate: 'DISPATCH',
        gates: { RELEASE_PRODUCTION: { state: 'CLOSED' }, DISPATCH: { state: 'OVERRIDDEN', until: '2025-03-31' } },
        holds: [],
      },
    });
    walk.do(SetGate, { gate: 'DISPATCH', state: 'OVERRIDDEN', until: '2025-03-31' }).recorded();
    walk.do(SetGate, { gate: 'DISPATCH', state: 'OVERRIDDEN', until: '2025-04-30' });
    expect(walk.now.gates.DISPATCH).toEqual({ state: 'OVERRIDDEN', until: '2025-04-30' });
  });
  it('that closes after the release stops the next step, not the running one, until it opens (P-14)', () => {
    const walk = runningWalk().report('S1', '2').do(SetGate, { gate: 'RELEASE_PRODUCTION', state: 'CLOSED' });
    const hold = { code: 'PAYMENT_GATE', ref: 'RELEASE_PRODUCTION', since: '2025-03-10', by: 'pmc-1' };
    expect(walk.now.holds).toEqual([hold]);
    walk.do(CompleteStep, { stepId: 'S1' });
    expect(walk.refused(StartStep, { stepId: 'S2' }).code).toBe('ORDER_ON_HOLD');
    walk.open('RELEASE_PRODUCTION').do(StartStep, { stepId: 'S2' });
    expect(walk.now.holds).toEqual([]);
  });
  it('that closes before the release holds nothing (P-14)', () =>
    expect(
      plannedWalk().open('RELEASE_PRODUCTION').do(SetGate, { gate: 'RELEASE_PRODUCTION', state: 'CLOSED' }).now.holds,
    ).toEqual([]));
  it('of dispatch never holds an order (P-14)', () =>
    expect(runningWalk().open('DISPATCH').do(SetGate, { gate: 'DISPATCH', state: 'CLOSED' }).now.holds).toEqual([]));
  it('that is passed on credit holds from the day after its last one (P-14, P-28)', () => {
    const credit = { gate: 'RELEASE_PRODUCTION', state: 'OVERRIDDEN' } as const;
    expect(runningWalk().do(SetGate, { ...credit, until: '2025-03-10' }).now.holds).toEqual([]);
    expect(runningWalk().do(SetGate, { ...credit, until: '2025-03-09' }).now.holds).toMatchObject([
      { code: 'PAYMENT_GATE' },
    ]);
  });
});

describe('an exception of the order', () => {
  const note = (walk: OrderWalk, exceptionId: string, sequence: number, delayDays: number, stopsWork: boolean) =>
    walk.do(NoteException, { exceptionId, stepId: 'S1', since: '2025-03-10', stopsWork, delayDays, sequence });

  it('that stops work holds its step until it is resolved (P-15)', () => {
    const walk = note(releasedWalk(), 'e', 3, 4, true);
    const hold = { code: 'MATERIAL', ref: 'e', stepId: 'S1', since: '2025-03-10', by: 'pmc-1' } as const;
    walk.recorded(
      {
        type: 'ExceptionNoted',
        data: { ...HEAD, state: 'RELEASED', exceptionId: 'e', stopsWork: true, delayDays: 4, sequence: 3 },
      },
      {
        type: 'HoldPlaced',
        data: {
          productionOrderId: ORDER_ID,
          projectId: PROJECT_ID,
          state: 'RELEASED',
          hold,
          holds: [hold],
        },
      },
    );
    expect(walk.refused(StartStep, { stepId: 'S1' }).code).toBe('ORDER_ON_HOLD');
    expect(note(walk, 'e', 5, 3, false).types).toEqual(['ExceptionNoted', 'HoldDropped']);
    expect(walk.do(StartStep, { stepId: 'S1' }).types).toEqual(['StepStarted']);
  });
  it('leaves the work that runs alone (P-15)', () =>
    expect(note(runningWalk(), 'e', 1, 4, true).report('S1', '1').types).toEqual(['ProductionProgressReported']));
  it('changes nothing when its news comes late or again (P-74)', () => {
    const walk = note(runningWalk(), 'e', 5, 3, false);
    note(walk, 'e', 3, 4, true).recorded();
    note(walk, 'e', 5, 3, false).recorded();
    expect(walk.now).toMatchObject({ delayDays: 3, holds: [], exceptionsHeard: { e: 5 } });
  });
  it('is freed by its own late news, which says nothing about the days beside later news (P-74)', () => {
    const walk = note(note(runningWalk(), 'a', 1, 4, true), 'b', 3, 5, true);
    expect(note(walk, 'a', 2, 2, false).types).toEqual(['ExceptionNoted', 'HoldDropped']);
    expect(walk.now).toMatchObject({ delayDays: 5, holds: [{ ref: 'b' }] });
  });
});

describe('in which state (P-60)', () => {
  const news = { exceptionId: 'e', since: '2025-03-10', stopsWork: true, delayDays: 4, sequence: 1 };
  possible(SetGate, { gate: 'DISPATCH', state: 'OPEN' }, [...LIVE, 'CLOSED']);
  possible(PlaceHold, { ...SUSPENSION, since: '2025-03-10' }, ['NONE', 'AWAITED', 'FORESTALLED', ...LIVE, 'CLOSED']);
  possible(DropHold, { code: 'CONTRACT_SUSPENDED', ref: '1' }, ['AWAITED', ...LIVE, 'CLOSED']);
  possible(NoteException, news, LIVE);
  possible(OrderStopWork, stopOf(), LIVE);
  possible(LiftStopWork, { stopId: 's', correction: 'x' }, LIVE);
  possible.every(holdRules);
});
