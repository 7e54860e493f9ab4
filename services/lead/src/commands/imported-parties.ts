import {
  derivedId,
  fold,
  Rejected,
  type CommandExecutor,
  type EventStore,
  type Issued,
} from '@engsales/event-sourcing';
import { importedPartyId } from '../domain/ids.js';
import type { ImportedContact } from '../domain/lead/capturing/capturing.commands.js';
import type { KnownParty } from '../domain/lead/lead-siblings.js';
import { nameKey, partyKey } from '../domain/party/party-keys.js';
import { AddContact, RegisterParty, type PartyWords } from '../domain/party/party.commands.js';
import { party } from '../domain/party/party.js';
import type { CustomerSegment, PartyRole } from '../domain/party/party.values.js';
import { takeKeys } from './party-keys.js';
import { readParties, readParty } from './read-parties.js';

interface NamedFor {
  readonly role: PartyRole;
  readonly customerSegment?: CustomerSegment | undefined;
  readonly city?: string;
}

/** A party that a row of a list names: there already, or with the words that it will be registered by. */
export interface ImportedParty {
  readonly known: KnownParty;
  readonly toRegister?: PartyWords;
}

/** Whoever is known by this name, however it is written; else whom the row will register. */
export async function findImportedParty(
  store: EventStore,
  name: string | undefined,
  { role, customerSegment, city }: NamedFor,
): Promise<ImportedParty | undefined> {
  if (name === undefined) return undefined;
  const key = fold(partyKey, await store.readStream(`${partyKey.category}-${partyKey.idFor(nameKey(name))}`));
  const [found] = key.state === 'HELD' ? await readParties(store, [key.heldBy]) : [];
  // a party that goes by another name since gives its old one back, so the holder is asked too
  if (found?.name !== undefined && nameKey(found.name) === nameKey(name)) return { known: found };
  const partyId = importedPartyId(name);
  return {
    known: { partyId, state: 'ACTIVE', name, roles: [role], contactIds: [], contacts: [] },
    toRegister: { kind: 'ORGANISATION', name, roles: [role], customerSegment, city },
  };
}

/** Another row may have registered the same party meanwhile. @throws Rejected DUPLICATE_PARTY */
export async function registerImportedParty(
  executor: CommandExecutor,
  { known: { partyId }, toRegister }: ImportedParty,
  issued: Issued,
): Promise<void> {
  if (toRegister === undefined) return;
  await takeKeys(executor, partyId, toRegister, issued);
  try {
    await executor.execute(party, new RegisterParty({ partyId, ...toRegister }, forPart(issued, partyId)));
  } catch (error) {
    if (!(error instanceof Rejected) || (await readParty(executor.store, partyId)).state === 'NONE') throw error;
  }
}

/** Nobody is added twice. @throws Rejected TOO_MANY_CONTACTS */
export async function addImportedContact(
  executor: CommandExecutor,
  partyId: string,
  { personRef, post }: ImportedContact,
  issued: Issued,
): Promise<void> {
  const at = await readParty(executor.store, partyId);
  if (at.state !== 'NONE' && at.contacts.some((contact) => contact.personRef === personRef)) return;
  await executor.execute(party, new AddContact({ partyId, personRef, post }, forPart(issued, partyId, personRef)));
}

/** One command of a caller becomes several here: each has an id of its own, the same one when the row comes again. */
const forPart = (issued: Issued, ...part: string[]): Issued => ({
  ...issued,
  commandId: derivedId(issued.commandId, ...part),
});
