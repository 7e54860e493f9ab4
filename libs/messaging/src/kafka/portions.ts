import type { OutgoingRecord } from './kafka-sender.js';

/** Of one request; a partition takes a batch of 2 MB at most (topics.ts), and all of it may go to one. */
const PORTION_BYTES = 1_000_000;
const HEADERS_BYTES = 600;

/** Records in requests that a broker takes; one that is larger than a portion goes alone. */
export function* inPortions(records: readonly OutgoingRecord[]): Generator<OutgoingRecord[]> {
  let portion: OutgoingRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = HEADERS_BYTES + (record.value === null ? 0 : Buffer.byteLength(record.value));
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
