import { refusalOf } from '@engsales/event-sourcing/testing';
import {
  BOM,
  engineeredWalk,
  OrderWalk,
  plannedWalk,
  producedWalk,
  receivedWalk,
  releasedWalk,
  reportOf,
  runningWalk,
  STEPS,
} from '../../../test/order-walk.fixtures.js';
import * as order from './production-order.commands.js';
import { anOrder } from './production-order.fixtures.js';
import * as floor from './shop-floor.commands.js';

describe('an order before its release', () => {
  it('is engineered when the BOM comes, also before it was handed over', () => {
    const walk = receivedWalk().do(order.EngineerOrder, BOM);
    expect(walk.now.state).toBe('RECEIVED');
    walk.do(order.HandOverToEngineering, { backupCopyRef: 'c' }, { id: 'zhou-min', role: 'MERCHANDISER' });
    expect(walk.now.state).toBe('ENGINEERED');
    expect(walk.do(order.EngineerOrder, BOM).types).toEqual([]);
  });
  it('is planned once PMC has the BOM, every step with its owner and the released drawing', () => {
    const walk = engineeredWalk();
    expect(refusalOf(() => walk.do(floor.PlanOrder, { steps: STEPS })).code).toBe('BOM_NOT_ACCEPTED');
    walk.do(order.AcceptBom, {});
    const [first, second] = STEPS;
    const { ownerId: _owner, ...nobodys } = first!;
    expect(refusalOf(() => walk.do(floor.PlanOrder, { steps: [nobodys, second!] })).code).toBe(
      'WORK_STEP_OWNER_REQUIRED',
    );
    expect(refusalOf(() => walk.do(floor.PlanOrder, { steps: [{ ...first!, drawingRev: 'A' }] }))).toMatchObject({
      code: 'DRAWING_REVISION_STALE',
      releasedRev: 'B',
    });
    expect(walk.do(floor.PlanOrder, { steps: [second!, first!] }).now.steps?.map((step) => step.stepId)).toEqual([
      'S1',
      'S2',
    ]);
  });
  it('answers a release in this order: form, money, holds, what is not ready', () => {
    const release = (walk: OrderWalk) => refusalOf(() => walk.do(floor.ReleaseOrder, { instructionNo: 'SC-1' })).code;
    const walk = engineeredWalk();
    walk.do(order.PlaceHold, {
      projectId: anOrder.projectId,
      code: 'CONTRACT_SUSPENDED' as const,
      ref: '1',
      since: '2025-03-10',
    });
    expect(release(walk)).toBe('EXECUTION_FORM_NOT_ACCEPTED');
    expect(release(walk.do(order.NoteExecutionForm, {}))).toBe('PAYMENT_GATE_CLOSED');
    expect(release(walk.open('RELEASE_PRODUCTION'))).toBe('ORDER_ON_HOLD');
    expect(release(walk.do(order.DropHold, { code: 'CONTRACT_SUSPENDED' as const, ref: '1' }))).toBe(
      'INVALID_TRANSITION',
    );
    walk.do(order.AcceptBom, {}).do(floor.PlanOrder, { steps: STEPS });
    expect(release(walk)).toBe('accepted');
    expect(walk.now).toMatchObject({ state: 'RELEASED', steps: [{ state: 'READY' }, { state: 'PLANNED' }] });
  });
  it('may be released on credit until its last day', () => {
    const walk = plannedWalk().do(order.NoteExecutionForm, {});
    walk.do(order.SetGate, { gate: 'RELEASE_PRODUCTION' as const, state: 'OVERRIDDEN' as const, until: '2025-03-12' });
    expect(refusalOf(() => walk.on('2025-03-13').do(floor.ReleaseOrder, { instructionNo: 'x' })).code).toBe(
      'PAYMENT_GATE_CLOSED',
    );
    expect(walk.on('2025-03-12').do(floor.ReleaseOrder, { instructionNo: 'x' }).now.state).toBe('RELEASED');
  });
});

