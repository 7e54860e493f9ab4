/** Where a lodged bond stands: out and safe, out and at risk, due back, overdue, and what became of it. */
export const STANDINGS = ['AT_STAKE', 'AT_RISK', 'DUE_BACK', 'OVERDUE', 'RETURNED', 'CONVERTED', 'LOST'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface LedgerFilter {
  readonly type?: string;
  readonly state?: string;
  readonly issuer?: string;
  readonly projectId?: string;
  /** The ledger as it was known on that day; today when absent. */
  readonly asOf?: string;
}

/**
 * The bonds that were ever lodged, as they stood at the end of day $1: the last entry of each until then. A bond that was asked
 * for again after its end has a row per request.
 */
export const LEDGER = `
  WITH known AS (
    SELECT DISTINCT ON (bond_id, request_no) *
      FROM bond_entry WHERE recorded_on <= $1::date
     ORDER BY bond_id, request_no, revision DESC
  ), ledger AS (
    SELECT known.*,
           CASE WHEN state IN ('RELEASED', 'EXPIRED') THEN 'RETURNED'
                WHEN state = 'CONVERTED' THEN 'CONVERTED'
                WHEN state = 'FORFEITED' THEN 'LOST'
                WHEN risk = 'AT_RISK' THEN 'AT_RISK'
                WHEN state = 'RELEASE_DUE' AND release_due_on < $1::date THEN 'OVERDUE'
                WHEN state = 'RELEASE_DUE' THEN 'DUE_BACK'
                ELSE 'AT_STAKE' END AS standing,
           (SELECT count(*) FROM bond_entry chasing
             WHERE chasing.bond_id = known.bond_id AND chasing.request_no = known.request_no
               AND chasing.event = 'BondChased' AND chasing.recorded_on <= $1::date)::int AS chased,
           coalesce(release_due_on::text, '9999-12-31') || coalesce(valid_until::text, '9999-12-31')
             || lpad(request_no::text, 6, '0') AS place
      FROM known
     WHERE lodged_on IS NOT NULL AND ($2::text IS NULL OR type = $2) AND ($3::text IS NULL OR state = $3)
       AND ($4::text IS NULL OR issuer = $4) AND ($5::uuid IS NULL OR project_id = $5)
  )`;

export const ledgerParameters = ({ type, state, issuer, projectId }: LedgerFilter, asOf: string) => [
  asOf,
  type,
  state,
  issuer,
  projectId,
];
