import type { Pool } from 'pg';
import type { Caller } from './token-verifier.js';

export const STAFF_SCHEMA = `
CREATE TABLE staff (
  id      text        PRIMARY KEY,
  name    text,
  roles   text[]      NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
`;
export const STAFF_SCHEMA_DOWN = `DROP TABLE staff;`;

export interface StaffMember {
  readonly id: string;
  readonly name: string | null;
  readonly roles: readonly string[];
}

/** Names of the staff by id, learned from verified tokens. Events carry the id only. */
export class StaffDirectory {
  private readonly known = new Map<string, string>();

  constructor(private readonly pool: Pool) {}

  async seen(caller: Caller): Promise<void> {
    const shape = JSON.stringify([caller.name, caller.roles]);
    if (this.known.get(caller.id) === shape) return;
    await this.pool.query(
      `INSERT INTO staff AS s (id, name, roles) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET name = coalesce(excluded.name, s.name), roles = excluded.roles, seen_at = clock_timestamp()`,
      [caller.id, caller.name ?? null, caller.roles],
    );
    this.known.set(caller.id, shape);
  }

  async list(): Promise<StaffMember[]> {
    return (await this.pool.query<StaffMember>('SELECT id, name, roles FROM staff ORDER BY id')).rows;
  }
}
