import type { Consumer } from 'kafkajs';

/**
 * Commits what is handled, beside the handling and never before it; one request for all partitions. A commit that is
 * lost costs only duplicates, which the cursors drop.
 */
export class OffsetCommits {
  private pending = new Map<number, bigint>();
  private flushing: Promise<void> | undefined;

  constructor(
    private readonly consumer: Pick<Consumer, 'commitOffsets'>,
    private readonly topic: string,
  ) {}

  soon(partition: number, next: bigint): void {
    this.pending.set(partition, next);
    this.flushing ??= this.flush().finally(() => (this.flushing = undefined));
  }

  /** The partitions may be somebody else's by now. */
  forget(): void {
    this.pending.clear();
  }

  async flushed(): Promise<void> {
    await this.flushing;
  }

  private async flush(): Promise<void> {
    while (this.pending.size > 0) {
      const offsets = [...this.pending].map(([partition, next]) => ({
        topic: this.topic,
        partition,
        offset: String(next),
      }));
      this.pending.clear();
      await this.consumer.commitOffsets(offsets).catch(() => undefined);
    }
  }
}
