import type { PublicMessage } from '@engsales/events';
import type { BusSubscription, MessageBus, MessagePlace, MessageSource } from './message-bus.js';

/** A bus in memory for component tests: public events are put on it by hand, also of services that do not run. */
export class MemoryBus implements MessageBus {
  private readonly topics = new Map<MessageSource, PublicMessage[]>();
  private readonly offsets = new Map<string, number>();
  private readonly wakers = new Set<() => void>();

  put(...messages: readonly PublicMessage[]): void {
    for (const message of messages) {
      this.topics.set(message.source, [...(this.topics.get(message.source) ?? []), message]);
    }
    for (const wake of [...this.wakers]) wake();
  }

  async subscribe({ group, source, signal, deliver }: BusSubscription): Promise<void> {
    const key = `${group}/${source}`;
    while (!signal.aborted) {
      const offset = this.offsets.get(key) ?? 0;
      const batch = (this.topics.get(source) ?? []).slice(offset);
      if (batch.length === 0) await this.somethingNew(signal);
      else {
        await deliver(batch, undefined, signal);
        if ((this.offsets.get(key) ?? 0) === offset) this.offsets.set(key, offset + batch.length);
      }
    }
  }

  dividesAmongReplicas(): boolean {
    return false;
  }

  handledUpTo(group: string, source: MessageSource): Promise<bigint | undefined> {
    return Promise.resolve(BigInt(this.offsets.get(`${group}/${source}`) ?? 0));
  }

  rewind(group: string, source: MessageSource, position: bigint): Promise<bigint> {
    this.offsets.set(`${group}/${source}`, Number(position));
    for (const wake of [...this.wakers]) wake();
    return Promise.resolve(position);
  }

  hasPassed(group: string, source: MessageSource, place: MessagePlace): Promise<boolean> {
    return Promise.resolve(
      'position' in place && (this.offsets.get(`${group}/${source}`) ?? 0) >= Number(place.position),
    );
  }

  /** What is skipped here is the next message: its position is its place in the list, counted from 1. */
  skip(group: string, source: MessageSource, place: MessagePlace): Promise<void> {
    if ('position' in place) this.offsets.set(`${group}/${source}`, Number(place.position));
    return Promise.resolve();
  }

  private somethingNew(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.wakers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.wakers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
