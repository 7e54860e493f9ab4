import type { Issued } from '@engsales/event-sourcing/domain';
import type { ApprovedContract, UnapprovedContract } from '../contract.state.js';
import type { ContractAbandoned } from './drafting.events.js';

/** A contract that is neither signed nor given up. */
export type OpenDraft = UnapprovedContract | ApprovedContract;

/** The end of a draft, whoever gives it up. */
export function abandonedContract(
  { contractId, document: { source } }: OpenDraft,
  reason: string,
  issued: Issued,
): ContractAbandoned {
  const by = { abandonedBy: issued.by.id, abandonedOn: issued.today };
  return { type: 'ContractAbandoned', data: { contractId, state: 'ABANDONED', reason, source, ...by } };
}
