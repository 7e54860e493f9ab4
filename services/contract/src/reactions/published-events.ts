import {
  contractAbandoned,
  contractDrafted,
  contractSigned,
  paymentMilestoneDue,
  type ContractSignedData,
} from '@engsales/events';
import type { RecordedEvent } from '@engsales/event-sourcing';
import { publish, type Publication } from '@engsales/messaging';
import type { ContractEvent, ContractSigned } from '../domain/contract/contract.events.js';
import type { ContractNumberEvent } from '../domain/contract-number/contract-number.js';

/** Own event -> public event, or nothing. The switch is exhaustive: a new event must be decided on here. */
export function publishedEvents(recorded: RecordedEvent): Publication | undefined {
  const event = recorded as unknown as ContractEvent | ContractNumberEvent;
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
    case 'PaymentMilestoneDue':
      return publish(paymentMilestoneDue, event.data);
    case 'ContractRevised':
    case 'ContractSubmittedForApproval':
    case 'ContractApproved':
    case 'ContractRejected':
    case 'ContractNumberReserved':
    case 'ContractNumberReleased':
      return undefined;
  }
}

function signedData({ data }: ContractSigned): ContractSignedData {
  const { document } = data;
  return {
    contractId: data.contractId,
    contractNo: data.contractNo,
    contractVersion: data.contractVersion,
    state: data.state,
    ...(document.source ? { source: document.source } : {}),
    projectName: document.projectName,
    ...(document.customer?.partyId ? { customerPartyId: document.customer.partyId } : {}),
    customerName: document.customer?.name ?? '',
    salespersonId: document.salespersonId ?? '',
    merchandiserId: document.merchandiserId ?? '',
    operationMode: document.operationMode,
    signedOn: data.signedOn,
    totalFen: document.totalFen,
    taxFen: document.taxFen,
    currency: 'CNY',
    lines: document.lines.map(({ taxFen: _taxFen, ...line }) => line),
    orderLineIds: data.orderLineIds,
    milestones: document.milestones.map(({ id, kind, amountFen, trigger, netDays, gate, status, dueOn }) => {
      const due = dueOn ? { dueOn } : {};
      return { id, kind, amountFen, trigger, netDays, gate, status, ...due };
    }),
    gates: data.gates,
    ...(document.warrantyTerms ? { warrantyTerms: document.warrantyTerms } : {}),
    ...(document.penaltyTerms ? { penaltyTerms: document.penaltyTerms } : {}),
    drawings: document.drawings ?? [],
    ...(document.awardedFen === undefined ? {} : { awardedFen: document.awardedFen }),
  };
}
