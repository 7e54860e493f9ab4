import { possible, RELEASED } from '../production-order.possible.fixtures.js';
import { shopFloorRules } from './shop-floor.js';
import { NoteException } from '../holds/holds.commands.js';
import { ASSEMBLY, HEAD, SHEET } from '../production-order.fixtures.js';
import {
  boughtWalk,
  engineeredWalk,
  plannedWalk,
  producedWalk,
  releasedWalk,
  runningWalk,
} from '../production-order.walk.js';
import { RescheduleOrder } from '../receiving/receiving.commands.js';
import { forecastOf, percentBpsOf } from './progress.js';
import {
  CompleteStep,
  CorrectGoodsIn,
  CorrectProgress,
  CorrectStepStart,
  ReceiveGoods,
  ReopenStep,
  ReportProgress,
  ReverseGoodsIn,
  StartStep,
  SuperviseStep,
} from './shop-floor.commands.js';

const owner = (id: string) => ({ id, role: 'STEP_OWNER' });
const RUNNING = { ...SHEET, state: 'RUNNING', startedOn: '2025-03-10' } as const;
const report = (stepId: string, goodQty: string, doneOn = '2025-03-10') => ({ stepId, goodQty, scrapQty: '0', doneOn });

describe('a step is started', () => {
  it('by its owner (P-30, P-31)', () => {
    const walk = releasedWalk().do(StartStep, { stepId: 'S1' }, owner('ma-jun'));
    walk.recorded({
      type: 'StepStarted',
      data: { ...HEAD, state: 'IN_PROGRESS', step: RUNNING, percentBps: 0, startedBy: 'ma-jun' },
    });
    expect([walk.now.state, walk.steps.map((step) => step.state)]).toEqual(['IN_PROGRESS', ['RUNNING', 'PLANNED']]);
  });
  it('or by the workshop director (P-30)', () =>
    expect(
      releasedWalk().do(StartStep, { stepId: 'S1' }, { id: 'zhao-qiang', role: 'WORKSHOP_DIRECTOR' }).types,
    ).toEqual(['StepStarted']));
  it('not by the owner of another, before its turn, or when there is none (P-30, P-31)', () => {
    const walk = releasedWalk();
    expect(walk.refused(StartStep, { stepId: 'S1' }, owner('tang-yi'))).toEqual({
      code: 'ROLE_NOT_ALLOWED',
      ownerId: 'ma-jun',
    });
    expect(walk.refused(StartStep, { stepId: 'S2' }, owner('tang-yi'))).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'StartStep',
      stepId: 'S2',
      stepState: 'PLANNED',
      possibleIn: ['READY'],
    });
    expect(walk.refused(StartStep, { stepId: 'S9' })).toEqual({ code: 'NOT_FOUND', stepId: 'S9' });
    expect(boughtWalk().refused(StartStep, { stepId: 'S1' })).toEqual({ code: 'NOT_FOUND', stepId: 'S1' });
  });
  it('not by a drawing that was superseded since (P-25)', () => {
    const walk = releasedWalk();
    walk.state = { ...walk.now, bom: { bomId: 'bom-1', rev: 2, drawingRev: 'C', unitCost: '10', accepted: true } };
    expect(walk.refused(StartStep, { stepId: 'S1' })).toEqual({
      code: 'DRAWING_REVISION_STALE',
      stepId: 'S1',
      drawingRev: 'B',
      releasedRev: 'C',
    });
  });
});

