import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Whose calendar an address shows, and how much of it. */
export interface CalendarFeed {
  readonly staffId: string;
  readonly scope: FeedScope;
}

export const FEED_SCOPES = ['MINE', 'ALL'] as const;
export type FeedScope = (typeof FEED_SCOPES)[number];

/** Bytes of the secret in an address: nobody guesses it. */
const SECRET_BYTES = 32;

/**
 * Addresses under which calendar programs read the calendar, one per person. An address is its own key, so the database keeps
 * its hash alone, and a new address ends the one before. They are no facts of a tender and stand in no event.
 */
@Injectable()
export class CalendarFeeds {
  constructor(private readonly database: DataSource) {}

  /** @returns the secret of the new address; it is told this once */
  async renew({ staffId, scope }: CalendarFeed, at: string): Promise<string> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    await this.database.query(
      `INSERT INTO calendar_feed (staff_id, scope, secret_hash, renewed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (staff_id) DO UPDATE
          SET scope = excluded.scope, secret_hash = excluded.secret_hash, renewed_at = excluded.renewed_at`,
      [staffId, scope, hashOf(secret), at],
    );
    return secret;
  }

  /** @returns whether there was one */
  async revoke(staffId: string): Promise<boolean> {
    const [gone] = await this.database.query<{ staff_id: string }[]>(
      'WITH gone AS (DELETE FROM calendar_feed WHERE staff_id = $1 RETURNING staff_id) SELECT staff_id FROM gone',
      [staffId],
    );
    return gone !== undefined;
  }

  async find(secret: string): Promise<CalendarFeed | undefined> {
    const [found] = await this.database.query<{ staffId: string; scope: FeedScope }[]>(
      'SELECT staff_id AS "staffId", scope FROM calendar_feed WHERE secret_hash = $1',
      [hashOf(secret)],
    );
    return found;
  }
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
