import type { Consumer, EachBatchPayload } from 'kafkajs';
import type { BusSubscription, Claim, Incoming } from '../bus/message-bus.js';
import type { ServiceName } from '@engsales/events';
import { within } from '../consumer/faults.js';
import { decode } from './decode.js';
import { OffsetCommits } from './offset-commits.js';
import type { PartitionCheckpoints, PartitionClaim, PartitionStanding } from './partition-checkpoints.js';
import { PartitionWork, type PartitionParts } from './partition-work.js';

export interface MemberHooks {
  onTrouble(error: unknown): void;
  /** Records that this group had not handled are gone from the topic. */
  onLost(partition: number, from: bigint): void;
  isTransient(error: unknown): boolean;
  /** Offsets that the group has committed, per partition. */
  committed(): Promise<ReadonlyMap<number, bigint>>;
}

const RECOMMIT_LOOKS = 20;

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
  /** Partitions of this generation. */
  private given: readonly number[] = [];
  /** Whether Kafka's offsets of this generation were compared with ours. */
  private compared = true;
  private readonly rewindsAtJoin = new Map<number, number>();
  /** Next offset of what this generation has handled. */
  private readonly reached = new Map<number, bigint>();
  private generation = 0;
  private looks = 0;

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
    this.given = partitions;
    this.compared = false;
    this.consumer.resume([{ topic: this.topic, partitions: [...partitions] }]);
    this.heartbeat();
  }

  /** The partitions are no longer ours, or not for long. */
  revoke(): void {
    this.generation += 1;
    this.given = [];
    this.claims.clear();
    this.rewindsAtJoin.clear();
    this.reached.clear();
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
    const first = BigInt(batch.firstOffset() ?? -1);
    if (work.expects !== undefined && first > work.expects && this.goBackTo(partition, work.expects)) return;
    work.push(messages.map((message) => decode(source, this.topic, partition, message)));
    resolveOffset(batch.lastOffset());
    if (work.isFull) pause();
    await heartbeat();
  }

  /** An operator may have set the group back, now or while nobody was here; or our database is older than Kafka's offsets. */
  async lookBack(): Promise<void> {
    const { group, source } = this.subscription;
    const { generation, compared } = this;
    // first Kafka's offsets, then ours: ours are noted first, so they are the lower only if something set them back
    const committed = compared ? undefined : await this.hooks.committed();
    const standings = await this.checkpoints.standings(group, source);
    if (this.generation !== generation) return;
    for (const partition of this.given) {
      this.lookAt(
        partition,
        standings.find((s) => s.partition === partition),
        committed?.get(partition),
      );
    }
    if (committed) this.compared = true;
    this.looks += 1;
    // a commit may have been overtaken by one of a former owner
    if (this.looks % RECOMMIT_LOOKS === 0)
      this.reached.forEach((next, partition) => this.commits.soon(partition, next));
  }

  private lookAt(partition: number, standing: PartitionStanding | undefined, committed: bigint | undefined): void {
    const { position, rewinds } = standing ?? { position: 0n, rewinds: 0 };
    const known = this.claims.get(partition)?.rewinds ?? this.rewindsAtJoin.get(partition) ?? rewinds;
    this.rewindsAtJoin.set(partition, rewinds);
    if (committed !== undefined && position < committed) this.restart(partition, position);
    else if (known !== rewinds) this.restart(partition, 0n);
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
    const begun = { stop, work: new PartitionWork(this.partsOf(partition, this.generation), signal, before) };
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
    this.claims.delete(partition);
    this.reached.delete(partition);
    this.consumer.seek({ topic: this.topic, partition, offset: String(offset) });
    this.consumer.resume([{ topic: this.topic, partitions: [partition] }]);
  }

  /** False when that was tried and the records are gone. */
  private goBackTo(partition: number, offset: bigint): boolean {
    if (this.wentBackTo.get(partition) === offset) {
      this.hooks.onLost(partition, offset);
      return false;
    }
    this.wentBackTo.set(partition, offset);
    this.restart(partition, offset);
    return true;
  }

  private partsOf(partition: number, generation: number): PartitionParts {
    const { group, source, deliver } = this.subscription;
    return {
      claim: async () => {
        const claim = await this.checkpoints.claim(group, source, partition);
        if (this.generation === generation) this.claims.set(partition, claim);
        return claim;
      },
      deliver: async (batch: readonly Incoming[], claim: Claim, signal: AbortSignal) =>
        deliver(await this.checkpoints.skips.leave(group, claim.checkpoint, batch), claim, signal),
      handled: async (claim, next, messages) => {
        await this.checkpoints.note(claim, next, highestOf(messages));
        if (this.generation !== generation) return; // the partition may be somebody else's by now
        this.wentBackTo.delete(partition);
        this.reached.set(partition, next);
        this.commits.soon(partition, next);
      },
      goBackTo: (offset) => this.goBackTo(partition, offset),
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
