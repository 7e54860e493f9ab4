import { businessDateOf, isInstant } from '@engsales/values';

/** The only source of "now" for commands. Leases, tokens and durations use their own clocks and are never set. */
export class Clock {
  private offsetMs = 0;

  constructor(start?: string) {
    if (start) this.set(start);
  }

  now(): string {
    return new Date(Date.now() + this.offsetMs).toISOString();
  }

  /** The business date in Asia/Shanghai. */
  today(): string {
    return businessDateOf(this.now());
  }

  /** Goes on running from that instant; undefined goes back to real time. */
  set(instant: string | undefined): void {
    if (instant !== undefined && !isInstant(instant)) throw new RangeError(`${instant} is no instant`);
    this.offsetMs = instant === undefined ? 0 : Date.parse(instant) - Date.now();
  }
}
