import { Rejected } from '@engsales/event-sourcing/domain';
import { isSigned, type Contract, type SignedContract } from './contract.state.js';
import { SIGNED_STATES } from './contract.values.js';

/**
 * The contract, once it is signed: for what is done beside it, such as dunning and papers (C-77, C-82, C-84).
 * @throws Rejected NOT_FOUND, CONTRACT_ENDED for an abandoned one, INVALID_TRANSITION before the signature
 */
export function demandSigned(contract: Contract, contractId: string, what: string): SignedContract {
  if (isSigned(contract)) return contract;
  const { state } = contract;
  if (state === 'NONE') throw new Rejected('NOT_FOUND', `there is no contract ${contractId}`);
  const code = state === 'ABANDONED' ? 'CONTRACT_ENDED' : 'INVALID_TRANSITION';
  throw new Rejected(code, `the contract is ${state} and not signed`, {
    command: what,
    state,
    possibleIn: SIGNED_STATES,
  });
}
