import { LIVE, possible } from '../production-order.possible.fixtures.js';
import { shippingRules } from './shipping.js';
import { ShortCloseOrder } from '../ending/ending.commands.js';
import { DropHold, SetGate } from '../holds/holds.commands.js';
import { HEAD } from '../production-order.fixtures.js';
import { OrderWalk, producedWalk, runningWalk, WHY } from '../production-order.walk.js';
import type { Disposition } from '../production-order.values.js';
import { CompleteStep, CorrectProgress, StartStep } from '../shop-floor/shop-floor.commands.js';
import { RescheduleOrder } from '../receiving/receiving.commands.js';
import {
  CancelShipment,
  ConfirmDelivery,
  CorrectCallOff,
  CorrectDeferral,
  CorrectDelivery,
  CorrectDisposition,
  DeferDelivery,
  DispatchShipment,
  DispositionReturn,
  InspectShipment,
  MarkShipmentDelayed,
  PlanShipment,
  RecallShipment,
  RecordCallOff,
  WithdrawCallOff,
  WithdrawDeferral,
} from './shipping.commands.js';

const NOTHING_BACK = { refusedQty: '0', restockedQty: '0', disposedQty: '0', reworkQty: '0' } as const;
/** What every event of a shipment of an order of 20 says. */
const OF_20 = { ...HEAD, state: 'PRODUCED', lineId: 'L1', orderedQty: '20', committedDate: '2025-09-01' } as const;

describe('what the customer asks for', () => {
  it('is a call-off, with place and day', () => {
    const walk = runningWalk().do(RecordCallOff, { qty: '1', deliverTo: '工地', requiredOn: '2025-08-01' });
    walk.recorded({
      type: 'CallOffRecorded',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        callOff: { callOffId: walk.lastId, qty: '1', deliverTo: '工地', requiredOn: '2025-08-01' },
      },
    });
    expect(walk.now.callOffs).toHaveLength(1);
  });
});

