import type { RecordedEvent } from '@engsales/event-sourcing';
import type { EntityManager } from 'typeorm';

/** Rows that answer one question, kept by applying the own feed. */
export interface Projection {
  /** A literal constant: the name of its checkpoint. */
  readonly name: string;
  /** Tables that it owns; a rebuild makes them anew, so nothing else may write there or refer to them. */
  readonly tables: readonly string[];
  readonly handles: readonly string[];
  /**
   * Guarded upserts only: applying an event twice must change nothing. Table names without schema: during a rebuild
   * they mean the new tables.
   */
  apply(event: RecordedEvent, rows: EntityManager): Promise<void>;
}

export function projection(parts: Projection): Projection {
  return parts;
}
