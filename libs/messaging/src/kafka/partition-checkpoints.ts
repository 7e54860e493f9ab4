import type { Pool } from 'pg';
import { CheckpointMoved, LeaseLost, type Claim, type MessagePlace, type MessageSource } from '../bus/message-bus.js';
import { Skips } from '../bus/skips.js';

export interface PartitionClaim extends Claim {
  /** First offset whose effects are not known to be durable. */
  readonly position: bigint;
  readonly rewinds: number;
}

export interface PartitionStanding {
  readonly partition: number;
  readonly position: bigint;
  /** Highest position of the publisher's store among the handled messages. */
  readonly reached: bigint;
  readonly rewinds: number;
}

const checkpointOf = (source: MessageSource, partition: number) => `${source}/${partition}`;

/**
 * The offsets of a Kafka group, mirrored in the database that holds its effects. A member goes on from the lower of the
 * two, so a restored database gets again what it lost, and a claim per partition fences members that lost theirs.
 */
export class PartitionCheckpoints {
  readonly skips: Skips;

  /** `progress` may lose its last notes in a crash of the database, `pool` may not. */
  constructor(
    private readonly pool: Pool,
    private readonly progress: Pool = pool,
  ) {
    this.skips = new Skips(pool);
  }

  /** Takes a partition over: every older claim ends. */
  async claim(group: string, source: MessageSource, partition: number): Promise<PartitionClaim> {
    const checkpoint = checkpointOf(source, partition);
    const { rows } = await this.pool.query<{ epoch: string; position: string; rewinds: number }>(
      `INSERT INTO consumer_checkpoint AS c (consumer_group, source, position, epoch) VALUES ($1, $2, 0, 1)
       ON CONFLICT (consumer_group, source) DO UPDATE SET epoch = c.epoch + 1
       RETURNING epoch, position, rewinds`,
      [group, checkpoint],
    );
    const [row] = rows;
    if (!row) throw new Error('the claim answered nothing');
    return { group, checkpoint, epoch: BigInt(row.epoch), position: BigInt(row.position), rewinds: row.rewinds };
  }

  /** Notes that everything before `next` is done. @throws LeaseLost, CheckpointMoved */
  async note({ group, checkpoint, epoch, rewinds }: PartitionClaim, next: bigint, reached: bigint): Promise<void> {
    const { rowCount } = await this.progress.query({
      name: 'note_offset',
      text: `UPDATE consumer_checkpoint SET position = $4, reached = greatest(reached, $5), moved_at = clock_timestamp()
        WHERE consumer_group = $1 AND source = $2 AND epoch = $3 AND rewinds = $6`,
      values: [group, checkpoint, epoch, next, reached, rewinds],
    });
    if (rowCount === 1) return;
    const { rows } = await this.pool.query<{ epoch: string }>(
      'SELECT epoch FROM consumer_checkpoint WHERE consumer_group = $1 AND source = $2',
      [group, checkpoint],
    );
    if (rows[0]?.epoch === String(epoch)) throw new CheckpointMoved(`${group} on ${checkpoint}`);
    throw new LeaseLost(`${group} on ${checkpoint}`);
  }

  async standings(group: string, source: MessageSource): Promise<PartitionStanding[]> {
    const { rows } = await this.pool.query<{ source: string; position: string; reached: string; rewinds: number }>(
      `SELECT source, position, reached, rewinds FROM consumer_checkpoint
        WHERE consumer_group = $1 AND source LIKE $2 || '/%'`,
      [group, source],
    );
    return rows.map((row) => ({
      partition: Number(row.source.slice(source.length + 1)),
      position: BigInt(row.position),
      reached: BigInt(row.reached),
      rewinds: row.rewinds,
    }));
  }

  /** Everything comes again; running members see the count of rewinds change. */
  async rewind(group: string, source: MessageSource): Promise<void> {
    await this.pool.query(
      `UPDATE consumer_checkpoint SET position = 0, rewinds = rewinds + 1
        WHERE consumer_group = $1 AND source LIKE $2 || '/%'`,
      [group, source],
    );
  }

  async hasPassed(group: string, source: MessageSource, place: MessagePlace): Promise<boolean> {
    const { partition, offset } = inPartition(place);
    const standings = await this.standings(group, source);
    return (standings.find((standing) => standing.partition === partition)?.position ?? 0n) > offset;
  }

  async skip(group: string, source: MessageSource, place: MessagePlace): Promise<void> {
    const { partition, offset } = inPartition(place);
    await this.skips.add(group, checkpointOf(source, partition), offset);
  }
}

function inPartition(place: MessagePlace) {
  if ('partition' in place) return place;
  throw new Error('a topic has partitions and offsets, no positions');
}
