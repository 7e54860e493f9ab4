import { sleep } from '../consumer/faults.js';
import type { PublicMessage } from '@engsales/events';
import type { BusSubscription, Claim, Incoming, MessageBus } from './message-bus.js';

export interface Said {
  readonly subject: string;
  readonly projectId?: string;
  readonly data: unknown;
}

export interface BusUnderTest {
  /** Another process of the service: the same group storage, connections of its own. */
  another(): MessageBus;
  /** Puts messages on the `contract` source, in this order; sequences count per subject from 0. */
  publish(...messages: readonly Said[]): Promise<void>;
  dispose(): Promise<void>;
}

export interface TestConsumer {
  readonly seen: PublicMessage[];
  /** Resolves when the subscription has ended. */
  stop(): Promise<void>;
}

export type Deliver = (batch: readonly Incoming[], claim: Claim | undefined, signal: AbortSignal) => Promise<void>;

/** A consumer that subscribes as the consumer runner does: again whenever the way to the messages failed. */
export function startConsumer(
  on: MessageBus,
  { group, epoch = 1n, before = () => Promise.resolve() }: { group: string; epoch?: bigint; before?: Deliver },
): TestConsumer {
  const stopped = new AbortController();
  const seen: PublicMessage[] = [];
  const subscription: BusSubscription = {
    group,
    source: 'contract',
    epoch,
    signal: stopped.signal,
    deliver: async (batch, claim, signal) => {
      await before(batch, claim, signal);
      seen.push(...(batch as readonly PublicMessage[]));
    },
  };
  const run = async () => {
    while (!stopped.signal.aborted) await on.subscribe(subscription).catch(() => sleep(50, stopped.signal));
  };
  const ended = run();
  const stop = () => {
    stopped.abort();
    return ended;
  };
  return { seen, stop };
}

export async function until(holds: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`it did not come about in 60 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
