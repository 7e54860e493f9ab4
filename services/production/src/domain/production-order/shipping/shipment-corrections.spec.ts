import { CancelOrder, ShortCloseOrder } from '../ending/ending.commands.js';
import { DropHold, SetGate } from '../holds/holds.commands.js';
import { HEAD, TRACKING_ID } from '../production-order.fixtures.js';
import { closedWalk, producedWalk, WHY, type OrderWalk } from '../production-order.walk.js';
import { CorrectProgress } from '../shop-floor/shop-floor.commands.js';
import {
  ConfirmDelivery,
  CorrectDelivery,
  CorrectDisposition,
  DispatchShipment,
  InspectShipment,
  PlanShipment,
  RecallShipment,
} from './shipping.commands.js';

const OF_20 = { ...HEAD, lineId: 'L1', orderedQty: '20', committedDate: '2025-09-01' } as const;
const NOTHING_BACK = { refusedQty: '0', restockedQty: '0', disposedQty: '0', reworkQty: '0' } as const;
const INSPECTED = { certRef: 'QC-1', inspectedOn: '2025-03-10' } as const;
const made = () => producedWalk('20').open('DISPATCH');
const figures = ({ last }: OrderWalk) => {
  const data = last[0]?.data as unknown as Record<string, unknown>;
  const names = ['cumulativeReadyQty', 'cumulativeShippedQty', 'cumulativeDeliveredQty', 'cumulativeRefusedQty'];
  return names.map((name) => data[name]);
};

describe('less leaves than was inspected (P-88)', () => {
  const parted = () => {
    const walk = made().prepare('5');
    return walk.do(DispatchShipment, { shipmentId: walk.lastShipmentId, carrierRef: 'C-1', qty: '4' });
  };
  it('and the rest waits as an inspected shipment of its own, so that as much is ready as before', () => {
    const walk = parted();
    const [first, rest] = walk.now.shipments;
    walk.recorded(
      {
        type: 'ShipmentSplit',
        data: {
          ...OF_20,
          state: 'PRODUCED',
          shipment: {
            shipmentId: walk.lastId,
            state: 'INSPECTED',
            qty: '1',
            ...INSPECTED,
            serialNos: [],
            ...NOTHING_BACK,
          },
          cumulativeShippedQty: '0',
          cumulativeDeliveredQty: '0',
          cumulativeRefusedQty: '0',
          cumulativeReadyQty: '5',
          shipping: 'NONE',
          delivery: 'NONE',
          from: { shipmentId: first!.shipmentId, qty: '4' },
        },
      },
      walk.last[1]!,
    );
    expect(walk.last[1]).toMatchObject({
      type: 'ShipmentDispatched',
      data: { shipment: { qty: '4' }, cumulativeReadyQty: '5', readyBeforeQty: '5', cumulativeShippedQty: '4' },
    });
    expect([first, rest]).toMatchObject([
      { state: 'DISPATCHED', qty: '4' },
      { state: 'INSPECTED', qty: '1', shipmentId: walk.lastId },
    ]);
  });
  it('and the rest leaves by itself', () => {
    const walk = parted();
    expect(walk.do(DispatchShipment, { shipmentId: walk.lastShipmentId, carrierRef: 'C-2' }).types).toEqual([
      'ShipmentDispatched',
    ]);
    expect(figures(walk)).toEqual(['5', '5', '0', '0']);
  });
});

