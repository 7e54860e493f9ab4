import { paymentAxis } from './account.js';
import type { ContractEvent } from './contract.events.js';
import type { Contract, ExistingContract } from './contract-state.js';
import { evolveEnding } from './ending.evolution.js';
import { evolveExecution } from './execution.evolution.js';
import { evolveMoney } from './money.evolution.js';

/** A contract as its events tell it; every event says what holds after it, so nothing is worked out anew here. */
export function evolve(contract: Contract, event: ContractEvent): Contract {
  if (event.type === 'ContractDrafted') {
    const { draftedOn: _on, ...drafted } = event.data;
    return drafted;
  }
  if (event.type === 'ContractImported') return imported(event);
  const existing = contract as ExistingContract;
  switch (event.type) {
    case 'ContractRevised': {
      const { state, draftNo, document, revisedBy } = event.data;
      const { approvedBy: _by, approvedOn: _on, ...unapproved } = existing;
      return { ...unapproved, state, draftNo, document, revisedBy };
    }
    case 'NegotiationRoundRecorded': {
      const { contractId: _id, state, ...round } = event.data;
      return { ...existing, state, rounds: [...(existing.rounds ?? []), round] };
    }
    case 'ContractSubmittedForApproval':
      return { ...existing, state: 'PENDING_APPROVAL', submittedBy: event.data.submittedBy };
    case 'ContractApproved':
      return { ...existing, state: 'APPROVED', approvedBy: event.data.approvedBy, approvedOn: event.data.approvedOn };
    case 'ContractRejected':
      return { ...existing, state: 'NEGOTIATING', rejectionReason: event.data.reason };
    case 'ContractAbandoned':
      return { ...existing, state: 'ABANDONED', abandonReason: event.data.reason };
    case 'ContractSigned': {
      const { contractNo, contractVersion, signedOn, document, gates } = event.data;
      const { milestones } = document;
      const payment = paymentAxis(milestones);
      return {
        ...existing,
        state: 'SIGNED',
        contractNo,
        contractVersion,
        signedOn,
        document,
        gates,
        milestones,
        payment,
      };
    }
    case 'ExecutionFormSubmitted':
    case 'ExecutionFormReturned':
    case 'ContractExecutionFormAccepted':
    case 'GoodsMovementRecorded':
    case 'InstallationRecorded':
    case 'AcceptanceRecorded':
    case 'ContractCompleted':
    case 'ContractClosed':
      return evolveExecution(existing, event);
    case 'ContractSuspended':
    case 'ContractResumed':
    case 'ContractVoided':
    case 'ContractTerminated':
    case 'VoidContradicted':
    case 'OrderEndRecorded':
    case 'ContractSettled':
      return evolveEnding(existing, event);
    case 'PaymentMilestoneDue':
    case 'PaymentMilestoneTriggered':
    case 'PaymentMilestoneOverdue':
    case 'PaymentMilestonePaid':
    case 'PaymentMilestoneWaived':
    case 'RetentionPeriodBegun':
    case 'ReceiptRecorded':
    case 'ReceiptAllocated':
    case 'ReceiptReversed':
    case 'ReceiptMatured':
    case 'RefundRecorded':
    case 'SupplierPaymentRecorded':
    case 'InvoiceRecorded':
    case 'InvoiceReddened':
    case 'PaymentGateOpened':
    case 'PaymentGateClosed':
    case 'PaymentGateOverridden':
      return evolveMoney(existing, event);
  }
}

function imported({ data }: Extract<ContractEvent, { type: 'ContractImported' }>): ExistingContract {
  const { contractId, projectId, contractNo, contractVersion, state, signedOn, document, gates } = data;
  const { milestones, receipts, progress, delivery, acceptance, payment, importedBy } = data;
  const signed = { contractNo, contractVersion, signedOn, document, gates, milestones, receipts, progress };
  return {
    state,
    contractId,
    projectId,
    draftNo: 1,
    draftedBy: importedBy,
    ...signed,
    delivery,
    ...(acceptance ? { acceptance } : {}),
    payment,
  };
}
