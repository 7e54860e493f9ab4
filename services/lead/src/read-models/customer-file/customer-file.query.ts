import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { DataSource } from 'typeorm';
import { deals } from '../deals/deals.projection.js';
import { followUps } from '../follow-ups/follow-ups.projection.js';
import { leads } from '../leads/leads.projection.js';
import { leadStakeholders } from './lead-stakeholders.projection.js';

/** What is known of a party besides itself: its projects, what was said, what it bought and paid, how content it is. */
export class GetCustomerFile {
  constructor(
    readonly partyId: string,
    readonly minPosition?: string,
  ) {}
}

export interface LeadOfParty {
  readonly leadId: string;
  readonly leadNo: string;
  readonly projectName: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly salespersonId: string | null;
  readonly roles: readonly string[];
  readonly capturedOn: string;
}

export interface FollowUpWithParty {
  readonly followUpId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly medium: string;
  readonly on: string;
  readonly contactId: string | null;
  readonly summary: string;
  readonly by: string;
}

export interface ContractOfParty {
  readonly contractId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly state: string;
  readonly signedOn: string;
  /** What it counts for: the current total, 0 when it is void, what it came to when it is settled. */
  readonly countedFen: number;
  readonly receivedFen: number;
}

export interface CustomerTotals {
  readonly leads: number;
  readonly followUps: number;
  readonly contracts: number;
  readonly countedFen: number;
  readonly receivedFen: number;
  /** Mean of all ratings times 100; null without one. */
  readonly satisfactionX100: number | null;
  readonly ratings: number;
}

export interface CustomerFile {
  readonly leads: readonly LeadOfParty[];
  readonly followUps: readonly FollowUpWithParty[];
  readonly contracts: readonly ContractOfParty[];
  readonly totals: CustomerTotals;
}

/** More than a page shows has a list of its own. */
const MOST = 50;

/** A party is the owner that was heard of, or a stakeholder by its roles. */
const PROJECTS = `
  SELECT l.*, ARRAY(SELECT 'OWNER' WHERE l.owner_party_id = $1 UNION
                    SELECT s.role FROM lead_stakeholder s
                     WHERE s.lead_id = l.lead_id AND s.party_id = $1 AND NOT s.removed ORDER BY 1) AS roles
    FROM lead l
   WHERE l.state <> 'MERGED' AND (l.owner_party_id = $1 OR l.lead_id IN
         (SELECT s.lead_id FROM lead_stakeholder s WHERE s.party_id = $1 AND NOT s.removed))`;

const TALKS = `
  SELECT * FROM follow_up
   WHERE NOT annulled AND (party_id = $1 OR (subject_type = 'PARTY' AND subject_id::text = $1))`;

const CONTRACTS = `
  SELECT d.*, v.counted_fen FROM deal d CROSS JOIN LATERAL (
    SELECT counted_fen FROM deal_value v WHERE v.contract_id = d.contract_id ORDER BY v.revision DESC LIMIT 1) v
   WHERE d.customer_party_id = $1`;

@QueryHandler(GetCustomerFile)
export class GetCustomerFileHandler implements IQueryHandler<GetCustomerFile, CustomerFile> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ partyId, minPosition }: GetCustomerFile): Promise<CustomerFile> {
    const from = [leads, leadStakeholders, followUps, deals];
    await Promise.all(from.map(({ name }) => this.reads.waitFor(name, minPosition)));
    const [ofLeads, ofTalks, ofContracts, totals] = await Promise.all([
      this.rows<LeadOfParty>(
        `SELECT lead_id AS "leadId", lead_no AS "leadNo", project_name AS "projectName", state, outcome,
                salesperson_id AS "salespersonId", roles, captured_on::text AS "capturedOn"
           FROM (${PROJECTS}) p ORDER BY captured_on DESC, lead_id LIMIT ${MOST}`,
        partyId,
      ),
      this.rows<FollowUpWithParty>(
        `SELECT follow_up_id AS "followUpId", subject_type AS "subjectType", subject_id AS "subjectId", medium,
                held_on::text AS "on", contact_id AS "contactId", summary, by_id AS "by"
           FROM (${TALKS}) f ORDER BY held_on DESC, entry_no DESC, follow_up_id LIMIT ${MOST}`,
        partyId,
      ),
      this.rows<ContractOfParty>(
        `SELECT contract_id AS "contractId", project_id AS "projectId", project_name AS "projectName", state,
                signed_on::text AS "signedOn", counted_fen::float8 AS "countedFen", received_fen::float8 AS "receivedFen"
           FROM (${CONTRACTS}) d ORDER BY signed_on DESC, contract_id LIMIT ${MOST}`,
        partyId,
      ),
      this.rows<CustomerTotals>(
        `WITH ratings AS (SELECT r.score_tenths FROM deal_rating r JOIN deal d USING (contract_id)
                           WHERE d.customer_party_id = $1)
         SELECT (SELECT count(*) FROM (${PROJECTS}) p)::int AS leads,
                (SELECT count(*) FROM (${TALKS}) f)::int AS "followUps",
                (SELECT count(*) FROM (${CONTRACTS}) d)::int AS contracts,
                (SELECT coalesce(sum(counted_fen), 0) FROM (${CONTRACTS}) d)::float8 AS "countedFen",
                (SELECT coalesce(sum(received_fen), 0) FROM (${CONTRACTS}) d)::float8 AS "receivedFen",
                (SELECT round(avg(score_tenths) * 10) FROM ratings)::int AS "satisfactionX100",
                (SELECT count(*) FROM ratings)::int AS ratings`,
        partyId,
      ),
    ]);
    const [total] = totals;
    if (!total) throw new Error('a query of totals gives one row');
    return { leads: ofLeads, followUps: ofTalks, contracts: ofContracts, totals: total };
  }

  private rows<Row>(sql: string, partyId: string): Promise<Row[]> {
    return this.database.query<Row[]>(sql, [partyId]);
  }
}
