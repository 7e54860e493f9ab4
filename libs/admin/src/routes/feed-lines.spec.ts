import type { RecordedEvent } from '@engsales/event-sourcing';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { feedLines, sendLines } from './feed-lines.js';

const LINE = 1_000;
const lineOf = ({ position }: RecordedEvent) => `${String(position).padEnd(LINE - 1, '.')}\n`;

/** A feed of this many events, and how many of them were read. */
function feedOf(count: number) {
  const read = { events: 0 };
  const readAll = (after: bigint, limit: number) => {
    const length = Math.max(0, Math.min(limit, count - Number(after)));
    read.events += length;
    return Promise.resolve(Array.from({ length }, (_, index) => anEvent(after + BigInt(index) + 1n)));
  };
  return { read, store: { readAll } };
}

const anEvent = (position: bigint): RecordedEvent => ({
  id: String(position),
  stream: 's',
  revision: 0,
  type: 'T',
  data: {},
  recordedAt: '2025-03-10T01:00:00.000Z',
  position,
  metadata: {
    $correlationId: 'c',
    $causationId: 'c',
    commandId: 'c',
    fingerprint: 'f',
    actor: { id: 'a', role: 'R' },
    schemaVersion: 1,
    occurredAt: '2025-03-10T01:00:00.000Z',
  },
});

async function positionsIn(lines: AsyncIterable<string>): Promise<number[]> {
  let text = '';
  for await (const part of lines) text += part;
  expect(text === '' || text.endsWith('\n')).toBe(true);
  return text.split('\n').slice(0, -1).map(Number.parseFloat);
}

describe('the feed for BI', () => {
  const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

  it('has all that there is behind a position, as much as is asked for', async () => {
    const part = { after: 7n, mostBytes: 10_000_000 };
    expect(await positionsIn(feedLines(feedOf(700).store, lineOf, { ...part, limit: 2_000 }))).toEqual(upTo(700, 8));
    expect(await positionsIn(feedLines(feedOf(700).store, lineOf, { ...part, limit: 300 }))).toEqual(upTo(307, 8));
    expect(await positionsIn(feedLines(feedOf(7).store, lineOf, { ...part, limit: 300 }))).toEqual([]);
  });

  it('ends after a whole line where it would be too large, and goes on behind it', async () => {
    const { store } = feedOf(500);
    const part = { limit: 1_000, mostBytes: 120 * LINE + 1 };
    const first = await positionsIn(feedLines(store, lineOf, { ...part, after: 0n }));
    expect(first).toEqual(upTo(120));
    expect(await positionsIn(feedLines(store, lineOf, { ...part, after: 120n }))).toEqual(upTo(240, 121));
  });

  it('has a line that is too large by itself, so that a reader comes past it', async () => {
    const part = { after: 0n, limit: 10, mostBytes: 10 };
    expect(await positionsIn(feedLines(feedOf(5).store, lineOf, part))).toEqual([1]);
  });

  it('is read no further than it is taken, and a reader that takes nothing is disconnected', async () => {
    const count = 200_000;
    const { read, store } = feedOf(count);
    const ended: Promise<void>[] = [];
    const server = http.createServer((_request, response) => {
      const lines = feedLines(store, lineOf, { after: 0n, limit: count, mostBytes: count * LINE });
      ended.push(sendLines(response, lines, 500));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const request = http.get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
    request.on('error', () => undefined);
    try {
      const [response] = (await once(request, 'response')) as [http.IncomingMessage];
      response.on('error', () => undefined);
      await Promise.all(ended); // nothing is ever read of the answer
      expect(read.events).toBeLessThan(count / 4);
      while ((await connectionsOf(server)) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    } finally {
      request.destroy();
      server.close();
    }
  });
});

const connectionsOf = (server: http.Server) =>
  new Promise<number>((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
