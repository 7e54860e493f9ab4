import type { RecordedEvent } from '@engsales/event-sourcing';
import { projection } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type {
  ContractDrafted,
  ContractEvent,
  ContractRevised,
  ContractSigned,
} from '../../domain/contract/contract.events.js';
import type { ContractImported } from '../../domain/contract/execution.events.js';

const HANDLED = [
  'ContractDrafted',
  'ContractRevised',
  'NegotiationRoundRecorded',
  'ContractSubmittedForApproval',
  'ContractApproved',
  'ContractRejected',
  'ContractAbandoned',
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
] as const;

type Handled = Extract<ContractEvent, { type: (typeof HANDLED)[number] }>;

/** Which contracts are there? One row per contract, guarded by the revision that it shows. */
export const contractList = projection({
  name: 'contract-list',
  tables: ['contract_list'],
  handles: HANDLED,
  async apply(recorded: RecordedEvent, rows: EntityManager): Promise<void> {
    const event = recorded as unknown as Handled;
    switch (event.type) {
      case 'ContractDrafted':
        return insert(event, recorded, {}, rows);
      case 'ContractImported':
        return insert(event, recorded, signature(event), rows);
      case 'ContractRevised':
        return update(recorded, { state: event.data.state, ...shown(event) }, rows);
      case 'ContractSigned':
        return update(recorded, { state: 'SIGNED', ...signature(event), ...shown(event) }, rows);
      case 'NegotiationRoundRecorded':
      case 'ContractSubmittedForApproval':
      case 'ContractApproved':
      case 'ContractRejected':
      case 'ContractAbandoned':
      case 'ContractExecutionFormAccepted':
      case 'ContractCompleted':
      case 'ContractClosed':
      case 'ContractSuspended':
      case 'ContractResumed':
      case 'ContractVoided':
      case 'ContractTerminated':
      case 'ContractSettled':
        return update(recorded, { state: event.data.state }, rows);
    }
  },
});

function signature({ data: { contractNo, signedOn } }: ContractSigned | ContractImported) {
  return { contract_no: contractNo, signed_on: signedOn };
}

function shown({ data: { document } }: ContractDrafted | ContractRevised | ContractSigned | ContractImported) {
  return {
    project_name: document.projectName,
    customer_name: document.customer?.name ?? null,
    salesperson_id: document.salespersonId ?? null,
    merchandiser_id: document.merchandiserId ?? null,
    operation_mode: document.operationMode,
    total_fen: document.totalFen,
    signing_due_on: document.signingDueOn ?? null,
  };
}

async function insert(
  event: ContractDrafted | ContractImported,
  { revision, metadata }: RecordedEvent,
  more: Record<string, unknown>,
  rows: EntityManager,
): Promise<void> {
  const { contractId, projectId, state } = event.data;
  const values = {
    contract_id: contractId,
    revision,
    project_id: projectId,
    state,
    drafted_at: metadata.occurredAt,
    ...shown(event),
    ...more,
  };
  const names = Object.keys(values);
  await rows.query(
    `INSERT INTO contract_list (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})
     ON CONFLICT (contract_id) DO NOTHING`,
    Object.values(values),
  );
}

async function update(
  { revision, stream }: RecordedEvent,
  values: Record<string, unknown>,
  rows: EntityManager,
): Promise<void> {
  const sets = Object.keys(values).map((name, i) => `${name} = $${i + 3}`);
  await rows.query(
    `UPDATE contract_list SET revision = $2, ${sets.join(', ')} WHERE contract_id = $1 AND revision < $2`,
    [stream.slice('contract-'.length), revision, ...Object.values(values)],
  );
}
