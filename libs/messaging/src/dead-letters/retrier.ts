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
      const redriven = await this.tryDue(signal).catch((error: unknown) => {
        this.onTrouble(error);
        return 0;
      });
      if (redriven === 0) await sleep(LOOK_MS, signal);
    }
  }

  private async tryDue(signal: AbortSignal): Promise<number> {
    let redriven = 0;
    for (const { id } of await this.deadLetters.dueForRetry(AT_ONCE)) {
      if (signal.aborted) return redriven;
      const outcomes = await this.redrive.redrive(id, 'system:retry', 'what it needs may have arrived', false);
      redriven += outcomes?.filter(({ outcome }) => outcome === 'REDRIVEN').length ?? 0;
    }
    return redriven;
  }
}
