import { sleep } from '../consumer/faults.js';
import { CheckpointMoved, LeaseLost, type Claim, type Incoming } from '../bus/message-bus.js';
import type { PartitionClaim } from './partition-checkpoints.js';

/** What a partition needs of its group member. */
export interface PartitionParts {
  claim(): Promise<PartitionClaim>;
  deliver(batch: readonly Incoming[], claim: Claim, signal: AbortSignal): Promise<void>;
  /** Notes the next offset beside the effects, then lets Kafka know. @throws LeaseLost, CheckpointMoved */
  handled(claim: PartitionClaim, next: bigint, messages: readonly Incoming[]): Promise<void>;
  /** Fetches again from here and begins anew; false when that was tried and the records are gone. */
  goBackTo(offset: bigint): boolean;
  /** The group was set back: fetches the partition again from its beginning. */
  rewound(): void;
  /** The claim was taken: resolves once the broker has confirmed that this member still has the partition. */
  confirmed(signal: AbortSignal): Promise<void>;
  onTrouble(error: unknown): void;
  /** There is room for more records again. */
  onRoom(): void;
  /** A fault that waiting does not mend. */
  fail(error: unknown): void;
  isTransient(error: unknown): boolean;
}

const AT_ONCE = 200;
const FULL_MESSAGES = 1_000;
const FULL_BYTES = 4_000_000;
const LONGEST_PAUSE_MS = 10_000;

/** The records of one partition, in order, while this member has it. The fetching goes on meanwhile, so heartbeats do too. */
export class PartitionWork {
  private readonly queue: Incoming[] = [];
  private bytes = 0;
  private expected: bigint | undefined;
  private wake = () => undefined as void;
  readonly ended: Promise<void>;

  constructor(
    private readonly parts: PartitionParts,
    private readonly signal: AbortSignal,
    /** What this member still does for the partition from before; the two must not meet. */
    before: Promise<void>,
  ) {
    // kafkajs throws when it is asked to seek or resume after it has crashed
    this.ended = before.then(() => this.run()).catch((error: unknown) => this.parts.fail(error));
  }

  get isFull(): boolean {
    return this.queue.length >= FULL_MESSAGES || this.bytes >= FULL_BYTES;
  }

  /** The offset that must come next; undefined before the first record. */
  get expects(): bigint | undefined {
    return this.expected;
  }

  push(messages: readonly Incoming[]): void {
    for (const message of messages) {
      this.expected = offsetOf(message) + 1n;
      this.queue.push(message);
      this.bytes += sizeOf(message);
    }
    this.wake();
  }

  private async run(): Promise<void> {
    let claim: PartitionClaim | undefined;
    while (await this.next()) {
      claim ??= await this.takeOver();
      if (!claim) return;
      const held = claim;
      const batch = this.queue.slice(0, AT_ONCE);
      const outcome = await this.insist(() => this.attempt(batch, held));
      if (outcome === undefined) return;
      if (outcome === 'done') this.drop(batch);
      else {
        await this.parts.confirmed(this.signal);
        claim = undefined;
      }
    }
  }

  /** undefined when the work is over, or begins anew from an earlier offset. */
  private async takeOver(): Promise<PartitionClaim | undefined> {
    const claim = await this.insist(() => this.parts.claim());
    const first = await this.next();
    if (!claim || !first) return undefined;
    // Kafka's offset is ahead of ours: a rewind, a restored database, or somebody moved it
    if (offsetOf(first) > claim.position && this.parts.goBackTo(claim.position)) return undefined;
    return claim;
  }

  private async attempt(batch: readonly Incoming[], claim: PartitionClaim): Promise<'done' | 'lost'> {
    try {
      await this.parts.deliver(batch, claim, this.signal);
      const last = batch.at(-1);
      if (last) await this.parts.handled(claim, offsetOf(last) + 1n, batch);
      return 'done';
    } catch (error) {
      if (error instanceof LeaseLost) return 'lost';
      throw error;
    }
  }

  /** Until it succeeds: a fault that passes holds this partition up and no other. undefined when the work is over. */
  private async insist<Result>(run: () => Promise<Result>): Promise<Result | undefined> {
    for (let pause = 100; !this.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await run();
      } catch (error) {
        if (this.signal.aborted) return undefined;
        if (error instanceof CheckpointMoved) {
          this.parts.rewound();
          return undefined;
        }
        if (!this.parts.isTransient(error)) {
          this.parts.fail(error);
          return undefined;
        }
        this.parts.onTrouble(error);
        await sleep(pause, this.signal);
      }
    }
    return undefined;
  }

  private drop(batch: readonly Incoming[]): void {
    const wasFull = this.isFull;
    this.queue.splice(0, batch.length);
    for (const message of batch) this.bytes -= sizeOf(message);
    if (wasFull && !this.isFull) this.parts.onRoom();
  }

  /** The head of the queue, once there is one; undefined when the work is over. */
  private async next(): Promise<Incoming | undefined> {
    while (!this.signal.aborted && this.queue.length === 0) {
      await new Promise<void>((resolve) => {
        this.wake = () => {
          this.signal.removeEventListener('abort', this.wake);
          resolve();
        };
        this.signal.addEventListener('abort', this.wake);
      });
    }
    return this.signal.aborted ? undefined : this.queue[0];
  }
}

const offsetOf = (message: Incoming) => BigInt(message.record?.offset ?? -1);
const sizeOf = (message: Incoming) => message.record?.value?.length ?? 0;
