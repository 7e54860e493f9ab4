import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PublicMessage } from '@engsales/events';
import type { Claim } from './message-bus.js';
import {
  startConsumer,
  until,
  type BusUnderTest,
  type Deliver,
  type Said,
  type TestConsumer,
} from './bus-under-test.js';

export interface BusFeatures {
  /** Replicas divide the messages; else a newer lease takes the group over. */
  readonly dividesAmongReplicas: boolean;
}

const texts = (seen: readonly PublicMessage[]) => seen.map((message) => message.data as string);
const n = (count: number, from = 0) => Array.from({ length: count }, (_, i) => from + i);

/** What every MessageBus promises a consumer group. `make` gives an empty source. */
export function messageBusConformance(name: string, make: () => Promise<BusUnderTest>, features: BusFeatures): void {
  describe(`${name} keeps the MessageBus contract`, () => {
    let bus: BusUnderTest;
    let running: TestConsumer[];
    beforeEach(async () => {
      bus = await make();
      running = [];
    });
    afterEach(async () => {
      await Promise.all(running.map((consumer) => consumer.stop()));
      await bus.dispose();
    });

    function consume(group: string, on = bus.another(), epoch = 1n, before?: Deliver): TestConsumer {
      const consumer = startConsumer(on, { group, epoch, ...(before ? { before } : {}) });
      running.push(consumer);
      return consumer;
    }

    const say = (subject: string, ...data: unknown[]): Said[] => data.map((each) => ({ subject, data: each }));

    it('brings every message of a project in order, and never two batches of it at once', async () => {
      const projects = n(6).map((p) => `project-${p}`);
      const busy = new Set<string>();
      const consumer = consume('orders', undefined, 1n, async (batch) => {
        const here = [...new Set(batch.map((message) => message.projectId))];
        for (const project of here) {
          expect(busy.has(project)).toBe(false);
          busy.add(project);
        }
        await new Promise((resolve) => setTimeout(resolve, 2));
        here.forEach((project) => busy.delete(project));
      });
      for (const round of n(30)) {
        await bus.publish(...projects.map((subject) => ({ subject, data: `${subject}:${round}` })));
      }
      await until(() => consumer.seen.length >= 180, 'all messages');
      for (const project of projects) {
        const mine = consumer.seen.filter((message) => message.projectId === project);
        expect(texts(mine)).toEqual(n(30).map((round) => `${project}:${round}`));
        expect(mine.map((message) => message.sequence)).toEqual(n(30));
      }
    });

    it('delivers again what failed, before what came later', async () => {
      let failures = 3;
      const consumer = consume('redelivery', undefined, 1n, () =>
        (failures -= 1) >= 0 ? Promise.reject(new Error('the handler failed')) : Promise.resolve(),
      );
      await bus.publish(...say('a', 'first', 'second'));
      await until(() => consumer.seen.length >= 2, 'both');
      expect(texts(consumer.seen)).toEqual(['first', 'second']);
    });

    it('brings all of history to every group, also to one that is added later', async () => {
      await bus.publish(...say('a', 1, 2, 3));
      const [one, two] = [consume('one'), consume('two')];
      await until(() => one.seen.length >= 3 && two.seen.length >= 3, 'both groups');
      await bus.publish(...say('a', 4));
      const later = consume('added-later');
      await until(() => [one, two, later].every((group) => group.seen.length >= 4), 'all groups');
      for (const group of [one, two, later]) expect(texts(group.seen)).toEqual([1, 2, 3, 4]);
    });

    it('goes on from where the group stopped, in another process', async () => {
      await bus.publish(...say('a', 1, 2, 3));
      const first = consume('restarted');
      await until(() => first.seen.length >= 3, 'history');
      await first.stop();
      await bus.publish(...say('a', 4, 5));
      const second = consume('restarted', bus.another(), 2n);
      await until(() => second.seen.length >= 2, 'what came meanwhile');
      expect(texts(second.seen)).toEqual([4, 5]);
    });

    it('ends when it is told to, with the batch in hand finished and nothing lost', async () => {
      await bus.publish(...say('a', 1), ...say('b', 2));
      let inHand = 0;
      const busy = consume('closing', undefined, 1n, async () => {
        inHand += 1;
        await new Promise((resolve) => setTimeout(resolve, 200));
      });
      await until(() => inHand > 0, 'a batch in hand');
      await busy.stop();
      const handled = texts(busy.seen);
      const next = consume('closing', bus.another(), 2n);
      await until(() => new Set([...handled, ...texts(next.seen)]).size === 2, 'both messages');
    });

    it('closes many subscriptions at once', async () => {
      await bus.publish(...say('a', 1));
      const many = n(6).map((i) => consume(`many-${i}`));
      await until(() => many.every((each) => each.seen.length === 1), 'each has it');
      await Promise.all(many.map((each) => each.stop()));
    });

    it('waits for a slow consumer and loses nothing', async () => {
      let largest = 0;
      const slow = consume('slow', undefined, 1n, async (batch) => {
        largest = Math.max(largest, batch.length);
        await new Promise((resolve) => setTimeout(resolve, 20));
      });
      for (const part of n(30)) await bus.publish(...say('a', ...n(100, part * 100)));
      await until(() => slow.seen.length >= 3_000, 'all of them');
      expect(texts(slow.seen)).toEqual(n(3_000));
      expect(largest).toBeLessThanOrEqual(500);
    });

    it('brings odd payloads back exactly', async () => {
      const odd = [
        { big: '9007199254740993', zero: 0, minus: -0.5, nothing: null, deep: [[[{}]]], 名称: '冷水机组 ❄️ \u0001' },
        'just text',
        17,
        [],
        { text: 'x'.repeat(1_000_000) },
      ];
      await bus.publish(...say('odd', ...odd));
      const consumer = consume('odd');
      await until(() => consumer.seen.length >= odd.length, 'all of them');
      expect(consumer.seen.map((message) => message.data)).toEqual(odd);
    });

    it('delivers all history again after a rewind, also to a running group: 1 2 3 1 2 3', async () => {
      await bus.publish(...say('a', 1, 2, 3));
      const consumer = consume('rewound');
      await until(() => consumer.seen.length >= 3, 'history');
      await bus.another().rewind('rewound', 'contract', 0n);
      await until(() => consumer.seen.length >= 6, 'history again');
      await bus.publish(...say('a', 4));
      await until(() => consumer.seen.length >= 7, 'what is new');
      expect(texts(consumer.seen)).toEqual([1, 2, 3, 1, 2, 3, 4]);
      await consumer.stop();
      await bus.another().rewind('rewound', 'contract', 0n);
      const stopped = consume('rewound', bus.another(), 2n);
      await until(() => stopped.seen.length >= 4, 'history after a stop');
      expect(texts(stopped.seen)).toEqual([1, 2, 3, 4]);
    });

    it('reaches with a rewind also a group that has had nothing since it began', async () => {
      await bus.publish(...say('a', 1, 2));
      const first = consume('quiet');
      await until(() => first.seen.length >= 2, 'history');
      await first.stop();
      const quiet = consume('quiet', bus.another(), 2n);
      // it has joined once it is given something of another project
      await bus.publish(...say('b', 3));
      await until(() => quiet.seen.length >= 1, 'it has begun');
      await bus.another().rewind('quiet', 'contract', 0n);
      await until(() => quiet.seen.length >= 4, 'history again');
      expect(texts(quiet.seen.slice(1)).sort()).toEqual([1, 2, 3]);
    });

    it('tells how far a group has come', async () => {
      expect(await bus.another().handledUpTo('nobody', 'contract')).toBeUndefined();
      await bus.publish(...say('a', 1, 2), ...say('b', 3));
      const consumer = consume('progress');
      await until(() => consumer.seen.length >= 3, 'history');
      const other = bus.another();
      let reached: bigint | undefined;
      await until(() => {
        void other.handledUpTo('progress', 'contract').then((position) => (reached = position));
        return reached === 3n;
      }, 'position 3');
    });

    it('gives a claim that ends when somebody else takes over', async () => {
      let given: Claim | undefined;
      const first = consume('claims', undefined, 1n, (_batch, claim) => {
        given = claim;
        return Promise.resolve();
      });
      await bus.publish(...say('a', 1));
      await until(() => first.seen.length === 1, 'a claim');
      await first.stop();
      let newer: Claim | undefined;
      const second = consume('claims', bus.another(), 2n, (_batch, claim) => {
        newer = claim;
        return Promise.resolve();
      });
      await bus.publish(...say('a', 2));
      await until(() => second.seen.length === 1, 'another claim');
      expect(newer?.checkpoint).toBe(given?.checkpoint);
      expect(newer?.epoch).toBeGreaterThan(given?.epoch ?? 99n);
    });

    if (features.dividesAmongReplicas) {
      it('divides the projects among the members of a group as they join and leave, in order and without loss', async () => {
        const projects = n(24).map((p) => `project-${p}`);
        const members: TestConsumer[] = [consume('members')];
        for (const round of n(12)) {
          await bus.publish(...projects.map((subject) => ({ subject, data: round })));
          if (round === 3 || round === 6) members.push(consume('members', bus.another()));
          if (round === 9) await members[0]?.stop();
        }
        const all = () => members.flatMap((member) => member.seen);
        const distinct = () => new Set(all().map((message) => `${message.subject}:${message.sequence}`)).size;
        await until(() => distinct() === 24 * 12, 'everything');
        expect(members.filter((member) => member.seen.length > 0).length).toBeGreaterThan(1);
        for (const member of members) {
          for (const project of projects) {
            // a repeated batch begins anew, it never skips ahead
            const mine = member.seen.filter((message) => message.subject === project).map((m) => m.sequence);
            mine
              .slice(1)
              .forEach((sequence, i) => expect(sequence).toBeLessThanOrEqual(Math.max(...mine.slice(0, i + 1)) + 12));
          }
        }
      });
    } else {
      it('lets a newer lease take the group over, and the older one is told', async () => {
        await bus.publish(...say('a', 1));
        const older = consume('lease', undefined, 2n);
        await until(() => older.seen.length === 1, 'the first');
        const newer = consume('lease', bus.another(), 3n);
        // what the older one finishes before it is told is its own; what comes after is not
        for (let next = 2; newer.seen.length === 0; next += 1) {
          await bus.publish(...say('a', next));
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        const overlap = texts(older.seen).length;
        await bus.publish(...say('a', 'last'));
        await until(() => texts(newer.seen).includes('last'), 'the newer one goes on');
        expect(older.seen).toHaveLength(overlap);
      });
    }
  });
}
