import { namedId, type RecordedEvent } from '@engsales/event-sourcing';
import { projection } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type { MilestoneStanding } from '../../domain/contract/account.js';
import type { ContractEvent, ContractSigned } from '../../domain/contract/contract.events.js';
import type { ContractTerminated, ContractVoided } from '../../domain/contract/ending.events.js';
import type { ContractImported } from '../../domain/contract/execution.events.js';
import type { DunningLogged } from '../../domain/dunning/dunning.js';

const idOf = (contractId: string, milestoneId: string) => namedId(`receivable:${contractId}:${milestoneId}`);

const HANDLED = [
  'ContractSigned',
  'ContractImported',
  'PaymentMilestoneDue',
  'PaymentMilestoneTriggered',
  'PaymentMilestoneOverdue',
  'PaymentMilestoneWaived',
  'RetentionPeriodBegun',
  'ReceiptRecorded',
  'ReceiptAllocated',
  'ReceiptReversed',
  'ReceiptMatured',
  'RefundRecorded',
  'ContractVoided',
  'ContractTerminated',
  'DunningLogged',
] as const;

type Handled = Extract<ContractEvent | DunningLogged, { type: (typeof HANDLED)[number] }>;

/** Who owes what since when? One row per payment milestone that is not cancelled, and the last word of the customer about it. */
export const receivables = projection({
  name: 'receivables',
  tables: ['receivable', 'dunning_latest'],
  handles: HANDLED,
  async apply(recorded: RecordedEvent, rows: EntityManager): Promise<void> {
    const event = recorded as unknown as Handled;
    switch (event.type) {
      case 'ContractSigned':
      case 'ContractImported':
        return insert(event, recorded, rows);
      case 'PaymentMilestoneDue':
      case 'PaymentMilestoneTriggered': {
        const { milestoneId, status = 'DUE', dueOn } = event.data;
        return update(recorded, milestoneId, { status, due_on: dueOn }, rows);
      }
      case 'PaymentMilestoneOverdue':
        return update(recorded, event.data.milestoneId, { status: event.data.status }, rows);
      case 'PaymentMilestoneWaived':
        return update(recorded, event.data.milestoneId, { status: 'WAIVED', waived_fen: event.data.waivedFen }, rows);
      case 'RetentionPeriodBegun':
        return update(recorded, event.data.milestoneId, { triggers_on: event.data.triggersOn }, rows);
      case 'ReceiptRecorded':
      case 'ReceiptAllocated':
      case 'ReceiptReversed':
      case 'ReceiptMatured':
      case 'RefundRecorded':
        return updateAll(recorded, event.data.milestones, rows);
      case 'ContractVoided':
      case 'ContractTerminated':
        return remove(event.data, rows);
      case 'DunningLogged':
        return dunned(event, recorded, rows);
    }
  },
});

async function insert(event: ContractSigned | ContractImported, { revision }: RecordedEvent, rows: EntityManager) {
  const { contractId, contractNo, document } = event.data;
  const milestones = event.type === 'ContractImported' ? event.data.milestones : document.milestones;
  const names = [document.projectName, document.customer?.name ?? '', document.salespersonId ?? ''];
  for (const m of milestones) {
    const { id, kind, gate, status, amountFen, paidFen, unclearedFen = 0, dueOn = null, triggersOn = null } = m;
    const money = [amountFen, paidFen, unclearedFen, dueOn, triggersOn];
    await rows.query(
      `INSERT INTO receivable (receivable_id, revision, contract_id, milestone_id, contract_no, project_name, customer_name,
         salesperson_id, kind, gate, status, amount_fen, paid_fen, uncleared_fen, due_on, triggers_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ON CONFLICT DO NOTHING`,
      [idOf(contractId, id), revision, contractId, id, contractNo, ...names, kind, gate, status, ...money],
    );
  }
}

async function update(
  { revision, data }: RecordedEvent,
  milestoneId: string,
  values: Record<string, unknown>,
  rows: EntityManager,
): Promise<void> {
  const { contractId } = data as { contractId: string };
  const sets = Object.keys(values).map((name, i) => `${name} = $${i + 3}`);
  await rows.query(
    `UPDATE receivable SET revision = $2, ${sets.join(', ')} WHERE receivable_id = $1 AND revision < $2`,
    [idOf(contractId, milestoneId), revision, ...Object.values(values)],
  );
}

async function updateAll(recorded: RecordedEvent, moved: readonly MilestoneStanding[], rows: EntityManager) {
  for (const { milestoneId, status, paidFen, unclearedFen } of moved) {
    await update(recorded, milestoneId, { status, paid_fen: paidFen, uncleared_fen: unclearedFen }, rows);
  }
}

async function remove(
  { contractId, cancelledMilestoneIds }: ContractTerminated['data'] | ContractVoided['data'],
  rows: EntityManager,
) {
  await rows.query('DELETE FROM receivable WHERE receivable_id = ANY($1)', [
    cancelledMilestoneIds.map((milestoneId) => idOf(contractId, milestoneId)),
  ]);
}

async function dunned({ data }: DunningLogged, { revision }: RecordedEvent, rows: EntityManager): Promise<void> {
  const { contractId, loggedOn, channel, promiseDate = null, promisedFen = null } = data;
  await rows.query(
    `INSERT INTO dunning_latest AS d (contract_id, revision, logged_on, channel, promise_date, promised_fen)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (contract_id) DO UPDATE SET revision = excluded.revision, logged_on = excluded.logged_on,
       channel = excluded.channel, promise_date = excluded.promise_date, promised_fen = excluded.promised_fen
     WHERE d.revision < excluded.revision`,
    [contractId, revision, loggedOn, channel, promiseDate, promisedFen],
  );
}
