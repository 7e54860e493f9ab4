import { Walk } from '@engsales/event-sourcing/testing';
import { CancelOrder, EndOrder, ShortCloseOrder } from './ending/ending.commands.js';
import { DropHold, LiftStopWork, NoteException, OrderStopWork, PlaceHold, SetGate } from './holds/holds.commands.js';
import { AcceptBom, EngineerOrder, PlanOrder, ReleaseOrder } from './planning/planning.commands.js';
import { productionOrder } from './production-order.js';
import type { ProductionOrderCommand } from './production-order.commands.js';
import type { ProductionOrderEvent } from './production-order.events.js';
import { anOrder, BOM, ENGINEER, MERCHANDISER, ORDER_ID, STEPS } from './production-order.fixtures.js';
import { isReceived, stepsOf, type LiveOrder, type ProductionOrder } from './production-order.state.js';
import type { Disposition, Gate } from './production-order.values.js';
import {
  HandOverToEngineering,
  MarkReleaseOverdue,
  NoteExecutionForm,
  ReassignMerchandiser,
  ReceiveOrder,
  RescheduleOrder,
} from './receiving/receiving.commands.js';
import {
  CancelShipment,
  ConfirmDelivery,
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
} from './shipping/shipping.commands.js';
import {
  CompleteStep,
  CorrectProgress,
  CorrectStepStart,
  ReceiveGoods,
  ReopenStep,
  ReportProgress,
  StartStep,
  SuperviseStep,
} from './shop-floor/shop-floor.commands.js';

/** An order that is led through commands, for specs that begin late in its life. */
export class OrderWalk extends Walk<
  ProductionOrder,
  ProductionOrderCommand,
  ProductionOrderEvent,
  'productionOrderId'
> {
  constructor() {
    super(productionOrder, { productionOrderId: ORDER_ID }, { id: 'pmc-1', role: 'PMC' });
  }

  /** The order from its receipt on. */
  get now(): LiveOrder {
    if (!isReceived(this.state)) throw new Error(`the order is ${this.state.state}`);
    return this.state;
  }

  get steps() {
    return stepsOf(this.now);
  }

  get lastShipmentId(): string {
    return this.now.shipments.at(-1)?.shipmentId ?? '';
  }

  get lastStopId(): string {
    return this.now.stops.at(-1)?.stopId ?? '';
  }

  open(gate: Gate): this {
    return this.do(SetGate, { gate, state: 'OPEN' });
  }

  suspend(since = '2025-03-10'): this {
    return this.do(PlaceHold, { ...SUSPENSION, since });
  }

  report(stepId: string, goodQty: string, changes: Partial<ReportProgress['data']> = {}): this {
    return this.do(ReportProgress, { stepId, goodQty, scrapQty: '0', doneOn: this.today, ...changes });
  }

  /** Planned and inspected; it has not left. */
  prepare(qty: string): this {
    this.do(PlanShipment, { qty });
    return this.do(InspectShipment, { shipmentId: this.lastShipmentId, result: 'PASSED', certRef: 'QC-1' });
  }

  ship(qty: string): this {
    this.prepare(qty);
    return this.do(DispatchShipment, { shipmentId: this.lastShipmentId, carrierRef: 'C-1' });
  }

  /** What becomes of refused goods of the shipment, of the last one where none is named. */
  decideReturn(qty: string, disposition: Disposition, shipmentId = this.lastShipmentId): this {
    return this.do(DispositionReturn, { shipmentId, qty, disposition });
  }

  deliver(shipmentId = this.lastShipmentId, refusedQty?: string): this {
    return this.do(ConfirmDelivery, { shipmentId, signedByRef: 'p-9', on: this.today, refusedQty });
  }
}

export const SUSPENSION = { projectId: anOrder.projectId, code: 'CONTRACT_SUSPENDED', ref: '1' } as const;
export const WHY = { initiator: 'CUSTOMER', reason: '项目取消' } as const;
export const CONTRACT_END = {
  projectId: anOrder.projectId,
  contractId: anOrder.contractId,
  lineId: 'L1',
  initiator: 'MUTUAL',
  reason: '业主资金未落实',
  contractVersion: 2,
} as const;

type Received = Partial<typeof anOrder>;

export const receivedWalk = (changes: Received = {}): OrderWalk =>
  new OrderWalk().do(ReceiveOrder, { ...anOrder, ...changes });

