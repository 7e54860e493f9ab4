import { Rejected } from '@engsales/event-sourcing/domain';

/** What a party says when a command comes that names it, read beside the aggregate that decides. */
export interface PartyThen {
  readonly partyId: string;
  readonly state: 'ACTIVE' | 'INACTIVE';
  readonly roles: readonly string[];
  readonly contactIds: readonly string[];
}

/** A party that there is, and that is active. @throws Rejected NOT_FOUND, PARTY_INACTIVE */
export function demandActiveParty(partyId: string, parties: readonly PartyThen[]): PartyThen {
  const party = parties.find((other) => other.partyId === partyId);
  if (!party) throw new Rejected('NOT_FOUND', `there is no party ${partyId}`, { partyId });
  if (party.state !== 'ACTIVE') throw new Rejected('PARTY_INACTIVE', `the party ${partyId} is not active`, { partyId });
  return party;
}

/** One of its contacts. @throws Rejected NOT_FOUND, PARTY_INACTIVE */
export function demandContactOf(
  { partyId, contactId }: { readonly partyId: string; readonly contactId: string },
  parties: readonly PartyThen[],
): void {
  if (demandActiveParty(partyId, parties).contactIds.includes(contactId)) return;
  throw new Rejected('NOT_FOUND', `the party ${partyId} has no contact ${contactId}`, { partyId, contactId });
}
