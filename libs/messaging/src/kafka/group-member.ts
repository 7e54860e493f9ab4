import type { Consumer, EachBatchPayload } from 'kafkajs';
import type { BusSubscription, Claim, Incoming } from '../bus/message-bus.js';
import type { ServiceName } from '@engsales/events';
import { within } from '../consumer/faults.js';
import { decode } from './decode.js';
import { OffsetCommits } from './offset-commits.js';
import type { PartitionCheckpoints, PartitionClaim } from './partition-checkpoints.js';
import { PartitionWork, type PartitionParts } from './partition-work.js';

export interface MemberHooks {
  onTrouble(error: unknown): void;
  /** Records that this group had not handled are gone from the topic. */
  onLost(partition: number, from: bigint): void;
  isTransient(error: unknown): boolean;
  /** Offsets that the group has committed, per partition. */
  committed(): Promise<ReadonlyMap<number, bigint>>;
}

interface Assigned {
  readonly work: PartitionWork;
  readonly stop: AbortController;
}

/**
 * What one member of a Kafka group does with the partitions that it is given. Everything of a generation ends with it:
 * the message in hand is finished, the rest is given back, and what it may still write is fenced by its claims.
 */
export class GroupMember {
  private readonly assigned = new Map<number, Assigned>();
  /** Works that were told to end, until they have. */
  private readonly ending = new Map<number, Promise<void>>();
  private readonly claims = new Map<number, PartitionClaim>();
  private readonly wentBackTo = new Map<number, bigint>();
  private readonly confirmations = new Set<() => void>();
  private readonly commits: OffsetCommits;
  private closed = false;
  /** Partitions of a new generation whose offsets were not compared yet. */
  private uncompared: readonly number[] = [];

  constructor(
    private readonly consumer: Consumer,
    private readonly topic: string,
    private readonly subscription: BusSubscription,
    private readonly checkpoints: PartitionCheckpoints,
    private readonly hooks: MemberHooks,
    private readonly fail: (error: unknown) => void,
  ) {
    this.commits = new OffsetCommits(consumer, topic);
  }

  /** A new generation: nothing of the old one goes on. */
  joined(partitions: readonly number[]): void {
    this.revoke();
    this.wentBackTo.clear();
    this.uncompared = partitions;
    this.consumer.resume([{ topic: this.topic, partitions: [...partitions] }]);
    this.heartbeat();
  }

  /** The partitions are no longer ours, or not for long. */
  revoke(): void {
    this.commits.forget();
    for (const partition of [...this.assigned.keys()]) this.end(partition);
  }

  /** The broker has just confirmed the membership. */
  heartbeat(): void {
    for (const confirm of [...this.confirmations]) confirm();
  }

  /** Takes records in and lets the fetching go on; they are handled beside it. */
  async take({ batch, resolveOffset, heartbeat, pause, isStale }: EachBatchPayload): Promise<void> {
    if (this.closed || isStale()) return;
    const { partition, messages } = batch;
    const source = this.subscription.source as ServiceName;
    const { work } = this.assigned.get(partition) ?? this.begin(partition);
    work.push(messages.map((message) => decode(source, this.topic, partition, message)));
    resolveOffset(batch.lastOffset());
    if (work.isFull) pause();
    await heartbeat();
  }

  /** An operator may have set the group back, now or while nobody was here; or our database is older than Kafka's offsets. */
  async lookBack(): Promise<void> {
    const { group, source } = this.subscription;
    const { uncompared } = this;
    // first Kafka's offsets, then ours: ours are noted first, so they are the lower only if something set them back
    const committed = uncompared.length > 0 ? await this.hooks.committed() : undefined;
    const standings = await this.checkpoints.standings(group, source);
    for (const { partition, rewinds } of standings) {
      const claim = this.claims.get(partition);
      if (claim && this.assigned.has(partition) && claim.rewinds !== rewinds) this.restart(partition, 0n);
    }
    if (!committed || this.uncompared !== uncompared) return;
    this.uncompared = [];
    const own = new Map(standings.map(({ partition, position }) => [partition, position]));
    for (const partition of uncompared) {
      const position = own.get(partition) ?? 0n;
      if (position < (committed.get(partition) ?? 0n)) this.restart(partition, position);
    }
  }

  /** Ends everything; what is done is committed. */
  async close(): Promise<void> {
    this.closed = true;
    for (const partition of [...this.assigned.keys()]) this.end(partition);
    await Promise.all(this.ending.values());
    await within(3_000, this.commits.flushed());
  }

  private begin(partition: number): Assigned {
    const stop = new AbortController();
    const signal = AbortSignal.any([this.subscription.signal, stop.signal]);
    const before = this.ending.get(partition) ?? Promise.resolve();
    const begun = { stop, work: new PartitionWork(this.partsOf(partition), signal, before) };
    this.assigned.set(partition, begun);
    return begun;
  }

  private end(partition: number): void {
    const found = this.assigned.get(partition);
    if (!found) return;
    this.assigned.delete(partition);
    found.stop.abort();
    const ended = found.work.ended.catch(this.fail).finally(() => {
      if (this.ending.get(partition) === ended) this.ending.delete(partition);
    });
    this.ending.set(partition, ended);
  }

  private restart(partition: number, offset: bigint): void {
    this.end(partition);
    this.consumer.seek({ topic: this.topic, partition, offset: String(offset) });
    this.consumer.resume([{ topic: this.topic, partitions: [partition] }]);
  }

  private partsOf(partition: number): PartitionParts {
    const { group, source, deliver } = this.subscription;
    return {
      claim: async () => {
        const claim = await this.checkpoints.claim(group, source, partition);
        this.claims.set(partition, claim);
        return claim;
      },
      deliver: (batch: readonly Incoming[], claim: Claim, signal: AbortSignal) => deliver(batch, claim, signal),
      handled: async (claim, next, messages) => {
        await this.checkpoints.note(claim, next, highestOf(messages));
        this.wentBackTo.delete(partition);
        this.commits.soon(partition, next);
      },
      goBackTo: (offset) => {
        if (this.wentBackTo.get(partition) === offset) {
          this.hooks.onLost(partition, offset);
          return false;
        }
        this.wentBackTo.set(partition, offset);
        this.restart(partition, offset);
        return true;
      },
      rewound: () => this.restart(partition, 0n),
      confirmed: (signal) => this.confirmed(signal),
      onTrouble: (error) => this.hooks.onTrouble(error),
      onRoom: () => this.consumer.resume([{ topic: this.topic, partitions: [partition] }]),
      fail: this.fail,
      isTransient: (error) => this.hooks.isTransient(error),
    };
  }

  private confirmed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.confirmations.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.confirmations.add(done);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }
}

/** Highest position of the publisher's store in a batch; 0 when the publisher does not tell. */
function highestOf(messages: readonly Incoming[]): bigint {
  let highest = 0n;
  for (const message of messages) {
    const digits = 'position' in message ? /\.(\d{1,18})$/.exec(message.position ?? '')?.[1] : undefined;
    const position = BigInt(digits ?? 0);
    if (position > highest) highest = position;
  }
  return highest;
}