describe('a shipment', () => {
  const planned = () => producedWalk('20').open('DISPATCH').do(PlanShipment, { qty: '5', consignmentNo: 'T-1' });

  it('is planned', () => {
    const walk = planned();
    walk.recorded({
      type: 'ShipmentPlanned',
      data: {
        ...OF_20,
        shipment: {
          shipmentId: walk.lastId,
          state: 'PLANNED',
          qty: '5',
          consignmentNo: 'T-1',
          serialNos: [],
          ...NOTHING_BACK,
        },
        cumulativeShippedQty: '0',
        cumulativeDeliveredQty: '0',
        cumulativeRefusedQty: '0',
        cumulativeReadyQty: '0',
        readyBeforeQty: '0',
        shipping: 'NONE',
        delivery: 'NONE',
      },
    });
  });
  it('is inspected, and tells what is ready in all (P-40)', () => {
    const walk = planned();
    const shipmentId = walk.lastShipmentId;
    walk.do(InspectShipment, { shipmentId, result: 'PASSED', certRef: 'QC-1' });
    walk.recorded({
      type: 'ShipmentInspected',
      data: {
        ...OF_20,
        shipment: {
          shipmentId,
          state: 'INSPECTED',
          qty: '5',
          consignmentNo: 'T-1',
          certRef: 'QC-1',
          inspectedOn: '2025-03-10',
          serialNos: [],
          ...NOTHING_BACK,
        },
        cumulativeShippedQty: '0',
        cumulativeDeliveredQty: '0',
        cumulativeRefusedQty: '0',
        readyBeforeQty: '0',
        shipping: 'NONE',
        delivery: 'NONE',
        result: 'PASSED',
        inspectedOn: '2025-03-10',
        cumulativeReadyQty: '5',
      },
    });
    expect(walk.prepare('3').last[0]?.data).toMatchObject({ cumulativeReadyQty: '8' });
  });
  it('that fails goes back to planned (P-40)', () => {
    const walk = producedWalk('20').prepare('5');
    walk.do(InspectShipment, { shipmentId: walk.lastShipmentId, result: 'FAILED', certRef: 'QC-2' });
    expect(walk.last[0]?.data).toMatchObject({ shipment: { state: 'PLANNED' }, cumulativeReadyQty: '0' });
  });
  it('leaves, with the days after the promise (P-48)', () => {
    const walk = planned();
    const shipmentId = walk.lastShipmentId;
    const serialNos = ['n-1', 'n-2', 'n-3', 'n-4', 'n-5'];
    walk.do(InspectShipment, { shipmentId, result: 'PASSED', certRef: 'QC-1' }).on('2025-09-05');
    walk.do(DispatchShipment, { shipmentId, carrierRef: '沪A12345', on: '2025-09-04', serialNos });
    walk.recorded({
      type: 'ShipmentDispatched',
      data: {
        ...OF_20,
        shipment: {
          shipmentId,
          state: 'DISPATCHED',
          qty: '5',
          consignmentNo: 'T-1',
          certRef: 'QC-1',
          inspectedOn: '2025-03-10',
          carrierRef: '沪A12345',
          serialNos,
          dispatchedOn: '2025-09-04',
          ...NOTHING_BACK,
        },
        cumulativeShippedQty: '5',
        cumulativeDeliveredQty: '0',
        cumulativeRefusedQty: '0',
        cumulativeReadyQty: '5',
        readyBeforeQty: '5',
        shipping: 'PARTIAL',
        delivery: 'NONE',
        daysLate: 3,
      },
    });
  });
  it('is signed for, on its own day, and counts what was not refused (P-44, P-48)', () => {
    const walk = producedWalk('20').open('DISPATCH').ship('5');
    const shipmentId = walk.lastShipmentId;
    walk.on('2025-09-05').do(ConfirmDelivery, { shipmentId, signedByRef: 'p-9', on: '2025-09-02', refusedQty: '2' });
    walk.recorded({
      type: 'ShipmentDelivered',
      data: {
        ...OF_20,
        shipment: {
          shipmentId,
          state: 'REFUSED',
          qty: '5',
          certRef: 'QC-1',
          inspectedOn: '2025-03-10',
          carrierRef: 'C-1',
          serialNos: [],
          dispatchedOn: '2025-03-10',
          deliveredOn: '2025-09-02',
          signedByRef: 'p-9',
          ...NOTHING_BACK,
          refusedQty: '2',
        },
        cumulativeShippedQty: '5',
        cumulativeDeliveredQty: '3',
        cumulativeRefusedQty: '2',
        cumulativeReadyQty: '3',
        readyBeforeQty: '5',
        shipping: 'PARTIAL',
        delivery: 'PARTIAL',
        daysLate: 1,
      },
    });
  });
  it('is in time up to the committed date (P-48)', () =>
    expect(producedWalk('20').open('DISPATCH').on('2025-09-01').ship('5').last[0]?.data).toMatchObject({
      daysLate: 0,
    }));
  it('is cancelled before it has left', () => {
    const walk = producedWalk('20').prepare('5');
    const shipmentId = walk.lastShipmentId;
    walk.do(CancelShipment, { shipmentId, reason: '改期' }).recorded({
      type: 'ShipmentCancelled',
      data: {
        ...OF_20,
        shipment: {
          shipmentId,
          state: 'CANCELLED',
          qty: '5',
          certRef: 'QC-1',
          inspectedOn: '2025-03-10',
          serialNos: [],
          ...NOTHING_BACK,
        },
        cumulativeShippedQty: '0',
        cumulativeDeliveredQty: '0',
        cumulativeRefusedQty: '0',
        cumulativeReadyQty: '0',
        readyBeforeQty: '5',
        shipping: 'NONE',
        delivery: 'NONE',
        reason: '改期',
        cancelledOn: '2025-03-10',
      },
    });
  });
});

