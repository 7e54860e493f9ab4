import type { Pool } from 'pg';
import { DEAD_LETTER_COLUMNS, type DeadLetter } from './dead-letter.js';

export interface LetterFilter {
  readonly status?: string;
  readonly reaction?: string;
}

export interface LetterPage {
  readonly items: readonly DeadLetter[];
  readonly nextCursor: string | null;
}

/** A letter may be of megabytes: a page ends before it is too large for one answer, but never before its first. */
const PAGE_BYTES = 8_000_000;

export async function pageOfLetters(
  pool: Pool,
  filter: LetterFilter,
  after: bigint,
  limit: number,
): Promise<LetterPage> {
  const { rows } = await pool.query<DeadLetter & { found: string }>(
    `SELECT ${DEAD_LETTER_COLUMNS}, found FROM (
       SELECT *, count(*) OVER () AS found, row_number() OVER (ORDER BY arrival) AS nth,
              sum(octet_length(message::text) + coalesce(octet_length(raw_headers::text), 0) +
                  coalesce(octet_length(raw_value), 0)) OVER (ORDER BY arrival) AS bytes
         FROM (SELECT * FROM dead_letter
                WHERE arrival > $1 AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR reaction = $3)
                ORDER BY arrival LIMIT $4) AS some_letters) AS measured
      WHERE nth = 1 OR (nth < $4 AND bytes <= $5) ORDER BY arrival`,
    [after, filter.status ?? null, filter.reaction ?? null, limit + 1, PAGE_BYTES],
  );
  const items = rows.map(({ found: _found, ...letter }) => letter);
  const isAll = rows.length === Number(rows[0]?.found ?? 0);
  return { items, nextCursor: isAll ? null : (items.at(-1)?.arrival ?? null) };
}
