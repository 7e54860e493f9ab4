import type { EventStore } from '@engsales/event-sourcing';
import type { DataSource } from 'typeorm';
import type { Projection } from './projection.js';
import { rebuildProjection, rollBackRebuild, type RebuildReport } from './rebuild.js';

/** A rebuild or a roll-back of this service is under way, here or in another replica. */
export class RebuildUnderWay extends Error {
  constructor(readonly projection: string | undefined) {
    super(projection ? `${projection} is being rebuilt` : 'another replica rebuilds a projection');
    this.name = 'RebuildUnderWay';
  }
}

export interface RebuildProgress {
  readonly projection: string;
  readonly position: bigint;
  readonly head: bigint;
}

const LOCK = `hashtextextended('engsales.rebuild.' || current_schema(), 0)`;

/**
 * One rebuild or roll-back at a time, whatever projection it names: a rebuild reads all of history and writes every row, and
 * many at once would leave nothing for commands. `database` is a pool of their own; one of its connections holds the lock.
 */
export class Rebuilds {
  private current: RebuildProgress | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly database: DataSource,
  ) {}

  /** What is being done here now. */
  get underWay(): RebuildProgress | undefined {
    return this.current;
  }

  /** @throws RebuildUnderWay */
  rebuild(projection: Projection): Promise<RebuildReport> {
    return this.alone(projection, () =>
      rebuildProjection(projection, this.store, this.database, (position, head) => {
        this.current = { projection: projection.name, position, head };
      }),
    );
  }

  /** False when there are no earlier tables. @throws RebuildUnderWay */
  rollBack(projection: Projection): Promise<boolean> {
    return this.alone(projection, () => rollBackRebuild(projection, this.database));
  }

  /** The session lock is over all replicas and goes with a process that dies; who comes second here does not wait for a connection. */
  private async alone<Result>({ name }: Projection, run: () => Promise<Result>): Promise<Result> {
    if (this.current) throw new RebuildUnderWay(this.current.projection);
    this.current = { projection: name, position: 0n, head: 0n };
    const holder = this.database.createQueryRunner();
    try {
      const answer = (await holder.query(`SELECT pg_try_advisory_lock(${LOCK}) AS locked`)) as { locked: boolean }[];
      if (!answer[0]?.locked) throw new RebuildUnderWay(undefined);
      try {
        return await run();
      } finally {
        await holder.query(`SELECT pg_advisory_unlock(${LOCK})`);
      }
    } finally {
      this.current = undefined;
      await holder.release();
    }
  }
}