describe('a shipment is refused', () => {
  it('when it is not inspected, held, or not paid for, in this order (P-41)', () => {
    const walk = producedWalk().do(PlanShipment, { qty: '1' }).suspend();
    const { lastShipmentId: shipmentId } = walk;
    const dispatch = () => walk.refused(DispatchShipment, { shipmentId, carrierRef: 'C' });
    expect(dispatch()).toEqual({ code: 'SHIPMENT_NOT_INSPECTED', shipmentId });
    walk.do(InspectShipment, { shipmentId, result: 'FAILED', certRef: 'q' });
    expect(dispatch().code).toBe('SHIPMENT_NOT_INSPECTED');
    walk.do(InspectShipment, { shipmentId, result: 'PASSED', certRef: 'q' });
    expect(dispatch().code).toBe('ORDER_ON_HOLD');
    walk.do(DropHold, { code: 'CONTRACT_SUSPENDED', ref: '1' });
    expect(dispatch()).toMatchObject({ code: 'SHIPMENT_PAYMENT_GATE_CLOSED', gate: 'DISPATCH', state: 'CLOSED' });
    walk.do(SetGate, { gate: 'DISPATCH', state: 'OVERRIDDEN', until: '2025-03-10' });
    expect(walk.do(DispatchShipment, { shipmentId, carrierRef: 'C' }).types).toEqual(['ShipmentDispatched']);
  });
  it('when it was planned for more than may leave of the order in all (P-86)', () => {
    const walk = producedWalk('20').open('DISPATCH').ship('15').do(PlanShipment, { qty: '3' });
    expect(walk.refused(PlanShipment, { qty: '3' })).toEqual({
      code: 'OVER_SHIPMENT',
      orderedQty: '20',
      mostQty: '20',
      netShippedQty: '15',
      waitingQty: '6',
    });
    expect(walk.do(PlanShipment, { qty: '2' }).types).toEqual(['ShipmentPlanned']);
    expect(walk.refused(PlanShipment, { qty: '0.000001' }).code).toBe('OVER_SHIPMENT');
    expect(runningWalk('10').refused(PlanShipment, { qty: '5000' }).code).toBe('OVER_SHIPMENT');
    walk.settling({ overBps: 500 });
    expect(walk.do(PlanShipment, { qty: '1' }).types).toEqual(['ShipmentPlanned']);
  });
  it('when more would pass inspection than is made and here (P-87)', () => {
    const walk = runningWalk('20').report('S1', '20').do(CompleteStep, { stepId: 'S1' });
    walk.do(StartStep, { stepId: 'S2' }).report('S2', '9').open('DISPATCH').ship('4').prepare('3');
    const shipmentId = walk.do(PlanShipment, { qty: '3' }).lastShipmentId;
    const passed = { shipmentId, result: 'PASSED', certRef: 'q' } as const;
    expect(walk.refused(InspectShipment, passed)).toEqual({
      code: 'READY_EXCEEDS_MADE',
      shipmentId,
      madeQty: '9',
      readyQty: '6',
      availableQty: '5',
    });
    expect(walk.do(InspectShipment, { ...passed, result: 'FAILED' }).types).toEqual(['ShipmentInspected']);
    expect(walk.report('S2', '1').do(InspectShipment, passed).last[0]?.data).toMatchObject({
      cumulativeReadyQty: '10',
    });
    const early = runningWalk('10').do(PlanShipment, { qty: '1' });
    const nothingMade = early.refused(InspectShipment, { ...passed, shipmentId: early.lastShipmentId });
    expect(nothingMade).toMatchObject({ code: 'READY_EXCEEDS_MADE', madeQty: '0', availableQty: '0' });
  });
  it('when it is more than was inspected (P-88)', () => {
    const walk = producedWalk('20').open('DISPATCH').prepare('2');
    const shipmentId = walk.lastShipmentId;
    expect(walk.refused(DispatchShipment, { shipmentId, carrierRef: 'C', qty: '9' })).toEqual({
      code: 'DISPATCH_EXCEEDS_INSPECTED',
      shipmentId,
      qty: '9',
      inspectedQty: '2',
    });
  });
  it('when more would have left than was ordered and is allowed now (P-42)', () => {
    const walk = producedWalk('20').settling({ overBps: 500 }).open('DISPATCH');
    walk.do(CorrectProgress, { stepId: 'S1', goodQty: '21', scrapQty: '0', reason: 'x' }).report('S2', '1');
    const shipmentId = walk.ship('15').prepare('6').lastShipmentId;
    walk.settling({ overBps: 0 });
    expect(walk.refused(DispatchShipment, { shipmentId, carrierRef: 'C' })).toEqual({
      code: 'OVER_SHIPMENT',
      shipmentId,
      qty: '6',
      orderedQty: '20',
      mostQty: '20',
      netShippedQty: '15',
    });
    expect(walk.do(DispatchShipment, { shipmentId, carrierRef: 'C', qty: '5' }).last.at(-1)?.data).toMatchObject({
      shipping: 'FULL',
    });
  });
  it('when it was inspected on a day before the release or after today (P-89)', () => {
    const walk = producedWalk().on('2025-03-14').do(PlanShipment, { qty: '1' });
    const passed = { shipmentId: walk.lastShipmentId, result: 'PASSED', certRef: 'q' } as const;
    expect(walk.refused(InspectShipment, { ...passed, on: '2025-03-09' })).toMatchObject({
      code: 'DATE_BEFORE_RELEASE',
      earliest: '2025-03-10',
    });
    expect(walk.refused(InspectShipment, { ...passed, on: '2025-03-15' })).toMatchObject({ code: 'DATE_IN_FUTURE' });
    walk.do(InspectShipment, { ...passed, on: '2025-03-12' });
    expect(walk.now.shipments[0]).toMatchObject({ inspectedOn: '2025-03-12' });
  });
  it('when it leaves on a day before its inspection or after today (P-89)', () => {
    const walk = producedWalk().open('DISPATCH').on('2025-03-12').prepare('1').on('2025-03-14');
    const leaving = { shipmentId: walk.lastShipmentId, carrierRef: 'C' };
    expect(walk.refused(DispatchShipment, { ...leaving, on: '2025-03-11' })).toEqual({
      code: 'DATE_BEFORE_INSPECTION',
      field: 'on',
      on: '2025-03-11',
      earliest: '2025-03-12',
    });
    expect(walk.refused(DispatchShipment, { ...leaving, on: '2025-03-15' })).toMatchObject({ code: 'DATE_IN_FUTURE' });
    walk.do(DispatchShipment, { ...leaving, on: '2025-03-12' });
    expect(walk.now.shipments[0]).toMatchObject({ dispatchedOn: '2025-03-12' });
  });
  it('when its delivery lies before its dispatch or after today (P-43)', () => {
    const walk = producedWalk().open('DISPATCH').on('2025-03-12').ship('1').on('2025-03-14');
    const delivery = { shipmentId: walk.lastShipmentId, signedByRef: 'p' };
    for (const on of ['2025-03-11', '2025-03-15']) {
      expect(walk.refused(ConfirmDelivery, { ...delivery, on })).toEqual({
        code: 'DELIVERY_DATE_INVALID',
        on,
        earliest: '2025-03-12',
        latest: '2025-03-14',
      });
    }
    expect(walk.do(ConfirmDelivery, { ...delivery, on: '2025-03-12' }).types).toEqual(['ShipmentDelivered']);
  });
  it('when more comes back than was shipped (P-44)', () => {
    const walk = producedWalk('20').open('DISPATCH').ship('5');
    const delivery = { shipmentId: walk.lastShipmentId, signedByRef: 'p', on: '2025-03-10' };
    expect(walk.refused(ConfirmDelivery, { ...delivery, refusedQty: '5.1' })).toEqual({
      code: 'REFUSED_EXCEEDS_SHIPMENT',
      shipmentId: walk.lastShipmentId,
      qty: '5',
    });
    expect(walk.do(ConfirmDelivery, { ...delivery, refusedQty: '5' }).last[0]?.data).toMatchObject({
      delivery: 'NONE',
      cumulativeDeliveredQty: '0',
    });
  });
  it('by its own state: before it has left, after it, and after a refusal (P-46)', () => {
    const walk = producedWalk('20').open('DISPATCH').ship('5');
    const shipmentId = walk.lastShipmentId;
    const away = { command: 'InspectShipment', shipmentId, shipmentState: 'DISPATCHED' };
    expect(walk.refused(InspectShipment, { shipmentId, result: 'PASSED', certRef: 'c' })).toEqual({
      code: 'INVALID_TRANSITION',
      ...away,
      possibleIn: ['PLANNED', 'INSPECTED'],
    });
    expect(walk.refused(DispatchShipment, { shipmentId, carrierRef: 'c' }).code).toBe('INVALID_TRANSITION');
    expect(walk.refused(CancelShipment, { shipmentId, reason: 'x' }).code).toBe('INVALID_TRANSITION');
    expect(walk.refused(DispositionReturn, { shipmentId, qty: '1', disposition: 'SCRAP' }).code).toBe(
      'INVALID_TRANSITION',
    );
    walk.prepare('1');
    const here = { shipmentId: walk.lastShipmentId, signedByRef: 'p', on: '2025-03-10' };
    expect(walk.refused(ConfirmDelivery, here)).toMatchObject({
      shipmentState: 'INSPECTED',
      possibleIn: ['DISPATCHED'],
    });
    expect(walk.refused(CancelShipment, { shipmentId: 's-9', reason: 'x' })).toEqual({
      code: 'NOT_FOUND',
      shipmentId: 's-9',
    });
  });
});

