import { ORDER_ID } from '../domain/production-order/production-order.fixtures.js';
import { boughtWalk, engineeredWalk, runningWalk } from '../domain/production-order/production-order.walk.js';
import { CompleteStep } from '../domain/production-order/shop-floor/shop-floor.commands.js';
import { scheduleOf } from './order-schedule.js';

const SHEET = {
  id: 'S1',
  seq: 1,
  name: '钣金',
  ownerId: 'ma-jun',
  planned: { start: '2025-04-10', end: '2025-06-10' },
  dependencies: [],
};
const ASSEMBLY = {
  id: 'S2',
  seq: 2,
  name: '总装',
  ownerId: 'tang-yi',
  planned: { start: '2025-06-11', end: '2025-08-10' },
  dependencies: ['S1'],
};

describe('the schedule of an order', () => {
  it('lays what is done beside what was planned, one bar per step (P-36, P-39)', () => {
    const walk = runningWalk().report('S1', '1', { scrapQty: '1' });
    expect(scheduleOf(walk.now, '2025-03-11')).toEqual({
      productionOrderId: ORDER_ID,
      state: 'IN_PROGRESS',
      committedDate: '2025-09-01',
      deferredUntil: null,
      plannedStart: '2025-04-10',
      plannedEnd: '2025-08-10',
      forecastDate: '2025-08-10',
      percentBps: 2_500,
      tasks: [
        {
          ...SHEET,
          state: 'RUNNING',
          actual: { start: '2025-03-10', end: null },
          goodQty: '1',
          scrapQty: '1',
          progressBps: 5_000,
          late: false,
        },
        {
          ...ASSEMBLY,
          state: 'PLANNED',
          actual: { start: null, end: null },
          goodQty: '0',
          scrapQty: '0',
          progressBps: 0,
          late: false,
        },
      ],
    });
  });
  it('says of a step that is open after its planned end, or ended after it, that it is late', () => {
    const walk = runningWalk().report('S1', '2');
    const late = (today: string) => scheduleOf(walk.now, today).tasks.map((task) => task.late);
    expect([late('2025-06-10'), late('2025-06-11'), late('2025-08-11')]).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
    walk.on('2025-06-11').do(CompleteStep, { stepId: 'S1' });
    expect(late('2025-06-11')).toEqual([true, false]);
  });
  it('of an order in time stays in time when it is read later', () => {
    const walk = runningWalk().report('S1', '2').do(CompleteStep, { stepId: 'S1' });
    expect(scheduleOf(walk.now, '2026-01-01').tasks.map((task) => task.late)).toEqual([false, true]);
  });
  it.each([
    ['before its plan', engineeredWalk()],
    ['that is bought', boughtWalk()],
  ])('of an order %s has no bars, and goes by the promise (P-39)', (_title, walk) =>
    expect(scheduleOf(walk.now, '2025-03-11')).toMatchObject({
      plannedStart: null,
      plannedEnd: null,
      forecastDate: '2025-09-01',
      percentBps: 0,
      tasks: [],
    }),
  );
});
