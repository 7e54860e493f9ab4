import { Rejected } from '@engsales/event-sourcing/domain';

/** What a handler has read of another aggregate that a command names; absent where there is none. */
export interface Referred {
  readonly state: string;
}

/** @throws Rejected NOT_FOUND */
export function refuseAbsent(words: string, id: string, there: Referred | undefined): void {
  if (there) return;
  throw new Rejected('NOT_FOUND', `there is no ${words} ${id}`, { id });
}

/** What is named must be in this state. @throws Rejected NOT_FOUND, INVALID_TRANSITION {id, state, needs} */
export function refuseUnlessIn(needs: string, words: string, id: string, there: Referred | undefined): void {
  refuseAbsent(words, id, there);
  if (there?.state === needs) return;
  throw new Rejected('INVALID_TRANSITION', `the ${words} ${id} is ${there?.state}`, { id, state: there?.state, needs });
}