describe('what comes back', () => {
  const refusedWalk = (refusedQty: string) => {
    const walk = producedWalk('20').open('DISPATCH').ship('20');
    return walk.deliver(walk.lastShipmentId, refusedQty);
  };
  const decide = (walk: OrderWalk, qty: string, disposition: Disposition) =>
    walk.do(DispositionReturn, { shipmentId: walk.now.shipments[0]!.shipmentId, qty, disposition });

  it('is decided on, and may leave again (P-42, P-45)', () => {
    const walk = refusedWalk('10');
    const shipmentId = walk.lastShipmentId;
    decide(walk, '4', 'RESTOCK').recorded({
      type: 'ReturnDispositioned',
      data: {
        ...OF_20,
        shipment: {
          shipmentId,
          state: 'REFUSED',
          qty: '20',
          certRef: 'QC-1',
          inspectedOn: '2025-03-10',
          carrierRef: 'C-1',
          serialNos: [],
          dispatchedOn: '2025-03-10',
          deliveredOn: '2025-03-10',
          signedByRef: 'p-9',
          refusedQty: '10',
          restockedQty: '4',
          disposedQty: '4',
          reworkQty: '0',
        },
        cumulativeShippedQty: '20',
        cumulativeDeliveredQty: '10',
        cumulativeRefusedQty: '10',
        cumulativeReadyQty: '10',
        readyBeforeQty: '10',
        shipping: 'PARTIAL',
        delivery: 'PARTIAL',
        qty: '4',
        disposition: 'RESTOCK',
        on: '2025-03-10',
      },
    });
    const again = walk.do(PlanShipment, { qty: '5' }).lastShipmentId;
    expect(walk.refused(InspectShipment, { shipmentId: again, result: 'PASSED', certRef: 'q' })).toMatchObject({
      code: 'READY_EXCEEDS_MADE',
      availableQty: '4',
    });
    expect(walk.ship('4').types).toEqual(['ShipmentDispatched']);
  });
  it('may be reworked, and then leaves again or is scrapped, each unit once (P-45)', () => {
    const walk = refusedWalk('10');
    const { shipmentId } = walk.now.shipments[0]!;
    const refused = (qty: string, disposition: Disposition) =>
      walk.refused(DispositionReturn, { shipmentId, qty, disposition });
    decide(walk, '6', 'REWORK');
    expect(refused('5', 'REWORK')).toEqual({ code: 'DISPOSITION_EXCEEDS_REFUSED', shipmentId, leftQty: '4' });
    decide(walk, '4', 'RESTOCK');
    expect(walk.now.shipments[0]).toMatchObject({ reworkQty: '6', restockedQty: '4', disposedQty: '4' });
    decide(walk, '5', 'RESTOCK');
    expect(walk.now.shipments[0]).toMatchObject({ reworkQty: '1', restockedQty: '9', disposedQty: '9' });
    expect(refused('2', 'SCRAP')).toMatchObject({ code: 'DISPOSITION_EXCEEDS_REFUSED', leftQty: '1' });
    decide(walk, '1', 'SCRAP');
    expect(walk.now.shipments[0]).toMatchObject({ reworkQty: '0', restockedQty: '9', disposedQty: '10' });
  });
});