export const handedWalk = (changes: Received = {}): OrderWalk =>
  receivedWalk(changes).do(HandOverToEngineering, { backupCopyRef: 'cabinet-3/L1' }, MERCHANDISER);

export const engineeredWalk = (changes: Received = {}): OrderWalk => handedWalk(changes).do(EngineerOrder, BOM);

export const plannedWalk = (qty = '2'): OrderWalk =>
  engineeredWalk({ qty }).do(AcceptBom, {}).do(PlanOrder, { steps: STEPS });

export const releasedWalk = (qty = '2'): OrderWalk =>
  plannedWalk(qty).do(NoteExecutionForm, {}).open('RELEASE_PRODUCTION').do(ReleaseOrder, { instructionNo: 'SC-1' });

/** Bought goods, released. */
export const boughtWalk = (): OrderWalk =>
  engineeredWalk({ kind: 'PROCURE' })
    .do(AcceptBom, {})
    .do(NoteExecutionForm, {})
    .open('RELEASE_PRODUCTION')
    .do(ReleaseOrder, { instructionNo: 'CG-1' });

export const runningWalk = (qty = '2'): OrderWalk => releasedWalk(qty).do(StartStep, { stepId: 'S1' });

/** Everything is made; the last step still runs. */
export const producedWalk = (qty = '2'): OrderWalk =>
  runningWalk(qty)
    .report('S1', qty)
    .do(CompleteStep, { stepId: 'S1' })
    .do(StartStep, { stepId: 'S2' })
    .report('S2', qty);

export const closedWalk = (): OrderWalk => producedWalk().open('DISPATCH').ship('2').deliver();

export const forestalledWalk = (): OrderWalk => new OrderWalk().do(EndOrder, CONTRACT_END);

/** From the contract line to the last delivery, with every turn that work and goods can take. */
function wholeLife(): OrderWalk {
  const walk = new OrderWalk()
    .suspend()
    .do(ReceiveOrder, anOrder)
    .do(DropHold, { code: 'CONTRACT_SUSPENDED', ref: '1' });
  walk
    .on('2025-03-11')
    .do(MarkReleaseOverdue, {})
    .do(ReassignMerchandiser, { merchandiserId: 'qian-fang', reason: '休假' });
  const successor = { id: 'qian-fang', role: 'MERCHANDISER' };
  walk.do(HandOverToEngineering, { backupCopyRef: 'c' }, successor);
  walk.do(EngineerOrder, BOM).do(AcceptBom, { actingFor: 'PMC' }, successor).do(PlanOrder, { steps: STEPS });
  walk.do(NoteExecutionForm, {}).do(SetGate, { gate: 'RELEASE_PRODUCTION', state: 'OVERRIDDEN', until: '2025-03-31' });
  walk
    .do(ReleaseOrder, { instructionNo: 'SC-1' })
    .do(RecordCallOff, { qty: '1', deliverTo: '工地', requiredOn: '2025-08-01' });
  walk
    .do(StartStep, { stepId: 'S1' })
    .do(SuperviseStep, { stepId: 'S1', level: '班组', result: 'PASSED', note: '合格' });
  const stop = { scope: 'STEP', stepId: 'S1', violatedArtefact: { type: 'DRAWING', rev: 'B' } } as const;
  walk.do(OrderStopWork, stop, ENGINEER).do(LiftStopWork, { stopId: walk.lastStopId, correction: '已改正' }, ENGINEER);
  const exception = { exceptionId: 'e-1', stepId: 'S2', since: '2025-03-11', delayDays: 4 };
  walk.do(NoteException, { ...exception, stopsWork: true, sequence: 1 });
  walk.do(NoteException, { ...exception, stopsWork: false, sequence: 2 });
  walk
    .settling({ overBps: 5_000 })
    .report('S1', '3', { doneOn: '2025-03-11', scrapQty: '1', serialNos: ['n-1', 'n-2', 'n-3'] });
  walk
    .do(CorrectProgress, { stepId: 'S1', goodQty: '2', scrapQty: '1', serialNos: ['n-1', 'n-2'], reason: '误报' })
    .do(CompleteStep, { stepId: 'S1' });
  walk.do(StartStep, { stepId: 'S2' }).report('S2', '2').do(CompleteStep, { stepId: 'S2' }).open('DISPATCH');
  walk.do(PlanShipment, { qty: '2', consignmentNo: 'T-1' });
  const refused = walk.lastShipmentId;
  walk.do(InspectShipment, { shipmentId: refused, result: 'PASSED', certRef: 'QC-1' });
  walk.do(DeferDelivery, { by: 'CUSTOMER', until: '2025-09-10' });
  walk.on('2025-09-11').do(MarkShipmentDelayed, { lateAfter: '2025-09-10' });
  walk.do(RescheduleOrder, { to: '2025-10-01', reason: '停工', contractVersion: 3 });
  walk
    .do(DispatchShipment, { shipmentId: refused, carrierRef: 'C-1', serialNos: ['n-1', 'n-2'] })
    .deliver(refused, '1');
  walk.do(DispositionReturn, { shipmentId: refused, qty: '1', disposition: 'RESTOCK' });
  walk.prepare('1').do(CancelShipment, { shipmentId: walk.lastShipmentId, reason: '改期' });
  return walk.ship('1').deliver();
}

