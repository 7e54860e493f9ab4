import type { RecordedEvent } from '@engsales/event-sourcing';
import { COPPER } from '../domain/engineering-package/engineering-package.fixtures.js';
import { releasedWalk as releasedPackage } from '../domain/engineering-package/engineering-package.walk.js';
import { FeedBackToSales, ResolveException } from '../domain/order-tracking/order-tracking.commands.js';
import { PLANNED } from '../domain/order-tracking/order-tracking.fixtures.js';
import { openedWalk } from '../domain/order-tracking/order-tracking.walk.js';
import { CancelOrder, ShortCloseOrder } from '../domain/production-order/ending/ending.commands.js';
import { LiftStopWork, OrderStopWork } from '../domain/production-order/holds/holds.commands.js';
import {
  CONTRACT_ID,
  ENGINEER,
  HEAD,
  ORDER_ID,
  PACKAGE_ID,
  TRACKING_ID,
} from '../domain/production-order/production-order.fixtures.js';
import {
  boughtWalk,
  closedWalk,
  handedWalk,
  producedWalk,
  receivedWalk,
  releasedWalk,
  runningWalk,
  WHY,
  type OrderWalk,
} from '../domain/production-order/production-order.walk.js';
import { RescheduleOrder } from '../domain/production-order/receiving/receiving.commands.js';
import {
  CorrectDeferral,
  DeferDelivery,
  CancelShipment,
  ConfirmDelivery,
  CorrectDelivery,
  DispatchShipment,
  InspectShipment,
  MarkShipmentDelayed,
  PlanShipment,
  WithdrawDeferral,
  RecallShipment,
} from '../domain/production-order/shipping/shipping.commands.js';
import { CorrectProgress } from '../domain/production-order/shop-floor/shop-floor.commands.js';
import { publishedEvents, type ProductionEvent } from './published-events.js';

/** What is said of the events, as it goes over the wire: the type of the public event, and its data. */
const said = (events: readonly ProductionEvent[]): unknown =>
  JSON.parse(
    JSON.stringify(
      events.flatMap((event) => {
        const publication = publishedEvents(event as unknown as RecordedEvent);
        return publication ? [[publication.event.type, publication.data]] : [];
      }),
    ),
  );

