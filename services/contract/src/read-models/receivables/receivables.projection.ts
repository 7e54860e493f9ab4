import {
  insertOnce,
  eachOf,
  projection,
  updateNewer,
  upsertNewer,
  type Columns,
  type Recorded,
} from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type { ContractEvent } from '../../domain/contract/contract.events.js';
import { SETTLEMENT_ID } from '../../domain/contract/milestones/payment-schedule.js';
import type { MilestoneRecord } from '../../domain/contract/milestones/milestones.events.js';
import type { MilestoneStanding, ReceiptRecord } from '../../domain/contract/money/money.events.js';
import type { DunningLogged } from '../../domain/dunning/dunning.events.js';
import { receivableId } from '../../domain/ids.js';

type RecordedOfContract = Recorded<ContractEvent>;

const each = eachOf<ContractEvent>();

/** Who owes what since when? One row per payment milestone, and the last word of the customer about it. */
export const receivables = projection<ContractEvent | DunningLogged>({
  name: 'receivables',
  tables: ['receivable', 'dunning_latest', 'receipt'],
  on: {
    ContractSigned: (event, rows) => insertAll(rows, event, event.data.document.milestones),
    ContractImported: async (event, rows) => {
      await insertAll(rows, event, event.data.milestones);
      for (const receipt of event.data.receipts) await insertReceipt(rows, event, receipt);
    },
    ...each(['PaymentMilestoneDue', 'PaymentMilestoneTriggered'], (event, rows) =>
      update(rows, event, event.data.milestoneId, { status: event.data.status, due_on: event.data.dueOn }),
    ),
    PaymentMilestoneOverdue: (event, rows) =>
      update(rows, event, event.data.milestoneId, { status: event.data.status }),
    ...each(['PaymentMilestoneWaived', 'PaymentMilestoneWaiverRevoked'], (event, rows) =>
      update(rows, event, event.data.milestoneId, { status: event.data.status, waived_fen: event.data.waivedFen }),
    ),
    PaymentMilestoneDueWithdrawn: ({ data, revision }, rows) =>
      updateNewer(rows, 'receivable', ['receivable_id', receivableId(data.contractId, data.milestoneId)], revision, {
        status: data.status,
        due_on: null,
        triggers_on: data.triggersOn ?? null,
      }),
    RetentionPeriodBegun: (event, rows) =>
      update(rows, event, event.data.milestoneId, { triggers_on: event.data.triggersOn }),
    ...each(['ReceiptAllocated', 'ReceiptMatured'], (event, rows) =>
      updateMilestones(rows, event, event.data.milestones),
    ),
    RefundRecorded: async (event, rows) => {
      await updateMilestones(rows, event, event.data.milestones);
      const { refundId, refundedOn, amountFen } = event.data;
      await insertReceipt(rows, event, { receiptId: refundId, receivedOn: refundedOn, amountFen: -amountFen });
    },
    RefundReversed: async (event, rows) => {
      await updateMilestones(rows, event, event.data.milestones);
      await updateNewer(rows, 'receipt', ['receipt_id', event.data.refundId], event.revision, { standing: false });
    },
    ReceiptRecorded: async (event, rows) => {
      await updateMilestones(rows, event, event.data.milestones);
      await insertReceipt(rows, event, event.data);
    },
    ReceiptReversed: async (event, rows) => {
      await updateMilestones(rows, event, event.data.milestones);
      await updateNewer(rows, 'receipt', ['receipt_id', event.data.receiptId], event.revision, { standing: false });
    },
    ...each(['ContractVoided', 'ContractTerminated'], (event, rows) =>
      cancel(rows, event, event.data.cancelledMilestoneIds),
    ),
    ContractSettled: async (event, rows) => {
      await cancel(rows, event, event.data.cancelledMilestoneIds);
      await insertSettlement(rows, event, event.data.settlementMilestone);
    },
    SettlementBalanceChanged: async (event, rows) => {
      await insertSettlement(rows, event, event.data.settlementMilestone);
      const { status, amountFen, paidFen, dueOn = null } = event.data.settlementMilestone;
      await update(rows, event, SETTLEMENT_ID, { status, amount_fen: amountFen, paid_fen: paidFen, due_on: dueOn });
    },
    DunningLogged: ({ data, revision, metadata }, rows) =>
      upsertNewer(rows, 'dunning_latest', 'contract_id', {
        contract_id: data.contractId,
        revision,
        logged_on: data.loggedOn,
        channel: data.channel,
        promise_date: data.promiseDate ?? null,
        promised_fen: data.promisedFen ?? null,
        milestone_ids: data.milestoneIds ?? [],
        logged_at: metadata.occurredAt,
      }),
  },
});

