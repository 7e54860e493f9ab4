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
import type { MilestoneRecord } from '../../domain/contract/milestones/milestones.events.js';
import type { DunningLogged } from '../../domain/dunning/dunning.events.js';
import { receivableId } from '../../domain/ids.js';

type RecordedOfContract = Recorded<ContractEvent>;

const each = eachOf<ContractEvent>();

/** Who owes what since when? One row per payment milestone that is not cancelled, and the last word of the customer about it. */
export const receivables = projection<ContractEvent | DunningLogged>({
  name: 'receivables',
  tables: ['receivable', 'dunning_latest'],
  on: {
    ContractSigned: (event, rows) => insertAll(rows, event, event.data.document.milestones),
    ContractImported: (event, rows) => insertAll(rows, event, event.data.milestones),
    ...each(['PaymentMilestoneDue', 'PaymentMilestoneTriggered'], (event, rows) =>
      update(rows, event, event.data.milestoneId, { status: event.data.status, due_on: event.data.dueOn }),
    ),
    PaymentMilestoneOverdue: (event, rows) =>
      update(rows, event, event.data.milestoneId, { status: event.data.status }),
    PaymentMilestoneWaived: (event, rows) =>
      update(rows, event, event.data.milestoneId, { status: event.data.status, waived_fen: event.data.waivedFen }),
    RetentionPeriodBegun: (event, rows) =>
      update(rows, event, event.data.milestoneId, { triggers_on: event.data.triggersOn }),
    ...each(
      ['ReceiptRecorded', 'ReceiptAllocated', 'ReceiptReversed', 'ReceiptMatured', 'RefundRecorded'],
      async (event, rows) => {
        for (const { milestoneId, status, paidFen, unclearedFen } of event.data.milestones) {
          await update(rows, event, milestoneId, { status, paid_fen: paidFen, uncleared_fen: unclearedFen });
        }
      },
    ),
    ...each(['ContractVoided', 'ContractTerminated'], async ({ data }, rows) => {
      const ids = data.cancelledMilestoneIds.map((milestoneId) => receivableId(data.contractId, milestoneId));
      await rows.query('DELETE FROM receivable WHERE receivable_id = ANY($1)', [ids]);
    }),
    DunningLogged: ({ data, revision }, rows) =>
      upsertNewer(rows, 'dunning_latest', 'contract_id', {
        contract_id: data.contractId,
        revision,
        logged_on: data.loggedOn,
        channel: data.channel,
        promise_date: data.promiseDate ?? null,
        promised_fen: data.promisedFen ?? null,
      }),
  },
});

async function insertAll(
  rows: EntityManager,
  { data, revision }: Extract<RecordedOfContract, { type: 'ContractSigned' | 'ContractImported' }>,
  milestones: readonly MilestoneRecord[],
): Promise<void> {
  const { contractId, contractNo, document } = data;
  for (const milestone of milestones) {
    await insertOnce(rows, 'receivable', 'receivable_id', {
      receivable_id: receivableId(contractId, milestone.id),
      revision,
      contract_id: contractId,
      milestone_id: milestone.id,
      contract_no: contractNo,
      project_name: document.projectName,
      customer_name: document.customer?.name ?? '',
      salesperson_id: document.salespersonId ?? '',
      kind: milestone.kind,
      gate: milestone.gate,
      status: milestone.status,
      amount_fen: milestone.amountFen,
      paid_fen: milestone.paidFen,
      uncleared_fen: milestone.unclearedFen,
      due_on: milestone.dueOn ?? null,
      triggers_on: milestone.triggersOn ?? null,
    });
  }
}

const update = (rows: EntityManager, { data, revision }: RecordedOfContract, milestoneId: string, values: Columns) =>
  updateNewer(rows, 'receivable', ['receivable_id', receivableId(data.contractId, milestoneId)], revision, values);