describe('a shipment that has not left is recalled (P-100)', () => {
  it('and lies here, inspected as it was', () => {
    const walk = made().prepare('5');
    const shipmentId = walk.lastShipmentId;
    walk.do(DispatchShipment, { shipmentId, carrierRef: 'C-1', serialNos: ['1', '2', '3', '4', '5'] });
    walk
      .on('2025-03-11')
      .do(RecallShipment, { shipmentId, reason: '未装车' }, 'wh-1')
      .recorded({
        type: 'ShipmentRecalled',
        data: {
          ...OF_20,
          state: 'PRODUCED',
          shipment: { shipmentId, state: 'INSPECTED', qty: '5', ...INSPECTED, serialNos: [], ...NOTHING_BACK },
          cumulativeShippedQty: '0',
          cumulativeDeliveredQty: '0',
          cumulativeRefusedQty: '0',
          cumulativeReadyQty: '5',
          readyBeforeQty: '5',
          shipping: 'NONE',
          delivery: 'NONE',
          reason: '未装车',
          recalledBy: 'wh-1',
          recalledOn: '2025-03-11',
        },
      });
    const again = { shipmentId, carrierRef: 'C-2', serialNos: ['1', '2', '3', '4', '5'], on: '2025-03-10' };
    expect(walk.do(DispatchShipment, again).types).toEqual(['ShipmentDispatched']);
  });
  it('and of an order that is closed short it is cancelled', () => {
    const walk = made().ship('5').do(ShortCloseOrder, WHY);
    walk.do(RecallShipment, { shipmentId: walk.lastShipmentId, reason: 'x' });
    expect([walk.now.state, walk.now.shipments[0]?.state, figures(walk)]).toEqual([
      'SHORT_CLOSED',
      'CANCELLED',
      ['0', '0', '0', '0'],
    ]);
  });
  it('not once it is signed for, nor before it left', () => {
    const walk = made().prepare('5');
    const recall = { shipmentId: walk.lastShipmentId, reason: 'x' };
    expect(walk.refused(RecallShipment, recall)).toMatchObject({
      code: 'INVALID_TRANSITION',
      shipmentState: 'INSPECTED',
    });
    walk.do(DispatchShipment, { shipmentId: recall.shipmentId, carrierRef: 'C' }).deliver();
    expect(walk.refused(RecallShipment, recall)).toMatchObject({
      code: 'INVALID_TRANSITION',
      shipmentState: 'DELIVERED',
    });
  });
  it('and an order that waited for it alone is closed', () => {
    const walk = producedWalk('20').settling({ overBps: 500 }).open('DISPATCH');
    walk.do(CorrectProgress, { stepId: 'S1', goodQty: '21', scrapQty: '0', reason: 'x' }).report('S2', '1').ship('20');
    const first = walk.lastShipmentId;
    const extra = walk.ship('1').lastShipmentId;
    expect(walk.deliver(first).now.state).toBe('PRODUCED');
    expect(walk.do(RecallShipment, { shipmentId: extra, reason: 'x' }).types).toEqual([
      'ShipmentRecalled',
      'ShipmentCancelled',
      'ProductionOrderClosed',
    ]);
  });
});

