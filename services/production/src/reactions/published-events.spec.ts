import { productionExceptionResolved } from '@engsales/events';
import type { RecordedEvent } from '@engsales/event-sourcing';
import { publicationFaults } from '@engsales/messaging/testing';
import { packageLives } from '../domain/engineering-package/engineering-package.walk.js';
import { FeedBackToSales, ResolveException } from '../domain/order-tracking/order-tracking.commands.js';
import { PLANNED } from '../domain/order-tracking/order-tracking.fixtures.js';
import { openedWalk, trackingLives } from '../domain/order-tracking/order-tracking.walk.js';
import { LiftStopWork, OrderStopWork } from '../domain/production-order/holds/holds.commands.js';
import { EngineerOrder } from '../domain/production-order/planning/planning.commands.js';
import { BOM, ENGINEER, HEAD, MERCHANDISER } from '../domain/production-order/production-order.fixtures.js';
import {
  forestalledWalk,
  handedWalk,
  orderLives,
  producedWalk,
  receivedWalk,
  runningWalk,
} from '../domain/production-order/production-order.walk.js';
import { HandOverToEngineering } from '../domain/production-order/receiving/receiving.commands.js';
import { InspectShipment, PlanShipment } from '../domain/production-order/shipping/shipping.commands.js';
import { CorrectProgress } from '../domain/production-order/shop-floor/shop-floor.commands.js';
import { stockLives } from '../domain/stock-snapshot/stock-snapshot.walk.js';
import { publishedEvents, type ProductionEvent } from './published-events.js';

const published = (events: readonly ProductionEvent[]) =>
  events.flatMap((event) => publishedEvents(event as unknown as RecordedEvent) ?? []);

describe('what production publishes', () => {
  it('is described by its schemas to the last field, and is every public event of production', () => {
    const stop = { scope: 'STEP', stepId: 'S1', violatedArtefact: { type: 'BOM' } } as const;
    const stopped = runningWalk().do(OrderStopWork, stop, ENGINEER);
    const told = openedWalk().raise();
    const exceptionId = told.lastId;
    told.do(FeedBackToSales, { exceptionId, message: '缺铜管' });
    told.do(ResolveException, { exceptionId, actualDelayDays: 1, order: PLANNED });
    const events: ProductionEvent[] = [
      ...Object.values(orderLives).flatMap((life) => life().past),
      ...Object.values(packageLives).flatMap((life) => life().past),
      ...Object.values(trackingLives).flatMap((life) => life().past),
      ...Object.values(stockLives).flatMap((life) => life().past),
      ...handedWalk().past,
      // handed over after the BOM came, and so engineered already
      ...receivedWalk().do(EngineerOrder, BOM).do(HandOverToEngineering, { backupCopyRef: 'c' }, MERCHANDISER).past,
      ...stopped.do(LiftStopWork, { stopId: stopped.lastStopId, correction: '已改正' }, ENGINEER).past,
      ...told.past,
    ];
    expect(publicationFaults('production', published(events))).toEqual([]);
  });

  it('keeps gates, holds and deadlines of a received order in the house', () => {
    const [received] = published(receivedWalk().last);
    expect(Object.keys(received?.data as object).sort()).toEqual([
      ...['amountFen', 'committedDate', 'contractId', 'contractVersion', 'itemCode', 'kind', 'lineId'],
      ...['merchandiserId', 'name', 'packageId', 'productionOrderId', 'qty', 'state', 'trackingId', 'uom'],
    ]);
  });

  it('tells no more goods as ready than were ordered, and none that failed (P-40)', () => {
    const walk = producedWalk('2').settling({ overBps: 5_000 });
    walk.do(CorrectProgress, { stepId: 'S1', goodQty: '3', scrapQty: '0', reason: '漏报' });
    walk.report('S2', '1').prepare('1').prepare('2');
    expect(published(walk.last)).toMatchObject([
      { data: { ...HEAD, readyQty: '2', cumulativeReadyQty: '2', orderedQty: '2', readyOn: '2025-03-10' } },
    ]);
    walk.settling({ overBps: 10_000 }).do(PlanShipment, { qty: '1' });
    walk.do(InspectShipment, { shipmentId: walk.lastShipmentId, result: 'FAILED', certRef: 'QC-2' });
    expect(published(walk.last)).toEqual([]);
  });

  it('says what an exception has cost, and when sales heard of it (P-73)', () => {
    const walk = openedWalk().raise();
    const exceptionId = walk.lastId;
    walk.do(FeedBackToSales, { exceptionId, message: '缺铜管' });
    expect(published(walk.last)).toEqual([]);
    walk.do(ResolveException, { exceptionId, actualDelayDays: 6, order: PLANNED });
    expect(published(walk.last)).toMatchObject([
      {
        event: productionExceptionResolved,
        data: { exceptionId, stepSeq: 2, delayDays: 6, actualDelayDays: 6, fedBackAt: '2025-03-10T02:00:00.000Z' },
      },
    ]);
  });

  it('is nothing of an order whose place was taken (P-57)', () =>
    expect(published(forestalledWalk().past)).toEqual([]));
});
