import { Rejected } from '@engsales/event-sourcing/domain';

/** Every product line that is named is there; `known` are those that the handler has found. @throws Rejected NOT_FOUND */
export function refuseUnknownLines(named: readonly string[], known: readonly string[] = []): void {
  const productLineId = named.find((id) => !known.includes(id));
  if (productLineId === undefined) return;
  throw new Rejected('NOT_FOUND', `there is no product line ${productLineId}`, { productLineId });
}
