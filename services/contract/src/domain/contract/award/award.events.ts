import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { SignedState } from '../contract.values.js';

/** The contract is signed already: a person decides what becomes of it. */
export type AwardRevokedNoted = DomainEvent<
  'AwardRevokedNoted',
  {
    readonly contractId: string;
    readonly state: SignedState;
    readonly tenderId: string;
    readonly reason: string;
    readonly notedOn: string;
  }
>;

export type AwardEvent = AwardRevokedNoted;
