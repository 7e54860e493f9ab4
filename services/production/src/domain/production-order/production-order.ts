import { Rejected, type Decider } from '@engsales/event-sourcing/decider';
import { evolve } from './order-evolution.js';
import { cancel, end, shortClose } from './order-end.js';
import {
  acceptBom,
  dropHold,
  engineer,
  handOver,
  markReleaseOverdue,
  noteException,
  noteForm,
  placeHold,
  reassign,
  receive,
  reschedule,
  setGate,
} from './order-office.js';
import type { LiveOrder, ProductionOrder } from './order-state.js';
import { PRODUCTION_ORDER_TRANSITIONS, type ForestallingCommand } from './order-transitions.js';
import { liftStop, plan, releaseOrder, stopWork } from './planning.js';
import type { DropHold, ProductionOrderCommand } from './production-order.commands.js';
import { productionOrderEvents, type ProductionOrderEvent } from './production-order.events.js';
import {
  cancelShipment,
  confirmDelivery,
  deferDelivery,
  dispatch,
  dispositionReturn,
  inspectShipment,
  markDelayed,
  planShipment,
  recordCallOff,
} from './shipments.js';
import { completeStep, correctProgress, receiveGoods, reportProgress, startStep, superviseStep } from './shop-floor.js';

export { PRODUCTION_ORDER_TRANSITIONS } from './order-transitions.js';
export type { OrderState, ProductionOrder } from './order-state.js';

/** The production order (生产订单): which file holds the rule of a command stands here. */
export const productionOrder: Decider<ProductionOrder, ProductionOrderCommand, ProductionOrderEvent> = {
  category: 'productionOrder',
  stored: productionOrderEvents,
  initialState: { state: 'NONE' },
  decide(command, order) {
    if (command.type === 'ReceiveOrder') return receive(command, order);
    if (command.type === 'DropHold') return dropFrom(command, order);
    if (command.type !== 'PlaceHold' && command.type !== 'EndOrder') return decideOn(command, liveIn(command, order));
    refuseEnded(command, order);
    return command.type === 'PlaceHold' ? placeHold(command, order) : end(command, order);
  },
  evolve,
};

type LiveCommand = Exclude<ProductionOrderCommand, ForestallingCommand | DropHold>;

function decideOn(command: LiveCommand, order: LiveOrder): ProductionOrderEvent[] {
  switch (command.type) {
    case 'HandOverToEngineering':
      return handOver(command, order);
    case 'MarkReleaseOverdue':
      return markReleaseOverdue(command, order);
    case 'ReassignMerchandiser':
      return reassign(command, order);
    case 'RescheduleOrder':
      return reschedule(command, order);
    case 'EngineerOrder':
      return engineer(command, order);
    case 'AcceptBom':
      return acceptBom(command, order);
    case 'NoteExecutionForm':
      return noteForm(command, order);
    case 'SetGate':
      return setGate(command, order);
    case 'NoteException':
      return noteException(command, order);
    case 'CancelOrder':
      return cancel(command, order);
    case 'ShortCloseOrder':
      return shortClose(command, order);
    case 'PlanOrder':
      return plan(command, order);
    case 'ReleaseOrder':
      return releaseOrder(command, order);
    case 'StartStep':
      return startStep(command, order);
    case 'ReportProgress':
      return reportProgress(command, order);
    case 'CorrectProgress':
      return correctProgress(command, order);
    case 'CompleteStep':
      return completeStep(command, order);
    case 'SuperviseStep':
      return superviseStep(command, order);
    case 'ReceiveGoods':
      return receiveGoods(command, order);
    case 'OrderStopWork':
      return stopWork(command, order);
    case 'LiftStopWork':
      return liftStop(command, order);
    case 'RecordCallOff':
      return recordCallOff(command, order);
    case 'DeferDelivery':
      return deferDelivery(command, order);
    case 'PlanShipment':
      return planShipment(command, order);
    case 'InspectShipment':
      return inspectShipment(command, order);
    case 'DispatchShipment':
      return dispatch(command, order);
    case 'ConfirmDelivery':
      return confirmDelivery(command, order);
    case 'CancelShipment':
      return cancelShipment(command, order);
    case 'DispositionReturn':
      return dispositionReturn(command, order);
    case 'MarkShipmentDelayed':
      return markDelayed(command, order);
  }
}

/** @throws Rejected NOT_FOUND where no order is, INVALID_TRANSITION where the command is not possible */
function liveIn(command: LiveCommand, order: ProductionOrder): LiveOrder {
  if (order.state === 'NONE' || order.state === 'AWAITED') {
    throw new Rejected('NOT_FOUND', `there is no production order ${command.data.productionOrderId}`);
  }
  if (order.state === 'FORESTALLED') throw notPossible(command, order.state);
  if (!PRODUCTION_ORDER_TRANSITIONS[command.type].includes(order.state)) throw notPossible(command, order.state);
  return order;
}

function dropFrom(command: DropHold, order: ProductionOrder): ProductionOrderEvent[] {
  if (order.state === 'NONE') {
    throw new Rejected('NOT_FOUND', `there is no production order ${command.data.productionOrderId}`);
  }
  if (order.state === 'FORESTALLED') throw notPossible(command, order.state);
  refuseEnded(command, order);
  return dropHold(command, order);
}

function refuseEnded(command: ProductionOrderCommand, { state }: ProductionOrder): void {
  if (state !== 'FORESTALLED' && !PRODUCTION_ORDER_TRANSITIONS[command.type].includes(state)) {
    throw notPossible(command, state);
  }
}

function notPossible({ type }: ProductionOrderCommand, state: string): Rejected {
  const details = { command: type, state, possibleIn: PRODUCTION_ORDER_TRANSITIONS[type] };
  return new Rejected('INVALID_TRANSITION', `${type} is not possible in ${state}`, details);
}
