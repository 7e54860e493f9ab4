import { ASSEMBLY, HEAD, SHEET } from '../production-order.fixtures.js';
import { boughtWalk, producedWalk, releasedWalk, runningWalk } from '../production-order.walk.js';
import { CorrectDisposition } from '../shipping/shipping.commands.js';
import { forecastOf, percentBpsOf } from './progress.js';
import {
  CompleteStep,
  CorrectProgress,
  CorrectStepStart,
  ReceiveGoods,
  ReopenStep,
  ReportProgress,
  StartStep,
} from './shop-floor.commands.js';

const correct = (stepId: string, goodQty: string) => ({ stepId, goodQty, scrapQty: '0', reason: '误报' });
const report = (stepId: string, goodQty: string, doneOn = '2025-03-10') => ({ stepId, goodQty, scrapQty: '0', doneOn });
/** The second step runs after all of the first was made. */
const assembling = (qty = '10') =>
  runningWalk(qty).report('S1', qty).do(CompleteStep, { stepId: 'S1' }).do(StartStep, { stepId: 'S2' });

describe('the good units of a step are no more than those of the step before it (P-93)', () => {
  const partly = () =>
    runningWalk('10')
      .report('S1', '7')
      .do(CompleteStep, { stepId: 'S1', reason: '板材不足' })
      .do(StartStep, { stepId: 'S2' });
  it('when they are reported', () => {
    const walk = partly().report('S2', '5');
    expect(walk.refused(ReportProgress, report('S2', '3'))).toEqual({
      code: 'GOOD_EXCEEDS_STEP_BEFORE',
      stepId: 'S2',
      goodQty: '8',
      before: 'S1',
      beforeQty: '7',
    });
    expect(walk.report('S2', '2').types).toEqual(['ProductionProgressReported']);
  });
  it('when either of them is corrected', () => {
    const walk = partly().report('S2', '5');
    expect(walk.refused(CorrectProgress, correct('S2', '8'))).toMatchObject({
      code: 'GOOD_EXCEEDS_STEP_BEFORE',
      stepId: 'S2',
      before: 'S1',
    });
    expect(walk.refused(CorrectProgress, correct('S1', '4'))).toEqual({
      code: 'GOOD_EXCEEDS_STEP_BEFORE',
      stepId: 'S2',
      goodQty: '5',
      before: 'S1',
      beforeQty: '4',
    });
    expect(walk.do(CorrectProgress, correct('S1', '5')).types).toEqual(['ProgressCorrected']);
  });
});

describe('a step that has made less than is to be made (P-94)', () => {
  it('is completed with a reason only', () => {
    const walk = runningWalk('10').report('S1', '9.999999');
    for (const reason of [undefined, '', '  ']) {
      expect(walk.refused(CompleteStep, { stepId: 'S1', reason })).toEqual({
        code: 'COMPLETION_REASON_REQUIRED',
        stepId: 'S1',
        goodQty: '9.999999',
        toMakeQty: '10',
      });
    }
    walk.do(CompleteStep, { stepId: 'S1', reason: '缺料' });
    expect(walk.last[0]?.data).toMatchObject({ reason: '缺料', readyStepId: 'S2' });
  });
});

describe('a step that was completed too early (P-96)', () => {
  it('goes on, with the reason', () => {
    const walk = runningWalk('10').report('S1', '4').do(CompleteStep, { stepId: 'S1', reason: 'x' });
    walk
      .on('2025-03-12')
      .do(ReopenStep, { stepId: 'S1', reason: '点错' }, 'zhao-qiang')
      .recorded({
        type: 'StepReopened',
        data: {
          ...HEAD,
          state: 'IN_PROGRESS',
          step: { ...SHEET, state: 'RUNNING', goodQty: '4', startedOn: '2025-03-10' },
          percentBps: 2_000,
          reason: '点错',
          reopenedBy: 'zhao-qiang',
          reopenedOn: '2025-03-12',
        },
      });
    walk.report('S1', '6').do(CompleteStep, { stepId: 'S1' });
    // the next step was ready before, and still is
    expect(walk.last[0]?.data).toMatchObject({ currentStepId: 'S2' });
    expect(walk.last[0]?.data).not.toHaveProperty('readyStepId');
    expect(walk.steps.map(({ state }) => state)).toEqual(['DONE', 'READY']);
  });
  it('is one that is done', () =>
    expect(runningWalk().refused(ReopenStep, { stepId: 'S1', reason: 'x' })).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'ReopenStep',
      stepId: 'S1',
      stepState: 'RUNNING',
      possibleIn: ['DONE'],
    }));
});

