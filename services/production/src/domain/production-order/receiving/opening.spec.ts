import { holdLife } from '@engsales/event-sourcing/testing';
import path from 'node:path';
import { CancelOrder, EndOrder, ShortCloseOrder } from '../ending/ending.commands.js';
import { EngineerOrder, AcceptBom, PlanOrder, ReleaseOrder } from '../planning/planning.commands.js';
import { anOrder, BOM, CLOSED_GATES, HEAD, MERCHANDISER, ORDER_ID, STEPS } from '../production-order.fixtures.js';
import { productionOrder } from '../production-order.js';
import { CONTRACT_END, OrderWalk, WHY } from '../production-order.walk.js';
import { ConfirmDelivery, CorrectDisposition, DispatchShipment, PlanShipment } from '../shipping/shipping.commands.js';
import { availableQty, deliveredQty } from '../shipping/quantities.js';
import { CompleteStep, CorrectProgress, ReceiveGoods, StartStep } from '../shop-floor/shop-floor.commands.js';
import { percentBpsOf } from '../shop-floor/progress.js';
import { producedQty } from '../shop-floor/steps.js';
import { scheduleOf } from '../../../views/order-schedule.js';
import { HandOverToEngineering, ReceiveOrder } from './receiving.commands.js';

const OPEN_GATES = { RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'OPEN' } } as const;

/** Of ten sold six were made and four delivered: an order of six, two of them on hand. */
const IMPORTED = {
  ...anOrder,
  qty: '6',
  gates: OPEN_GATES,
  executionFormAccepted: true,
  salespersonId: 'li-na',
  opening: { producedQty: '2', onTheRoadQty: '0', deliveredQty: '4' },
};
type Opening = (typeof IMPORTED)['opening'];

const importedWalk = (opening: Partial<Opening> = {}, kind: 'PRODUCE' | 'PROCURE' = 'PRODUCE') =>
  new OrderWalk().do(ReceiveOrder, { ...IMPORTED, kind, opening: { ...IMPORTED.opening, ...opening } });

/** The rest is released; the first of two steps runs. */
function importedAndRunning(): OrderWalk {
  const walk = importedWalk().do(HandOverToEngineering, { backupCopyRef: 'c' }, MERCHANDISER).do(EngineerOrder, BOM);
  walk.do(AcceptBom, {}).do(PlanOrder, { steps: STEPS }).do(ReleaseOrder, { instructionNo: 'SC-1' });
  return walk.do(StartStep, { stepId: 'S1' });
}

function madeInFull(): OrderWalk {
  const walk = importedAndRunning().report('S1', '4').do(CompleteStep, { stepId: 'S1' });
  return walk.do(StartStep, { stepId: 'S2' }).report('S2', '4');
}

