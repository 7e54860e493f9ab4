import { CommandTo } from '@engsales/event-sourcing/domain';

/** By reaction: the award behind the contract was revoked by the tenderee, or declined by us. */
export class NoteAwardRevoked extends CommandTo<'contractId', { readonly tenderId: string; readonly reason: string }> {
  readonly type = 'NoteAwardRevoked';
}

export type AwardCommand = NoteAwardRevoked;
