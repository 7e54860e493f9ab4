import { contractVoided, type ContractVoidedData, type PublicMessage } from '@engsales/events';
import { MemoryEventStore, NO_STREAM, type NewEvent } from '@engsales/event-sourcing';
import sample from '../../../events/src/samples/contract.ContractVoided.v1.json';
import { freshDatabase, type TestDatabase } from '../../../../tools/testing/database.js';
import { publish, publishedFeed } from '../relay/published-feed.js';
import { MESSAGING_ON_KAFKA_SCHEMA, MESSAGING_SCHEMA, MESSAGING_UNTRUSTED_SCHEMA } from '../schema.js';
import { Checkpoints } from './checkpoints.js';
import { FeedBus } from './feed-bus.js';
import { LeaseLost } from './message-bus.js';
import type { Said } from './bus-under-test.js';
import { messageBusConformance } from './message-bus.conformance.js';
import { skippingConformance } from './skipping.conformance.js';

const event = (n: number, type = 'Voided'): NewEvent => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  type,
  data: { n },
  metadata: {
    $correlationId: 'p',
    $causationId: 'c',
    commandId: String(n),
    fingerprint: 'f',
    actor: { id: 'a', role: 'R' },
    schemaVersion: 1,
    occurredAt: '2025-03-10T01:00:00.000Z',
    projectId: 'p',
    traceparent: '00-a-b-01',
  },
});

async function makeBus() {
  const database = await freshDatabase();
  await database.pool().query(MESSAGING_SCHEMA + MESSAGING_ON_KAFKA_SCHEMA + MESSAGING_UNTRUSTED_SCHEMA);
  const store = new MemoryEventStore();
  const feed = publishedFeed('contract', store, (e) => publish(contractVoided, e.data as ContractVoidedData));
  const revisions = new Map<string, number>();
  let published = 0;
  const say = async ({ subject, projectId = subject, data }: Said) => {
    const revision = revisions.get(subject) ?? NO_STREAM;
    const { id, metadata } = event((published += 1));
    await store.append(`contract-${subject}`, revision, [
      { id, type: 'Said', data, metadata: { ...metadata, projectId } },
    ]);
    revisions.set(subject, revision + 1);
  };
  return {
    another: () => new FeedBus(() => feed, new Checkpoints(database.pool())),
    publish: async (...said: readonly Said[]) => {
      for (const each of said) await say(each);
    },
    dispose: () => database.drop(),
  };
}

skippingConformance('the feed-reading bus', makeBus);
messageBusConformance('the feed-reading bus', makeBus, { dividesAmongReplicas: false });

describe('the feed-reading bus', () => {
  let database: TestDatabase;
  let store: MemoryEventStore;
  let bus: FeedBus;
  beforeEach(async () => {
    database = await freshDatabase();
    await database.pool().query(MESSAGING_SCHEMA + MESSAGING_ON_KAFKA_SCHEMA + MESSAGING_UNTRUSTED_SCHEMA);
    store = new MemoryEventStore();
    const feed = publishedFeed('contract', store, (e) =>
      e.type === 'Voided' ? publish(contractVoided, sample as ContractVoidedData) : undefined,
    );
    bus = new FeedBus(() => feed, new Checkpoints(database.pool()));
  });
  afterEach(() => database.drop());

  const append = async (...numbers: number[]) => {
    for (const n of numbers) await store.append(`contract-${n}`, NO_STREAM, [event(n, n % 2 ? 'Voided' : 'Private')]);
  };
  /** Reads until `count` messages came, failing on the n-th delivery when asked to. */
  const read = async (group: string, count: number, epoch = 1n, failAt = -1) => {
    const stop = new AbortController();
    const seen: PublicMessage[] = [];
    let deliveries = 0;
    const deliver = (batch: readonly PublicMessage[]) => {
      deliveries += 1;
      if (deliveries === failAt) return Promise.reject(new Error('the handler failed'));
      seen.push(...batch);
      if (seen.length >= count) stop.abort();
      return Promise.resolve();
    };
    await bus.subscribe({ group, source: 'contract', epoch, signal: stop.signal, deliver });
    return seen;
  };

  it('brings every group all of history, mapped, in order, and leaves out what is not published', async () => {
    await append(1, 2, 3, 4, 5);
    const seen = await read('g', 3);
    expect(seen.map((m) => [m.type, m.subject, m.sequence, m.projectId, m.traceparent])).toEqual([
      ['contract.ContractVoided', '1', 0, 'p', '00-a-b-01'],
      ['contract.ContractVoided', '3', 0, 'p', '00-a-b-01'],
      ['contract.ContractVoided', '5', 0, 'p', '00-a-b-01'],
    ]);
    expect(await read('added-later', 3)).toHaveLength(3);
    expect(await bus.handledUpTo('g', 'contract')).toBe(5n);
    expect(await bus.handledUpTo('nobody', 'contract')).toBeUndefined();
  });

  it('goes on from the checkpoint, and delivers again what was not finished', async () => {
    await append(1, 2);
    await read('g', 1);
    await append(3);
    await expect(read('g', 1, 1n, 1)).rejects.toThrow('the handler failed');
    expect((await read('g', 1)).map((m) => m.subject)).toEqual(['3']);
  });

  it('delivers again after a rewind, also under a running subscription', async () => {
    await append(1, 3);
    const stop = new AbortController();
    const seen: string[] = [];
    const running = bus.subscribe({
      group: 'g',
      source: 'contract',
      epoch: 1n,
      signal: stop.signal,
      deliver: async (batch) => {
        seen.push(...batch.map((m) => m.subject));
        if (seen.length === 2) await bus.rewind('g', 'contract', 0n);
        if (seen.length >= 4) stop.abort();
      },
    });
    await running;
    expect(seen).toEqual(['1', '3', '1', '3']);
  });

  it('lets a newer epoch take over and the older one move nothing', async () => {
    await append(1);
    await read('g', 1, 2n);
    await append(3);
    await expect(read('g', 1, 1n)).rejects.toThrow(LeaseLost);
    expect((await read('g', 1, 3n)).map((m) => m.subject)).toEqual(['3']);
  });
});
