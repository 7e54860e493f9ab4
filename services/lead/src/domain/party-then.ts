import { Rejected } from '@engsales/event-sourcing/domain';

/** What a party says when a command comes that names it, read beside the aggregate that decides. */
export interface PartyThen {
  readonly partyId: string;
  readonly state: 'ACTIVE' | 'INACTIVE';
  readonly roles: readonly string[];
  readonly contactIds: readonly string[];
}

/** A party that there is. @throws Rejected NOT_FOUND */
export function demandParty<Known extends PartyThen>(partyId: string, parties: readonly Known[]): Known {
  const party = parties.find((other) => other.partyId === partyId);
  if (party) return party;
  throw new Rejected('NOT_FOUND', `there is no party ${partyId}`, { partyId });
}

/** A party that there is, and that is active. @throws Rejected NOT_FOUND, PARTY_INACTIVE */
export function demandActiveParty<Known extends PartyThen>(partyId: string, parties: readonly Known[]): Known {
  const party = demandParty(partyId, parties);
  if (party.state === 'ACTIVE') return party;
  throw new Rejected('PARTY_INACTIVE', `the party ${partyId} is not active`, { partyId });
}

interface ContactNamed {
  readonly partyId: string;
  readonly contactId: string;
}

/** A contact of a party, which may have been deactivated since. @throws Rejected NOT_FOUND */
export function demandContactOf({ partyId, contactId }: ContactNamed, parties: readonly PartyThen[]): void {
  if (demandParty(partyId, parties).contactIds.includes(contactId)) return;
  throw new Rejected('NOT_FOUND', `the party ${partyId} has no contact ${contactId}`, { partyId, contactId });
}

/** A contact of a party that something is still planned with. @throws Rejected NOT_FOUND, PARTY_INACTIVE */
export function demandActiveContact(named: ContactNamed, parties: readonly PartyThen[]): void {
  demandActiveParty(named.partyId, parties);
  demandContactOf(named, parties);
}
