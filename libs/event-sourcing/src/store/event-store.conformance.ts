import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventId } from '../derived-ids.js';
import {
  NO_STREAM,
  WrongExpectedRevision,
  type EventMetadata,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
} from './event-store.js';

let made = 0;

export function someEvent(
  data: unknown = { n: 1 },
  commandId = `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`,
): NewEvent {
  const metadata: EventMetadata = {
    $correlationId: 'p-1',
    $causationId: commandId,
    commandId,
    fingerprint: 'f',
    actor: { id: 'li-na', role: 'SALES' },
    schemaVersion: 1,
    occurredAt: '2025-03-10T01:00:00.000Z',
  };
  return { id: eventId(commandId, 0), type: 'SomethingHappened', data, metadata };
}

export async function collect(store: EventStore, after: bigint, count: number): Promise<RecordedEvent[]> {
  const stop = new AbortController();
  const events: RecordedEvent[] = [];
  if (count === 0) return events;
  for await (const batch of store.subscribe(after, { signal: stop.signal, batchSize: 100 })) {
    events.push(...batch.events);
    if (events.length >= count) break;
  }
  return events;
}

/** What every EventStore promises. `make` gives an empty store. */
export function eventStoreConformance(
  name: string,
  make: () => Promise<{ store: EventStore; dispose: () => Promise<void> }>,
  features: { contiguous: boolean },
): void {
  describe(`${name} keeps the EventStore contract`, () => {
    let store: EventStore;
    let dispose: () => Promise<void>;
    beforeEach(async () => ({ store, dispose } = await make()));
    afterEach(() => dispose());

    it.each([
      ['a new stream, expected none', 0, NO_STREAM, true],
      ['a new stream, expected at 0', 0, 0, false],
      ['a stream at 1, expected none', 2, NO_STREAM, false],
      ['a stream at 1, expected at 0', 2, 0, false],
      ['a stream at 1, expected at 1', 2, 1, true],
      ['a stream at 1, expected at 2', 2, 2, false],
    ])('expected revision: %s', async (_title, existing, expected, accepted) => {
      for (let i = 0; i < existing; i += 1) await store.append('a-1', i - 1, [someEvent()]);
      const append = store.append('a-1', expected, [someEvent()]);
      if (accepted) expect((await append).revision).toBe(existing);
      else
        await expect(append).rejects.toMatchObject({ name: 'WrongExpectedRevision', actual: existing - 1, expected });
    });

    it('appends several events whole or not at all', async () => {
      await store.append('a-1', NO_STREAM, [someEvent('one'), someEvent('two'), someEvent('three')]);
      await expect(store.append('a-1', 1, [someEvent('x'), someEvent('y')])).rejects.toThrow(WrongExpectedRevision);
      const events = await store.readStream('a-1');
      expect(events.map((e) => [e.revision, e.data])).toEqual([
        [0, 'one'],
        [1, 'two'],
        [2, 'three'],
      ]);
      expect((await store.readStream('a-1', 1, 1)).map((e) => e.data)).toEqual(['two']);
      expect(await store.readStream('a-2')).toEqual([]);
    });

    it('answers a repeated append as the first time, also after others have appended', async () => {
      const events = [someEvent('one'), someEvent('two')];
      const first = await store.append('a-1', NO_STREAM, events);
      await store.append('a-1', 1, [someEvent('three')]);
      expect(await store.append('a-1', NO_STREAM, events)).toEqual(first);
      expect(await store.readStream('a-1')).toHaveLength(3);
      await expect(store.append('a-1', NO_STREAM, [events[0] as NewEvent, someEvent()])).rejects.toThrow(
        WrongExpectedRevision,
      );
    });

    it('takes the same id with another fingerprint for a conflict', async () => {
      const event = someEvent('one');
      await store.append('a-1', NO_STREAM, [event]);
      const other = { ...event, metadata: { ...event.metadata, fingerprint: 'other' } };
      await expect(store.append('a-1', NO_STREAM, [other])).rejects.toThrow(WrongExpectedRevision);
    });

    it('lets exactly one of many appends at the same revision win', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, () => store.append('a-1', NO_STREAM, [someEvent()])),
      );
      expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
      expect(await store.readStream('a-1')).toHaveLength(1);
    });

    it('shows one reader all events of 20 writers, nothing missing, nothing reordered', async () => {
      const writers = 20;
      const each = 40;
      const write = async (writer: number) => {
        for (let i = 0; i < each; i += 1) await store.append(`w-${writer}`, i - 1, [someEvent({ writer, i })]);
      };
      const reading = collect(store, 0n, writers * each);
      await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
      const seen = await reading;
      expect(seen).toHaveLength(writers * each);
      const perWriter = new Map<unknown, number>();
      seen.forEach((event, index) => {
        const { writer, i } = event.data as { writer: number; i: number };
        expect(i).toBe(perWriter.get(writer) ?? 0);
        perWriter.set(writer, i + 1);
        if (features.contiguous) expect(event.position).toBe(BigInt(index + 1));
      });
    });

    it('resumes from every position', async () => {
      for (let i = 0; i < 8; i += 1) await store.append(`a-${i % 3}`, Math.floor(i / 3) - 1, [someEvent({ i })]);
      const all = await store.readAll(0n, 100);
      expect(all.map((e) => (e.data as { i: number }).i)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      for (const [index, event] of all.entries()) {
        expect(await collect(store, event.position, 7 - index)).toEqual(all.slice(index + 1));
      }
      expect(await store.head()).toBe(all.at(-1)?.position);
      expect(await store.readAll(all[2]?.position ?? 0n, 2)).toEqual(all.slice(3, 5));
    });

    it('asks for no more than one page ahead of a slow reader, and filters without losing its place', async () => {
      for (let i = 0; i < 12; i += 1) await store.append(`s-${i}`, NO_STREAM, [someEvent({ i })]);
      const stop = new AbortController();
      const even = (e: RecordedEvent) => (e.data as { i: number }).i % 2 === 0;
      const seen: unknown[] = [];
      for await (const batch of store.subscribe(0n, { signal: stop.signal, batchSize: 5, filter: even })) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        seen.push(...batch.events.map((e) => (e.data as { i: number }).i));
        if (batch.upTo === (await store.head())) stop.abort();
      }
      expect(seen).toEqual([0, 2, 4, 6, 8, 10]);
    });

    it('closes while busy: what was acknowledged is there, subscriptions end', async () => {
      const reading = (async () => {
        for await (const batch of store.subscribe(0n, { signal: new AbortController().signal })) void batch;
      })();
      const writing = Promise.allSettled(
        Array.from({ length: 50 }, (_, i) => store.append(`c-${i}`, NO_STREAM, [someEvent()])),
      );
      await store.close();
      await reading;
      const acknowledged = (await writing).filter((o) => o.status === 'fulfilled').length;
      expect(await store.readAll(0n, 100)).toHaveLength(acknowledged);
      await store.close();
    });

    it.each<[string, unknown]>([
      ['2^53+1 as text', { amount: '9007199254740993' }],
      ['2^53-1 as a number', { amount: Number.MAX_SAFE_INTEGER }],
      ['characters beyond the basic plane', { text: '𠮷野家 😀 冷水机组' }],
      ['quotes, backslashes, braces and line ends', { text: '"\\{},\r\n\t\'$1' }],
      ['key order and doubled spaces', { b: '  x  ', a: { z: [1, null, true, 1.5] } }],
      ['one megabyte', { text: '管'.repeat(350_000) }],
    ])('gives back exactly: %s', async (_title, data) => {
      await store.append('odd-1', NO_STREAM, [someEvent(data)]);
      const [event] = await store.readStream('odd-1');
      expect(event?.data).toEqual(data);
      expect(JSON.stringify(event?.data)).toBe(JSON.stringify(data));
    });
  });
}
