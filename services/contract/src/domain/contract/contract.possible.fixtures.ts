import { judgeTransitions } from '@engsales/event-sourcing/testing';
import { contract } from './contract.js';
import { CONTRACT_ID } from './contract.fixtures.js';
import { ENDED_STATES, SIGNED_STATES } from './contract.values.js';
import {
  approvedWalk,
  completedWalk,
  ContractWalk,
  draftedWalk,
  executedWalk,
  settledWalk,
  signedWalk,
  TERMINATION,
} from './contract.walk.js';
import { AbandonContract, RecordNegotiationRound, SubmitForApproval } from './drafting/drafting.commands.js';
import { SuspendContract, TerminateContract, VoidContract } from './ending/ending.commands.js';
import { CloseContract } from './execution/execution.commands.js';

/** A walk into each state. */
const STATES = {
  NONE: () => new ContractWalk(),
  DRAFT: draftedWalk,
  NEGOTIATING: () => draftedWalk().do(RecordNegotiationRound, { topic: '价格', ours: '1', theirs: '2' }),
  PENDING_APPROVAL: () => draftedWalk().do(SubmitForApproval, {}),
  APPROVED: approvedWalk,
  ABANDONED: () => approvedWalk().do(AbandonContract, { reason: 'x' }),
  SIGNED: signedWalk,
  IN_EXECUTION: executedWalk,
  COMPLETED: completedWalk,
  CLOSED: () => completedWalk().do(CloseContract, {}),
  SUSPENDED: () => executedWalk().do(SuspendContract, { reason: 'x', since: '2025-03-10' }),
  VOIDED: () => signedWalk().do(VoidContract, { reason: 'x', docRef: 'd' }),
  TERMINATED: () => executedWalk().do(TerminateContract, TERMINATION),
  SETTLED: settledWalk,
} satisfies Record<string, () => ContractWalk>;

/** The code with which the state alone refuses a command. */
function codeIn(state: string, type: string): string {
  if (type === 'DraftContract' || type === 'ImportContract') return 'DUPLICATE_CONTRACT';
  if (type === 'ReviseContract' && (SIGNED_STATES as readonly string[]).includes(state))
    return 'SIGNED_CONTRACT_IMMUTABLE';
  if (state === 'NONE') return 'NOT_FOUND';
  return (ENDED_STATES as readonly string[]).includes(state) ? 'CONTRACT_ENDED' : 'INVALID_TRANSITION';
}

/** Where a command of a contract is possible, judged in every state (C-57, C-77). */
export const possible = judgeTransitions({
  aggregate: contract,
  ids: { contractId: CONTRACT_ID },
  states: STATES,
  codeIn,
});