describe('what is said of an order', () => {
  it('when it is received', () =>
    expect(said(receivedWalk().last)).toEqual([
      [
        'production.ProductionOrderReceived',
        {
          ...HEAD,
          lineId: 'L1',
          kind: 'PRODUCE',
          state: 'RECEIVED',
          itemCode: 'CH-2000',
          name: '离心式冷水机组',
          qty: '2',
          uom: '台',
          amountFen: 372_000_000,
          committedDate: '2025-09-01',
          merchandiserId: 'zhou-min',
          packageId: PACKAGE_ID,
          trackingId: TRACKING_ID,
          contractVersion: 1,
        },
      ],
    ]));
  it('when it is handed over to engineering', () =>
    expect(said(handedWalk().last)).toEqual([
      [
        'production.OrderHandedToEngineering',
        {
          ...HEAD,
          state: 'WITH_ENGINEERING',
          packageId: PACKAGE_ID,
          merchandiserId: 'zhou-min',
          backupCopyRef: 'cabinet-3/L1',
          handedOverOn: '2025-03-10',
        },
      ],
    ]));
  it('when its date moves (P-10)', () =>
    expect(said(receivedWalk().do(RescheduleOrder, { to: '2025-10-01', reason: '停工' }).last)).toEqual([
      [
        'production.OrderRescheduled',
        {
          ...HEAD,
          state: 'RECEIVED',
          lineId: 'L1',
          from: '2025-09-01',
          committedDate: '2025-10-01',
          reason: '停工',
          contractVersion: 1,
        },
      ],
    ]));
  it('when it is released, with its steps or without (P-29, P-38)', () => {
    expect(said(releasedWalk().last)).toEqual([
      [
        'production.ProductionOrderReleased',
        {
          ...HEAD,
          state: 'RELEASED',
          instructionNo: 'SC-1',
          bomRev: 1,
          plannedStart: '2025-04-10',
          plannedEnd: '2025-08-10',
          steps: [
            { seq: 1, name: '钣金', ownerId: 'ma-jun' },
            { seq: 2, name: '总装', ownerId: 'tang-yi' },
          ],
          releasedOn: '2025-03-10',
        },
      ],
    ]);
    expect(said(boughtWalk().last)).toEqual([
      [
        'production.ProductionOrderReleased',
        { ...HEAD, state: 'RELEASED', instructionNo: 'CG-1', bomRev: 1, steps: [], releasedOn: '2025-03-10' },
      ],
    ]);
  });
  it('when a step makes something, and when everything is made (P-34, P-36)', () =>
    expect(said(producedWalk().last)).toEqual([
      [
        'production.ProductionProgressReported',
        {
          ...HEAD,
          state: 'IN_PROGRESS',
          stepSeq: 2,
          goodQty: '2',
          scrapQty: '0',
          cumulativeGoodQty: '2',
          percentBps: 10_000,
          forecastDate: '2025-08-10',
          doneOn: '2025-03-10',
        },
      ],
      [
        'production.ProductionCompleted',
        { ...HEAD, state: 'PRODUCED', lineId: 'L1', producedQty: '2', completedOn: '2025-03-10' },
      ],
    ]));
  it('when engineering stops it and lets it go on, with the holds that stand then (P-18)', () => {
    const stop = { scope: 'STEP', stepId: 'S1', violatedArtefact: { type: 'DRAWING', rev: 'B' } } as const;
    const walk = runningWalk().suspend().do(OrderStopWork, stop, ENGINEER);
    const stopId = walk.lastStopId;
    const suspended = { code: 'CONTRACT_SUSPENDED', ref: '1', since: '2025-03-10', by: 'pmc-1' };
    const stopped = { ...HEAD, state: 'IN_PROGRESS', stopId, ...stop, by: 'chen-gong', on: '2025-03-10' };
    const hold = { code: 'ENGINEERING_STOP', ref: stopId, stepId: 'S1', since: '2025-03-10', by: 'chen-gong' };
    expect(said(walk.last)).toEqual([['production.WorkStopped', { ...stopped, holds: [suspended, hold] }]]);
    walk.do(LiftStopWork, { stopId, correction: '已改正' }, ENGINEER);
    expect(said(walk.last)).toEqual([['production.WorkResumed', { ...stopped, holds: [suspended] }]]);
  });
  it('when a promise passes (P-47)', () =>
    expect(said(runningWalk().on('2025-09-03').do(MarkShipmentDelayed, { lateAfter: '2025-09-01' }).last)).toEqual([
      [
        'production.ShipmentDelayed',
        {
          ...HEAD,
          state: 'IN_PROGRESS',
          lineId: 'L1',
          committedDate: '2025-09-01',
          forecastDate: '2025-09-03',
          unshippedQty: '2',
          orderedQty: '2',
          daysLate: 2,
        },
      ],
    ]));
  it('when the customer defers it, and when that is corrected or withdrawn (P-50, P-131)', () => {
    const deferred = { ...HEAD, lineId: 'L1', state: 'IN_PROGRESS', by: 'CUSTOMER' };
    const walk = runningWalk().do(DeferDelivery, { by: 'CUSTOMER', until: '2025-09-30' });
    const type = 'production.DeliveryDeferred';
    expect(said(walk.last)).toEqual([[type, { ...deferred, from: '2025-09-01', until: '2025-09-30' }]]);
    walk.do(CorrectDeferral, { until: '2025-09-20', reason: '录错' });
    const reason = '录错';
    expect(said(walk.last)).toEqual([[type, { ...deferred, from: '2025-09-30', until: '2025-09-20', reason }]]);
    walk.do(WithdrawDeferral, { reason });
    expect(said(walk.last)).toEqual([[type, { ...deferred, from: '2025-09-20', until: '2025-09-01', reason }]]);
  });
  it.each([
    [
      'cancelled',
      runningWalk().report('S1', '1').do(CancelOrder, WHY),
      'ProductionOrderCancelled',
      'CANCELLED',
      '0',
      '0',
      1_000,
    ],
    [
      'closed short',
      producedWalk().open('DISPATCH').ship('1').do(ShortCloseOrder, WHY),
      'ProductionOrderShortClosed',
      'SHORT_CLOSED',
      '2',
      '1',
      1_000,
    ],
  ] as const)('when it is %s, with what it has cost (P-56)', (_title, walk, type, state, produced, shipped, cost) =>
    expect(said(walk.last)).toEqual([
      [
        `production.${type}`,
        {
          ...HEAD,
          lineId: 'L1',
          state,
          initiator: 'CUSTOMER',
          reason: '项目取消',
          producedQty: produced,
          shippedQty: shipped,
          wipCostFen: cost,
          scrapCostFen: 0,
        },
      ],
    ]),
  );
});

