import type { Upcasters } from '../decider.js';
import type { Appended, EventStore, FeedBatch, NewEvent, RecordedEvent, SubscribeOptions } from './event-store.js';

/** Stored shapes of a service: the newest version of every type it writes, and how older ones become it. */
export interface StoredShapes {
  readonly stored: Readonly<Record<string, number>>;
  readonly upcasters?: Upcasters;
}

/** The stream holds a version this build does not know: an older build reads what a newer one wrote. */
export class UnknownEventVersion extends Error {
  constructor(type: string, version: number) {
    super(`${type} version ${version} is not known here`);
    this.name = 'UnknownEventVersion';
  }
}

/** Reads every stored shape as its newest one; what is stored is never changed. */
export class UpcastingEventStore implements EventStore {
  private readonly versions: Record<string, number> = {};
  private readonly steps: Record<string, Readonly<Record<number, (data: never) => unknown>>> = {};

  constructor(
    private readonly inner: EventStore,
    shapes: readonly StoredShapes[],
  ) {
    for (const shape of shapes) {
      for (const type of Object.keys(shape.stored)) {
        if (type in this.versions) throw new Error(`two aggregates store the event type ${type}`);
      }
      Object.assign(this.versions, shape.stored);
      Object.assign(this.steps, shape.upcasters);
    }
  }

  append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<Appended> {
    const unregistered = events.find((event) => !(event.type in this.versions));
    if (unregistered) return Promise.reject(new Error(`event type ${unregistered.type} is not registered`));
    return this.inner.append(stream, expectedRevision, events);
  }

  async readStream(stream: string, from?: number, to?: number): Promise<RecordedEvent[]> {
    return (await this.inner.readStream(stream, from, to)).map((event) => this.upcast(event));
  }

  async readAll(after: bigint, limit: number): Promise<RecordedEvent[]> {
    return (await this.inner.readAll(after, limit)).map((event) => this.upcast(event));
  }

  head(): Promise<bigint> {
    return this.inner.head();
  }

  async *subscribe(after: bigint, options: SubscribeOptions): AsyncIterable<FeedBatch> {
    for await (const batch of this.inner.subscribe(after, options)) {
      yield { events: batch.events.map((event) => this.upcast(event)), upTo: batch.upTo };
    }
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private upcast(event: RecordedEvent): RecordedEvent {
    const newest = this.versions[event.type];
    const stored = event.metadata.schemaVersion;
    if (newest === undefined || stored === newest) return event;
    const shapes = { stored: this.versions, upcasters: this.steps };
    const data = upcastData(shapes, { type: event.type, version: stored, data: event.data });
    return { ...event, data, metadata: { ...event.metadata, schemaVersion: newest } };
  }
}

/** The data of a stored event in the newest shape of its type. @throws UnknownEventVersion when it is newer than this build */
export function upcastData(
  { stored, upcasters = {} }: StoredShapes,
  event: { readonly type: string; readonly version: number; readonly data: unknown },
): unknown {
  const newest = stored[event.type] ?? event.version;
  if (event.version > newest) throw new UnknownEventVersion(event.type, event.version);
  let data = event.data;
  for (let version = event.version; version < newest; version += 1) {
    const step = upcasters[event.type]?.[version] as ((data: unknown) => unknown) | undefined;
    if (!step) throw new Error(`${event.type} has no upcaster from version ${version}`);
    data = step(data);
  }
  return data;
}
