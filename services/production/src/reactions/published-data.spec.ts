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
} from '../domain/production-order/production-order.walk.js';
import { RescheduleOrder } from '../domain/production-order/receiving/receiving.commands.js';
import {
  CorrectDeferral,
  DeferDelivery,
  DispatchShipment,
  InspectShipment,
  MarkShipmentDelayed,
  PlanShipment,
  WithdrawDeferral,
} from '../domain/production-order/shipping/shipping.commands.js';
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
