import type { RecordedEvent } from '@engsales/event-sourcing';
import { projection } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import { outstandingFen, type Gates } from '../../domain/contract/payment-schedule.js';
import { paymentAxis, type Booking } from '../../domain/contract/account.js';
import type { ContractEvent, ContractSigned } from '../../domain/contract/contract.events.js';
import type { ContractImported } from '../../domain/contract/execution.events.js';

const HANDLED = [
  'ContractSigned',
  'ContractImported',
  'ContractExecutionFormAccepted',
  'ContractCompleted',
  'ContractClosed',
  'ContractSuspended',
  'ContractResumed',
  'ContractVoided',
  'ContractTerminated',
  'ContractSettled',
  'GoodsMovementRecorded',
  'AcceptanceRecorded',
  'ReceiptRecorded',
  'ReceiptAllocated',
  'ReceiptReversed',
  'ReceiptMatured',
  'RefundRecorded',
  'PaymentMilestoneDue',
  'PaymentMilestoneTriggered',
  'PaymentMilestoneWaived',
  'PaymentMilestoneOverdue',
  'InvoiceRecorded',
  'InvoiceReddened',
  'PaymentGateOpened',
  'PaymentGateClosed',
  'PaymentGateOverridden',
] as const;

type Handled = Extract<ContractEvent, { type: (typeof HANDLED)[number] }>;

/** Where does each signed contract stand with its money, its gates and its goods? One row per contract, for several lists. */
export const contractAccounts = projection({
  name: 'contract-accounts',
  tables: ['contract_account'],
  handles: HANDLED,
  async apply(recorded: RecordedEvent, rows: EntityManager): Promise<void> {
    const event = recorded as unknown as Handled;
    if (event.type === 'ContractSigned' || event.type === 'ContractImported') return insert(event, recorded, rows);
    const values = changesBy(event);
    if (Object.keys(values).length === 0) return;
    const sets = Object.keys(values).map((name, i) => `${name} = $${i + 3}`);
    await rows.query(
      `UPDATE contract_account SET revision = $2, ${sets.join(', ')} WHERE contract_id = $1 AND revision < $2`,
      [event.data.contractId, recorded.revision, ...Object.values(values)],
    );
  },
});

function changesBy(event: Exclude<Handled, ContractSigned | ContractImported>): Record<string, unknown> {
  switch (event.type) {
    case 'ContractExecutionFormAccepted':
    case 'ContractCompleted':
    case 'ContractClosed':
    case 'ContractSuspended':
    case 'ContractResumed':
    case 'ContractSettled':
      return { state: event.data.state };
    case 'ContractVoided':
    case 'ContractTerminated': {
      const { state, contractOutstandingFen, payment } = event.data;
      return { state, outstanding_fen: contractOutstandingFen, payment };
    }
    case 'GoodsMovementRecorded':
      return { delivery: event.data.delivery };
    case 'AcceptanceRecorded':
      return { acceptance: event.data.acceptance };
    case 'ReceiptRecorded':
    case 'ReceiptAllocated':
    case 'ReceiptReversed':
    case 'ReceiptMatured':
    case 'RefundRecorded':
      return totals(event.data);
    case 'PaymentMilestoneWaived':
      return { outstanding_fen: event.data.contractOutstandingFen, payment: event.data.payment };
    case 'PaymentMilestoneOverdue':
      return { payment: event.data.payment };
    case 'PaymentMilestoneDue':
    case 'PaymentMilestoneTriggered':
      return event.data.payment ? { payment: event.data.payment } : {};
    case 'InvoiceRecorded':
    case 'InvoiceReddened':
      return { invoiced_fen: event.data.invoicedFen };
    case 'PaymentGateOpened':
    case 'PaymentGateClosed':
    case 'PaymentGateOverridden':
      return gateColumns(event.data.gates);
  }
}

function totals(booking: Omit<Booking, 'milestones' | 'allocationsOf'>) {
  return {
    received_fen: booking.contractReceivedFen,
    refunded_fen: booking.refundedFen,
    outstanding_fen: booking.contractOutstandingFen,
    unallocated_fen: booking.unallocatedFen,
    payment: booking.payment,
  };
}

const gateColumns = ({ RELEASE_PRODUCTION: release, DISPATCH: dispatch }: Gates) => ({
  release_gate: release.state,
  release_until: release.until ?? null,
  dispatch_gate: dispatch.state,
  dispatch_until: dispatch.until ?? null,
});

async function insert(
  event: ContractSigned | ContractImported,
  { revision, metadata }: RecordedEvent,
  rows: EntityManager,
) {
  const { contractId, contractNo, state, signedOn, document, gates } = event.data;
  const milestones = document.milestones;
  const open = milestones.reduce((sum, milestone) => sum + outstandingFen(milestone), 0);
  const values = {
    contract_id: contractId,
    revision,
    project_id: metadata.projectId,
    contract_no: contractNo,
    project_name: document.projectName,
    customer_name: document.customer?.name ?? '',
    salesperson_id: document.salespersonId ?? '',
    state,
    signed_on: signedOn,
    total_fen: document.totalFen,
    outstanding_fen: open,
    payment: paymentAxis(milestones),
    ...gateColumns(gates),
    ...(event.type === 'ContractImported'
      ? { delivery: event.data.delivery, acceptance: event.data.acceptance ?? 'NONE', ...totals(event.data) }
      : {}),
  };
  const names = Object.keys(values);
  await rows.query(
    `INSERT INTO contract_account (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})
     ON CONFLICT (contract_id) DO NOTHING`,
    Object.values(values),
  );
}
