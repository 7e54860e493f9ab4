import { run as startWorker, type RunnerOptions } from 'graphile-worker';
import { setTimeout as delay } from 'node:timers/promises';
import { fire, type FiringParts } from './firing.js';
import { inTransaction } from './in-transaction.js';
import { addAllJobs, releaseDeadWorkers, TASK } from './jobs.js';
import { workerLogger } from './worker-log.js';

const CONCURRENCY = 2;
/** How late a job may be seen when its notification was lost. */
const POLL_MS = 1_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 60_000;

/** Sends the commands of timers that are due, while this process holds the lease. */
export class TimerRunner {
  private serving = new AbortController();

  /** The pool needs connections for the two jobs at work and for the worker's LISTEN. */
  constructor(private readonly parts: FiringParts) {}

  async run(signal: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const began = performance.now();
      this.serving = new AbortController();
      try {
        await this.serve(AbortSignal.any([signal, this.serving.signal]));
      } catch (error) {
        if (!signal.aborted) this.parts.log('error', 'timers: will try again', { err: error });
      }
      if (performance.now() - began > LONGEST_PAUSE_MS) pause = FIRST_PAUSE_MS;
      if (!signal.aborted) await delay(pause, undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  /** After the clock was set. When it fails the runner starts over, which does it again. */
  async clockWasSet(): Promise<void> {
    try {
      await this.reschedule();
    } catch (error) {
      this.parts.log('error', 'timers: could not follow the clock, will try again', { err: error });
      this.serving.abort();
    }
  }

  /** Jobs lie on the real time line, so all of them move with the clock. Whoever is setting a timer is waited for. */
  private async reschedule(): Promise<void> {
    const { pool, workerSchema, clock } = this.parts;
    await inTransaction(pool, async (client) => {
      await client.query('SELECT FROM timer_clock FOR UPDATE');
      const { offsetMs } = clock; // under the lock: of two settings at once the last one counts
      await client.query('UPDATE timer_clock SET offset_ms = $1', [offsetMs]);
      await addAllJobs(client, workerSchema, offsetMs);
    });
  }

  private async serve(signal: AbortSignal): Promise<void> {
    await releaseDeadWorkers(this.parts.pool, this.parts.workerSchema);
    await this.reschedule();
    if (signal.aborted) return;
    const worker = await startWorker(this.options());
    await Promise.race([worker.promise, aborted(signal)]);
    if (!signal.aborted) throw new Error('the worker ended by itself');
    await worker.stop().catch(() => undefined); // rejects when it has just stopped by itself
    await worker.promise;
  }

  private options(): RunnerOptions {
    const { pool, workerSchema, log } = this.parts;
    return {
      pgPool: pool,
      schema: workerSchema,
      logger: workerLogger(log),
      noHandleSignals: true, // only the launcher owns signals
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      useNodeTime: true, // the clock that timers are compared with
      taskList: { [TASK]: (payload) => fire((payload as { key: string }).key, this.parts) },
      // 0.17.3 without batches: nobody awaits that a job is marked as done, and a lost connection there ends the process
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    };
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
