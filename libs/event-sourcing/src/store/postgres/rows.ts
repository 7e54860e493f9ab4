import type { EventMetadata, RecordedEvent } from '../event-store.js';

export const COLUMNS = 'position, stream, revision, event_id, type, data, meta, recorded_at';

export type Row = [
  position: string,
  stream: string,
  revision: number,
  id: string,
  type: string,
  data: unknown,
  meta: EventMetadata,
  at: Date,
];

export function recorded([position, stream, revision, id, type, data, metadata, at]: Row): RecordedEvent {
  return { position: BigInt(position), stream, revision, id, type, data, metadata, recordedAt: at.toISOString() };
}
