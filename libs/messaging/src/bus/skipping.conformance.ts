import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PublicMessage } from '@engsales/events';
import { startConsumer, until, type BusUnderTest, type Deliver, type TestConsumer } from './bus-under-test.js';
import type { Incoming } from './message-bus.js';

const texts = (seen: readonly PublicMessage[]) => seen.map((message) => message.data);

/** What every MessageBus promises an operator whose group cannot go on. `make` gives an empty source. */
export function skippingConformance(name: string, make: () => Promise<BusUnderTest>): void {
  describe(`a group of ${name} that is stuck`, () => {
    let bus: BusUnderTest;
    let consumer: TestConsumer;
    beforeEach(async () => (bus = await make()));
    afterEach(async () => {
      await consumer.stop();
      await bus.dispose();
    });

    it('is stepped over one message that holds the group up, also while the group is stuck on it, and for good', async () => {
      const poisoned: Deliver = (batch) =>
        texts(batch as PublicMessage[]).includes('poison') ? Promise.reject(new Error('stuck')) : Promise.resolve();
      let stuck: Incoming | undefined;
      consumer = startConsumer(bus.another(), {
        group: 'stuck',
        before: (batch, claim, signal) => {
          stuck = batch.find((message) => (message as PublicMessage).data === 'poison') ?? stuck;
          return poisoned(batch, claim, signal);
        },
      });
      await bus.publish(...[1, 'poison', 2].map((data) => ({ subject: 'a', data })));
      await until(() => stuck !== undefined, 'the poison');
      const other = bus.another();
      const { record, position = '' } = stuck as PublicMessage & Incoming;
      const place = record
        ? { partition: record.partition, offset: BigInt(record.offset) }
        : { position: BigInt(position.split('.')[1] ?? 0) };
      expect(await other.hasPassed('stuck', 'contract', place)).toBe(false);
      await other.skip('stuck', 'contract', place);
      await until(() => texts(consumer.seen).some((data) => data === 2), 'what comes behind it');
      expect(texts(consumer.seen)).toEqual([1, 2]);
      await other.rewind('stuck', 'contract', 0n);
      await until(() => consumer.seen.length >= 4, 'history again');
      expect(texts(consumer.seen)).toEqual([1, 2, 1, 2]);
      await consumer.stop();
      expect(await other.hasPassed('stuck', 'contract', place)).toBe(true);
    });
  });
}
