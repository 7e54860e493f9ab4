import type { EntityManager } from 'typeorm';

/** Another process holds a newer lease, or a rebuild moved the checkpoint; nothing of the batch is kept. */
export class ProjectionFenced extends Error {
  constructor(name: string) {
    super(`projection ${name}: the checkpoint was moved by somebody else`);
    this.name = 'ProjectionFenced';
  }
}

/** Takes the checkpoint over for this epoch; undefined when a newer epoch has it. */
export async function claimCheckpoint(rows: EntityManager, name: string, epoch: bigint): Promise<bigint | undefined> {
  const claimed = await rows.query<{ position: string }[]>(
    `INSERT INTO projection_checkpoint AS c (name, position, epoch) VALUES ($1, 0, $2)
     ON CONFLICT (name) DO UPDATE SET epoch = excluded.epoch WHERE c.epoch <= excluded.epoch RETURNING position`,
    [name, epoch.toString()],
  );
  return claimed[0] ? BigInt(claimed[0].position) : undefined;
}

/** In the transaction of the rows. @throws ProjectionFenced */
export async function moveCheckpoint(
  rows: EntityManager,
  name: string,
  from: bigint,
  to: bigint,
  epoch: bigint,
): Promise<void> {
  const moved = await rows.query<[unknown[], number]>(
    `UPDATE projection_checkpoint SET position = $3, moved_at = clock_timestamp()
      WHERE name = $1 AND position = $2 AND epoch = $4`,
    [name, from.toString(), to.toString(), epoch.toString()],
  );
  if (moved[1] !== 1) throw new ProjectionFenced(name);
}

export async function setCheckpoint(rows: EntityManager, name: string, position: bigint): Promise<void> {
  await rows.query(
    `INSERT INTO projection_checkpoint (name, position, epoch) VALUES ($1, $2, 0)
     ON CONFLICT (name) DO UPDATE SET position = excluded.position`,
    [name, position.toString()],
  );
}

/** undefined when the projection has never run. `lock` keeps the runner from moving it until the transaction ends. */
export async function readCheckpoint(rows: EntityManager, name: string, lock = false): Promise<bigint | undefined> {
  const found = await rows.query<{ position: string }[]>(
    `SELECT position FROM projection_checkpoint WHERE name = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [name],
  );
  return found[0] ? BigInt(found[0].position) : undefined;
}