describe('steps', () => {
  it('are started by their owner or the director, one after the other, until everything is made', () => {
    const walk = releasedWalk();
    const start = (stepId: string, id: string, role: string) =>
      refusalOf(() => walk.do(floor.StartStep, { stepId }, { id, role })).code;
    expect(start('S1', 'tang-yi', 'STEP_OWNER')).toBe('ROLE_NOT_ALLOWED');
    expect(start('S2', 'tang-yi', 'STEP_OWNER')).toBe('INVALID_TRANSITION');
    expect(start('S9', 'tang-yi', 'STEP_OWNER')).toBe('NOT_FOUND');
    expect(start('S1', 'ma-jun', 'STEP_OWNER')).toBe('accepted');
    walk.do(floor.ReportProgress, reportOf('S1', '1', { scrapQty: '1' }));
    expect(walk.last[0]?.data).toMatchObject({ cumulativeGoodQty: '1', percentBps: 2_500, forecastDate: '2025-08-10' });
    walk
      .do(floor.ReportProgress, reportOf('S1', '1'))
      .do(floor.CompleteStep, { stepId: 'S1' })
      .do(floor.StartStep, { stepId: 'S2' });
    expect(walk.do(floor.ReportProgress, reportOf('S2', '2')).types).toEqual([
      'ProductionProgressReported',
      'ProductionCompleted',
    ]);
    expect(walk.now.state).toBe('PRODUCED');
    expect(walk.do(floor.CompleteStep, { stepId: 'S2' }).now.steps?.[1]?.state).toBe('DONE');
  });
  it('make no more than was ordered', () => {
    expect(refusalOf(() => runningWalk().do(floor.ReportProgress, reportOf('S1', '2.5')))).toMatchObject({
      code: 'OVER_PRODUCTION',
      overQty: '0.5',
    });
    const walk = runningWalk().do(floor.ReportProgress, reportOf('S1', '2'));
    expect(
      walk.do(floor.CorrectProgress, { stepId: 'S1', goodQty: '1', scrapQty: '1', reason: '误报' }).now.steps?.[0],
    ).toMatchObject({ goodQty: '1', scrapQty: '1' });
    const shipped = producedWalk().open('DISPATCH').shipped('2');
    expect(
      refusalOf(() => shipped.do(floor.CorrectProgress, { stepId: 'S2', goodQty: '1', scrapQty: '1', reason: 'x' }))
        .code,
    ).toBe('OVER_SHIPMENT');
  });
  it('may make as much more as the company has settled', () => {
    const walk = runningWalk('20').settling({ overBps: 500 });
    expect(refusalOf(() => walk.do(floor.ReportProgress, reportOf('S1', '21.1')))).toMatchObject({
      code: 'OVER_PRODUCTION',
      mostQty: '21',
    });
    walk.do(floor.ReportProgress, reportOf('S1', '21')).do(floor.CompleteStep, { stepId: 'S1' });
    walk.do(floor.StartStep, { stepId: 'S2' }).do(floor.ReportProgress, reportOf('S2', '20'));
    expect(walk.types).toEqual(['ProductionProgressReported', 'ProductionCompleted']);
    walk.do(floor.ReportProgress, reportOf('S2', '1'));
    expect([walk.types, walk.now.state]).toEqual([['ProductionProgressReported'], 'PRODUCED']);
    expect(walk.last[0]?.data).toMatchObject({ percentBps: 10_000, cumulativeGoodQty: '21' });
  });
  it('are late by what the exceptions cost, not by what is promised', () => {
    const walk = runningWalk();
    const note = (sequence: number, delayDays: number, stopsWork: boolean) => {
      const said = { exceptionId: 'e', stepId: 'S1', since: '2025-03-10', stopsWork, delayDays, sequence };
      return walk.do(order.NoteException, said);
    };
    expect(note(3, 4, true).types).toEqual(['ExceptionNoted', 'HoldPlaced']);
    expect(walk.last[0]?.data).toMatchObject({ delayDays: 4, forecastDate: '2025-08-14' });
    walk.do(floor.ReportProgress, reportOf('S1', '1'));
    expect(walk.last[0]?.data).toMatchObject({ forecastDate: '2025-08-14' });
    expect(walk.now.committedDate).toBe('2025-09-01');
    expect(walk.on('2025-08-20') && note(5, 3, false).types).toEqual(['ExceptionNoted', 'HoldDropped']);
    expect(walk.last[0]?.data).toMatchObject({ forecastDate: '2025-08-20' });
    expect([note(3, 4, true).types, note(5, 3, false).types]).toEqual([[], []]); // what comes late or again
  });
  it('are freed by late news of one exception that later news of another does not hide', () => {
    const walk = runningWalk();
    const note = (exceptionId: string, sequence: number, delayDays: number, stopsWork: boolean) =>
      walk.do(order.NoteException, { exceptionId, since: '2025-03-10', stopsWork, delayDays, sequence });
    note('a', 1, 4, true);
    note('b', 3, 5, true);
    expect(note('a', 2, 2, false).types).toEqual(['ExceptionNoted', 'HoldDropped']);
    expect(walk.now).toMatchObject({ delayDays: 5, holds: [{ ref: 'b' }] });
  });
  it('of bought goods are goods-in', () => {
    const walk = engineeredWalk({ kind: 'PROCURE' })
      .do(order.AcceptBom, {})
      .do(order.NoteExecutionForm, {})
      .open('RELEASE_PRODUCTION');
    expect(refusalOf(() => walk.do(floor.PlanOrder, { steps: STEPS })).code).toBe('INVALID_TRANSITION');
    walk.do(floor.ReleaseOrder, { instructionNo: 'CG-1' });
    const goods = (qty: string) => ({ qty, docRef: 'GR-1', supplierPartyId: 'p-7' });
    expect(walk.do(floor.ReceiveGoods, goods('1')).now).toMatchObject({ state: 'IN_PROGRESS', receivedQty: '1' });
    expect(refusalOf(() => walk.do(floor.ReceiveGoods, goods('2'))).code).toBe('OVER_PRODUCTION');
    expect(walk.do(floor.ReceiveGoods, goods('1')).now.state).toBe('PRODUCED');
    walk.settling({ overBps: 5_000 }).do(floor.ReceiveGoods, goods('1'));
    expect([walk.types, walk.now]).toMatchObject([['GoodsReceived'], { state: 'PRODUCED', receivedQty: '3' }]);
    expect(refusalOf(() => runningWalk().do(floor.ReceiveGoods, goods('1'))).code).toBe('INVALID_TRANSITION');
  });
});
