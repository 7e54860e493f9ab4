import { businessDateOf, isInstant } from '@engsales/values';

/** The only source of "now" for commands. Leases, tokens and durations use their own clocks and are never set. */
export class Clock {
  private offset = 0;
  private readonly listeners = new Set<() => Promise<void>>();

  constructor(start?: string) {
    if (start) this.offset = offsetTo(start);
  }

  /** How far it is ahead of real time. */
  get offsetMs(): number {
    return this.offset;
  }

  now(): string {
    return new Date(Date.now() + this.offset).toISOString();
  }

  /** The business date in Asia/Shanghai. */
  today(): string {
    return businessDateOf(this.now());
  }

  /** Goes on running from that instant; undefined goes back to real time. Resolves when everybody who waits for times knows. */
  async set(instant: string | undefined): Promise<void> {
    this.offset = instant === undefined ? 0 : offsetTo(instant);
    await Promise.all([...this.listeners].map((listener) => listener()));
  }

  /** Answers how to leave: the services of a process share the clock and end one by one. */
  onSet(listener: () => Promise<void>): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}

function offsetTo(instant: string): number {
  if (!isInstant(instant)) throw new RangeError(`${instant} is no instant`);
  return Date.parse(instant) - Date.now();
}
