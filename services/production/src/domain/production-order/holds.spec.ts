import { refusalOf } from '@engsales/event-sourcing/testing';
import { OrderWalk, releasedWalk, reportOf, runningWalk } from '../../../test/order-walk.fixtures.js';
import * as order from './production-order.commands.js';
import { anOrder } from './production-order.fixtures.js';
import * as floor from './shop-floor.commands.js';

const engineer = { id: 'chen-gong', role: 'ENGINEERING' };

describe('holds', () => {
  const suspend = { projectId: anOrder.projectId, code: 'CONTRACT_SUSPENDED' as const, ref: '1', since: '2025-03-11' };
  it('of engineering stop the work, two of them need two lifts', () => {
    const walk = runningWalk();
    const stop = { scope: 'ORDER' as const, violatedArtefact: { type: 'DRAWING', rev: 'B' } };
    walk
      .do(floor.OrderStopWork, stop, engineer)
      .do(floor.OrderStopWork, { ...stop, scope: 'STEP' as const, stepId: 'S1' }, engineer);
    const [one, two] = walk.now.stops ?? [];
    expect(refusalOf(() => walk.do(floor.ReportProgress, reportOf('S1', '1')))).toMatchObject({
      code: 'ORDER_ON_HOLD',
      holds: [{ code: 'ENGINEERING_STOP' }, { code: 'ENGINEERING_STOP' }],
    });
    walk.do(floor.LiftStopWork, { stopId: one!.stopId, correction: '已改正' }, engineer);
    expect(refusalOf(() => walk.do(floor.CompleteStep, { stepId: 'S1' })).code).toBe('ORDER_ON_HOLD');
    walk.do(floor.LiftStopWork, { stopId: two!.stopId, correction: '已改正' }, engineer);
    expect(refusalOf(() => walk.do(floor.LiftStopWork, { stopId: two!.stopId, correction: 'x' }, engineer)).code).toBe(
      'INVALID_TRANSITION',
    );
    expect(walk.do(floor.ReportProgress, reportOf('S1', '1')).now.holds).toEqual([]);
  });
  it('of one step leave the others alone', () => {
    const walk = releasedWalk();
    walk.do(floor.OrderStopWork, { scope: 'STEP' as const, stepId: 'S2', violatedArtefact: { type: 'BOM' } }, engineer);
    expect(walk.do(floor.StartStep, { stepId: 'S1' }).types).toEqual(['StepStarted']);
  });
  it('let a late report of earlier work through', () => {
    const walk = runningWalk().on('2025-03-12').do(order.PlaceHold, suspend);
    expect(refusalOf(() => walk.do(floor.ReportProgress, reportOf('S1', '1', { doneOn: '2025-03-11' }))).code).toBe(
      'ORDER_ON_HOLD',
    );
    expect(walk.do(floor.ReportProgress, reportOf('S1', '1')).types).toEqual(['ProductionProgressReported']);
  });
  it('of money that left again stop the next step, not the running one', () => {
    const walk = runningWalk().do(floor.ReportProgress, reportOf('S1', '2'));
    walk.do(order.SetGate, { gate: 'RELEASE_PRODUCTION' as const, state: 'CLOSED' as const });
    expect(walk.now.holds).toMatchObject([{ code: 'PAYMENT_GATE' }]);
    walk.do(floor.CompleteStep, { stepId: 'S1' });
    expect(refusalOf(() => walk.do(floor.StartStep, { stepId: 'S2' })).code).toBe('ORDER_ON_HOLD');
    walk.open('RELEASE_PRODUCTION').do(floor.StartStep, { stepId: 'S2' });
  });
  it('stand once per reference, and before the order too', () => {
    const walk = new OrderWalk().do(order.PlaceHold, suspend);
    expect(walk.do(order.PlaceHold, suspend).types).toEqual([]);
    walk.do(order.ReceiveOrder, anOrder);
    expect(walk.now).toMatchObject({ state: 'RECEIVED', holds: [{ code: 'CONTRACT_SUSPENDED', ref: '1' }] });
    expect(walk.do(order.DropHold, { code: 'CONTRACT_SUSPENDED' as const, ref: '2' }).types).toEqual([]);
    expect(walk.do(order.DropHold, { code: 'CONTRACT_SUSPENDED' as const, ref: '1' }).now.holds).toEqual([]);
  });
});