describe('what is said of its goods', () => {
  const prepared = () => {
    const walk = producedWalk().open('DISPATCH').do(PlanShipment, { qty: '2', consignmentNo: 'T-1' });
    return walk.do(InspectShipment, { shipmentId: walk.lastShipmentId, result: 'PASSED', certRef: 'QC-1' });
  };
  it('when they are ready (P-40)', () =>
    expect(said(prepared().last)).toEqual([
      [
        'production.GoodsReadyToShip',
        {
          ...HEAD,
          lineId: 'L1',
          state: 'PRODUCED',
          readyQty: '2',
          cumulativeReadyQty: '2',
          cumulativeShippedQty: '0',
          cumulativeDeliveredQty: '0',
          cumulativeRefusedQty: '0',
          orderedQty: '2',
          readyOn: '2025-03-10',
        },
      ],
    ]));
  it('when they leave, are signed for, and all of them have come (P-48, P-52)', () => {
    const walk = prepared();
    const shipmentId = walk.lastShipmentId;
    walk.do(DispatchShipment, { shipmentId, carrierRef: 'C-1', serialNos: ['n-1', 'n-2'] });
    const line = {
      lineId: 'L1',
      qty: '2',
      serialNos: ['n-1', 'n-2'],
      cumulativeReadyQty: '2',
      cumulativeShippedQty: '2',
      orderedQty: '2',
    };
    const shipment = { shipmentId, consignmentNo: 'T-1', productionOrderId: ORDER_ID, contractId: CONTRACT_ID };
    const dispatched = { carrierRef: 'C-1', dispatchedOn: '2025-03-10', committedDate: '2025-09-01' };
    expect(said(walk.last)).toEqual([
      [
        'production.ShipmentDispatched',
        {
          ...shipment,
          state: 'DISPATCHED',
          lines: [{ ...line, cumulativeDeliveredQty: '0', cumulativeRefusedQty: '0' }],
          ...dispatched,
          daysLate: 0,
        },
      ],
    ]);
    const signed = { deliveredQty: '2', refusedQty: '0' };
    expect(said(walk.on('2025-09-03').deliver().last)).toEqual([
      [
        'production.ShipmentDelivered',
        {
          ...shipment,
          state: 'DELIVERED',
          lines: [{ ...line, ...signed, cumulativeDeliveredQty: '2', cumulativeRefusedQty: '0' }],
          ...dispatched,
          deliveredOn: '2025-09-03',
          signedByRef: 'p-9',
          daysLate: 2,
        },
      ],
      [
        'production.ProductionOrderClosed',
        { ...HEAD, state: 'CLOSED', lineId: 'L1', deliveredQty: '2', closedOn: '2025-09-03' },
      ],
    ]);
  });
  const told = (walk: OrderWalk) =>
    (said(walk.last) as [string, Record<string, unknown>][]).map(([type, { lines = [{}], ...data }]) => {
      const line: Record<string, unknown> = { ...data, ...(lines as Record<string, unknown>[])[0] };
      const names = ['cumulativeReadyQty', 'cumulativeShippedQty', 'cumulativeDeliveredQty', 'cumulativeRefusedQty'];
      return [type.replace('production.', ''), ...names.map((name) => line[name])];
    });
  it('whenever what is ready changes, also to less (P-90)', () => {
    const walk = producedWalk('10').open('DISPATCH').prepare('6');
    const first = walk.lastShipmentId;
    expect(told(walk)).toEqual([['GoodsReadyToShip', '6', '0', '0', '0']]);
    walk.do(InspectShipment, { shipmentId: first, result: 'PASSED', certRef: 'QC-2' });
    expect(told(walk)).toEqual([]);
    walk.do(InspectShipment, { shipmentId: first, result: 'FAILED', certRef: 'QC-3' });
    expect(told(walk)).toEqual([['GoodsReadyToShip', '0', '0', '0', '0']]);
    expect(said(walk.last)).toMatchObject([[expect.anything(), { readyQty: '0', readyOn: '2025-03-10' }]]);
    walk.do(InspectShipment, { shipmentId: first, result: 'PASSED', certRef: 'QC-4' });
    walk.do(CancelShipment, { shipmentId: first, reason: 'x' });
    expect(told(walk)).toEqual([['GoodsReadyToShip', '0', '0', '0', '0']]);
    walk.prepare('4').prepare('4').do(CorrectProgress, { stepId: 'S2', goodQty: '5', scrapQty: '0', reason: 'x' });
    expect(told(walk).slice(1)).toEqual([['GoodsReadyToShip', '4', '0', '0', '0']]);
  });
  it('when they leave, come back, or what was said of them is corrected, all figures as they are then (P-90, P-101)', () => {
    const walk = producedWalk('10').open('DISPATCH').prepare('6');
    const shipmentId = walk.lastShipmentId;
    walk.do(DispatchShipment, { shipmentId, carrierRef: 'C', qty: '4' });
    expect(told(walk)).toEqual([['ShipmentDispatched', '6', '4', '0', '0']]);
    walk.do(RecallShipment, { shipmentId, reason: 'x' });
    expect(told(walk)).toEqual([['GoodsReadyToShip', '6', '0', '0', '0']]);
    expect(said(walk.last)).toMatchObject([[expect.anything(), { readyQty: '4' }]]);
    walk.do(DispatchShipment, { shipmentId, carrierRef: 'C' }).deliver(shipmentId, '3');
    expect(told(walk)).toEqual([['ShipmentDelivered', '3', '4', '1', '3']]);
    walk.do(CorrectDelivery, { shipmentId, refusedQty: '1', reason: 'x' });
    expect(told(walk)).toEqual([['ShipmentDelivered', '5', '4', '3', '1']]);
    expect(said(walk.last)).toMatchObject([
      ['production.ShipmentDelivered', { state: 'REFUSED', lines: [{ deliveredQty: '3', refusedQty: '1' }] }],
    ]);
  });
  it('with the units that came back, where they were named (P-97)', () => {
    const walk = producedWalk().open('DISPATCH').prepare('2');
    const shipmentId = walk.lastShipmentId;
    walk.do(DispatchShipment, { shipmentId, carrierRef: 'C', serialNos: ['n-1', 'n-2'] });
    const signed = { shipmentId, signedByRef: 'p', on: '2025-03-10', refusedQty: '1', refusedSerialNos: ['n-2'] };
    expect(said(walk.do(ConfirmDelivery, signed).last)).toMatchObject([
      ['production.ShipmentDelivered', { lines: [{ serialNos: ['n-1', 'n-2'], refusedSerialNos: ['n-2'] }] }],
    ]);
  });
  it('when what a step has made is corrected, also to less (P-95)', () => {
    const walk = producedWalk('10').on('2025-03-12');
    expect(said(walk.do(CorrectProgress, { stepId: 'S2', goodQty: '7', scrapQty: '1', reason: 'x' }).last)).toEqual([
      [
        'production.ProductionProgressReported',
        {
          ...HEAD,
          state: 'IN_PROGRESS',
          stepSeq: 2,
          goodQty: '0',
          scrapQty: '0',
          cumulativeGoodQty: '7',
          percentBps: 8_500,
          forecastDate: '2025-08-10',
          doneOn: '2025-03-12',
          correction: true,
        },
      ],
    ]);
  });
  it('when a closed order is open again (P-103)', () => {
    const walk = closedWalk().on('2025-03-12');
    walk.do(CorrectDelivery, { shipmentId: walk.lastShipmentId, refusedQty: '1', reason: '漏记拒收' });
    expect(said(walk.last)).toMatchObject([
      ['production.ShipmentDelivered', {}],
      [
        'production.ProductionOrderReopened',
        {
          ...HEAD,
          lineId: 'L1',
          state: 'PRODUCED',
          deliveredQty: '1',
          reason: '漏记拒收',
          reopenedOn: '2025-03-12',
        },
      ],
    ]);
  });
  it('never who follows them: the tracking stays in the house', () =>
    expect(JSON.stringify(said(closedWalk().last))).not.toContain(TRACKING_ID));
});

