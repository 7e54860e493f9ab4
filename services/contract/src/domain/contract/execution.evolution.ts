import type { ExistingContract } from './contract-state.js';
import type { ExecutionForm } from './execution-form.js';
import type { ExecutionEvent } from './execution.events.js';
import { marked } from './goods-progress.js';

export function evolveExecution(contract: ExistingContract, event: ExecutionEvent): ExistingContract {
  switch (event.type) {
    case 'ExecutionFormSubmitted': {
      const { contractId: _id, ...form } = event.data;
      return { ...contract, executionForm: form };
    }
    case 'ExecutionFormReturned': {
      const { reason } = event.data;
      return { ...contract, executionForm: { ...form(contract), state: 'RETURNED', returnReason: reason } };
    }
    case 'ContractExecutionFormAccepted': {
      const { commerceOwnerId, acceptedOn } = event.data;
      const accepted: ExecutionForm = { ...form(contract), state: 'ACCEPTED', commerceOwnerId, acceptedOn };
      return { ...contract, state: 'IN_EXECUTION', executionForm: accepted };
    }
    case 'GoodsMovementRecorded': {
      const { contractId: _id, lineId, on: _on, ref: _ref, delivery, ...moved } = event.data;
      const progress = marked(contract.progress, [lineId], moved);
      return { ...contract, progress, delivery };
    }
    case 'InstallationRecorded': {
      const { lineIds, on } = event.data;
      return { ...contract, progress: marked(contract.progress, lineIds, { installedOn: on }) };
    }
    case 'AcceptanceRecorded': {
      const { lineIds, on, acceptance } = event.data;
      return { ...contract, progress: marked(contract.progress, lineIds, { acceptedOn: on }), acceptance };
    }
    case 'ContractCompleted':
      return { ...contract, state: 'COMPLETED', completedOn: event.data.completedOn };
    case 'ContractClosed':
      return { ...contract, state: 'CLOSED', closedOn: event.data.closedOn };
  }
}

const form = (contract: ExistingContract): ExecutionForm => contract.executionForm as ExecutionForm;