describe('a correction below what is to be made (P-95)', () => {
  it('takes a produced order back into progress; its last step goes on', () => {
    const walk = producedWalk('10').do(CompleteStep, { stepId: 'S2' }).on('2025-03-12');
    walk.do(CorrectProgress, correct('S2', '7')).recorded({
      type: 'ProgressCorrected',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        step: { ...ASSEMBLY, state: 'RUNNING', goodQty: '7', startedOn: '2025-03-10' },
        percentBps: 8_500,
        reason: '误报',
        correctedBy: 'pmc-1',
        correctedOn: '2025-03-12',
        forecastDate: '2025-08-10',
        currentStepId: 'S2',
      },
    });
    expect([walk.now.state, percentBpsOf(walk.now), forecastOf(walk.now, '2025-09-01')]).toEqual([
      'IN_PROGRESS',
      8_500,
      '2025-09-01',
    ]);
    expect(walk.report('S2', '3').types).toEqual(['ProductionProgressReported', 'ProductionCompleted']);
  });
  it('leaves a step done that was completed with less', () => {
    const walk = runningWalk('10').report('S1', '7').do(CompleteStep, { stepId: 'S1', reason: '缺料' });
    expect(walk.do(CorrectProgress, correct('S1', '6')).steps[0]).toMatchObject({ state: 'DONE', goodQty: '6' });
  });
  it('goes down to what is away: what was restocked is here (P-35)', () => {
    const walk = producedWalk('10').open('DISPATCH').ship('8');
    walk.deliver(undefined, '3').decideReturn('2', 'RESTOCK');
    expect(walk.refused(CorrectProgress, correct('S2', '5'))).toEqual({
      code: 'OVER_SHIPMENT',
      producedQty: '5',
      awayQty: '6',
      overQty: '1',
    });
    expect(walk.do(CorrectProgress, correct('S2', '6')).types).toEqual(['ProgressCorrected']);
  });
});

describe('what came back and is scrapped is made again (P-92)', () => {
  const scrapped = () => {
    const walk = producedWalk('10').do(CompleteStep, { stepId: 'S2' }).open('DISPATCH').ship('10');
    return walk.deliver(undefined, '4').on('2025-03-12').decideReturn('4', 'SCRAP');
  };
  it('by steps that are ready again; the order is in progress', () => {
    const walk = scrapped();
    walk.recorded(walk.last[0]!, {
      type: 'ToMakeChanged',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        lineId: 'L1',
        toMakeQty: '14',
        steps: [
          { ...SHEET, state: 'READY', goodQty: '10', startedOn: '2025-03-10' },
          { ...ASSEMBLY, state: 'READY', goodQty: '10', startedOn: '2025-03-10' },
        ],
        percentBps: 7_142,
        currentStepId: 'S1',
        changedOn: '2025-03-12',
      },
    });
  });
  it('up to what was ordered and scrapped, and leaves in place of it', () => {
    const walk = scrapped().do(StartStep, { stepId: 'S1' });
    expect(walk.refused(ReportProgress, report('S1', '5', '2025-03-12'))).toMatchObject({
      code: 'OVER_PRODUCTION',
      orderedQty: '10',
      mostQty: '14',
    });
    walk.report('S1', '4').do(CompleteStep, { stepId: 'S1' }).do(StartStep, { stepId: 'S2' });
    expect(walk.report('S2', '3').types).toEqual(['ProductionProgressReported']);
    expect(walk.report('S2', '1').types).toEqual(['ProductionProgressReported', 'ProductionCompleted']);
    walk.do(CompleteStep, { stepId: 'S2' }).ship('4').deliver();
    expect(walk.now.state).toBe('CLOSED');
  });
  it('and a step that was completed with less, for a reason, is done again where the scrap is taken back (P-94, P-102)', () => {
    const walk = runningWalk('10').report('S1', '8').do(CompleteStep, { stepId: 'S1', reason: '缺料' });
    walk.do(StartStep, { stepId: 'S2' }).report('S2', '8').open('DISPATCH').ship('8').deliver(undefined, '4');
    const { lastShipmentId: shipmentId } = walk.decideReturn('4', 'SCRAP');
    expect(walk.steps[0]).toMatchObject({ state: 'READY', goodQty: '8' });
    const decided = { shipmentId, reworkQty: '0', reason: '判定有误' };
    walk.do(CorrectDisposition, { ...decided, restockedQty: '2', scrappedQty: '2' });
    expect(walk.steps[0]?.state).toBe('READY');
    walk.on('2025-03-12').do(CorrectDisposition, { ...decided, restockedQty: '4', scrappedQty: '0' });
    expect(walk.steps[0]).toMatchObject({ state: 'DONE', doneOn: '2025-03-12', goodQty: '8' });
  });
  it('unless enough was made beyond what was ordered', () => {
    const walk = producedWalk('10').settling({ overBps: 2_000 });
    walk.do(CorrectProgress, correct('S1', '12')).report('S2', '2').open('DISPATCH').ship('10');
    walk.deliver(undefined, '2').decideReturn('2', 'SCRAP');
    expect(walk.last).toMatchObject([
      {},
      { type: 'ToMakeChanged', data: { state: 'PRODUCED', steps: [], toMakeQty: '12' } },
    ]);
  });
  it('not once the order is closed', () => {
    const walk = producedWalk('10').settling({ overBps: 2_000 });
    walk.do(CorrectProgress, correct('S1', '12')).report('S2', '2').open('DISPATCH').ship('10');
    const first = walk.lastShipmentId;
    walk.deliver(first, '2').ship('2').deliver();
    expect(walk.now.state).toBe('CLOSED');
    expect(walk.decideReturn('2', 'SCRAP', first).types).toEqual(['ReturnDispositioned']);
  });
  it('of bought goods comes in again', () => {
    const goods = (qty: string) => ({ qty, docRef: 'GR-1', supplierPartyId: 'p-7' });
    const walk = boughtWalk().do(ReceiveGoods, goods('2')).open('DISPATCH').ship('2');
    walk.deliver(undefined, '1').decideReturn('1', 'SCRAP');
    expect(walk.now.state).toBe('IN_PROGRESS');
    expect(walk.refused(ReceiveGoods, { ...goods('2'), docRef: 'GR-2' })).toMatchObject({
      code: 'OVER_PRODUCTION',
      mostQty: '3',
    });
    expect(walk.do(ReceiveGoods, { ...goods('1'), docRef: 'GR-2' }).types).toContain('ProductionCompleted');
  });
});

