import type { OutgoingRecord } from './kafka-sender.js';

/** Of one request; a partition takes a batch of 2 MB at most (topics.ts), and all of it may go to one. */
const PORTION_BYTES = 1_000_000;

/** Records in requests that a broker takes; one that is larger than a portion goes alone. */
export function* inPortions(records: readonly OutgoingRecord[]): Generator<OutgoingRecord[]> {
  let portion: OutgoingRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = sizeOf(record);
    if (portion.length > 0 && bytes + size > PORTION_BYTES) {
      yield portion;
      portion = [];
      bytes = 0;
    }
    portion.push(record);
    bytes += size;
  }
  if (portion.length > 0) yield portion;
}

/** With what the format adds to each part of a record. */
function sizeOf({ key, headers, value }: OutgoingRecord): number {
  const texts = [key, ...Object.entries(headers).flat()];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 5, 0);
  return bytes + (value === null ? 0 : Buffer.byteLength(value)) + 25;
}
