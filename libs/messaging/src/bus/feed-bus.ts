import type { PublishedFeed } from '../relay/published-feed.js';
import type { Checkpoint, Checkpoints } from './checkpoints.js';
import {
  CheckpointMoved,
  type BusSubscription,
  type MessageBus,
  type MessagePlace,
  type MessageSource,
} from './message-bus.js';

const BATCH = 500;
const REWIND_POLL_MS = 300;

/** The bus of the embedded profile: each group reads the publisher's mapped feed, with a checkpoint in its own database. */
export class FeedBus implements MessageBus {
  constructor(
    private readonly feedOf: (source: MessageSource) => PublishedFeed,
    private readonly checkpoints: Checkpoints,
  ) {}

  async subscribe({ group, source, epoch, signal, deliver }: BusSubscription): Promise<void> {
    while (!signal.aborted) {
      let at = await this.checkpoints.claim(group, source, epoch);
      const claim = { group, checkpoint: source, epoch };
      const { signal: reading, stop } = this.untilRewound(group, source, at, signal);
      try {
        for await (const batch of this.feedOf(source).read(at.position, {
          signal: reading,
          batchSize: BATCH,
        })) {
          await deliver(await this.checkpoints.skips.leave(group, source, batch.messages), claim, signal);
          at = await this.checkpoints.move(group, source, at, batch.upTo, epoch);
        }
      } catch (error) {
        // a rewind: claim again and go on from there; a lost lease is found by the claim
        if (!(error instanceof CheckpointMoved)) throw error;
      } finally {
        stop();
      }
    }
  }

  /** A reader that sleeps at the head would not see a rewind, so it is looked for beside. */
  private untilRewound(group: string, source: MessageSource, claimed: Checkpoint, signal: AbortSignal) {
    const rewound = new AbortController();
    const look = async () => {
      const standing = await this.checkpoints.standing(group, source);
      if (standing && standing.rewinds !== claimed.rewinds) rewound.abort();
    };
    // a failed look is made again; the reader itself reports what is wrong with the database
    const timer = setInterval(() => void look().catch(() => undefined), REWIND_POLL_MS);
    return { signal: AbortSignal.any([signal, rewound.signal]), stop: () => clearInterval(timer) };
  }

  dividesAmongReplicas(): boolean {
    return false;
  }

  async handledUpTo(group: string, source: MessageSource): Promise<bigint | undefined> {
    return (await this.checkpoints.standing(group, source))?.position;
  }

  async rewind(group: string, source: MessageSource, position: bigint): Promise<bigint> {
    await this.checkpoints.rewind(group, source, position);
    return position;
  }

  async hasPassed(group: string, source: MessageSource, place: MessagePlace): Promise<boolean> {
    return ((await this.handledUpTo(group, source)) ?? 0n) >= positionIn(place);
  }

  async skip(group: string, source: MessageSource, place: MessagePlace): Promise<void> {
    await this.checkpoints.skips.add(group, source, positionIn(place));
  }
}

function positionIn(place: MessagePlace): bigint {
  if ('position' in place) return place.position;
  throw new Error('a feed has positions, no partitions');
}