async function insertAll(
  rows: EntityManager,
  { data, revision }: Extract<RecordedOfContract, { type: 'ContractSigned' | 'ContractImported' }>,
  milestones: readonly MilestoneRecord[],
): Promise<void> {
  const { contractId, contractNo, document } = data;
  const owner: Columns = {
    contract_no: contractNo,
    project_name: document.projectName,
    customer_name: document.customer?.name ?? '',
    salesperson_id: document.salespersonId ?? '',
  };
  for (const milestone of milestones) {
    await insertOnce(rows, 'receivable', 'receivable_id', {
      receivable_id: receivableId(contractId, milestone.id),
      revision,
      contract_id: contractId,
      milestone_id: milestone.id,
      ...owner,
      ...milestoneColumns(milestone),
    });
  }
}

/** Nobody has to pay them any more. */
async function cancel(rows: EntityManager, event: RecordedOfContract, milestoneIds: readonly string[]): Promise<void> {
  for (const milestoneId of milestoneIds) await update(rows, event, milestoneId, { status: 'CANCELLED' });
}

/** The settlement takes the place of the schedule; whoever owed that owes it. */
async function insertSettlement(
  rows: EntityManager,
  { data: { contractId }, revision }: RecordedOfContract,
  milestone: MilestoneRecord | undefined,
): Promise<void> {
  if (milestone === undefined) return;
  const [owner] = await rows.query<Columns[]>(
    'SELECT contract_no, project_name, customer_name, salesperson_id FROM receivable WHERE contract_id = $1 LIMIT 1',
    [contractId],
  );
  await insertOnce(rows, 'receivable', 'receivable_id', {
    receivable_id: receivableId(contractId, milestone.id),
    revision,
    contract_id: contractId,
    milestone_id: milestone.id,
    ...owner,
    ...milestoneColumns(milestone),
  });
}

/** A refund is a receipt below zero: what came since a promise is what stayed. */
const insertReceipt = (
  rows: EntityManager,
  { data, revision, metadata }: RecordedOfContract,
  receipt: Pick<ReceiptRecord, 'receiptId' | 'receivedOn' | 'amountFen'>,
) =>
  insertOnce(rows, 'receipt', 'receipt_id', {
    receipt_id: receipt.receiptId,
    revision,
    contract_id: data.contractId,
    received_on: receipt.receivedOn,
    amount_fen: receipt.amountFen,
    booked_at: metadata.occurredAt,
  });

async function updateMilestones(rows: EntityManager, event: RecordedOfContract, moved: readonly MilestoneStanding[]) {
  for (const { milestoneId, status, paidFen, unclearedFen } of moved) {
    await update(rows, event, milestoneId, { status, paid_fen: paidFen, uncleared_fen: unclearedFen });
  }
}

const milestoneColumns = (milestone: MilestoneRecord): Columns => ({
  kind: milestone.kind,
  gate: milestone.gate,
  status: milestone.status,
  amount_fen: milestone.amountFen,
  paid_fen: milestone.paidFen,
  uncleared_fen: milestone.unclearedFen,
  due_on: milestone.dueOn ?? null,
  triggers_on: milestone.triggersOn ?? null,
});

const update = (rows: EntityManager, { data, revision }: RecordedOfContract, milestoneId: string, values: Columns) =>
  updateNewer(rows, 'receivable', ['receivable_id', receivableId(data.contractId, milestoneId)], revision, values);