describe('a promise that passes', () => {
  const mark = (walk: OrderWalk, lateAfter: string) => walk.do(MarkShipmentDelayed, { lateAfter });
  it('while something is still here is told once, on the day after it (P-47)', () => {
    const walk = mark(runningWalk().on('2025-09-01'), '2025-09-01');
    walk.recorded();
    mark(walk.on('2025-09-03'), '2025-09-01').recorded({
      type: 'ShipmentDelayed',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        lineId: 'L1',
        committedDate: '2025-09-01',
        forecastDate: '2025-09-03',
        unshippedQty: '2',
        orderedQty: '2',
        daysLate: 2,
      },
    });
    mark(walk, '2025-09-01').recorded();
  });
  it('is told again only for another date (P-47)', () => {
    const walk = mark(runningWalk().on('2025-09-02'), '2025-09-01');
    walk.do(RescheduleOrder, { to: '2025-10-01', reason: '停工' }).on('2025-10-02');
    mark(walk, '2025-09-01').recorded();
    expect(mark(walk, '2025-10-01').last).toMatchObject([{ data: { committedDate: '2025-10-01', daysLate: 1 } }]);
  });
  it('when all has left is nothing to tell (P-47)', () =>
    mark(producedWalk().open('DISPATCH').ship('2').on('2025-09-02'), '2025-09-01').recorded());
});

