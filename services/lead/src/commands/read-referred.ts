import { fold, type Aggregate, type Command, type DomainEvent, type EventStore } from '@engsales/event-sourcing';
import type { Referred } from '../domain/referred.js';

/** The state in which another aggregate is; undefined where it has not begun, or where nothing is named. */
export async function readReferred<State extends Referred, C extends Command, E extends DomainEvent>(
  store: EventStore,
  of: Aggregate<State, C, E>,
  id: string | undefined,
): Promise<Referred | undefined> {
  if (id === undefined) return undefined;
  const { state } = fold(of, await store.readStream(`${of.category}-${id}`));
  return state === of.initialState.state ? undefined : { state };
}
