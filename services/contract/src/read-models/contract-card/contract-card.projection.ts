import { eachOf, projection, upsertNewer } from '@engsales/read-models';
import type { ContractEvent } from '../../domain/contract/contract.events.js';
import { contract } from '../../domain/contract/contract.js';
import type { Contract } from '../../domain/contract/contract.state.js';

const each = eachOf<ContractEvent>();

/** What does this contract say, and where does it stand? The state itself, one row per contract. */
export const contractCard = projection<ContractEvent>({
  name: 'contract-card',
  tables: ['contract_card'],
  on: each(Object.keys(contract.stored) as ContractEvent['type'][], async (event, rows) => {
    const { contractId } = event.data;
    const [row] = await rows.query<{ revision: number; state: Contract }[]>(
      'SELECT revision, state FROM contract_card WHERE contract_id = $1 FOR UPDATE',
      [contractId],
    );
    if (row && row.revision >= event.revision) return;
    await upsertNewer(rows, 'contract_card', 'contract_id', {
      contract_id: contractId,
      revision: event.revision,
      state: JSON.stringify(contract.evolve(row?.state ?? contract.initialState, event)),
      changed_at: event.metadata.occurredAt,
    });
  }),
});