describe('goods on the road of an order that is closed short (P-58)', () => {
  const shortClosed = () => producedWalk().open('DISPATCH').ship('1').do(ShortCloseOrder, WHY);
  it('are delivered, and their return is decided on', () => {
    const walk = shortClosed().deliver(undefined, '1');
    expect(walk.last).toMatchObject([{ type: 'ShipmentDelivered', data: { state: 'SHORT_CLOSED' } }]);
    const { lastShipmentId: shipmentId } = walk;
    expect(walk.do(DispositionReturn, { shipmentId, qty: '1', disposition: 'SCRAP' }).types).toEqual([
      'ReturnDispositioned',
    ]);
    expect(walk.now.state).toBe('SHORT_CLOSED');
  });
  it('are not followed by others', () =>
    expect(shortClosed().refused(PlanShipment, { qty: '1' }).code).toBe('ORDER_ENDED'));
});

describe('in which state (P-60)', () => {
  const shipment = { shipmentId: 's' };
  possible(RecordCallOff, { qty: '1', requiredOn: '2025-08-01' }, LIVE);
  possible(CorrectCallOff, { callOffId: 'c', qty: '1', requiredOn: '2025-08-01', reason: 'x' }, LIVE);
  possible(WithdrawCallOff, { callOffId: 'c', reason: 'x' }, LIVE);
  possible(DeferDelivery, { by: 'CUSTOMER', until: '2025-09-10' }, LIVE);
  possible(CorrectDeferral, { until: '2025-09-10', reason: 'x' }, LIVE);
  possible(WithdrawDeferral, { reason: 'x' }, LIVE);
  possible(PlanShipment, { qty: '1' }, LIVE);
  possible(InspectShipment, { ...shipment, result: 'PASSED', certRef: 'c' }, LIVE);
  possible(DispatchShipment, { ...shipment, carrierRef: 'c' }, LIVE);
  possible(ConfirmDelivery, { ...shipment, signedByRef: 'p', on: '2025-03-10' }, [...LIVE, 'SHORT_CLOSED']);
  possible(CancelShipment, { ...shipment, reason: 'x' }, LIVE);
  possible(RecallShipment, { ...shipment, reason: 'x' }, [...LIVE, 'SHORT_CLOSED']);
  possible(CorrectDelivery, { ...shipment, reason: 'x' }, [...LIVE, 'CLOSED', 'SHORT_CLOSED']);
  const decided = [...LIVE, 'CLOSED', 'SHORT_CLOSED', 'CANCELLED'];
  possible(DispositionReturn, { ...shipment, qty: '1', disposition: 'RESTOCK' }, decided);
  const inAll = { restockedQty: '0', scrappedQty: '0', reworkQty: '0' };
  possible(CorrectDisposition, { ...shipment, ...inAll, reason: 'x' }, decided);
  possible(MarkShipmentDelayed, { lateAfter: '2025-09-01' }, LIVE);
  possible.every(shippingRules);
});
