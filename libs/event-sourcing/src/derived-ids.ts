import { v5 as uuidv5 } from 'uuid';

/** Namespace of every id that engsales derives. Changing it would make every retry a new command. */
export const ENGSALES_NAMESPACE = '6f1c8a52-7d0e-5b39-9a44-2f3f6f0d9c11';

/** The same parts give the same uuid, on every machine, for ever. */
export function derivedId(...parts: readonly string[]): string {
  return uuidv5(JSON.stringify(parts), ENGSALES_NAMESPACE);
}

/** The uuid of a name such as `<contractId>:<lineId>`. Each service keeps its names in `domain/ids.ts`. */
export function namedId(name: string): string {
  return uuidv5(name, ENGSALES_NAMESPACE);
}

/** Id of the index-th event that a command records. */
export function eventId(commandId: string, index: number): string {
  return uuidv5(String(index), commandId);
}
