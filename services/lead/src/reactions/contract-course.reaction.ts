import {
  acceptanceSigned,
  contractAbandoned,
  contractDrafted,
  contractSigned,
  contractTerminated,
  contractVoided,
  orderHandedToEngineering,
  shipmentDispatched,
} from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { businessDateOf } from '@engsales/values';
import { EndPursuit, NoteStep, RecordOutcome } from '../domain/lead/outcome/outcome.commands.js';

/** The lead was merged, or the project has none: it was begun in another service. The project of a lead is the lead itself. */
const NOTHING_TO_DO = ['INVALID_TRANSITION', 'NOT_FOUND'];

export const recordOutcomeWhenSigned = when(contractSigned, {
  name: 'record-outcome-when-contract-signed',
  nothingToDo: NOTHING_TO_DO,
  then: ({ data: { contractId, totalFen: amountFen, signedOn: on }, projectId: leadId }) => [
    issue(RecordOutcome, 'outcome', { leadId, contractId, kind: 'SIGNED', amountFen, on }),
    issue(NoteStep, 'step', { leadId, step: 'SIGNED', on, ref: contractId }),
  ],
});

export const recordOutcomeWhenVoided = when(contractVoided, {
  name: 'record-outcome-when-contract-voided',
  nothingToDo: NOTHING_TO_DO,
  neverQueued: true,
  then: ({ data: { contractId }, projectId: leadId, time }) => [
    issue(RecordOutcome, 'outcome', { leadId, contractId, kind: 'VOIDED', on: businessDateOf(time) }),
  ],
});

export const recordOutcomeWhenTerminated = when(contractTerminated, {
  name: 'record-outcome-when-contract-terminated',
  nothingToDo: NOTHING_TO_DO,
  neverQueued: true,
  then: ({ data: { contractId }, projectId: leadId, time }) => [
    issue(RecordOutcome, 'outcome', { leadId, contractId, kind: 'TERMINATED', on: businessDateOf(time) }),
  ],
});

export const endPursuitWhenContractAbandoned = when(contractAbandoned, {
  name: 'end-pursuit-when-contract-abandoned',
  nothingToDo: NOTHING_TO_DO,
  then: ({ data: { contractId: id, reason }, projectId: leadId }) => [
    issue(EndPursuit, id, { leadId, pursuitType: 'CONTRACT', id, how: 'CONTRACT_ABANDONED', reasons: [reason] }),
  ],
});

export const noteStepWhenDrafted = when(contractDrafted, {
  name: 'note-step-when-contract-drafted',
  nothingToDo: NOTHING_TO_DO,
  then: ({ data: { contractId: ref }, projectId: leadId, time }) => [
    issue(NoteStep, 'step', { leadId, step: 'CONTRACT_OR_BID', on: businessDateOf(time), ref }),
  ],
});

export const noteStepWhenDispatched = when(shipmentDispatched, {
  name: 'note-step-when-shipment-dispatched',
  nothingToDo: NOTHING_TO_DO,
  then: ({ data: { shipmentId: ref, dispatchedOn: on }, projectId: leadId }) => [
    issue(NoteStep, 'step', { leadId, step: 'DISPATCHED', on, ref }),
  ],
});

export const noteStepWhenAccepted = when(acceptanceSigned, {
  name: 'note-step-when-acceptance-signed',
  nothingToDo: NOTHING_TO_DO,
  then: ({ data: { acceptanceId: ref, on }, projectId: leadId }) => [
    issue(NoteStep, 'step', { leadId, step: 'ACCEPTED', on, ref }),
  ],
});

export const noteStepWhenHandedOver = when(orderHandedToEngineering, {
  name: 'note-step-when-order-handed-to-engineering',
  nothingToDo: NOTHING_TO_DO,
  then: ({ data: { productionOrderId: ref }, projectId: leadId, time }) => [
    issue(NoteStep, 'step', { leadId, step: 'HANDED_TO_ENGINEERING', on: businessDateOf(time), ref }),
  ],
});
