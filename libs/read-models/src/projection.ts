import type { DomainEvent, RecordedEvent } from '@engsales/event-sourcing';
import type { EntityManager } from 'typeorm';

/** Rows that answer one question, kept by applying the own feed. */
export interface Projection {
  /** A literal constant: the name of its checkpoint. */
  readonly name: string;
  /** Tables that it owns; a rebuild makes them anew, so nothing else may write there or refer to them. */
  readonly tables: readonly string[];
  readonly handles: readonly string[];
  /**
   * Guarded writes only: applying an event twice must change nothing. Table names without schema: during a rebuild they
   * mean the new tables.
   */
  apply(event: RecordedEvent, rows: EntityManager): Promise<void>;
}

/** A recorded event whose type and data are known. */
export type Recorded<E extends DomainEvent> = RecordedEvent & E;

type Apply<E extends DomainEvent> = (event: Recorded<E>, rows: EntityManager) => Promise<void>;
type On<E extends DomainEvent> = { readonly [Type in E['type']]?: Apply<Extract<E, { readonly type: Type }>> };

/** A projection as a table: what each event does to the rows. Events that are not in the table are passed over. */
export function projection<E extends DomainEvent>(parts: {
  readonly name: string;
  readonly tables: readonly string[];
  readonly on: On<E>;
}): Projection {
  const { name, tables } = parts;
  const on = parts.on as Readonly<Record<string, Apply<DomainEvent> | undefined>>;
  const apply = async (event: RecordedEvent, rows: EntityManager) => on[event.type]?.(event, rows);
  return { name, tables, handles: Object.keys(on), apply };
}

/** Makes lines of the table for several events that do the same to the rows: `...each(['A', 'B'], (event, rows) => …)`. */
export const eachOf =
  <E extends DomainEvent>() =>
  <Type extends E['type']>(
    types: readonly Type[],
    apply: Apply<Extract<E, { readonly type: Type }>>,
  ): { readonly [Each in Type]: Apply<Extract<E, { readonly type: Each }>> } =>
    Object.fromEntries(types.map((type) => [type, apply])) as never;
