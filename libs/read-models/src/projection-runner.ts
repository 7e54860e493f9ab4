import { setTimeout as delay } from 'node:timers/promises';
import { AppendSignal, type EventStore } from '@engsales/event-sourcing';
import type { DataSource, EntityManager } from 'typeorm';
import { claimCheckpoint, moveCheckpoint, ProjectionFenced, readCheckpoint } from './projection-checkpoints.js';
import type { Projection } from './projection.js';

const BATCH = 500;
const LINGER_MS = 5;
const MOVED_POLL_MS = 500;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 60_000;

/** Keeps projections up to date while this process holds the lease: rows and checkpoint in one transaction per batch. */
export class ProjectionRunner {
  private readonly moved = new AppendSignal();

  constructor(
    readonly projections: readonly Projection[],
    private readonly store: EventStore,
    private readonly database: DataSource,
    private readonly onTrouble: (name: string, error: unknown) => void = () => undefined,
  ) {}

  async run(epoch: bigint, signal: AbortSignal): Promise<void> {
    await Promise.all(this.projections.map((projection) => this.keepUp(projection, epoch, signal)));
  }

  /** Waits until the projection has applied the position; false when it has not in time. Works in every replica. */
  async waitFor(name: string, position: bigint, milliseconds: number): Promise<boolean> {
    const deadline = performance.now() + milliseconds;
    for (;;) {
      const seen = this.moved.seen;
      if (((await readCheckpoint(this.database.manager, name)) ?? 0n) >= position) return true;
      const left = deadline - performance.now();
      if (left <= 0) return false;
      await this.moved.wait(seen, Math.min(left, 50), new AbortController().signal);
    }
  }

  positionOf(name: string): Promise<bigint | undefined> {
    return readCheckpoint(this.database.manager, name);
  }

  private async keepUp(projection: Projection, epoch: bigint, signal: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const began = performance.now();
      try {
        const position = await claimCheckpoint(this.database.manager, projection.name, epoch);
        if (position === undefined) return;
        await this.follow(projection, position, epoch, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof ProjectionFenced)) this.onTrouble(projection.name, error);
        // a projection that worked for a while starts anew with short pauses
        if (performance.now() - began > LONGEST_PAUSE_MS) pause = FIRST_PAUSE_MS;
        await sleep(pause, signal);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  private async follow(projection: Projection, from: bigint, epoch: bigint, signal: AbortSignal): Promise<void> {
    let position = from;
    // a reader that sleeps at the head would not see a roll-back, so it is looked for beside
    const moved = new AbortController();
    const look = async () => {
      if (((await this.positionOf(projection.name)) ?? position) < position) moved.abort();
    };
    const timer = setInterval(() => void look().catch(() => undefined), MOVED_POLL_MS);
    try {
      const reading = AbortSignal.any([signal, moved.signal]);
      for await (const batch of this.store.subscribe(position, {
        signal: reading,
        batchSize: BATCH,
        lingerMs: LINGER_MS,
      })) {
        const events = batch.events.filter((event) => projection.handles.includes(event.type));
        const move = (rows: EntityManager) => moveCheckpoint(rows, projection.name, position, batch.upTo, epoch);
        if (events.length === 0) await move(this.database.manager);
        else
          await this.database.transaction(async (rows) => {
            await move(rows);
            for (const event of events) await projection.apply(event, rows);
          });
        position = batch.upTo;
        this.moved.notify();
      }
    } finally {
      clearInterval(timer);
    }
  }
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined); // woken by the end of the work
}
