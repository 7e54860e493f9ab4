import type { PublishedFeed } from '../relay/published-feed.js';
import type { Checkpoints } from './checkpoints.js';
import { CheckpointMoved, type BusSubscription, type MessageBus, type MessageSource } from './message-bus.js';

const BATCH = 200;

/** The bus of the embedded profile: each group reads the publisher's mapped feed, with a checkpoint in its own database. */
export class FeedBus implements MessageBus {
  constructor(
    private readonly feedOf: (source: MessageSource) => PublishedFeed,
    private readonly checkpoints: Checkpoints,
    private readonly failpoint: (name: string) => void = () => undefined,
  ) {}

  async subscribe({ group, source, epoch, signal, deliver }: BusSubscription): Promise<void> {
    while (!signal.aborted) {
      let position = await this.checkpoints.claim(group, source, epoch);
      try {
        for await (const batch of this.feedOf(source).read(position, { signal, batchSize: BATCH })) {
          await deliver(batch.messages);
          this.failpoint('before-checkpoint');
          await this.checkpoints.move(group, source, position, batch.upTo, epoch);
          position = batch.upTo;
        }
      } catch (error) {
        // a rewind: claim again and go on from there; a lost lease is found by the claim
        if (!(error instanceof CheckpointMoved)) throw error;
      }
    }
  }

  handledUpTo(group: string, source: MessageSource): Promise<bigint | undefined> {
    return this.checkpoints.standing(group, source);
  }

  rewind(group: string, source: MessageSource, position: bigint): Promise<void> {
    return this.checkpoints.rewind(group, source, position);
  }
}
