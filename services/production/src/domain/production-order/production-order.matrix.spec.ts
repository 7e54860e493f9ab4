import { Rejected } from '@engsales/event-sourcing/decider';
import { given, issued } from '@engsales/event-sourcing/testing';
import {
  OrderWalk,
  plannedWalk,
  producedWalk,
  engineeredWalk,
  receivedWalk,
  releasedWalk,
  runningWalk,
  STEPS,
} from '../../../test/order-walk.fixtures.js';
import * as order from './production-order.commands.js';
import { anOrder, cancelled, forestalled } from './production-order.fixtures.js';
import { productionOrder, PRODUCTION_ORDER_TRANSITIONS } from './production-order.js';
import * as shipment from './shipment.commands.js';
import * as floor from './shop-floor.commands.js';

const by = issued({ by: { id: 'zhou-min', role: 'X' } });
const { productionOrderId, projectId, contractId, lineId } = anOrder;
const of = { productionOrderId };
const why = { initiator: 'US', reason: 'x' };
const ship = { ...of, shipmentId: 's' };

const commands: Record<keyof typeof PRODUCTION_ORDER_TRANSITIONS, order.ProductionOrderCommand> = {
  ReceiveOrder: new order.ReceiveOrder(anOrder, by),
  HandOverToEngineering: new order.HandOverToEngineering({ ...of, backupCopyRef: 'c' }, by),
  MarkReleaseOverdue: new order.MarkReleaseOverdue(of, by),
  ReassignMerchandiser: new order.ReassignMerchandiser({ ...of, merchandiserId: 'm', reason: 'x' }, by),
  RescheduleOrder: new order.RescheduleOrder({ ...of, to: '2025-12-01', reason: 'x' }, by),
  EngineerOrder: new order.EngineerOrder({ ...of, bomId: 'b', rev: 1, unitCostFen: 1 }, by),
  AcceptBom: new order.AcceptBom(of, by),
  NoteExecutionForm: new order.NoteExecutionForm(of, by),
  SetGate: new order.SetGate({ ...of, gate: 'DISPATCH', state: 'OPEN' }, by),
  PlaceHold: new order.PlaceHold({ ...of, projectId, code: 'CHANGE_PENDING', ref: 'c', since: '2025-03-10' }, by),
  NoteException: new order.NoteException(
    { ...of, exceptionId: 'e', since: '2025-03-10', stopsWork: true, delayDays: 4, sequence: 1 },
    by,
  ),
  DropHold: new order.DropHold({ ...of, code: 'CHANGE_PENDING', ref: 'c' }, by),
  CancelOrder: new order.CancelOrder({ ...of, ...why }, by),
  ShortCloseOrder: new order.ShortCloseOrder({ ...of, ...why }, by),
  EndOrder: new order.EndOrder({ ...of, projectId, contractId, lineId, ...why, contractVersion: 2 }, by),
  PlanOrder: new floor.PlanOrder({ ...of, steps: STEPS }, by),
  ReleaseOrder: new floor.ReleaseOrder({ ...of, instructionNo: 'SC-1' }, by),
  StartStep: new floor.StartStep({ ...of, stepId: 'S1' }, by),
  ReportProgress: new floor.ReportProgress(
    { ...of, stepId: 'S1', goodQty: '1', scrapQty: '0', doneOn: '2025-03-10' },
    by,
  ),
  CorrectProgress: new floor.CorrectProgress({ ...of, stepId: 'S1', goodQty: '1', scrapQty: '0', reason: 'x' }, by),
  CompleteStep: new floor.CompleteStep({ ...of, stepId: 'S1' }, by),
  SuperviseStep: new floor.SuperviseStep({ ...of, stepId: 'S1', level: '1', result: 'PASSED' }, by),
  ReceiveGoods: new floor.ReceiveGoods({ ...of, qty: '1', docRef: 'd', supplierPartyId: 'p' }, by),
  OrderStopWork: new floor.OrderStopWork({ ...of, scope: 'ORDER', violatedArtefact: { type: 'DRAWING' } }, by),
  LiftStopWork: new floor.LiftStopWork({ ...of, stopId: 's', correction: 'x' }, by),
  RecordCallOff: new shipment.RecordCallOff({ ...of, qty: '1', requiredOn: '2025-08-01' }, by),
  DeferDelivery: new shipment.DeferDelivery({ ...of, by: 'CUSTOMER', until: '2025-08-01' }, by),
  PlanShipment: new shipment.PlanShipment({ ...of, qty: '1' }, by),
  InspectShipment: new shipment.InspectShipment({ ...ship, result: 'PASSED', certRef: 'c' }, by),
  DispatchShipment: new shipment.DispatchShipment({ ...ship, carrierRef: 'c' }, by),
  ConfirmDelivery: new shipment.ConfirmDelivery({ ...ship, signedByRef: 'p', on: '2025-03-10' }, by),
  CancelShipment: new shipment.CancelShipment({ ...ship, reason: 'x' }, by),
  DispositionReturn: new shipment.DispositionReturn({ ...ship, qty: '1', disposition: 'RESTOCK' }, by),
  MarkShipmentDelayed: new shipment.MarkShipmentDelayed({ ...of, committedDate: '2025-09-01' }, by),
};

