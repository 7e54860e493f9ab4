import { topicOf, type ServiceName } from '@engsales/events';
import type { Admin, Consumer, Kafka } from 'kafkajs';
import {
  OWN_FEED,
  type BusSubscription,
  type MessageBus,
  type MessagePlace,
  type MessageSource,
} from '../bus/message-bus.js';
import { within } from '../consumer/faults.js';
import { GroupMember } from './group-member.js';
import { isAuthorizationFault } from './kafka-client.js';
import type { KafkaLink } from './kafka-link.js';
import type { PartitionCheckpoints } from './partition-checkpoints.js';

export interface KafkaBusOptions {
  readonly sessionTimeoutMs: number;
  /** Where a service publishes; its own topic when absent. */
  readonly topicOf?: (service: ServiceName) => string;
  /** Groups are `<prefix>.<group>.<source>`; `engsales` when absent. */
  readonly groupPrefix?: string;
  /** A fault that passes by itself: wait, do not give up. */
  isTransient(error: unknown): boolean;
  onTrouble(group: string, source: MessageSource, error: unknown): void;
  /** Records that a group had not handled are gone from the topic: history is incomplete there. */
  onLost(group: string, source: MessageSource, partition: number, from: bigint): void;
}

const FETCH_WAIT_MS = 500;
const LOOK_BACK_MS = 300;

/** Messages over Kafka: one group per consumer and source, its partitions divided among the replicas. */
export class KafkaBus implements MessageBus {
  private readonly beats = new Map<string, number>();
  /** Groups that the broker refuses, with what it says. */
  readonly refused = new Map<string, string>();

  constructor(
    private readonly kafka: Kafka,
    private readonly link: KafkaLink,
    private readonly checkpoints: PartitionCheckpoints,
    private readonly options: KafkaBusOptions,
  ) {}

  dividesAmongReplicas(): boolean {
    return true;
  }

  /** Groups of this process that the broker has not confirmed for two session timeouts. */
  get silentGroups(): string[] {
    const limit = performance.now() - 2 * this.options.sessionTimeoutMs;
    return [...this.beats].filter(([, at]) => at < limit).map(([group]) => group);
  }

