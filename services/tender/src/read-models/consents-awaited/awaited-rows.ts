import { BEFORE_SUBMISSION, OPEN_STATES } from '../../domain/tender/tender.values.js';

export const AWAITED_KINDS = ['RISK_ASSESSMENT', 'WRITTEN_CONSENT', 'GO_CONDITION', 'BID', 'BOND'] as const;
export type AwaitedKind = (typeof AWAITED_KINDS)[number];

/** Whose word is awaited. */
export const AWAITED_ROLES = ['SALES', 'SALES_MANAGER', 'COMMERCE', 'FINANCE', 'COMPANY_LEADER'] as const;
export type AwaitedRole = (typeof AWAITED_ROLES)[number];

const statesIn = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ');

/** Of a lead there is no tender; of one that is over nobody waits any more. */
const assessments = `
  SELECT CASE a.state WHEN 'SUBMITTED' THEN 'RISK_ASSESSMENT' ELSE 'WRITTEN_CONSENT' END AS kind,
         a.risk_assessment_id::text AS ref, r.tender_id, NULL::uuid AS bond_id, a.risk_assessment_id, a.lead_id,
         r.tender_no, r.project_name, a.buyout_conditions AS text, a.sale_price_fen AS amount_fen,
         'COMPANY_LEADER' AS role, CASE a.state WHEN 'SUBMITTED' THEN a.submitted_on ELSE a.approved_on END AS since
    FROM risk_assessment a LEFT JOIN tender r ON r.tender_id = a.ref_id AND a.ref_type = 'TENDER'
   WHERE (a.state = 'SUBMITTED' OR (a.state = 'APPROVED' AND a.consent_on IS NULL))
     AND (r.state IS NULL OR r.state IN (${statesIn(OPEN_STATES)}))`;

const conditions = `
  SELECT 'GO_CONDITION', c.tender_id::text || ':' || c.id, c.tender_id, NULL::uuid, NULL::uuid, r.lead_id,
         r.tender_no, r.project_name, c.text, NULL::bigint, 'SALES', c.since
    FROM tender_condition c JOIN tender r ON r.tender_id = c.tender_id
   WHERE c.open AND r.state IN (${statesIn(BEFORE_SUBMISSION)})`;

/** First commerce reads a bid, then a manager approves it, below the floor margin ($1) a company leader. */
const bids = `
  SELECT 'BID', r.tender_id::text, r.tender_id, NULL::uuid, NULL::uuid, r.lead_id,
         r.tender_no, r.project_name, r.title, r.price_fen,
         CASE WHEN r.reviewed_on IS NULL THEN 'COMMERCE' WHEN r.margin_bps < $1 THEN 'COMPANY_LEADER' ELSE 'SALES_MANAGER' END,
         COALESCE(r.reviewed_on, r.review_since)
    FROM tender r WHERE r.bid_state = 'UNDER_REVIEW' AND r.state IN (${statesIn(BEFORE_SUBMISSION)})`;

/** Beyond $2 fen a company leader approves. */
const bonds = `
  SELECT 'BOND', b.bond_id::text, CASE b.ref_type WHEN 'TENDER' THEN b.ref_id END, b.bond_id, NULL::uuid, b.lead_id,
         b.tender_no, b.project_name, b.beneficiary_name, b.amount_fen,
         CASE WHEN b.amount_fen > $2 THEN 'COMPANY_LEADER' ELSE 'FINANCE' END, b.requested_on
    FROM bond b WHERE b.state = 'REQUESTED'`;

/** All that waits for somebody's word; the id of a row is made of its kind and what it is about. */
export const AWAITED_ROWS = `
  SELECT *, md5(kind || ':' || ref)::uuid AS awaited_id
    FROM (${[assessments, conditions, bids, bonds].join(' UNION ALL ')}) one`;
