import { contractSigned } from '@engsales/events';
import type { BusSubscription, MessageBus } from '../bus/message-bus.js';
import { LeaseLost } from '../bus/message-bus.js';
import { when } from '../reaction.js';
import { ConsumerRunner, CRASH_BUDGET } from './consumer-runner.js';
import type { HandlerParts } from './message-handler.js';

const reactions = [when(contractSigned, { name: 'r', then: () => [] })];
const parts = {
  classify: (error: unknown) => ({
    kind: String(error).includes('down') ? 'transient' : 'unknown',
    code: 'X',
    message: '',
  }),
} as unknown as HandlerParts;

function busThat(fails: (call: number, subscription: BusSubscription) => unknown, divides = false): MessageBus {
  let calls = 0;
  return {
    dividesAmongReplicas: () => divides,
    handledUpTo: () => Promise.resolve(undefined),
    rewind: () => Promise.resolve(0n),
    hasPassed: () => Promise.resolve(false),
    skip: () => Promise.resolve(),
    subscribe: (subscription) => Promise.reject(fails((calls += 1), subscription)),
  };
}

describe('the runner of consumer groups', () => {
  let stop: AbortController;
  let troubles: string[];
  let hopeless: string[];
  beforeEach(() => {
    jest.useFakeTimers();
    stop = new AbortController();
    troubles = [];
    hopeless = [];
  });
  afterEach(() => jest.useRealTimers());

  const runner = (bus: MessageBus) =>
    new ConsumerRunner('g', reactions, bus, parts, {
      onTrouble: (_group, _source, error) => troubles.push(String(error)),
      isOutage: (error) => String(error).includes('broker'),
      onHopeless: (_group, source, error) => hopeless.push(`${source} ${String(error)}`),
    });
  const elapse = async (running: Promise<void>) => {
    await jest.advanceTimersByTimeAsync(120_000);
    stop.abort();
    await jest.advanceTimersByTimeAsync(20_000);
    await running;
  };

  it('reports what fails again and again without progress as hopeless, once', async () => {
    const running = runner(busThat(() => new Error('a bug'))).runUnderLease(1n, stop.signal);
    await elapse(running);
    expect(troubles.length).toBeGreaterThan(CRASH_BUDGET);
    expect(hopeless).toEqual(['contract Error: a bug']);
  });

  it.each(['the broker is gone', 'the database is down'])('waits for ever while %s', async (fault) => {
    const running = runner(busThat(() => new Error(fault))).runUnderLease(1n, stop.signal);
    await elapse(running);
    expect(troubles.length).toBeGreaterThan(CRASH_BUDGET);
    expect(hopeless).toEqual([]);
  });

  it('ends when the lease is lost', async () => {
    const running = runner(busThat(() => new LeaseLost('x'))).runUnderLease(1n, stop.signal);
    await expect(running).rejects.toThrow(LeaseLost);
  });

  it('reads under the lease what only one may read, and as a member what is divided', async () => {
    const asked: string[] = [];
    const bus = (divides: boolean) =>
      busThat((_call, { source }) => {
        asked.push(`${divides ? 'member' : 'lease'} ${source}`);
        stop.abort();
        return new Error('enough');
      }, divides);
    await runner(bus(true)).runUnderLease(1n, stop.signal);
    await runner(bus(true)).runAsMember(stop.signal);
    stop = new AbortController();
    await runner(bus(false)).runAsMember(stop.signal);
    await runner(bus(false)).runUnderLease(1n, stop.signal);
    expect(asked).toEqual(['member contract', 'lease contract']);
  });
});
