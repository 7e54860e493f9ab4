import type { Pool } from 'pg';

/** What became of the messages of a group, counted for operators; durable, so that a restart does not forget. */
export interface Counts {
  handled: number;
  duplicate: number;
  ignored: number;
  nothing_to_do: number;
  parked: number;
  queued: number;
}

export const noCounts = (): Counts => ({
  handled: 0,
  duplicate: 0,
  ignored: 0,
  nothing_to_do: 0,
  parked: 0,
  queued: 0,
});

const NAMES = Object.keys(noCounts()) as (keyof Counts)[];

export class Counters {
  constructor(private readonly pool: Pool) {}

  async add(group: string, source: string, counts: Counts): Promise<void> {
    if (NAMES.every((name) => counts[name] === 0)) return;
    await this.pool.query(
      `INSERT INTO consumer_counters AS c (consumer_group, source, ${NAMES.join(', ')})
       VALUES ($1, $2, ${NAMES.map((_, i) => `$${i + 3}`).join(', ')})
       ON CONFLICT (consumer_group, source)
       DO UPDATE SET ${NAMES.map((name) => `${name} = c.${name} + excluded.${name}`).join(', ')}`,
      [group, source, ...NAMES.map((name) => counts[name])],
    );
  }

  async of(group: string, source: string): Promise<Counts> {
    const { rows } = await this.pool.query<Record<keyof Counts, string>>(
      `SELECT ${NAMES.join(', ')} FROM consumer_counters WHERE consumer_group = $1 AND source = $2`,
      [group, source],
    );
    const counts = noCounts();
    for (const name of NAMES) counts[name] = Number(rows[0]?.[name] ?? 0);
    return counts;
  }
}