/** Goods that come back and are made again, and records that are corrected until the order has ended and is open again. */
function returnedLife(): OrderWalk {
  const reason = '误报';
  const walk = producedWalk('4').do(CompleteStep, { stepId: 'S2' }).open('DISPATCH').prepare('3');
  const shipmentId = walk.lastShipmentId;
  const left = {
    shipmentId,
    carrierRef: '沪A12345',
    driverRef: 'p-8',
    qty: '2',
    serialNos: ['n-1', 'n-2'],
    on: walk.today,
  };
  walk.do(DispatchShipment, left).do(RecallShipment, { shipmentId, reason }).do(DispatchShipment, left);
  const signed = { shipmentId, signedByRef: 'p-9', on: walk.today };
  walk.do(ConfirmDelivery, { ...signed, refusedQty: '2', refusedSerialNos: ['n-1', 'n-2'] });
  walk.do(CorrectDelivery, { shipmentId, refusedQty: '1', refusedSerialNos: ['n-1'], reason });
  walk.decideReturn('1', 'RESTOCK', shipmentId);
  walk.do(CorrectDisposition, { shipmentId, restockedQty: '0', scrappedQty: '1', reworkQty: '0', reason });
  walk.do(StartStep, { stepId: 'S1' }).report('S1', '1').do(CompleteStep, { stepId: 'S1' });
  walk
    .do(StartStep, { stepId: 'S2' })
    .report('S2', '1', { serialNos: ['n-5'] })
    .prepare('2');
  const last = walk.lastShipmentId;
  walk.do(CorrectProgress, { stepId: 'S2', goodQty: '4', scrapQty: '1', serialNos: ['n-6'], reason });
  walk.do(CorrectStepStart, { stepId: 'S2', on: walk.today, reason });
  walk.do(CompleteStep, { stepId: 'S2', reason: '缺料' }).do(ReopenStep, { stepId: 'S2', reason }).report('S2', '1');
  walk.do(InspectShipment, { shipmentId: last, result: 'PASSED', certRef: 'QC-2' });
  walk.do(CancelShipment, { shipmentId: last, reason: '改期' }).ship('2').deliver();
  const rest = walk.now.shipments.find(({ state }) => state === 'INSPECTED')?.shipmentId ?? '';
  walk.do(DispatchShipment, { shipmentId: rest, carrierRef: 'C-1' }).deliver(rest);
  return walk.do(CorrectDelivery, { shipmentId: rest, refusedQty: '1', reason });
}

/** Lives of orders that together record every type of event; their streams are frozen in `history/`. */
export const orderLives: Readonly<Record<string, () => OrderWalk>> = {
  'whole-life': wholeLife,
  returned: returnedLife,
  bought: () => boughtWalk().do(ReceiveGoods, { qty: '2', docRef: 'GR-1', supplierPartyId: 'p-7' }),
  cancelled: () => runningWalk().report('S1', '1', { scrapQty: '1' }).do(CancelOrder, WHY),
  'short-closed': () => producedWalk().open('DISPATCH').ship('1').prepare('1').do(ShortCloseOrder, WHY),
  'ended-with-its-contract': () => receivedWalk().do(EndOrder, CONTRACT_END),
  forestalled: forestalledWalk,
  'costs-in-yuan': engineeredWalk,
  'cancelled-at-its-cost': () => runningWalk().report('S1', '1', { scrapQty: '1' }).do(CancelOrder, WHY),
  'short-closed-at-its-cost': () => producedWalk().open('DISPATCH').ship('1').prepare('1').do(ShortCloseOrder, WHY),
  'forestalled-by-someone': forestalledWalk,
  'whole-life-deferred': wholeLife,
};
