import { isJustReserved, Rejected, Reservations, type CommandExecutor, type Issued } from '@engsales/event-sourcing';
import { furtherKeyOf, keyOfParty, partyKey, type KnownBy } from '../domain/party/party-keys.js';
import { readParty } from './read-parties.js';

/** What parties are known by; a key is free again once its holder is known by another. */
function partyKeys(executor: CommandExecutor): Reservations {
  return new Reservations(executor, partyKey, async (held) => {
    const holder = await readParty(executor.store, held.heldBy);
    return holder.state === 'NONE' ? isJustReserved(held) : keysOf(holder).includes(held.value);
  });
}

/** The party is known by this from now on. @throws Rejected DUPLICATE_PARTY {existingPartyId} */
export async function takeKeys(executor: CommandExecutor, partyId: string, known: KnownBy, issued: Issued) {
  const keys = partyKeys(executor);
  await keys.take({ value: keyOfParty(known), heldBy: partyId }, issued).catch(refuseDuplicate);
  const further = furtherKeyOf(known);
  if (further === undefined) return;
  // another party of this name is told apart by its code
  await keys.take({ value: further, heldBy: partyId }, issued).catch(ignoreDuplicate);
}

/** What the party was known by before, and is no more. */
export async function giveBackKeys(executor: CommandExecutor, partyId: string, before: KnownBy, issued: Issued) {
  for (const value of keysOf(before)) await partyKeys(executor).giveBack({ value, heldBy: partyId }, issued);
}

const keysOf = (known: KnownBy): readonly string[] =>
  [keyOfParty(known), furtherKeyOf(known)].filter((key) => key !== undefined);

const isDuplicate = (error: unknown): error is Rejected =>
  error instanceof Rejected && error.code === 'DUPLICATE_PARTY';

function refuseDuplicate(error: unknown): never {
  if (!isDuplicate(error)) throw error;
  throw new Rejected(error.code, 'the party is registered already', { existingPartyId: error.details.existing });
}

function ignoreDuplicate(error: unknown): void {
  if (!isDuplicate(error)) throw error;
}
