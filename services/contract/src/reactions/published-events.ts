import {
  contractAbandoned,
  contractClosed,
  contractCompleted,
  contractDrafted,
  contractExecutionFormAccepted,
  contractResumed,
  contractSettled,
  contractSigned,
  contractSuspended,
  contractTerminated,
  contractVoided,
  paymentGateClosed,
  paymentGateOpened,
  paymentGateOverridden,
  paymentMilestoneDue,
  paymentMilestoneOverdue,
  paymentMilestonePaid,
  receiptRecorded,
  receiptReversed,
  refundRecorded,
  contractImported,
} from '@engsales/events';
import type { RecordedEvent } from '@engsales/event-sourcing';
import { publish, type Publication } from '@engsales/messaging';
import type { ContractTerminated, ContractVoided } from '../domain/contract/ending.events.js';
import type { ContractEvent } from '../domain/contract/contract.events.js';
import type { ContractNumberEvent } from '../domain/contract-number/contract-number.js';
import type { DunningLogged } from '../domain/dunning/dunning.js';
import { importedData, signedData } from './published-documents.js';

/** Own event -> public event, or nothing. The switch is exhaustive: a new event must be decided on here. */
export function publishedEvents(recorded: RecordedEvent): Publication | undefined {
  const event = recorded as unknown as ContractEvent | ContractNumberEvent | DunningLogged;
  switch (event.type) {
    case 'ContractDrafted': {
      const { contractId, state, draftNo, document, draftedOn } = event.data;
      const { projectName, customer, salespersonId, totalFen } = document;
      return publish(contractDrafted, {
        contractId,
        state,
        draftNo,
        projectName,
        ...(customer ? { customerName: customer.name } : {}),
        ...(salespersonId ? { salespersonId } : {}),
        totalFen,
        draftedOn,
      });
    }
    case 'ContractAbandoned': {
      const { contractId, state, reason, abandonedOn } = event.data;
      return publish(contractAbandoned, { contractId, state, reason, abandonedOn });
    }
    case 'ContractSigned':
      return publish(contractSigned, signedData(event));
    case 'ContractImported':
      return publish(contractImported, importedData(event));
    case 'ContractExecutionFormAccepted':
      return publish(contractExecutionFormAccepted, event.data);
    case 'ContractCompleted': {
      const { completedBy: _by, ...data } = event.data;
      return publish(contractCompleted, data);
    }
    case 'ContractClosed': {
      const { closedBy: _by, ...data } = event.data;
      return publish(contractClosed, data);
    }
    case 'PaymentMilestoneDue': {
      const { ref: _ref, ...data } = event.data;
      return publish(paymentMilestoneDue, data);
    }
    case 'PaymentMilestoneOverdue':
      return publish(paymentMilestoneOverdue, event.data);
    case 'PaymentMilestonePaid':
      return publish(paymentMilestonePaid, event.data);
    case 'PaymentGateOpened':
      return publish(paymentGateOpened, event.data);
    case 'PaymentGateClosed':
      return publish(paymentGateClosed, event.data);
    case 'PaymentGateOverridden':
      return publish(paymentGateOverridden, event.data);
    case 'ReceiptRecorded': {
      const { payer: _who, cleared: _cleared, status: _status, allocationsOf: _of, ...data } = event.data;
      return publish(receiptRecorded, data);
    }
    case 'ReceiptReversed': {
      const { allocationsOf: _of, ...data } = event.data;
      return publish(receiptReversed, data);
    }
    case 'RefundRecorded': {
      const { allocationsOf: _of, ...data } = event.data;
      return publish(refundRecorded, data);
    }
    case 'ContractSuspended': {
      const { from: _from, suspendedBy: _by, ...data } = event.data;
      return publish(contractSuspended, data);
    }
    case 'ContractResumed': {
      const { resumedBy: _by, ...data } = event.data;
      return publish(contractResumed, data);
    }
    case 'ContractVoided':
      return publish(contractVoided, endOf(event.data));
    case 'ContractTerminated':
      return publish(contractTerminated, endOf(event.data));
    case 'ContractSettled': {
      const { settledBy: _by, docRef: _doc, ...data } = event.data;
      return publish(contractSettled, data);
    }
    case 'VoidContradicted':
    case 'OrderEndRecorded':
    case 'ContractRevised':
    case 'NegotiationRoundRecorded':
    case 'ContractSubmittedForApproval':
    case 'ContractApproved':
    case 'ContractRejected':
    case 'ExecutionFormSubmitted':
    case 'ExecutionFormReturned':
    case 'GoodsMovementRecorded':
    case 'InstallationRecorded':
    case 'AcceptanceRecorded':
    case 'PaymentMilestoneTriggered':
    case 'PaymentMilestoneWaived':
    case 'RetentionPeriodBegun':
    case 'ReceiptAllocated':
    case 'ReceiptMatured':
    case 'SupplierPaymentRecorded':
    case 'InvoiceRecorded':
    case 'InvoiceReddened':
    case 'ContractNumberReserved':
    case 'ContractNumberReleased':
    case 'DunningLogged':
      return undefined;
  }
}

/** What the end of a contract means to others; its open money is the commercial office's. */
function endOf<Data extends (ContractVoided | ContractTerminated)['data']>(data: Data) {
  const {
    by: _by,
    on: _on,
    cancelledMilestoneIds: _ids,
    contractOutstandingFen: _open,
    payment: _axis,
    ...rest
  } = data;
  return rest;
}
