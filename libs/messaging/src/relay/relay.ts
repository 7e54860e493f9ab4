import { topicOf, toWire, type PublicMessage, type ServiceName } from '@engsales/events';
import type { Checkpoints } from '../bus/checkpoints.js';
import { ClaimFence } from '../bus/claim-fence.js';
import { FeedBus } from '../bus/feed-bus.js';
import { LeaseLost, type Claim, type Incoming } from '../bus/message-bus.js';
import { sleep } from '../consumer/faults.js';
import type { OutgoingRecord } from '../kafka/kafka-sender.js';
import { inPortions } from '../kafka/portions.js';
import type { PublishedFeed } from './published-feed.js';

export interface RelayParts {
  send(topic: string, records: readonly OutgoingRecord[]): Promise<void>;
  /** Resolves when Kafka may be used. */
  ready(signal: AbortSignal): Promise<void>;
  onTrouble(error: unknown): void;
  /** Lets tests kill the process at a named point. */
  failpoint(name: string): void;
}

export interface RelayTrouble {
  readonly since: string;
  readonly attempts: number;
  readonly message: string;
}

const GROUP = 'relay';
const LONGEST_PAUSE_MS = 10_000;

/**
 * Publishes the service's own feed: sends in order, then moves its checkpoint. The event store is the outbox. A batch
 * that fails is sent again for ever and nothing is skipped, so a topic holds 1 2 3 1 2 3 at worst.
 */
export class Relay {
  private readonly bus: FeedBus;
  private readonly fence: ClaimFence;
  trouble: RelayTrouble | undefined;

  constructor(
    private readonly service: ServiceName,
    private readonly feed: PublishedFeed,
    private readonly checkpoints: Checkpoints,
    private readonly parts: RelayParts,
  ) {
    this.bus = new FeedBus(() => feed, checkpoints);
    this.fence = new ClaimFence(checkpoints);
  }

  /** Runs under the lease until the signal aborts. @throws LeaseLost */
  async run(epoch: bigint, signal: AbortSignal): Promise<void> {
    let pause = 100;
    while (!signal.aborted) {
      await this.parts.ready(signal);
      try {
        const deliver = async (batch: readonly Incoming[], claim: Claim | undefined) => {
          await this.publish(batch as readonly PublicMessage[], claim);
          this.trouble = undefined;
          pause = 100;
        };
        await this.bus.subscribe({ group: GROUP, source: this.service, epoch, signal, deliver });
      } catch (error) {
        if (error instanceof LeaseLost) throw error;
        if (signal.aborted) return;
        this.noteTrouble(error);
        await sleep(pause, signal);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  /** Everything up to here has been acknowledged by the broker. */
  async position(): Promise<bigint> {
    return (await this.checkpoints.standing(GROUP, this.service))?.position ?? 0n;
  }

  head(): Promise<bigint> {
    return this.feed.head();
  }

  /** Sends history again from behind this position. */
  rewind(position: bigint): Promise<void> {
    return this.checkpoints.rewind(GROUP, this.service, position);
  }

  private async publish(batch: readonly PublicMessage[], claim: Claim | undefined): Promise<void> {
    if (batch.length === 0) return;
    this.parts.failpoint('before-send');
    for (const records of inPortions(batch.map(toWire))) {
      await this.fence.assertHeld(claim);
      await this.parts.send(topicOf(this.service), records);
    }
    this.parts.failpoint('after-send');
  }

  private noteTrouble(error: unknown): void {
    const { since = new Date().toISOString(), attempts = 0 } = this.trouble ?? {};
    const message = error instanceof Error ? error.message : String(error);
    this.trouble = { since, attempts: attempts + 1, message };
    this.parts.onTrouble(error);
  }
}
