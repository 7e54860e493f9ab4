import type { Pool } from 'pg';
import type { Incoming } from './message-bus.js';

/** Messages that an operator has stepped a group over, by what its checkpoint counts: positions or offsets. They stay skipped. */
export class Skips {
  constructor(private readonly pool: Pool) {}

  async add(group: string, checkpoint: string, at: bigint): Promise<void> {
    await this.pool.query(
      `INSERT INTO consumer_skip (consumer_group, checkpoint, at) VALUES ($1, $2, $3)
       ON CONFLICT (consumer_group, checkpoint, at) DO NOTHING`,
      [group, checkpoint, at],
    );
  }

  /** The messages that are not skipped. Asked anew for each batch, so that a skip reaches a group that is stuck. */
  async leave(group: string, checkpoint: string, batch: readonly Incoming[]): Promise<readonly Incoming[]> {
    if (batch.length === 0) return batch;
    const { rows } = await this.pool.query<{ at: string }>({
      name: 'skipped',
      text: 'SELECT at FROM consumer_skip WHERE consumer_group = $1 AND checkpoint = $2 AND at = ANY($3)',
      values: [group, checkpoint, batch.map(numberOf)],
    });
    if (rows.length === 0) return batch;
    const skipped = new Set(rows.map(({ at }) => at));
    return batch.filter((message) => !skipped.has(numberOf(message) ?? ''));
  }
}

/** Its offset where it came over Kafka, else its position in the publisher's store. */
function numberOf(message: Incoming): string | undefined {
  if (message.record) return message.record.offset;
  return 'defect' in message ? undefined : message.position?.split('.')[1];
}
