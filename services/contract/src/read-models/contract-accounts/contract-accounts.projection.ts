import { insertOnce, eachOf, projection, updateNewer, type Columns, type Recorded } from '@engsales/read-models';
import { sumFen } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type { ContractEvent } from '../../domain/contract/contract.events.js';
import type { Gates } from '../../domain/contract/contract.values.js';
import { outstandingFen, paymentAxis } from '../../domain/contract/milestones/milestones.state.js';
import type { BookingRecord } from '../../domain/contract/money/money.events.js';
import type { ContractVoided } from '../../domain/contract/ending/ending.events.js';
import type { DocumentRecord } from '../../domain/contract/drafting/drafting.events.js';

type RecordedOfContract = Recorded<ContractEvent>;

const each = eachOf<ContractEvent>();

/** Where does each signed contract stand with its money, its gates and its goods? One row per contract, for several lists. */
export const contractAccounts = projection<ContractEvent>({
  name: 'contract-accounts',
  tables: ['contract_account'],
  on: {
    ContractSigned: (event, rows) => insert(rows, event, event.data.document, gateColumns(event.data.gates)),
    ContractImported: (event, rows) => {
      const { document, gates, delivery, acceptance } = event.data;
      const facts = { delivery, acceptance, form_accepted: true, ...totals(event.data), ...gateColumns(gates) };
      return insert(rows, event, document, facts);
    },
    ...each(['ContractCompleted', 'ContractClosed', 'ContractSuspended', 'ContractResumed'], (event, rows) =>
      update(rows, event, { state: event.data.state }),
    ),
    ContractExecutionFormAccepted: (event, rows) =>
      update(rows, event, { state: event.data.state, form_accepted: true }),
    ...each(['ContractVoided', 'ContractTerminated'], (event, rows) => update(rows, event, ended(event.data))),
    ContractSettled: (event, rows) => update(rows, event, { ...ended(event.data), settled_fen: event.data.finalFen }),
    GoodsMovementRecorded: (event, rows) => update(rows, event, { delivery: event.data.delivery }),
    ...each(['AcceptanceRecorded', 'AcceptanceRevoked'], (event, rows) =>
      update(rows, event, { acceptance: event.data.acceptance }),
    ),
    ...each(
      ['ReceiptRecorded', 'ReceiptAllocated', 'ReceiptReversed', 'ReceiptMatured', 'RefundRecorded', 'RefundReversed'],
      (event, rows) => update(rows, event, totals(event.data)),
    ),
    ...each(
      [
        'PaymentMilestoneWaived',
        'PaymentMilestoneWaiverRevoked',
        'PaymentMilestoneDueWithdrawn',
        'SettlementBalanceChanged',
      ],
      (event, rows) =>
        update(rows, event, { outstanding_fen: event.data.contractOutstandingFen, payment: event.data.payment }),
    ),
    ...each(['PaymentMilestoneDue', 'PaymentMilestoneTriggered', 'PaymentMilestoneOverdue'], (event, rows) =>
      update(rows, event, { payment: event.data.payment }),
    ),
    ...each(['InvoiceRecorded', 'InvoiceReddened', 'InvoiceVoided', 'RedLetterCancelled'], (event, rows) =>
      update(rows, event, { invoiced_fen: event.data.invoicedFen }),
    ),
    ...each(['PaymentGateOpened', 'PaymentGateClosed', 'PaymentGateOverridden'], (event, rows) =>
      update(rows, event, gateColumns(event.data.gates)),
    ),
  },
});

const ended = (
  data: Pick<ContractVoided['data'], 'contractOutstandingFen' | 'payment'> & { readonly state: string },
) => ({
  state: data.state,
  outstanding_fen: data.contractOutstandingFen,
  payment: data.payment,
});

const insert = (
  rows: EntityManager,
  { data, revision, metadata }: Extract<RecordedOfContract, { type: 'ContractSigned' | 'ContractImported' }>,
  { projectName, customer, salespersonId, totalFen, milestones }: DocumentRecord,
  facts: Columns,
) =>
  insertOnce(rows, 'contract_account', 'contract_id', {
    contract_id: data.contractId,
    revision,
    project_id: metadata.projectId,
    contract_no: data.contractNo,
    project_name: projectName,
    customer_name: customer?.name ?? '',
    salesperson_id: salespersonId ?? '',
    state: data.state,
    signed_on: data.signedOn,
    total_fen: totalFen,
    outstanding_fen: sumFen(milestones.map(outstandingFen)),
    payment: paymentAxis(milestones),
    ...facts,
  });

const update = (rows: EntityManager, { data, revision }: RecordedOfContract, values: Columns) =>
  updateNewer(rows, 'contract_account', ['contract_id', data.contractId], revision, values);

const totals = (booking: Omit<BookingRecord, 'milestones' | 'allocationsOf'>): Columns => ({
  received_fen: booking.contractReceivedFen,
  refunded_fen: booking.refundedFen,
  outstanding_fen: booking.contractOutstandingFen,
  unallocated_fen: booking.unallocatedFen,
  payment: booking.payment,
});

const gateColumns = ({ RELEASE_PRODUCTION: release, DISPATCH: dispatch }: Gates): Columns => ({
  release_gate: release.state,
  release_until: release.until ?? null,
  dispatch_gate: dispatch.state,
  dispatch_until: dispatch.until ?? null,
});
