import { CommandExecutor, MemoryEventStore, Rejected, type CommandResult } from '@engsales/event-sourcing';
import { issued } from '@engsales/event-sourcing/testing';
import { OpenTracking, RaiseException, ResolveException } from '../domain/order-tracking/order-tracking.commands.js';
import { anOpening, aShortage, ORDER_2, TRACKING_ID } from '../domain/order-tracking/order-tracking.fixtures.js';
import { orderTracking } from '../domain/order-tracking/order-tracking.js';
import { EngineerOrder, AcceptBom, PlanOrder } from '../domain/production-order/planning/planning.commands.js';
import { productionOrder } from '../domain/production-order/production-order.js';
import { anOrder, BOM, MERCHANDISER, ORDER_ID, STEPS } from '../domain/production-order/production-order.fixtures.js';
import { HandOverToEngineering, ReceiveOrder } from '../domain/production-order/receiving/receiving.commands.js';
import { RaiseExceptionHandler } from './raise-exception.handler.js';
import { ResolveExceptionHandler } from './resolve-exception.handler.js';

describe('an exception hears what its order says', () => {
  let executor: CommandExecutor;
  let commands = 0;
  const now = () => {
    commands += 1;
    return issued({ commandId: `00000000-0000-4000-8000-${String(commands).padStart(12, '0')}`, by: MERCHANDISER });
  };
  const order = { productionOrderId: ORDER_ID };
  const tracking = { trackingId: TRACKING_ID };
  const { order: _read, ...shortage } = aShortage;
  const raise = (changes: Partial<RaiseException['data']> = {}) =>
    new RaiseExceptionHandler(executor).execute(new RaiseException({ ...tracking, ...shortage, ...changes }, now()));
  const dataOf = ({ events }: CommandResult) => events[0]?.data;
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'accepted',
      (error: unknown) => (error as Rejected).code,
    );
  const open = (productionOrderId: string) =>
    executor.execute(orderTracking, new OpenTracking({ ...tracking, ...anOpening, productionOrderId }, now()));
  const receive = () => executor.execute(productionOrder, new ReceiveOrder({ ...order, ...anOrder }, now()));
  const plan = async () => {
    await executor.execute(productionOrder, new HandOverToEngineering({ ...order, backupCopyRef: 'c' }, now()));
    await executor.execute(productionOrder, new EngineerOrder({ ...order, ...BOM }, now()));
    await executor.execute(productionOrder, new AcceptBom(order, now()));
    await executor.execute(productionOrder, new PlanOrder({ ...order, steps: STEPS }, now()));
  };

  beforeEach(async () => {
    executor = new CommandExecutor(new MemoryEventStore());
    await open(ORDER_ID);
    await receive();
  });

  it('its promise before a plan (P-39)', async () =>
    expect(dataOf(await raise())).toMatchObject({ forecastDate: '2025-09-05', exception: { stepId: 'S2' } }));

  it('its planned end and the number of the step after it (P-39)', async () => {
    await plan();
    expect(dataOf(await raise())).toMatchObject({ forecastDate: '2025-08-14', exception: { stepSeq: 2 } });
  });

  it('that it has no such step (P-75)', async () => {
    await plan();
    expect(await codeOf(raise({ stepId: 'S9' }))).toBe('VALIDATION_FAILED');
  });

  it('when it is resolved too, with the days that it has cost (P-73)', async () => {
    await plan();
    const { events } = await raise();
    const { exceptionId } = (events[0]?.data as { exception: { exceptionId: string } }).exception;
    const resolution = new ResolveException({ ...tracking, exceptionId, actualDelayDays: 6 }, now());
    expect(dataOf(await new ResolveExceptionHandler(executor).execute(resolution))).toMatchObject({
      forecastDate: '2025-08-16',
      exception: { state: 'RESOLVED', stepSeq: 2 },
    });
  });

  it('only where it is clear which order is meant, and that is there (P-75)', async () => {
    await open(ORDER_2);
    expect(await codeOf(raise())).toBe('VALIDATION_FAILED');
    expect(await codeOf(raise({ productionOrderId: ORDER_2 }))).toBe('NOT_FOUND');
    expect(dataOf(await raise({ productionOrderId: ORDER_ID }))).toMatchObject({ delayDays: 4 });
  });

  it('and is refused where there is no tracking, or no exception', async () => {
    expect(await codeOf(raise({ trackingId: 't-9' }))).toBe('NOT_FOUND');
    const resolve = (trackingId: string) =>
      new ResolveException({ trackingId, exceptionId: 'e', actualDelayDays: 1 }, now());
    const handler = new ResolveExceptionHandler(executor);
    expect(await codeOf(handler.execute(resolve('t-9')))).toBe('NOT_FOUND');
    expect(await codeOf(handler.execute(resolve(TRACKING_ID)))).toBe('NOT_FOUND');
  });
});
