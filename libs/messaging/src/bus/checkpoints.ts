import type { Pool } from 'pg';
import { CheckpointMoved, LeaseLost, type Claim } from './message-bus.js';
import { Skips } from './skips.js';

export interface Checkpoint {
  readonly position: bigint;
  /** Counts the rewinds, so that a rewind to where a batch began is not overrun by that batch. */
  readonly rewinds: number;
}

/** Checkpoints of consumer groups: they move only from where they stood, under the epoch that claimed them. */
export class Checkpoints {
  readonly skips: Skips;

  /** `progress` may lose its last moves in a crash of the database, `pool` may not. */
  constructor(
    private readonly pool: Pool,
    private readonly progress: Pool = pool,
  ) {
    this.skips = new Skips(pool);
  }

  /** Takes the checkpoint over for this epoch and tells where it stands. @throws LeaseLost */
  async claim(group: string, source: string, epoch: bigint): Promise<Checkpoint> {
    const { rows } = await this.pool.query<{ position: string; rewinds: number }>(
      `INSERT INTO consumer_checkpoint AS c (consumer_group, source, position, epoch) VALUES ($1, $2, 0, $3)
       ON CONFLICT (consumer_group, source) DO UPDATE SET epoch = excluded.epoch WHERE c.epoch <= excluded.epoch
       RETURNING position, rewinds`,
      [group, source, epoch],
    );
    if (!rows[0]) throw new LeaseLost(`${group} on ${source}`);
    return { position: BigInt(rows[0].position), rewinds: rows[0].rewinds };
  }

  /** @throws CheckpointMoved */
  async move(group: string, source: string, from: Checkpoint, to: bigint, epoch: bigint): Promise<Checkpoint> {
    const { rowCount } = await this.progress.query({
      name: 'move_checkpoint',
      text: `UPDATE consumer_checkpoint SET position = $4, moved_at = clock_timestamp()
        WHERE consumer_group = $1 AND source = $2 AND position = $3 AND epoch = $5 AND rewinds = $6`,
      values: [group, source, from.position, to, epoch, from.rewinds],
    });
    if (rowCount !== 1) throw new CheckpointMoved(`${group} on ${source}`);
    return { ...from, position: to };
  }

  /** Is this still the newest claim? */
  async isHeld({ group, checkpoint, epoch }: Claim): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'SELECT 1 FROM consumer_checkpoint WHERE consumer_group = $1 AND source = $2 AND epoch = $3',
      [group, checkpoint, epoch],
    );
    return rowCount === 1;
  }

  async standing(group: string, source: string): Promise<Checkpoint | undefined> {
    const { rows } = await this.pool.query<{ position: string; rewinds: number }>(
      'SELECT position, rewinds FROM consumer_checkpoint WHERE consumer_group = $1 AND source = $2',
      [group, source],
    );
    return rows[0] ? { position: BigInt(rows[0].position), rewinds: rows[0].rewinds } : undefined;
  }

  async rewind(group: string, source: string, position: bigint): Promise<void> {
    await this.pool.query(
      `INSERT INTO consumer_checkpoint (consumer_group, source, position, epoch) VALUES ($1, $2, $3, 0)
       ON CONFLICT (consumer_group, source) DO UPDATE SET position = excluded.position, rewinds = consumer_checkpoint.rewinds + 1`,
      [group, source, position],
    );
  }
}
