import {
  FeedBackToSales,
  InformCustomer,
  MarkFeedbackOverdue,
  RaiseException,
  ResolveException,
} from './order-tracking.commands.js';
import { aShortage, IDS, ORDER_1, ORDER_2, PLANNED, SHORTAGE } from './order-tracking.fixtures.js';
import { openedWalk, sharedWalk } from './order-tracking.walk.js';

describe('an exception is raised', () => {
  it('with its step, the days it costs, and when sales must hear of it (P-72, P-73)', () => {
    const walk = openedWalk().raise();
    walk.recorded({
      type: 'ProductionExceptionRaised',
      data: {
        ...IDS,
        exception: {
          exceptionId: walk.lastId,
          productionOrderId: ORDER_1,
          type: 'MATERIAL_SHORTAGE',
          stepId: 'S2',
          stepSeq: 2,
          state: 'OPEN',
          estimatedDelayDays: 4,
          stopsWork: true,
          raisedBy: 'ma-jun',
          raisedAt: '2025-03-10T02:00:00.000Z',
          feedbackDueAt: '2025-03-10T04:00:00.000Z',
          feedbackOverdue: false,
        },
        delayDays: 4,
        forecastDate: '2025-08-14',
      },
    });
  });
  it('and must be fed back within what the company has settled (P-72)', () =>
    expect(openedWalk().settling({ feedbackMinutes: 30 }).raise().last[0]?.data).toMatchObject({
      exception: { feedbackDueAt: '2025-03-10T02:30:00.000Z' },
    }));
  it('of an order that is named where there are two (P-75)', () => {
    const walk = sharedWalk();
    const refusal = {
      code: 'VALIDATION_FAILED',
      pointer: '/productionOrderId',
      productionOrderIds: [ORDER_1, ORDER_2],
    };
    expect(walk.refused(RaiseException, aShortage)).toEqual(refusal);
    expect(walk.refused(RaiseException, { ...aShortage, productionOrderId: 'o-9' })).toEqual(refusal);
    expect(walk.raise({ productionOrderId: ORDER_2 }).last[0]?.data).toMatchObject({
      exception: { productionOrderId: ORDER_2 },
    });
  });
  it('of a step that the plan has; before a plan any name is taken down (P-75)', () => {
    expect(openedWalk().refused(RaiseException, { ...aShortage, stepId: 'S9' })).toEqual({
      code: 'VALIDATION_FAILED',
      pointer: '/stepId',
    });
    const walk = openedWalk().raise({ stepId: 'S9', order: { expectedOn: '2025-09-01', steps: [] } });
    expect(walk.last[0]?.data).toMatchObject({ exception: { stepId: 'S9' }, forecastDate: '2025-09-05' });
    expect(walk.last[0]?.data).not.toHaveProperty('exception.stepSeq');
  });
  it('with a forecast that is never before today (P-39)', () =>
    expect(openedWalk().raise({ order: { ...PLANNED, expectedOn: '2025-01-01' } }).last[0]?.data).toMatchObject({
      forecastDate: '2025-03-10',
    }));
  it('not of an order that is not there', () =>
    expect(openedWalk().refused(RaiseException, { ...aShortage, order: undefined }).code).toBe('NOT_FOUND'));
});

describe('who speaks of an order', () => {
  const owner = (id: string) => ({ id, role: 'STEP_OWNER' });
  const merchandiser = (id: string, ...roles: string[]) => ({ id, role: 'MERCHANDISER', roles });
  it('is the owner of one of its steps, and of no other order (P-173)', () => {
    expect(openedWalk().do(RaiseException, aShortage, owner('tang-yi')).types).toEqual(['ProductionExceptionRaised']);
    expect(openedWalk().refused(RaiseException, aShortage, owner('he-jing'))).toEqual({
      code: 'ROLE_NOT_ALLOWED',
      ownerId: ['ma-jun', 'tang-yi'],
    });
    const unplanned = { ...aShortage, stepId: undefined, order: { expectedOn: '2025-09-01', steps: [] } };
    expect(openedWalk().refused(RaiseException, unplanned, owner('ma-jun'))).toEqual({
      code: 'ROLE_NOT_ALLOWED',
      ownerId: null,
    });
  });
  it('is its merchandiser, and no other one (P-172)', () => {
    const stranger = { code: 'ROLE_NOT_ALLOWED', merchandiserId: 'zhou-min' };
    expect(openedWalk().refused(RaiseException, aShortage, merchandiser('qian-fang', 'MERCHANDISER'))).toEqual(
      stranger,
    );
    const walk = openedWalk().raise();
    const message = { exceptionId: walk.lastId, message: '缺铜管' };
    expect(walk.refused(FeedBackToSales, message, merchandiser('qian-fang', 'MERCHANDISER'))).toEqual(stranger);
    expect(walk.do(FeedBackToSales, message, merchandiser('zhou-min', 'MERCHANDISER')).types).toEqual([
      'ExceptionFedBackToSales',
    ]);
  });
  it('is another merchandiser too who owns one of its steps', () =>
    expect(
      openedWalk().do(RaiseException, aShortage, merchandiser('ma-jun', 'MERCHANDISER', 'STEP_OWNER')).types,
    ).toEqual(['ProductionExceptionRaised']));
});

