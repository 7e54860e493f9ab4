import type { PublicEvent, PublicMessage, ServiceName } from '@engsales/events';
import {
  idOf,
  type DomainEvent,
  type EventStore,
  type RecordedEvent,
  type SubscribeOptions,
} from '@engsales/event-sourcing';
import { OWN_FEED } from '../bus/message-bus.js';

/** What a service says to the others about one of its own events. */
export interface Publication<Data = unknown> {
  readonly event: PublicEvent<Data>;
  readonly data: Data;
}

type PublicationOf = (event: RecordedEvent) => Publication | undefined;

export interface PublishedEvents extends PublicationOf {
  /** Own events of which something is said. */
  readonly types: readonly string[];
}

export function publish<Data>(event: PublicEvent<Data>, data: Data): Publication {
  return { event, data };
}

/** What is said of each event of a service; an event that is not in the table is its own affair. */
type PublishedTable<E extends DomainEvent> = {
  readonly [Type in E['type']]?: (data: Extract<E, { readonly type: Type }>['data']) => Publication | undefined;
};

export function publishing<E extends DomainEvent>(table: PublishedTable<E>): PublishedEvents {
  const lines = new Map(Object.entries(table) as [string, (data: unknown) => Publication | undefined][]);
  return Object.assign((event: RecordedEvent) => lines.get(event.type)?.(event.data), { types: [...lines.keys()] });
}

export interface MessageBatch {
  readonly messages: readonly PublicMessage[];
  readonly upTo: bigint;
}

/** The feed of a service as messages: what a relay would send, read straight from its store. */
export interface PublishedFeed {
  read(after: bigint, options: SubscribeOptions): AsyncIterable<MessageBatch>;
  head(): Promise<bigint>;
}

/** The public feed: own events mapped by the service's published-events.ts; what it does not publish is left out. */
export function publishedFeed(service: ServiceName, store: EventStore, published: PublicationOf): PublishedFeed {
  return mappedFeed(store, (event) => {
    const publication = published(event);
    if (!publication) return undefined;
    const { type, version } = publication.event;
    return { ...envelope(service, event), type, version, data: publication.data };
  });
}

/** The own feed: every domain event as it is, under `own.<Type>`; its subject is the stream, unique over all aggregates. */
export function ownFeed(service: ServiceName, store: EventStore): PublishedFeed {
  return mappedFeed(store, (event) => ({
    ...envelope(service, event),
    subject: event.stream,
    type: `${OWN_FEED}.${event.type}`,
    version: event.metadata.schemaVersion,
    data: event.data,
  }));
}

function mappedFeed(store: EventStore, map: (event: RecordedEvent) => PublicMessage | undefined): PublishedFeed {
  async function* read(after: bigint, options: SubscribeOptions): AsyncIterable<MessageBatch> {
    for await (const batch of store.subscribe(after, options)) {
      const messages = batch.events.map(map).filter((message) => message !== undefined);
      yield { messages, upTo: batch.upTo };
    }
  }
  return { read, head: () => store.head() };
}

function envelope(service: ServiceName, event: RecordedEvent) {
  const { metadata } = event;
  const subject = idOf(event.stream);
  return {
    id: event.id,
    source: service,
    subject,
    time: metadata.occurredAt,
    projectId: metadata.projectId ?? subject,
    correlationId: metadata.$correlationId,
    causationId: metadata.$causationId,
    sequence: event.revision,
    position: `${service}.${event.position}`,
    ...(metadata.traceparent ? { traceparent: metadata.traceparent } : {}),
  };
}