describe('the days of the work (P-104)', () => {
  it('are not before the step began', () => {
    const walk = releasedWalk().on('2025-03-12').do(StartStep, { stepId: 'S1' });
    expect(walk.refused(ReportProgress, report('S1', '1', '2025-03-11'))).toEqual({
      code: 'DATE_BEFORE_START',
      field: 'doneOn',
      doneOn: '2025-03-11',
      earliest: '2025-03-12',
    });
    expect(walk.do(ReportProgress, report('S1', '1', '2025-03-12')).types).toEqual(['ProductionProgressReported']);
  });
  it('begin on a day from the release and the step before it to today', () => {
    const walk = releasedWalk().on('2025-03-14');
    expect(walk.refused(StartStep, { stepId: 'S1', on: '2025-03-09' })).toEqual({
      code: 'DATE_BEFORE_RELEASE',
      field: 'on',
      on: '2025-03-09',
      earliest: '2025-03-10',
    });
    expect(walk.refused(StartStep, { stepId: 'S1', on: '2025-03-15' })).toMatchObject({ code: 'DATE_IN_FUTURE' });
    walk.do(StartStep, { stepId: 'S1', on: '2025-03-12' }).do(ReportProgress, report('S1', '2', '2025-03-12'));
    expect(walk.steps[0]).toMatchObject({ startedOn: '2025-03-12' });
    walk.do(CompleteStep, { stepId: 'S1' });
    expect(walk.refused(StartStep, { stepId: 'S2', on: '2025-03-11' })).toMatchObject({
      code: 'DATE_BEFORE_PREVIOUS_STEP',
      earliest: '2025-03-12',
    });
  });
  it('of a step that is made again go back to its first beginning', () => {
    const walk = assembling().report('S2', '10').do(CompleteStep, { stepId: 'S2' }).open('DISPATCH').ship('10');
    walk.deliver(undefined, '1').on('2025-03-12').decideReturn('1', 'SCRAP').do(StartStep, { stepId: 'S1' });
    expect(walk.steps[0]).toMatchObject({ state: 'RUNNING', startedOn: '2025-03-10' });
  });
});

describe('the day on which a step began is corrected (P-107)', () => {
  it('with the reason, and earlier work is reported then', () => {
    const walk = releasedWalk().on('2025-03-14').do(StartStep, { stepId: 'S1' });
    const right = { stepId: 'S1', on: '2025-03-11', reason: '补录' };
    walk.do(CorrectStepStart, right, 'zhao-qiang').recorded({
      type: 'StepStartCorrected',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        step: { ...SHEET, state: 'RUNNING', startedOn: '2025-03-11' },
        percentBps: 0,
        reason: '补录',
        correctedBy: 'zhao-qiang',
        correctedOn: '2025-03-14',
      },
    });
    walk.do(ReportProgress, report('S1', '1', '2025-03-12')).do(ReportProgress, report('S1', '1', '2025-03-11'));
    expect(walk.steps[0]).toMatchObject({ reportedFrom: '2025-03-11' });
    expect(walk.refused(CorrectStepStart, { ...right, on: '2025-03-12' })).toEqual({
      code: 'DATE_AFTER_WORK',
      field: 'on',
      on: '2025-03-12',
      latest: '2025-03-11',
    });
  });
  it('within the days of a start, of a step that has begun', () => {
    const walk = runningWalk().report('S1', '2').on('2025-03-12').do(CompleteStep, { stepId: 'S1' });
    const refused = (stepId: string, on: string) => walk.refused(CorrectStepStart, { stepId, on, reason: 'x' }).code;
    expect(refused('S2', '2025-03-12')).toBe('INVALID_TRANSITION');
    walk.do(StartStep, { stepId: 'S2' });
    expect(refused('S2', '2025-03-13')).toBe('DATE_IN_FUTURE');
    expect(refused('S2', '2025-03-09')).toBe('DATE_BEFORE_RELEASE');
    expect(walk.do(CorrectStepStart, { stepId: 'S2', on: '2025-03-10', reason: 'x' }).types).toEqual([
      'StepStartCorrected',
    ]);
    expect(refused('S1', '2025-03-11')).toBe('DATE_AFTER_WORK');
  });
});
