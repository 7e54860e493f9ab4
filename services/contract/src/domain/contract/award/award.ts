import type { FoldOf, RulesOf } from '@engsales/event-sourcing/domain';
import type { ContractEvent } from '../contract.events.js';
import { isSigned, type SignedContract } from '../contract.state.js';
import { abandonedContract, type OpenDraft } from '../drafting/abandoned-contract.js';
import { NoteAwardRevoked, type AwardCommand } from './award.commands.js';
import type { AwardEvent } from './award.events.js';

/** What becomes of a contract whose award is gone: a draft is given up, a signed one waits for a person. */
export const awardRules = {
  NoteAwardRevoked: {
    command: NoteAwardRevoked,
    in: ['DRAFT', 'NEGOTIATING', 'PENDING_APPROVAL', 'APPROVED', 'SIGNED', 'IN_EXECUTION', 'SUSPENDED', 'COMPLETED'],
    decide: noteAwardRevoked,
  },
} satisfies RulesOf<AwardCommand, OpenDraft | SignedContract, ContractEvent>;

export const awardFold = {
  AwardRevokedNoted: (contract) => contract,
} satisfies FoldOf<AwardEvent, SignedContract>;

function noteAwardRevoked({ data, issued }: NoteAwardRevoked, contract: OpenDraft | SignedContract): ContractEvent[] {
  const { tenderId, reason } = data;
  if (!isSigned(contract)) return [abandonedContract(contract, reason, issued)];
  const { contractId, state } = contract;
  return [{ type: 'AwardRevokedNoted', data: { contractId, state, tenderId, reason, notedOn: issued.today } }];
}
