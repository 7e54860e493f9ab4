import type { EventStore } from '@engsales/event-sourcing';

/** Of these product lines, the ones that there are; the decision refuses the others. */
export async function readKnownLines(store: EventStore, productLineIds: readonly string[] = []): Promise<string[]> {
  const streams = await Promise.all(productLineIds.map((id) => store.readStream(`productLine-${id}`)));
  return productLineIds.filter((_id, index) => (streams[index] ?? []).length > 0);
}
