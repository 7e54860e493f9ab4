import { Injectable } from '@nestjs/common';
import {
  fold,
  Rejected,
  wordsOf,
  type Decider,
  type Command,
  type DomainEvent,
  type RecordedEvent,
} from '@engsales/event-sourcing';
import { pageOf, placeAfter, type ListSort, type Page, type Projection } from '@engsales/read-models';
import { isInstant } from '@engsales/values';
import { HttpContext } from '../http-context.js';
import type { HistoryQuery } from '../requests/history-query.js';
import { formatPosition, parsePosition } from './position.js';
import { readStreamPage } from './stream-page.js';

const WAIT_MS = 2_000;
/** Parameters that every list takes. */
export interface ListFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly minPosition?: string;
}

/** One page of a list: where its rows come from, and what a row is shown as. */
export interface ListParts<Row, Item> {
  /** The projections whose rows are read. */
  readonly from: readonly Pick<Projection, 'name'>[];
  readonly sort: ListSort;
  /** At most `limit` rows after the place (sort value, id); both are null at the beginning. */
  rows(after: readonly [string | null, string | null], limit: number): Promise<readonly Row[]>;
  /** Sort value and id of a row. */
  key(row: Row): readonly [string, string];
  item(row: Row): Item;
}

export interface HistoryEntry {
  readonly revision: number;
  readonly position: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: { readonly id: string; readonly role: string };
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly data: unknown;
}

/** What queries share: state of an aggregate by its events, at any time; waiting for one's own write; cursors. */
@Injectable()
export class ReadGateway {
  constructor(private readonly context: HttpContext) {}

  /** State now, or as of a revision or an instant. @throws Rejected NOT_FOUND */
  async stateOf<State, C extends Command, E extends DomainEvent>(
    decider: Decider<State, C, E>,
    id: string,
    asOf?: string,
  ) {
    this.refuseFuture(asOf);
    const events = upTo(await this.context.store.readStream(`${decider.category}-${id}`), asOf);
    const last = events.at(-1);
    if (!last)
      throw new Rejected('NOT_FOUND', `there is no ${wordsOf(decider.category)} ${id}${asOf ? ` as of ${asOf}` : ''}`);
    return { state: fold(decider, events), revision: last.revision, occurredAt: last.metadata.occurredAt };
  }

  /** Nothing is known of an instant that has not come. @throws Rejected VALIDATION_FAILED */
  private refuseFuture(asOf?: string): void {
    if (asOf === undefined || !isInstant(asOf) || Date.parse(asOf) <= Date.parse(this.context.process.clock.now()))
      return;
    throw new Rejected('VALIDATION_FAILED', 'asOf lies after now', { parameter: 'asOf' });
  }

  /** State of an aggregate that may not have begun: its beginning then. */
  async stateOrNone<State, C extends Command, E extends DomainEvent>(
    decider: Decider<State, C, E>,
    id: string,
  ): Promise<State> {
    return fold(decider, await this.context.store.readStream(`${decider.category}-${id}`));
  }

  /** A page of what has happened to an aggregate, from its beginning on. @throws Rejected NOT_FOUND */
  async historyOf(
    category: string,
    id: string,
    query: HistoryQuery,
  ): Promise<{ items: HistoryEntry[]; nextCursor: string | null }> {
    const { events, nextCursor } = await readStreamPage(this.context.store, `${category}-${id}`, query);
    if (events.length === 0) throw new Rejected('NOT_FOUND', `there is no ${wordsOf(category)} ${id}`);
    return { items: events.map((event) => this.historyEntry(event)), nextCursor };
  }

  /** Waits until the read model shows the position. @throws Rejected READ_MODEL_BEHIND after 2 s, VALIDATION_FAILED */
  async waitFor(projection: string, minPosition?: string): Promise<void> {
    if (minPosition === undefined) return;
    const { position } = parsePosition(minPosition, this.context.definition.name);
    const shown = await this.context.projections.positionOf(projection);
    if (shown !== undefined && shown >= position) return;
    await this.refuseUnwritten(position);
    if (await this.context.projections.waitFor(projection, position, WAIT_MS)) return;
    const reached = await this.context.projections.positionOf(projection);
    const at = formatPosition(this.context.definition.name, reached ?? 0n);
    throw new Rejected('READ_MODEL_BEHIND', `${projection} is at ${at}`, { projection, position: at });
  }

  /** Nothing is waited for that nobody has written. @throws Rejected VALIDATION_FAILED */
  private async refuseUnwritten(position: bigint): Promise<void> {
    const head = await this.context.store.head();
    if (position <= head) return;
    const at = formatPosition(this.context.definition.name, head);
    const details = { parameter: 'minPosition', head: at };
    throw new Rejected('VALIDATION_FAILED', `minPosition lies behind the last event, ${at}`, details);
  }

  /** A page of a list that shows at least `minPosition`. @throws Rejected VALIDATION_FAILED for a cursor of another list */
  async page<Row, Item>({ limit, cursor, minPosition }: ListFilter, list: ListParts<Row, Item>): Promise<Page<Item>> {
    await Promise.all(list.from.map(({ name }) => this.waitFor(name, minPosition)));
    const after = placeAfter(cursor, list.sort);
    if (!after) throw new Rejected('VALIDATION_FAILED', 'the cursor was not given out here', { parameter: 'cursor' });
    return pageOf(await list.rows(after, limit + 1), limit, list.key, list.item);
  }

  historyEntry(event: RecordedEvent): HistoryEntry {
    const { metadata } = event;
    return {
      revision: event.revision,
      position: formatPosition(this.context.definition.name, event.position),
      type: event.type,
      occurredAt: metadata.occurredAt,
      recordedAt: event.recordedAt,
      actor: metadata.actor,
      commandId: metadata.commandId,
      correlationId: metadata.$correlationId,
      causationId: metadata.$causationId,
      data: event.data,
    };
  }
}

/** The events up to a revision (`3`) or an instant (`2025-03-10T01:00:00Z`). @throws Rejected VALIDATION_FAILED */
export function upTo(events: readonly RecordedEvent[], asOf?: string): readonly RecordedEvent[] {
  if (asOf === undefined) return events;
  if (/^\d{1,9}$/.test(asOf)) {
    const last = events.at(-1)?.revision ?? -1;
    if (events.length > 0 && Number(asOf) > last) {
      throw new Rejected('VALIDATION_FAILED', `asOf lies beyond revision ${last}`, { parameter: 'asOf', last });
    }
    return events.filter((event) => event.revision <= Number(asOf));
  }
  if (!isInstant(asOf)) {
    throw new Rejected('VALIDATION_FAILED', 'asOf is a revision or an instant (RFC 3339)', { parameter: 'asOf' });
  }
  return events.filter((event) => Date.parse(event.metadata.occurredAt) <= Date.parse(asOf));
}
