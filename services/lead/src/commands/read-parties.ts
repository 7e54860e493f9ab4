import { fold, type EventStore } from '@engsales/event-sourcing';
import type { KnownParty } from '../domain/lead/lead-siblings.js';
import { party } from '../domain/party/party.js';
import type { Party } from '../domain/party/party.state.js';

export const readParty = async (store: EventStore, partyId: string): Promise<Party> =>
  fold(party, await store.readStream(`${party.category}-${partyId}`));

/** What these parties say now; those that there are not are left out: the decision refuses them. */
export async function readParties(
  store: EventStore,
  partyIds: readonly (string | undefined)[],
): Promise<readonly KnownParty[]> {
  const named = [...new Set(partyIds)].filter((id) => id !== undefined);
  const parties = await Promise.all(named.map((id) => readParty(store, id)));
  return parties.flatMap((found) =>
    found.state === 'NONE'
      ? []
      : [
          {
            partyId: found.partyId,
            state: found.state,
            roles: found.roles,
            contactIds: found.contacts.map(({ contactId }) => contactId),
            name: found.name,
            personRef: found.personRef,
            contacts: found.contacts.map(({ contactId, personRef, post }) => ({ contactId, personRef, post })),
          },
        ],
  );
}
