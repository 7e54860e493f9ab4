import { fold, type RecordedEvent } from '@engsales/event-sourcing';
import { projection } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import { contract, type Contract } from '../../domain/contract/contract.js';
import type { ContractEvent } from '../../domain/contract/contract.events.js';

/** What does this contract say, and where does it stand? The state itself, one row per contract. */
export const contractCard = projection({
  name: 'contract-card',
  tables: ['contract_card'],
  handles: Object.keys(contract.stored),
  async apply(recorded: RecordedEvent, rows: EntityManager): Promise<void> {
    const contractId = recorded.stream.slice('contract-'.length);
    const [row] = await rows.query<{ revision: number; state: Contract }[]>(
      'SELECT revision, state FROM contract_card WHERE contract_id = $1 FOR UPDATE',
      [contractId],
    );
    if (row && row.revision >= recorded.revision) return;
    const event = recorded as unknown as ContractEvent;
    const state = row ? contract.evolve(row.state, event) : fold(contract, [event]);
    await rows.query(
      `INSERT INTO contract_card (contract_id, revision, state, changed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (contract_id) DO UPDATE SET revision = excluded.revision, state = excluded.state, changed_at = excluded.changed_at`,
      [contractId, recorded.revision, JSON.stringify(state), recorded.metadata.occurredAt],
    );
  },
});
