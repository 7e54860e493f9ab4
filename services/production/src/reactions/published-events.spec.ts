import {
  productionExceptionResolved,
  productionOrderCancelled,
  productionOrderShortClosed,
  subjectFieldOf,
} from '@engsales/events';
import type { RecordedEvent } from '@engsales/event-sourcing';
import { publicationFaults } from '@engsales/messaging/testing';
import { ReleasePackage } from '../domain/engineering-package/engineering-package.commands.js';
import { packageLives, requestedWalk } from '../domain/engineering-package/engineering-package.walk.js';
import { FeedBackToSales, OpenTracking, ResolveException } from '../domain/order-tracking/order-tracking.commands.js';
import { anOpening, PLANNED } from '../domain/order-tracking/order-tracking.fixtures.js';
import { openedWalk, TrackingWalk, trackingLives } from '../domain/order-tracking/order-tracking.walk.js';
import { CancelOrder, EndOrder } from '../domain/production-order/ending/ending.commands.js';
import { LiftStopWork, OrderStopWork } from '../domain/production-order/holds/holds.commands.js';
import {
  AcceptBom,
  EngineerOrder,
  PlanOrder,
  ReleaseOrder,
} from '../domain/production-order/planning/planning.commands.js';
import { BOM, ENGINEER, HEAD, MERCHANDISER, STEPS } from '../domain/production-order/production-order.fixtures.js';
import {
  CONTRACT_END,
  engineeredWalk,
  forestalledWalk,
  handedWalk,
  orderLives,
  producedWalk,
  receivedWalk,
  runningWalk,
  WHY,
} from '../domain/production-order/production-order.walk.js';
import {
  HandOverToEngineering,
  NoteExecutionForm,
  RescheduleOrder,
} from '../domain/production-order/receiving/receiving.commands.js';
import {
  DeferDelivery,
  DispatchShipment,
  InspectShipment,
  MarkShipmentDelayed,
  PlanShipment,
} from '../domain/production-order/shipping/shipping.commands.js';
import { CorrectProgress, StartStep } from '../domain/production-order/shop-floor/shop-floor.commands.js';
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

  it.each([
    ['productionOrderId', orderLives],
    ['packageId', packageLives],
    ['trackingId', trackingLives],
  ])('names in a payload the aggregate that it happened to: %s', (field, lives) => {
    const said = Object.values(lives).flatMap((life) => published(life().past));
    expect(said.length).toBeGreaterThan(0);
    for (const { event, data } of said) {
      expect([event.type, subjectFieldOf(event.type)]).toEqual([event.type, field]);
      expect((data as Record<string, unknown>)[field]).toMatch(/./);
    }
  });

  it('keeps gates, holds and deadlines of a received order in the house', () => {
    const [received] = published(receivedWalk().last);
    expect(Object.keys(received?.data as object).sort()).toEqual([
      ...[
        'amountFen',
        'committedDate',
        'contractId',
        'contractOrigin',
        'contractVersion',
        'itemCode',
        'kind',
        'lineId',
      ],
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

  it('tells the end of an order whose place was taken, at no cost, so that the contract can settle (P-57)', () => {
    const [end, ...others] = published(forestalledWalk().past);
    expect([end?.event, others]).toEqual([productionOrderCancelled, []]);
    expect(end?.data).toEqual({
      ...HEAD,
      lineId: 'L1',
      state: 'CANCELLED',
      initiator: 'MUTUAL',
      reason: '业主资金未落实',
      producedQty: '0',
      shippedQty: '0',
      wipCostFen: 0,
      scrapCostFen: 0,
    });
  });

  it('says in everything about an order by hand that its contract lives elsewhere (P-125)', () => {
    const external = { contractOrigin: 'EXTERNAL' } as const;
    const order = receivedWalk(external).do(HandOverToEngineering, { backupCopyRef: 'c' }, MERCHANDISER);
    order.do(RescheduleOrder, { to: '2025-10-01', reason: '停工' });
    order.do(DeferDelivery, { by: 'CUSTOMER', until: '2025-10-10' }).do(CancelOrder, WHY);
    const pack = requestedWalk(external).submitAll().confirmAll().do(ReleasePackage, {});
    const tracking = new TrackingWalk().do(OpenTracking, { ...anOpening, ...external }).raise();
    const floor = engineeredWalk(external).do(AcceptBom, {}).do(PlanOrder, { steps: STEPS }).do(NoteExecutionForm, {});
    floor.open('RELEASE_PRODUCTION').do(ReleaseOrder, { instructionNo: 'SC-1' }).do(StartStep, { stepId: 'S1' });
    floor.report('S1', '2').do(CorrectProgress, { stepId: 'S1', goodQty: '1', scrapQty: '0', reason: '误报' });
    const all = [order, pack, tracking, floor].flatMap((walk) => published(walk.past as ProductionEvent[]));
    expect(all).toHaveLength(13);
    expect(all.filter(({ data }) => (data as { contractOrigin?: string }).contractOrigin !== 'EXTERNAL')).toEqual([]);
  });

  it('counts by the contract line, of which a part was delivered before the order (P-142)', () => {
    const opening = { producedQty: '2', onTheRoadQty: '0', deliveredQty: '4' };
    const walk = receivedWalk({ qty: '6', opening }).open('DISPATCH').prepare('2');
    expect(published(walk.last)).toMatchObject([
      { data: { readyQty: '2', cumulativeReadyQty: '6', orderedQty: '10' } },
    ]);
    walk.do(DispatchShipment, { shipmentId: walk.lastShipmentId, carrierRef: 'C-1' });
    const line = { qty: '2', cumulativeShippedQty: '6', cumulativeRefusedQty: '0', orderedQty: '10' };
    expect(published(walk.last)).toMatchObject([{ data: { lines: [{ ...line, cumulativeDeliveredQty: '4' }] } }]);
    expect(published(walk.deliver().last)).toMatchObject([
      { data: { lines: [{ ...line, cumulativeDeliveredQty: '6' }] } },
    ]);
    walk.on('2025-09-02').do(MarkShipmentDelayed, { lateAfter: '2025-09-01' });
    expect(published(walk.last)).toMatchObject([{ data: { unshippedQty: '4', orderedQty: '10' } }]);
    expect(published(walk.do(EndOrder, CONTRACT_END).last)).toMatchObject([
      { event: productionOrderShortClosed, data: { producedQty: '6', shippedQty: '6' } },
    ]);
    const whole = receivedWalk({ qty: '6', opening: { producedQty: '6', onTheRoadQty: '6', deliveredQty: '4' } });
    expect(published(whole.last)).toMatchObject([{}, { data: { producedQty: '10' } }]);
    const [delivered, closed] = published(whole.deliver().last);
    expect([delivered, closed]).toMatchObject([
      { data: { dispatchedOn: '2025-03-10', lines: [{ cumulativeDeliveredQty: '10' }] } },
      { data: { deliveredQty: '10' } },
    ]);
  });
});