describe('progress of a step', () => {
  it('is something made or scrapped', () => {
    const nothing = { ...report('S1', '0'), scrapQty: '0.000' };
    expect(runningWalk().refused(ReportProgress, nothing)).toEqual({ code: 'VALIDATION_FAILED', pointer: '/goodQty' });
    runningWalk().do(ReportProgress, { ...nothing, scrapQty: '1' });
  });
  it('is reported since the last report, and counts in all (P-36, P-39)', () => {
    const walk = runningWalk().report('S1', '1', { scrapQty: '1', serialNos: ['n-1'] });
    walk.recorded({
      type: 'ProductionProgressReported',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        step: { ...RUNNING, goodQty: '1', scrapQty: '1' },
        percentBps: 2_500,
        goodQty: '1',
        scrapQty: '1',
        cumulativeGoodQty: '1',
        doneOn: '2025-03-10',
        serialNos: ['n-1'],
        forecastDate: '2025-08-10',
        reportedBy: 'pmc-1',
      },
    });
    walk.report('S1', '0.5', { scrapQty: '0.5' });
    expect(walk.steps[0]).toMatchObject({ goodQty: '1.5', scrapQty: '1.5' });
  });
  it('is not of a day to come (P-32)', () =>
    expect(runningWalk().refused(ReportProgress, report('S1', '1', '2025-03-11'))).toEqual({
      code: 'DATE_IN_FUTURE',
      doneOn: '2025-03-11',
      today: '2025-03-10',
    }));
  it('is told of running steps, by their owner (P-30, P-31)', () => {
    const walk = runningWalk();
    expect(walk.refused(ReportProgress, report('S2', '1'))).toMatchObject({
      code: 'INVALID_TRANSITION',
      stepState: 'PLANNED',
      possibleIn: ['RUNNING'],
    });
    expect(walk.refused(ReportProgress, report('S1', '1'), owner('tang-yi')).code).toBe('ROLE_NOT_ALLOWED');
    expect(walk.refused(CompleteStep, { stepId: 'S1' }, owner('tang-yi')).code).toBe('ROLE_NOT_ALLOWED');
    expect(walk.refused(CompleteStep, { stepId: 'S2' })).toMatchObject({ code: 'INVALID_TRANSITION' });
  });
  it('is no more than was ordered (P-33)', () =>
    expect(runningWalk().refused(ReportProgress, report('S1', '2.5'))).toEqual({
      code: 'OVER_PRODUCTION',
      orderedQty: '2',
      mostQty: '2',
      producedQty: '2.5',
      overQty: '0.5',
    }));
  it('may be as much more as the company has settled, and is whole at what was ordered (P-33, P-34, P-36)', () => {
    const walk = runningWalk('20').settling({ overBps: 500 });
    expect(walk.refused(ReportProgress, report('S1', '21.1'))).toMatchObject({
      code: 'OVER_PRODUCTION',
      mostQty: '21',
    });
    walk.report('S1', '21').do(CompleteStep, { stepId: 'S1' }).do(StartStep, { stepId: 'S2' }).report('S2', '20');
    expect(walk.types).toEqual(['ProductionProgressReported', 'ProductionCompleted']);
    walk.report('S2', '1');
    expect(walk.last).toMatchObject([{ type: 'ProductionProgressReported', data: { percentBps: 10_000 } }]);
    expect(walk.now.state).toBe('PRODUCED');
  });
  it('is rounded down in basis points (P-36)', () =>
    expect(percentBpsOf(runningWalk('3').report('S1', '1').now)).toBe(1_666));
  it('is none before a plan, and of bought goods (P-36)', () =>
    expect([percentBpsOf(engineeredWalk().now), percentBpsOf(boughtWalk().now)]).toEqual([0, 0]));
});

describe('a step is completed', () => {
  it('and the next one is ready (P-31)', () => {
    const walk = runningWalk().report('S1', '2').on('2025-03-11').do(CompleteStep, { stepId: 'S1' });
    walk.recorded({
      type: 'StepCompleted',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        step: { ...RUNNING, goodQty: '2', state: 'DONE', doneOn: '2025-03-11' },
        percentBps: 5_000,
        completedOn: '2025-03-11',
        readyStepId: 'S2',
      },
    });
    expect(walk.steps[1]).toEqual({ ...ASSEMBLY, state: 'READY', serialNos: [] });
  });
  it('the last one makes none ready, also once everything is made (P-31)', () => {
    const walk = producedWalk().do(CompleteStep, { stepId: 'S2' });
    expect(walk.last[0]?.data).not.toHaveProperty('readyStepId');
    expect([walk.now.state, walk.steps[1]?.state]).toEqual(['PRODUCED', 'DONE']);
  });
  it('with the whole quantity of the last one the order is produced (P-34)', () => {
    const walk = runningWalk().report('S1', '2').do(CompleteStep, { stepId: 'S1' }).do(StartStep, { stepId: 'S2' });
    expect(walk.report('S2', '1').types).toEqual(['ProductionProgressReported']);
    walk.report('S2', '1');
    walk.recorded(walk.last[0]!, {
      type: 'ProductionCompleted',
      data: { ...HEAD, state: 'PRODUCED', lineId: 'L1', producedQty: '2', completedOn: '2025-03-10' },
    });
  });
});

