import { sleep } from '../consumer/faults.js';
import type { DeadLetters } from './dead-letters.js';
import type { Redrive } from './redrive.js';

const LOOK_MS = 500;
const AT_ONCE = 20;

/** Tries parked messages again whose aggregate may have arrived meanwhile; what is over its time stays for operators. */
export class Retrier {
  constructor(
    private readonly deadLetters: DeadLetters,
    private readonly redrive: Redrive,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** Runs until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const tried = await this.tryDue(signal).catch((error: unknown) => {
        this.onTrouble(error);
        return 0;
      });
      if (tried === 0) await sleep(LOOK_MS, signal);
    }
  }

  private async tryDue(signal: AbortSignal): Promise<number> {
    const due = await this.deadLetters.dueForRetry(AT_ONCE);
    for (const { id } of due) {
      if (!signal.aborted) await this.redrive.redrive(id, 'system:retry', 'what it needs may have arrived', false);
    }
    return due.length;
  }
}