describe('what is said of a package', () => {
  it('when it is released, with its BOM (P-69)', () => {
    const ids = { packageId: PACKAGE_ID, contractId: CONTRACT_ID, productionOrderIds: [ORDER_ID] };
    const others = ['DRAWING', 'MATERIAL_BUDGET', 'PROCESS_FLOW', 'WORK_INSTRUCTION', 'PRODUCT_MANUAL'];
    expect(said(releasedPackage().last)).toEqual([
      [
        'production.EngineeringPackageReleased',
        {
          ...ids,
          state: 'RELEASED',
          rev: 1,
          artefacts: [
            { type: 'BOM', status: 'CONFIRMED', rev: 'A' },
            ...[...others, 'INSPECTION_STANDARD'].map((type) => ({
              type,
              status: 'CONFIRMED',
              docRef: `doc-${type}`,
              rev: 'A',
            })),
          ],
          releasedOn: '2025-03-10',
        },
      ],
      [
        'production.BomReleased',
        {
          ...ids,
          bomId: PACKAGE_ID,
          rev: 1,
          docRev: 'A',
          drawingRev: 'A',
          lines: [COPPER],
          materialBudgetFen: 2_100,
          releasedOn: '2025-03-10',
        },
      ],
    ]);
  });
});

describe('what is said of an exception', () => {
  it('when it is raised and when it is over (P-73)', () => {
    const walk = openedWalk().raise();
    const exceptionId = walk.lastId;
    const exception = {
      trackingId: TRACKING_ID,
      contractId: CONTRACT_ID,
      productionOrderId: ORDER_ID,
      exceptionId,
      type: 'MATERIAL_SHORTAGE',
      stepId: 'S2',
      stepSeq: 2,
      estimatedDelayDays: 4,
    };
    expect(said(walk.last)).toEqual([
      [
        'production.ProductionExceptionRaised',
        {
          ...exception,
          state: 'OPEN',
          delayDays: 4,
          forecastDate: '2025-08-14',
          stopsWork: true,
          raisedAt: '2025-03-10T02:00:00.000Z',
          feedbackDueAt: '2025-03-10T04:00:00.000Z',
        },
      ],
    ]);
    walk.do(FeedBackToSales, { exceptionId, message: '缺铜管' });
    walk.do(ResolveException, { exceptionId, actualDelayDays: 6, order: PLANNED });
    expect(said(walk.last)).toEqual([
      [
        'production.ProductionExceptionResolved',
        {
          ...exception,
          state: 'RESOLVED',
          actualDelayDays: 6,
          delayDays: 6,
          forecastDate: '2025-08-16',
          fedBackAt: '2025-03-10T02:00:00.000Z',
        },
      ],
    ]);
  });
});