describe('the delay of an order', () => {
  it('is the days of all its exceptions: actual where resolved, else estimated (P-73)', () => {
    const walk = sharedWalk().raise({ productionOrderId: ORDER_1 });
    const exceptionId = walk.lastId;
    walk.raise({ productionOrderId: ORDER_2, estimatedDelayDays: 30 });
    walk.raise({ productionOrderId: ORDER_1, estimatedDelayDays: 3 });
    expect(walk.last[0]?.data).toMatchObject({ delayDays: 7, forecastDate: '2025-08-17' });
    walk.do(ResolveException, { exceptionId, actualDelayDays: 1, order: PLANNED });
    expect(walk.last[0]?.data).toMatchObject({ delayDays: 4, forecastDate: '2025-08-14' });
  });
});

describe('an exception', () => {
  it('is fed back to sales once (P-72, P-77)', () => {
    const walk = openedWalk().raise();
    const exceptionId = walk.lastId;
    walk.at('2025-03-10T03:59:59.999Z').do(FeedBackToSales, { exceptionId, message: '缺铜管' });
    walk.recorded({
      type: 'ExceptionFedBackToSales',
      data: {
        ...IDS,
        exception: { exceptionId, ...SHORTAGE, state: 'FED_BACK', fedBackAt: '2025-03-10T03:59:59.999Z' },
        delayDays: 4,
        message: '缺铜管',
        late: false,
        by: 'zhou-min',
      },
    });
    expect(walk.refused(FeedBackToSales, { exceptionId, message: 'x' })).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'FeedBackToSales',
      exceptionId,
      exceptionState: 'FED_BACK',
      possibleIn: ['OPEN'],
    });
  });
  it('that is fed back late is marked so (P-72)', () => {
    const walk = openedWalk().raise();
    walk.at('2025-03-10T04:00:00.000Z').do(FeedBackToSales, { exceptionId: walk.lastId, message: 'x' });
    expect(walk.last[0]?.data).toMatchObject({ late: true });
  });
  it('of which sales hears nothing in time is told, once (P-72)', () => {
    const walk = openedWalk().raise();
    const exceptionId = walk.lastId;
    walk.at('2025-03-10T03:59:59.999Z').do(MarkFeedbackOverdue, { exceptionId }).recorded();
    walk.at('2025-03-10T04:00:00.000Z').do(MarkFeedbackOverdue, { exceptionId });
    walk.recorded({
      type: 'FeedbackOverdue',
      data: { ...IDS, exception: { exceptionId, ...SHORTAGE, feedbackOverdue: true }, delayDays: 4 },
    });
    walk.at('2025-03-10T05:00:00.000Z').do(MarkFeedbackOverdue, { exceptionId }).recorded();
  });
  it('that was fed back is not told to be overdue (P-72)', () => {
    const walk = openedWalk().raise();
    const exceptionId = walk.lastId;
    walk.do(FeedBackToSales, { exceptionId, message: 'x' }).at('2025-03-10T05:00:00.000Z');
    walk.do(MarkFeedbackOverdue, { exceptionId }).recorded();
  });
  it('is told to the customer, not on a day to come (P-76)', () => {
    const walk = openedWalk().raise();
    const exceptionId = walk.lastId;
    const said = { exceptionId, channel: 'PHONE' };
    expect(walk.refused(InformCustomer, { ...said, on: '2025-03-11' })).toEqual({
      code: 'DATE_IN_FUTURE',
      on: '2025-03-11',
      today: '2025-03-10',
    });
    walk.do(InformCustomer, { ...said, on: '2025-03-10' }, 'li-na').recorded({
      type: 'CustomerInformed',
      data: {
        ...IDS,
        exception: { exceptionId, ...SHORTAGE, informedOn: '2025-03-10' },
        delayDays: 4,
        channel: 'PHONE',
        by: 'li-na',
      },
    });
  });
  it('is resolved once, with the days that it has cost (P-73, P-77)', () => {
    const walk = openedWalk().raise();
    const exceptionId = walk.lastId;
    const resolution = { exceptionId, actualDelayDays: 6, order: PLANNED };
    walk.do(ResolveException, resolution, 'zhao-qiang').recorded({
      type: 'ProductionExceptionResolved',
      data: {
        ...IDS,
        exception: { exceptionId, ...SHORTAGE, state: 'RESOLVED', actualDelayDays: 6 },
        delayDays: 6,
        actualDelayDays: 6,
        forecastDate: '2025-08-16',
        resolvedBy: 'zhao-qiang',
      },
    });
    expect(walk.refused(ResolveException, resolution)).toMatchObject({
      code: 'INVALID_TRANSITION',
      exceptionState: 'RESOLVED',
      possibleIn: ['OPEN', 'FED_BACK'],
    });
    expect(walk.refused(FeedBackToSales, { exceptionId, message: 'x' })).toMatchObject({ code: 'INVALID_TRANSITION' });
  });
  it('is resolved after it was fed back too, without an order never', () => {
    const walk = openedWalk().raise();
    const exceptionId = walk.lastId;
    walk.do(FeedBackToSales, { exceptionId, message: 'x' });
    expect(walk.refused(ResolveException, { exceptionId, actualDelayDays: 1 }).code).toBe('NOT_FOUND');
    walk.do(ResolveException, { exceptionId, actualDelayDays: 0, order: PLANNED });
    expect(walk.last[0]?.data).toMatchObject({ delayDays: 0, exception: { state: 'RESOLVED' } });
  });
  it('that the tracking does not have is not found', () => {
    const walk = openedWalk();
    expect(walk.refused(FeedBackToSales, { exceptionId: 'e', message: 'x' })).toEqual({
      code: 'NOT_FOUND',
      exceptionId: 'e',
    });
    expect(walk.refused(ResolveException, { exceptionId: 'e', actualDelayDays: 1 }).code).toBe('NOT_FOUND');
    expect(walk.refused(MarkFeedbackOverdue, { exceptionId: 'e' }).code).toBe('NOT_FOUND');
  });
});
