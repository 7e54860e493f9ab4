import {
  contractExecutionFormAccepted,
  paymentGateClosed,
  paymentGateOpened,
  paymentGateOverridden,
  type PaymentGateData,
} from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { NoteExecutionForm, SetGate } from '../domain/production-order/production-order.commands.js';
import { productionOrderId } from './ids.js';

/** The order has ended. */
const OVER = ['INVALID_TRANSITION'];

export const noteFormWhenAccepted = when(contractExecutionFormAccepted, {
  name: 'note-form-when-accepted',
  nothingToDo: OVER,
  then: ({ data: { contractId, orderLineIds } }) =>
    orderLineIds.map((lineId) =>
      issue(NoteExecutionForm, lineId, { productionOrderId: productionOrderId(contractId, lineId) }),
    ),
});

export const setGateWhenOpened = when(paymentGateOpened, {
  name: 'set-gate-when-opened',
  nothingToDo: OVER,
  then: ({ data }) => gateOfOrders(data),
});

export const setGateWhenClosed = when(paymentGateClosed, {
  name: 'set-gate-when-closed',
  nothingToDo: OVER,
  then: ({ data }) => gateOfOrders(data),
});

export const setGateWhenOverridden = when(paymentGateOverridden, {
  name: 'set-gate-when-overridden',
  nothingToDo: OVER,
  then: ({ data }) => gateOfOrders(data),
});

function gateOfOrders({ contractId, orderLineIds, gate, gates }: PaymentGateData) {
  return orderLineIds.map((lineId) =>
    issue(SetGate, lineId, { productionOrderId: productionOrderId(contractId, lineId), gate, ...gates[gate] }),
  );
}
