/** What is measured: deals of the company or of a team, in a time, as they are known on a day. */
export interface MeasuredSpan {
  readonly teamId?: string;
  readonly from: string;
  readonly to: string;
  /** What came after this day does not count; all that is known does when it is absent. */
  readonly asOf?: string;
}

export const valuesOfSpan = ({ teamId, from, to, asOf }: MeasuredSpan): readonly unknown[] => [teamId, from, to, asOf];

/** The last day that counts. */
const UNTIL = `least($3::date, coalesce($4::date, $3::date))`;

/**
 * Of the parameters `valuesOfSpan`: `counted`, every deal with its value on that day; `in_scope`, those of the company or of whoever
 * was of the team on the day of the signature; `signed`, those of them that were signed in the time; `money`, what was moved in it.
 */
export const COUNTED_DEALS = `
  WITH counted AS (
    SELECT d.contract_id, d.customer_key, d.salesperson_id, d.signed_on, v.state, v.counted_fen
      FROM deal d CROSS JOIN LATERAL (
        SELECT state, counted_fen FROM deal_value v
         WHERE v.contract_id = d.contract_id AND ($4::date IS NULL OR v.from_on <= $4::date)
         ORDER BY v.revision DESC LIMIT 1) v
  ), in_scope AS (
    SELECT * FROM counted c WHERE $1::uuid IS NULL OR EXISTS (
      SELECT 1 FROM sales_membership m
       WHERE m.staff_id = c.salesperson_id AND m.team_id = $1 AND m.from_on <= c.signed_on
         AND (m.to_on IS NULL OR c.signed_on < m.to_on))
  ), signed AS (
    SELECT * FROM in_scope WHERE signed_on BETWEEN $2::date AND ${UNTIL}
  ), money AS (
    SELECT m.moved_on, m.amount_fen, s.salesperson_id FROM deal_money m JOIN in_scope s USING (contract_id)
     WHERE m.moved_on BETWEEN $2::date AND ${UNTIL}
  ), ratings AS (
    SELECT r.score_tenths FROM deal_rating r JOIN in_scope USING (contract_id)
     WHERE r.rated_on BETWEEN $2::date AND ${UNTIL}
  ), known AS (
    SELECT customer_key, count(*) AS contracts, min(signed_on) AS first_on FROM counted
     WHERE state <> 'VOIDED' GROUP BY customer_key
  ), buyers AS (
    SELECT k.contracts, bool_or(s.signed_on = k.first_on) AS is_new FROM signed s JOIN known k USING (customer_key)
     WHERE s.state <> 'VOIDED' GROUP BY customer_key, k.contracts
  )`;