const ended = (event: typeof cancelled, from: OrderWalk) => {
  from.state = productionOrder.evolve(from.state, event);
  return from;
};
const delivered = (walk: OrderWalk) =>
  walk.do(shipment.ConfirmDelivery, { shipmentId: walk.lastShipmentId, signedByRef: 'p', on: '2025-03-10' });
const walks: Record<string, () => OrderWalk> = {
  NONE: () => new OrderWalk(),
  AWAITED: () =>
    new OrderWalk().do(order.PlaceHold, { projectId, code: 'CONTRACT_SUSPENDED', ref: '1', since: '2025-03-10' }),
  FORESTALLED: () => ended(forestalled, new OrderWalk()),
  RECEIVED: receivedWalk,
  WITH_ENGINEERING: () =>
    receivedWalk().do(order.HandOverToEngineering, { backupCopyRef: 'c' }, { id: 'zhou-min', role: 'X' }),
  ENGINEERED: engineeredWalk,
  PLANNED: plannedWalk,
  RELEASED: releasedWalk,
  IN_PROGRESS: runningWalk,
  PRODUCED: producedWalk,
  CLOSED: () => delivered(producedWalk().open('DISPATCH').shipped('2')),
  CANCELLED: () => ended(cancelled, receivedWalk()),
  SHORT_CLOSED: () => producedWalk().open('DISPATCH').shipped('1').do(order.ShortCloseOrder, why),
};

describe('every command in every state', () => {
  const cells = Object.entries(walks).flatMap(([state, walk]) =>
    Object.values(commands).map((command) => [command.type, state, command, walk().state] as const),
  );
  it.each(cells)('%s in %s is decided on or refused as the table says', (type, state, command, now) => {
    expect(now.state).toBe(state);
    const possibleIn = PRODUCTION_ORDER_TRANSITIONS[type];
    const refusal = refusalOf(() => productionOrder.decide(command, now));
    const codes = ['DUPLICATE_PRODUCTION_ORDER', ...(state === 'NONE' || state === 'AWAITED' ? ['NOT_FOUND'] : [])];
    const forState =
      refusal?.details.possibleIn === possibleIn || codes.includes(refusal?.code ?? '') || isSilent(type, state);
    const first = type === 'ReceiveOrder' && state === 'FORESTALLED';
    expect(forState || first).toBe(!possibleIn.includes(state));
  });
  // nothing is left to be stopped or ended where the end of the contract came first
  const isSilent = (type: string, state: string) =>
    state === 'FORESTALLED' && (type === 'PlaceHold' || type === 'EndOrder');

  it('each command finds no order where there is none', () => {
    const others = Object.values(commands).filter(({ type }) => !PRODUCTION_ORDER_TRANSITIONS[type].includes('NONE'));
    for (const command of others) given(productionOrder).when(command).thenRejected('NOT_FOUND');
  });
});

function refusalOf(decide: () => unknown): Rejected | undefined {
  try {
    decide();
    return undefined;
  } catch (error) {
    if (error instanceof Rejected) return error;
    throw error;
  }
}