describe('an order of a contract that came as a running one', () => {
  it('is for the rest, with what is on hand, its gates, and the form accepted (P-140)', () => {
    const walk = importedWalk();
    walk.recorded({
      type: 'ProductionOrderReceived',
      data: {
        ...HEAD,
        projectId: anOrder.projectId,
        lineId: 'L1',
        kind: 'PRODUCE',
        state: 'RECEIVED',
        itemCode: 'CH-2000',
        name: '离心式冷水机组',
        qty: '6',
        uom: '台',
        amountFen: 372_000_000,
        committedDate: '2025-09-01',
        merchandiserId: 'zhou-min',
        packageId: anOrder.packageId,
        trackingId: anOrder.trackingId,
        contractVersion: 1,
        gates: OPEN_GATES,
        holds: [],
        receivedOn: '2025-03-10',
        releaseDueAt: '2025-03-11T01:00:00.000Z',
        salespersonId: 'li-na',
        executionFormAccepted: true,
        opening: { producedQty: '2', onTheRoadQty: '0', deliveredQty: '4' },
      },
    });
    expect(walk.now).toMatchObject({ executionFormAccepted: true, salespersonId: 'li-na', shipments: [] });
    expect([producedQty(walk.now), availableQty(walk.now), deliveredQty(walk.now)]).toEqual(['2', '2', '0']);
  });
  it('ships what is on hand before the rest is released, and no more (P-141)', () => {
    const walk = importedWalk().ship('2').deliver();
    expect(walk.last).toMatchObject([
      { type: 'ShipmentDelivered', data: { state: 'RECEIVED', cumulativeDeliveredQty: '2', deliveredBefore: '4' } },
    ]);
    expect(importedWalk({ producedQty: '0' }).refused(PlanShipment, { qty: '1' })).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'PlanShipment',
      state: 'RECEIVED',
      possibleIn: ['RELEASED', 'IN_PROGRESS', 'PRODUCED'],
    });
  });
  it('makes the rest, and no more than the rest, and ships six in all (P-141)', () => {
    const walk = importedAndRunning();
    expect(walk.refused(CorrectProgress, { stepId: 'S1', goodQty: '5', scrapQty: '0', reason: 'x' })).toMatchObject({
      code: 'OVER_PRODUCTION',
      orderedQty: '6',
      producedQty: '7',
      overQty: '1',
    });
    walk.report('S1', '1');
    // 1 and 0 of 4 each
    expect(percentBpsOf(walk.now)).toBe(1_250);
    const made = madeInFull();
    expect([made.types, made.now.state]).toEqual([['ProductionProgressReported', 'ProductionCompleted'], 'PRODUCED']);
    expect(made.last[1]?.data).toMatchObject({ producedQty: '6', deliveredBefore: '4' });
    made.ship('6').deliver();
    expect(made.types).toEqual(['ShipmentDelivered', 'ProductionOrderClosed']);
    expect(made.last[1]?.data).toMatchObject({ deliveredQty: '6', deliveredBefore: '4' });
  });
  it('takes back that goods were scrapped, of what was there before as of what was made (P-102, P-141)', () => {
    const walk = madeInFull().ship('6');
    walk.deliver(walk.lastShipmentId, '2').decideReturn('2', 'SCRAP');
    const restocked = { restockedQty: '2', scrappedQty: '0', reworkQty: '0', reason: '判定有误' };
    walk.do(CorrectDisposition, { shipmentId: walk.lastShipmentId, ...restocked });
    expect([walk.types, walk.now.state]).toEqual([
      ['DispositionCorrected', 'ToMakeChanged', 'ProductionCompleted'],
      'PRODUCED',
    ]);
  });
  it('ships what was there before with numbers that no step has told, and no more of them (P-99, P-141)', () => {
    const walk = importedAndRunning().report('S1', '4').do(CompleteStep, { stepId: 'S1' });
    walk
      .do(StartStep, { stepId: 'S2' })
      .report('S2', '4', { serialNos: ['n-1', 'n-2', 'n-3', 'n-4'] })
      .prepare('6');
    const dispatch = (...serialNos: string[]) => ({ shipmentId: walk.lastShipmentId, carrierRef: 'C', serialNos });
    expect(walk.refused(DispatchShipment, dispatch('n-1', 'n-2', 'n-3', 'a-1', 'a-2', 'a-3'))).toMatchObject({
      code: 'SERIAL_NO_NOT_MADE',
      stepId: 'S2',
      madeQty: '6',
      toldCount: 4,
    });
    walk.do(DispatchShipment, dispatch('n-1', 'n-2', 'n-3', 'n-4', 'a-1', 'a-2'));
    expect(walk.types).toEqual(['ShipmentDispatched']);
  });
  it('has what is on the road as a shipment, which is delivered on any day until today (P-141)', () => {
    const walk = importedWalk({ producedQty: '3', onTheRoadQty: '1' });
    const [shipment] = walk.now.shipments;
    expect(shipment).toEqual({
      shipmentId: walk.lastId,
      state: 'DISPATCHED',
      qty: '1',
      serialNos: [],
      refusedQty: '0',
      refusedSerialNos: [],
      restockedQty: '0',
      disposedQty: '0',
      reworkQty: '0',
    });
    expect([producedQty(walk.now), availableQty(walk.now)]).toEqual(['3', '2']);
    const delivery = { shipmentId: walk.lastShipmentId, signedByRef: 'p-9' };
    expect(walk.refused(ConfirmDelivery, { ...delivery, on: '2025-03-11' }).code).toBe('DELIVERY_DATE_INVALID');
    walk.do(ConfirmDelivery, { ...delivery, on: '2025-02-20' });
    expect(walk.last).toMatchObject([{ data: { cumulativeShippedQty: '1', cumulativeDeliveredQty: '1' } }]);
  });
  it('is produced at once where nothing is to be made, and closed by its delivery (P-141)', () => {
    const walk = importedWalk({ producedQty: '6', onTheRoadQty: '6' });
    expect([walk.types, walk.now.state]).toEqual([['ProductionOrderReceived', 'ProductionCompleted'], 'PRODUCED']);
    expect(walk.deliver().types).toEqual(['ShipmentDelivered', 'ProductionOrderClosed']);
  });
  it('that was produced at once is received anew where its goods are scrapped, and planned (P-92, P-141)', () => {
    const walk = importedWalk({ producedQty: '6', onTheRoadQty: '6' });
    const { lastShipmentId: shipmentId } = walk;
    walk.deliver(shipmentId, '1').decideReturn('1', 'SCRAP');
    expect(walk.last[1]).toMatchObject({
      type: 'ToMakeChanged',
      data: {
        state: 'RECEIVED',
        toMakeQty: '7',
        wanted: { projectId: anOrder.projectId, packageId: anOrder.packageId, qty: '6' },
      },
    });
    const decided = { shipmentId, reworkQty: '0', reason: '判定有误' };
    walk.do(CorrectDisposition, { ...decided, restockedQty: '1', scrappedQty: '0' });
    expect([walk.types, walk.now.state]).toEqual([['DispositionCorrected', 'ProductionCompleted'], 'PRODUCED']);
    walk.do(CorrectDisposition, { ...decided, restockedQty: '0', scrappedQty: '1' });
    walk.do(HandOverToEngineering, { backupCopyRef: 'c' }, MERCHANDISER).do(EngineerOrder, BOM).do(AcceptBom, {});
    walk.do(PlanOrder, { steps: STEPS }).do(ReleaseOrder, { instructionNo: 'SC-1' }).do(StartStep, { stepId: 'S1' });
    walk.report('S1', '1').do(CompleteStep, { stepId: 'S1' }).do(StartStep, { stepId: 'S2' }).report('S2', '1');
    expect(walk.ship('1').deliver().types).toEqual(['ShipmentDelivered', 'ProductionOrderClosed']);
  });
  it('of bought goods has them in, and their per cent (P-141)', () => {
    const walk = importedWalk({}, 'PROCURE');
    expect(walk.now).toMatchObject({ receivedQty: '2', goodsIn: [] });
    expect(scheduleOf(walk.now, '2025-03-10')).toMatchObject({ percentBps: 3_333 });
    walk.do(HandOverToEngineering, { backupCopyRef: 'c' }, MERCHANDISER).do(EngineerOrder, BOM).do(AcceptBom, {});
    walk.do(ReleaseOrder, { instructionNo: 'CG-1' });
    walk.do(ReceiveGoods, { qty: '4', docRef: 'GR-1', supplierPartyId: 'p-7' });
    expect(walk.last).toMatchObject([{ data: { cumulativeQty: '6' } }, { type: 'ProductionCompleted' }]);
  });
  it('is closed short, not cancelled, since something of its line has left (P-142)', () => {
    const walk = importedWalk();
    expect(walk.refused(CancelOrder, WHY)).toEqual({ code: 'ORDER_PARTLY_SHIPPED', shippedQty: '4' });
    expect(walk.do(EndOrder, CONTRACT_END).last).toMatchObject([
      { type: 'ProductionOrderShortClosed', data: { producedQty: '2', shippedQty: '0', deliveredBefore: '4' } },
    ]);
    // 2 on hand and 1 more begun, at 10 yuan
    const running = importedAndRunning().report('S1', '1').do(ShortCloseOrder, WHY);
    expect(running.last[0]?.data).toMatchObject({ producedQty: '2', wipCostFen: 3_000 });
  });
});

it('an order by hand begins with nothing, and says that its contract lives elsewhere (P-125)', () => {
  const walk = new OrderWalk().do(ReceiveOrder, { ...anOrder, contractOrigin: 'EXTERNAL' });
  expect(walk.now).toMatchObject({
    contractOrigin: 'EXTERNAL',
    opening: { producedQty: '0', onTheRoadQty: '0', deliveredQty: '0' },
    gates: CLOSED_GATES,
    executionFormAccepted: false,
  });
  walk.do(CancelOrder, WHY);
  expect(walk.last[0]?.data).toMatchObject({ productionOrderId: ORDER_ID, contractOrigin: 'EXTERNAL' });
});

const history = path.join(__dirname, '../history');
holdLife(productionOrder, history, 'imported', () => madeInFull().ship('6').deliver());
holdLife(productionOrder, history, 'imported-on-the-road', () =>
  importedWalk({ producedQty: '3', onTheRoadQty: '1' }).deliver().do(EndOrder, CONTRACT_END),
);