describe('a delivery is corrected (P-101)', () => {
  it('in something that is said', () => {
    const walk = made().ship('5').on('2025-09-05').deliver();
    const nothing = { shipmentId: walk.lastShipmentId, reason: 'x' };
    expect(walk.refused(CorrectDelivery, nothing)).toEqual({ code: 'VALIDATION_FAILED', pointer: '' });
  });
  it('in its driver, who is known from the dispatch on and forgotten by a recall (P-100, P-176)', () => {
    const walk = made().prepare('5');
    const shipmentId = walk.lastShipmentId;
    const driverOf = () => walk.now.shipments[0]?.driverRef;
    const left = { shipmentId, carrierRef: '沪A12345', driverRef: 'p-7' };
    expect(walk.do(DispatchShipment, left).last[0]?.data).toMatchObject({ shipment: { driverRef: 'p-7' } });
    expect(driverOf()).toBe('p-7');
    walk.do(RecallShipment, { shipmentId, reason: '装错车' });
    expect(driverOf()).toBeUndefined();
    walk.do(DispatchShipment, left).deliver(shipmentId);
    expect(driverOf()).toBe('p-7');
    walk.do(CorrectDelivery, { shipmentId, driverRef: 'p-6', reason: '换人驾驶' });
    expect(driverOf()).toBe('p-6');
    walk.do(CorrectDelivery, { shipmentId, carrierRef: '沪B54321', reason: '换车' });
    expect(walk.now.shipments[0]).toMatchObject({ driverRef: 'p-6', carrierRef: '沪B54321', signedByRef: 'p-9' });
  });
  it('in its day, its receiver and what was refused, with the reason', () => {
    const walk = made().ship('5').on('2025-09-05').deliver();
    const shipmentId = walk.lastShipmentId;
    const right = { on: '2025-09-03', signedByRef: 'p-8', refusedQty: '2' };
    walk.do(CorrectDelivery, { shipmentId, ...right, reason: '签收单误读' }, 'wh-1').recorded({
      type: 'DeliveryCorrected',
      data: {
        ...OF_20,
        state: 'PRODUCED',
        shipment: {
          shipmentId,
          state: 'REFUSED',
          qty: '5',
          ...INSPECTED,
          carrierRef: 'C-1',
          serialNos: [],
          dispatchedOn: '2025-03-10',
          deliveredOn: '2025-09-03',
          signedByRef: 'p-8',
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
        daysLate: 2,
        reason: '签收单误读',
        correctedBy: 'wh-1',
        correctedOn: '2025-09-05',
      },
    });
    walk.do(CorrectDelivery, { shipmentId, refusedQty: '0', reason: '并未拒收' });
    expect(walk.now.shipments[0]).toMatchObject({ state: 'DELIVERED', deliveredOn: '2025-09-03', signedByRef: 'p-8' });
  });
  it('within the same limits as it is confirmed', () => {
    const walk = made().on('2025-03-12').ship('5').on('2025-03-14').deliver();
    const correct = (changes: object) =>
      walk.refused(CorrectDelivery, { shipmentId: walk.lastShipmentId, reason: 'x', ...changes }).code;
    expect(correct({ on: '2025-03-11' })).toBe('DELIVERY_DATE_INVALID');
    expect(correct({ on: '2025-03-15' })).toBe('DELIVERY_DATE_INVALID');
    expect(correct({ refusedQty: '5.1' })).toBe('REFUSED_EXCEEDS_SHIPMENT');
  });
  it('not below what was decided on of the refused goods', () => {
    const walk = made().ship('5');
    const { lastShipmentId: shipmentId } = walk
      .deliver(undefined, '4')
      .decideReturn('1', 'RESTOCK')
      .decideReturn('2', 'REWORK');
    expect(walk.refused(CorrectDelivery, { shipmentId, refusedQty: '2', reason: 'x' })).toEqual({
      code: 'RETURN_DECIDED',
      shipmentId,
      refusedQty: '2',
      decidedQty: '3',
    });
    expect(walk.do(CorrectDelivery, { shipmentId, refusedQty: '3', reason: 'x' }).types).toEqual(['DeliveryCorrected']);
  });
  it('not where what waits in its place would be too much', () => {
    const walk = made().ship('20');
    const { lastShipmentId: shipmentId } = walk;
    walk.deliver(shipmentId, '5').do(PlanShipment, { qty: '5' });
    expect(walk.refused(CorrectDelivery, { shipmentId, refusedQty: '0', reason: 'x' })).toMatchObject({
      code: 'OVER_SHIPMENT',
      netShippedQty: '20',
      waitingQty: '5',
    });
  });
  it('of a closed order that is then not delivered in full opens it again (P-103)', () => {
    const walk = closedWalk();
    const { lastShipmentId: shipmentId } = walk;
    walk.on('2025-03-12').do(CorrectDelivery, { shipmentId, refusedQty: '1', reason: '漏记拒收' });
    walk.recorded(walk.last[0]!, {
      type: 'ProductionOrderReopened',
      data: {
        ...HEAD,
        state: 'PRODUCED',
        lineId: 'L1',
        trackingId: TRACKING_ID,
        committedDate: '2025-09-01',
        deliveredQty: '1',
        reason: '漏记拒收',
        reopenedOn: '2025-03-12',
      },
    });
    expect(walk.do(CorrectDelivery, { shipmentId, refusedQty: '0', reason: '确已收货' }).types).toEqual([
      'DeliveryCorrected',
      'ProductionOrderClosed',
    ]);
  });
  it('of an order whose money and contract were stopped while it was closed lets nothing leave (P-103)', () => {
    const walk = closedWalk();
    const { lastShipmentId: shipmentId } = walk;
    walk.do(SetGate, { gate: 'DISPATCH', state: 'CLOSED' }).suspend();
    expect([walk.types, walk.now.state]).toEqual([['HoldPlaced'], 'CLOSED']);
    walk.do(CorrectDelivery, { shipmentId, refusedQty: '1', reason: '漏记拒收' });
    expect([walk.now.state, walk.now.gates.DISPATCH.state]).toEqual(['PRODUCED', 'CLOSED']);
    walk.decideReturn('1', 'RESTOCK').prepare('1');
    const left = { shipmentId: walk.lastShipmentId, carrierRef: 'C' };
    expect(walk.refused(DispatchShipment, left).code).toBe('ORDER_ON_HOLD');
    walk.do(DropHold, { code: 'CONTRACT_SUSPENDED', ref: '1' });
    expect(walk.refused(DispatchShipment, left).code).toBe('SHIPMENT_PAYMENT_GATE_CLOSED');
    expect(walk.open('DISPATCH').do(DispatchShipment, left).types).toEqual(['ShipmentDispatched']);
  });
  it('of an order that was closed while it was held hears while it is closed that it is no longer (P-103)', () => {
    const walk = producedWalk().open('DISPATCH').ship('2').suspend().deliver();
    expect(walk.now.state).toBe('CLOSED');
    walk.do(DropHold, { code: 'CONTRACT_SUSPENDED', ref: '1' });
    expect([walk.now.state, walk.now.holds]).toEqual(['CLOSED', []]);
  });
  it('of a closed order in its day alone leaves it closed, and one that is closed short stays so (P-103)', () => {
    const closed = closedWalk();
    closed.on('2025-03-12').do(CorrectDelivery, { shipmentId: closed.lastShipmentId, on: '2025-03-11', reason: 'x' });
    expect([closed.types, closed.now.state]).toEqual([['DeliveryCorrected'], 'CLOSED']);
    const short = made().ship('5').deliver().do(ShortCloseOrder, WHY);
    short.do(CorrectDelivery, { shipmentId: short.lastShipmentId, refusedQty: '1', reason: 'x' });
    expect([short.types, short.now.state]).toEqual([['DeliveryCorrected'], 'SHORT_CLOSED']);
  });
});

describe('what was decided of refused goods is corrected (P-102)', () => {
  const returned = () => {
    const walk = made().ship('20');
    return walk.deliver(walk.lastShipmentId, '10');
  };
  const inAll = (restockedQty: string, scrappedQty: string, reworkQty = '0') => ({
    restockedQty,
    scrappedQty,
    reworkQty,
    reason: '判定有误',
  });
  it('in all, with the reason', () => {
    const walk = returned();
    const { lastShipmentId: shipmentId } = walk.decideReturn('4', 'REWORK');
    walk.do(CorrectDisposition, { shipmentId, ...inAll('3', '0', '1') }, 'qc-1').recorded({
      type: 'DispositionCorrected',
      data: {
        ...OF_20,
        state: 'PRODUCED',
        shipment: {
          shipmentId,
          state: 'REFUSED',
          qty: '20',
          ...INSPECTED,
          carrierRef: 'C-1',
          serialNos: [],
          dispatchedOn: '2025-03-10',
          deliveredOn: '2025-03-10',
          signedByRef: 'p-9',
          refusedQty: '10',
          restockedQty: '3',
          disposedQty: '3',
          reworkQty: '1',
        },
        cumulativeShippedQty: '20',
        cumulativeDeliveredQty: '10',
        cumulativeRefusedQty: '10',
        cumulativeReadyQty: '10',
        readyBeforeQty: '10',
        shipping: 'PARTIAL',
        delivery: 'PARTIAL',
        reason: '判定有误',
        correctedBy: 'qc-1',
        correctedOn: '2025-03-10',
      },
    });
  });
  it('to no more than was refused', () => {
    const walk = returned();
    expect(
      walk.refused(CorrectDisposition, { shipmentId: walk.lastShipmentId, ...inAll('6', '3', '2') }),
    ).toMatchObject({
      code: 'DISPOSITION_EXCEEDS_REFUSED',
      leftQty: '10',
    });
  });
  it('not where restocked goods have left again; those that only wait inspected are planned again, the newest first', () => {
    const walk = returned();
    const { lastShipmentId: shipmentId } = walk.decideReturn('10', 'RESTOCK');
    walk.ship('4').prepare('3').prepare('2');
    expect(walk.refused(CorrectDisposition, { shipmentId, ...inAll('3', '0') })).toMatchObject({
      code: 'OVER_SHIPMENT',
      awayAgainQty: '1',
    });
    walk.do(CorrectDisposition, { shipmentId, ...inAll('7', '0') });
    expect(walk.types).toEqual(['DispositionCorrected', 'InspectionWithdrawn']);
    expect(walk.now.shipments.map(({ state, qty }) => [state, qty])).toEqual([
      ['REFUSED', '20'],
      ['DISPATCHED', '4'],
      ['INSPECTED', '3'],
      ['PLANNED', '2'],
    ]);
  });
  it('and what is to be made follows, unless it was made again', () => {
    const walk = returned();
    const { lastShipmentId: shipmentId } = walk.decideReturn('10', 'SCRAP');
    expect(walk.now.state).toBe('IN_PROGRESS');
    expect(walk.do(CorrectDisposition, { shipmentId, ...inAll('10', '0') }).types).toEqual([
      'DispositionCorrected',
      'ToMakeChanged',
      'ProductionCompleted',
    ]);
    expect([walk.now.state, walk.steps[0]?.state]).toEqual(['PRODUCED', 'DONE']);
    walk.do(CorrectDisposition, { shipmentId, ...inAll('0', '10') });
    expect([walk.now.state, walk.steps[0]?.state]).toEqual(['IN_PROGRESS', 'READY']);
    walk.do(CorrectProgress, { stepId: 'S1', goodQty: '25', scrapQty: '0', reason: 'x' }).report('S2', '5');
    expect(walk.refused(CorrectDisposition, { shipmentId, ...inAll('6', '4') })).toMatchObject({
      code: 'OVER_PRODUCTION',
      mostQty: '24',
      producedQty: '25',
    });
  });
});

describe('inspected goods that are no longer there (P-95)', () => {
  it('are planned again with the correction that says so, the newest first, until the others have goods', () => {
    const walk = made().prepare('6').prepare('8').prepare('5');
    const newest = walk.lastShipmentId;
    walk.do(CorrectProgress, { stepId: 'S2', goodQty: '17', scrapQty: '0', reason: '多报' });
    walk.recorded(walk.last[0]!, {
      type: 'InspectionWithdrawn',
      data: {
        ...OF_20,
        state: 'IN_PROGRESS',
        shipment: { shipmentId: newest, state: 'PLANNED', qty: '5', certRef: 'QC-1', serialNos: [], ...NOTHING_BACK },
        cumulativeShippedQty: '0',
        cumulativeDeliveredQty: '0',
        cumulativeRefusedQty: '0',
        cumulativeReadyQty: '14',
        readyBeforeQty: '19',
        shipping: 'NONE',
        delivery: 'NONE',
        reason: '多报',
        withdrawnOn: '2025-03-10',
      },
    });
    walk.do(CorrectProgress, { stepId: 'S2', goodQty: '5', scrapQty: '0', reason: '多报' });
    expect(walk.last.slice(1)).toMatchObject([
      { type: 'InspectionWithdrawn', data: { cumulativeReadyQty: '6', readyBeforeQty: '14' } },
      { type: 'InspectionWithdrawn', data: { cumulativeReadyQty: '0', readyBeforeQty: '6' } },
    ]);
  });
});

describe('what came back (P-91)', () => {
  it('does not count as shipped: an order of which all came back is cancelled, and its returns are decided on', () => {
    const walk = made().ship('4').deliver(undefined, '4');
    const { lastShipmentId: shipmentId } = walk;
    expect(walk.do(CancelOrder, WHY).last.at(-1)).toMatchObject({
      type: 'ProductionOrderCancelled',
      data: { shippedQty: '0', producedQty: '20' },
    });
    expect(walk.decideReturn('4', 'RESTOCK', shipmentId).types).toEqual(['ReturnDispositioned']);
    expect(
      walk.do(CorrectDisposition, { shipmentId, restockedQty: '0', scrappedQty: '4', reworkQty: '0', reason: 'x' })
        .types,
    ).toEqual(['DispositionCorrected']);
  });
  it('does count while a part of it stayed, or is on the road', () => {
    const kept = made().ship('4').deliver(undefined, '3');
    expect(kept.refused(CancelOrder, WHY)).toEqual({ code: 'ORDER_PARTLY_SHIPPED', shippedQty: '1' });
    expect(made().ship('4').refused(CancelOrder, WHY)).toEqual({ code: 'ORDER_PARTLY_SHIPPED', shippedQty: '4' });
  });
  it('may leave again, and no more than was ordered has left then', () => {
    const walk = made().ship('20').deliver(undefined, '5').decideReturn('5', 'RESTOCK').ship('5');
    expect(figures(walk)).toEqual(['20', '25', '15', '5']);
    expect(walk.refused(PlanShipment, { qty: '1' })).toMatchObject({ code: 'OVER_SHIPMENT', netShippedQty: '20' });
    expect(walk.deliver().now.state).toBe('CLOSED');
  });
  it('does not leave again before it is restocked', () => {
    const walk = made().ship('20').deliver(undefined, '5').decideReturn('5', 'REWORK');
    const shipmentId = walk.do(PlanShipment, { qty: '5' }).lastShipmentId;
    const inspect = { shipmentId, result: 'PASSED', certRef: 'q' } as const;
    expect(walk.refused(InspectShipment, inspect)).toMatchObject({ code: 'READY_EXCEEDS_MADE', availableQty: '0' });
  });
});

describe('the serial numbers of a delivery (P-97)', () => {
  it('name what came back, as many as units, of those that left', () => {
    const walk = made().prepare('2');
    const shipmentId = walk.lastShipmentId;
    walk.do(DispatchShipment, { shipmentId, carrierRef: 'C', serialNos: ['SN 1', 'sn2'] });
    const back = { shipmentId, signedByRef: 'p', on: '2025-03-10', refusedQty: '1' };
    const refused = (refusedSerialNos: string[]) => walk.refused(ConfirmDelivery, { ...back, refusedSerialNos });
    expect(refused(['SN 1', 'sn2'])).toMatchObject({ code: 'SERIAL_NOS_MISMATCH', qty: '1', count: 2 });
    expect(refused(['SN 3'])).toEqual({ code: 'SERIAL_NOS_MISMATCH', shipmentId, serialNos: ['SN 3'] });
    walk.do(ConfirmDelivery, { ...back, refusedSerialNos: ['ＳＮ２'] });
    expect(walk.now.shipments[0]).toMatchObject({ refusedSerialNos: ['ＳＮ２'], state: 'REFUSED' });
    walk.do(CorrectDelivery, { shipmentId, refusedSerialNos: ['SN1'], reason: '号码写反' });
    expect(walk.now.shipments[0]).toMatchObject({ refusedSerialNos: ['SN1'], refusedQty: '1' });
    walk.do(CorrectDelivery, { shipmentId, refusedQty: '0', reason: '并未拒收' });
    expect(walk.now.shipments[0]).toMatchObject({ refusedSerialNos: [], state: 'DELIVERED' });
  });
});
