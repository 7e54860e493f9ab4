import {
  contractExecutionFormAccepted,
  paymentGateClosed,
  paymentGateOpened,
  paymentGateOverridden,
  type PaymentGateData,
} from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { productionOrderId } from '../domain/ids.js';
import { SetGate } from '../domain/production-order/holds/holds.commands.js';
import { NoteExecutionForm } from '../domain/production-order/receiving/receiving.commands.js';

/** The order has ended. */
const ENDED = ['ORDER_ENDED'];

export const noteFormWhenAccepted = when(contractExecutionFormAccepted, {
  name: 'note-form-when-accepted',
  nothingToDo: ENDED,
  then: ({ data: { contractId, orderLineIds } }) =>
    orderLineIds.map((lineId) =>
      issue(NoteExecutionForm, lineId, { productionOrderId: productionOrderId(contractId, lineId) }),
    ),
});

export const setGateWhenOpened = when(paymentGateOpened, {
  name: 'set-gate-when-opened',
  nothingToDo: ENDED,
  then: ({ data }) => setGates(data),
});

export const setGateWhenClosed = when(paymentGateClosed, {
  name: 'set-gate-when-closed',
  nothingToDo: ENDED,
  then: ({ data }) => setGates(data),
});

export const setGateWhenOverridden = when(paymentGateOverridden, {
  name: 'set-gate-when-overridden',
  nothingToDo: ENDED,
  then: ({ data }) => setGates(data),
});

function setGates({ contractId, orderLineIds, gate, gates }: PaymentGateData) {
  const { state, until } = gates[gate];
  return orderLineIds.map((lineId) =>
    issue(SetGate, lineId, { productionOrderId: productionOrderId(contractId, lineId), gate, state, until }),
  );
}