  async subscribe(subscription: BusSubscription): Promise<void> {
    const { group, source, signal } = subscription;
    await this.link.up(signal);
    if (signal.aborted) return;
    const { onTrouble, onLost, isTransient } = this.options;
    const topic = this.topicOf(source);
    const consumer = this.consumerFor(group, source);
    let fail: (error: unknown) => void = () => undefined;
    const failed = new Promise<never>((_resolve, reject) => (fail = reject));
    failed.catch(() => undefined);
    const hooks = {
      onTrouble: (error: unknown) => onTrouble(group, source, error),
      onLost: (partition: number, from: bigint) => onLost(group, source, partition, from),
      isTransient,
      committed: () => this.committed(this.groupIdOf(group, source), topic),
    };
    const member = new GroupMember(consumer, topic, subscription, this.checkpoints, hooks, fail);
    const groupId = this.groupIdOf(group, source);
    this.follow(groupId, consumer, member, topic, (error) => {
      if (isAuthorizationFault(error)) this.refused.set(groupId, error.message);
      fail(error);
    });
    // kept over failed attempts: a group that never gets anywhere must show
    if (!this.beats.has(groupId)) this.beats.set(groupId, performance.now());
    const looking = setInterval(
      oneAtATime(() => member.lookBack()),
      LOOK_BACK_MS,
    );
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 12,
        eachBatch: (payload) => member.take(payload),
      });
      await Promise.race([aborted(signal), failed]);
    } finally {
      clearInterval(looking);
      await member.close();
      // a broker that is gone answers no goodbye; it finds out by the session timeout
      await within(3_000, consumer.disconnect());
      if (signal.aborted) for (const known of [this.beats, this.refused]) known.delete(groupId);
    }
  }

  /**
   * Every published event up to here is handled: where a partition lags, what it has reached bounds the answer. Exact at
   * the publisher, which knows what it has sent; elsewhere events of one send may still be on their way.
   */
  async handledUpTo(group: string, source: MessageSource): Promise<bigint | undefined> {
    const standings = await this.checkpoints.standings(group, source);
    if (standings.length === 0) return undefined;
    // while the broker does not answer every partition may lag
    const lags = await this.lagOf(group, source).catch(() => standings.map((s) => ({ ...s, lag: 1n })));
    const behind = lags.filter(({ lag }) => lag > 0n).map(({ partition }) => partition);
    const reached = standings.map(({ partition, reached: position }) => ({ partition, position }));
    const lagging = behind.map((partition) => reached.find((r) => r.partition === partition)?.position ?? 0n);
    if (lagging.length > 0) return lagging.reduce((a, b) => (a < b ? a : b));
    return reached.map(({ position }) => position).reduce((a, b) => (a > b ? a : b), 0n);
  }

  /** How many records each partition holds that the group has not handled. */
  async lagOf(group: string, source: MessageSource): Promise<{ partition: number; offset: string; lag: bigint }[]> {
    const standings = await this.checkpoints.standings(group, source);
    const ends = await this.link.admin((admin) => admin.fetchTopicOffsets(this.topicOf(source)));
    return ends.map(({ partition, high, low }) => {
      const position = standings.find((s) => s.partition === partition)?.position ?? 0n;
      const from = position > BigInt(low) ? position : BigInt(low);
      return { partition, offset: String(position), lag: BigInt(high) - from };
    });
  }

  /** The offset that the next record of a partition gets. */
  async endOf(source: MessageSource, partition: number): Promise<bigint> {
    const ends = await this.link.admin((admin) => admin.fetchTopicOffsets(this.topicOf(source)));
    return BigInt(ends.find((end) => end.partition === partition)?.high ?? 0);
  }

  /** Every engsales group that reads the topic of a service, in whatever process, with the records it has left. */
  async groupsOn(source: MessageSource): Promise<{ group: string; lag: bigint }[]> {
    const topic = this.topicOf(source);
    return this.link.admin(async (admin) => {
      const ends = await admin.fetchTopicOffsets(topic);
      const { groups } = await admin.listGroups();
      const ours = groups
        .map(({ groupId }) => groupId)
        .filter((id) => id === this.groupIdOf(id.split('.')[1] ?? '', source));
      return Promise.all(
        ours.map(async (groupId) => {
          const offsets = await offsetsOf(admin, groupId, topic);
          const left = ends.map(({ partition, high, low }) => {
            const at = offsets.get(partition) ?? -1n;
            return BigInt(high) - (at < BigInt(low) ? BigInt(low) : at);
          });
          return { group: groupId, lag: left.reduce((sum, lag) => sum + lag, 0n) };
        }),
      );
    });
  }

  /** A group goes back to the beginning of its topic, whatever the position: what lies before it is a duplicate anyway. */
  async rewind(group: string, source: MessageSource): Promise<bigint> {
    await this.checkpoints.rewind(group, source);
    return 0n;
  }

  hasPassed(group: string, source: MessageSource, place: MessagePlace): Promise<boolean> {
    return this.checkpoints.hasPassed(group, source, place);
  }

  skip(group: string, source: MessageSource, place: MessagePlace): Promise<void> {
    return this.checkpoints.skip(group, source, place);
  }

  private committed(groupId: string, topic: string): Promise<ReadonlyMap<number, bigint>> {
    return this.link.admin((admin) => offsetsOf(admin, groupId, topic));
  }

  private topicOf(source: MessageSource): string {
    if (source === OWN_FEED) throw new Error('the own feed is not on Kafka');
    return (this.options.topicOf ?? topicOf)(source);
  }

  private groupIdOf(group: string, source: MessageSource): string {
    return `${this.options.groupPrefix ?? 'engsales'}.${group}.${source}`;
  }

  private consumerFor(group: string, source: MessageSource): Consumer {
    const { sessionTimeoutMs } = this.options;
    return this.kafka.consumer({
      groupId: this.groupIdOf(group, source),
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: Math.max(60_000, sessionTimeoutMs),
      heartbeatInterval: Math.min(3_000, Math.floor(sessionTimeoutMs / 4)),
      maxBytesPerPartition: 1_048_576,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      allowAutoTopicCreation: false,
      // a crash ends the subscription; the runner counts it and subscribes again
      retry: { retries: 8, restartOnFailure: () => Promise.resolve(false) },
    });
  }

  private follow(
    groupId: string,
    consumer: Consumer,
    member: GroupMember,
    topic: string,
    fail: (error: Error) => void,
  ): void {
    const { GROUP_JOIN, REBALANCING, HEARTBEAT, FETCH, CRASH } = consumer.events;
    const beat = () => this.beats.set(groupId, performance.now());
    consumer.on(GROUP_JOIN, ({ payload }) => {
      beat();
      member.joined(new Map(Object.entries(payload.memberAssignment)).get(topic) ?? []);
    });
    consumer.on(FETCH, () => this.refused.delete(groupId)); // a member may join and yet not read
    consumer.on(REBALANCING, () => member.revoke());
    consumer.on(HEARTBEAT, () => {
      beat();
      member.heartbeat();
    });
    consumer.on(CRASH, ({ payload }) => fail(payload.error));
  }
}

/** A look that takes long is not joined by another; a failed one is made again. */
function oneAtATime(look: () => Promise<void>): () => void {
  let looking = false;
  return () => {
    if (looking) return;
    looking = true;
    void look()
      .catch(() => undefined)
      .finally(() => (looking = false));
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** -1 where the group has committed nothing. */
async function offsetsOf(admin: Admin, groupId: string, topic: string): Promise<Map<number, bigint>> {
  const [found] = await admin.fetchOffsets({ groupId, topics: [topic] });
  return new Map(found?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
}