describe('what a step has made is corrected', () => {
  const corrected = { stepId: 'S1', goodQty: '1', scrapQty: '1', reason: '误报' };
  it('in all, with the reason (P-35)', () =>
    runningWalk()
      .report('S1', '2')
      .do(CorrectProgress, corrected)
      .recorded({
        type: 'ProgressCorrected',
        data: {
          ...HEAD,
          state: 'IN_PROGRESS',
          step: { ...RUNNING, goodQty: '1', scrapQty: '1' },
          percentBps: 2_500,
          reason: '误报',
          correctedBy: 'pmc-1',
          correctedOn: '2025-03-10',
          forecastDate: '2025-08-10',
          currentStepId: 'S1',
        },
      }));
  it('and the order is produced with it, where that makes it whole (P-34)', () => {
    const walk = runningWalk().report('S1', '2').do(CompleteStep, { stepId: 'S1' }).do(StartStep, { stepId: 'S2' });
    expect(walk.do(CorrectProgress, { ...corrected, stepId: 'S2', goodQty: '2' }).types).toEqual([
      'ProgressCorrected',
      'ProductionCompleted',
    ]);
  });
  it('not below what is away, nor above what is allowed (P-33, P-35)', () => {
    const walk = producedWalk().open('DISPATCH').ship('2');
    expect(walk.refused(CorrectProgress, { ...corrected, stepId: 'S2' })).toEqual({
      code: 'OVER_SHIPMENT',
      producedQty: '1',
      awayQty: '2',
      overQty: '1',
    });
    expect(walk.refused(CorrectProgress, { ...corrected, goodQty: '3' }).code).toBe('OVER_PRODUCTION');
    expect(walk.refused(CorrectProgress, { ...corrected, stepId: 'S9' })).toEqual({ code: 'NOT_FOUND', stepId: 'S9' });
  });
});

describe('supervision of a step', () => {
  it('is recorded with level, result and note, and changes nothing else (P-37)', () => {
    const walk = runningWalk();
    const before = walk.state;
    walk.do(SuperviseStep, { stepId: 'S1', level: '班组', result: 'FAILED', note: '焊缝' }, 'zhao-qiang').recorded({
      type: 'StepSupervised',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        stepId: 'S1',
        level: '班组',
        result: 'FAILED',
        note: '焊缝',
        by: 'zhao-qiang',
        on: '2025-03-10',
      },
    });
    expect(walk.state).toBe(before);
    expect(walk.refused(SuperviseStep, { stepId: 'S9', level: '1', result: 'PASSED' }).code).toBe('NOT_FOUND');
  });
});

describe('the forecast of an order (P-39)', () => {
  it('is what was promised before a plan, and the planned end after it', () => {
    expect(forecastOf(engineeredWalk().now, '2025-03-10')).toBe('2025-09-01');
    expect(forecastOf(plannedWalk().now, '2025-03-10')).toBe('2025-08-10');
  });
  it('slips by the days of the exceptions and is never before today; the promise stays', () => {
    const walk = runningWalk();
    walk.do(NoteException, { exceptionId: 'e', since: '2025-03-10', stopsWork: false, delayDays: 4, sequence: 1 });
    walk.report('S1', '1');
    expect(walk.last[0]?.data).toMatchObject({ forecastDate: '2025-08-14' });
    expect(forecastOf(walk.now, '2025-08-20')).toBe('2025-08-20');
    expect(walk.now.committedDate).toBe('2025-09-01');
  });
  it('does not move with the promise once there is a plan', () =>
    expect(forecastOf(plannedWalk().do(RescheduleOrder, { to: '2025-12-01', reason: 'x' }).now, '2025-03-10')).toBe(
      '2025-08-10',
    ));
});

describe('in which state (P-60)', () => {
  const MADE = ['IN_PROGRESS', 'PRODUCED'];
  possible(StartStep, { stepId: 'S1' }, ['RELEASED', 'IN_PROGRESS']);
  possible(ReportProgress, report('S1', '1'), MADE);
  possible(CorrectProgress, { stepId: 'S1', goodQty: '1', scrapQty: '0', reason: 'x' }, MADE);
  possible(CompleteStep, { stepId: 'S1' }, MADE);
  possible(CorrectStepStart, { stepId: 'S1', on: '2025-03-10', reason: 'x' }, MADE);
  possible(ReopenStep, { stepId: 'S1', reason: 'x' }, MADE);
  possible(SuperviseStep, { stepId: 'S1', level: '1', result: 'PASSED' }, RELEASED);
  possible(ReceiveGoods, { qty: '1', docRef: 'd', supplierPartyId: 'p' }, RELEASED);
  possible(CorrectGoodsIn, { goodsInId: 'g', qty: '1', reason: 'x' }, RELEASED);
  possible(ReverseGoodsIn, { goodsInId: 'g', reason: 'x' }, RELEASED);
  possible.every(shopFloorRules);
});
