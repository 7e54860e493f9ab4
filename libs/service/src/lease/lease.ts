import type { Pool } from 'pg';
import { sleep } from '@engsales/messaging';

export const LEASE_SCHEMA = `
CREATE TABLE service_lease (
  service    text        PRIMARY KEY,
  owner      text        NOT NULL,
  epoch      bigint      NOT NULL,
  expires_at timestamptz NOT NULL
);
`;
export const LEASE_SCHEMA_DOWN = `DROP TABLE service_lease;`;

export interface LeaseState {
  readonly held: boolean;
  readonly epoch: string | null;
}

/**
 * One row gives one replica the background work. The database's clock decides; a session lock would not do, since a
 * stopped process keeps it. Whoever wakes up with an old epoch finds every checkpoint fenced.
 */
export class Lease {
  private epoch: bigint | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly service: string,
    private readonly owner: string,
    private readonly seconds: number,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  get state(): LeaseState {
    return { held: this.epoch !== undefined, epoch: this.epoch?.toString() ?? null };
  }

  /** Runs `work` whenever this process holds the lease, until the signal aborts; then lets the lease go. */
  async whileHeld(work: (epoch: bigint, signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const epoch = await this.acquire().catch((error: unknown) => {
        this.onTrouble(error);
        return undefined;
      });
      if (epoch === undefined) await sleep(this.seconds * 200, signal);
      else await this.hold(epoch, work, signal);
    }
  }

  private async hold(epoch: bigint, work: (epoch: bigint, signal: AbortSignal) => Promise<void>, signal: AbortSignal) {
    this.epoch = epoch;
    const lost = new AbortController();
    const both = AbortSignal.any([signal, lost.signal]);
    const renewing = this.renewUntil(epoch, lost, both);
    try {
      await work(epoch, both);
    } catch (error) {
      if (!both.aborted) this.onTrouble(error);
    }
    lost.abort();
    this.epoch = undefined;
    await renewing;
    await this.release(epoch).catch(this.onTrouble);
  }

  private async renewUntil(epoch: bigint, lost: AbortController, signal: AbortSignal): Promise<void> {
    let renewedAt = performance.now();
    while (!signal.aborted) {
      await sleep(this.seconds * 300, signal);
      if (signal.aborted) return;
      const renewed = await this.renew(epoch).catch((error: unknown) => {
        this.onTrouble(error);
        return performance.now() - renewedAt < this.seconds * 1000;
      });
      if (!renewed) return lost.abort();
      renewedAt = performance.now();
    }
  }

  private async acquire(): Promise<bigint | undefined> {
    const { rows } = await this.pool.query<{ epoch: string }>(
      `INSERT INTO service_lease AS l (service, owner, epoch, expires_at)
       VALUES ($1, $2, 1, clock_timestamp() + make_interval(secs => $3))
       ON CONFLICT (service) DO UPDATE
         SET owner = excluded.owner, epoch = l.epoch + 1, expires_at = clock_timestamp() + make_interval(secs => $3)
       WHERE l.expires_at <= clock_timestamp() OR l.owner = excluded.owner
       RETURNING epoch`,
      [this.service, this.owner, this.seconds],
    );
    return rows[0] ? BigInt(rows[0].epoch) : undefined;
  }

  private async renew(epoch: bigint): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `UPDATE service_lease SET expires_at = clock_timestamp() + make_interval(secs => $4)
        WHERE service = $1 AND owner = $2 AND epoch = $3 AND expires_at > clock_timestamp()`,
      [this.service, this.owner, epoch, this.seconds],
    );
    return rowCount === 1;
  }

  private async release(epoch: bigint): Promise<void> {
    await this.pool.query(
      'UPDATE service_lease SET expires_at = clock_timestamp() WHERE service = $1 AND owner = $2 AND epoch = $3',
      [this.service, this.owner, epoch],
    );
  }
}
