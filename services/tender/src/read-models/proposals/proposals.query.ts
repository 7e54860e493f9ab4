import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { proposals } from './proposals.projection.js';

export const PROPOSAL_SORTS = ['draftedOn', '-draftedOn'] as const;
export type ProposalSort = (typeof PROPOSAL_SORTS)[number];

const SORTS = {
  draftedOn: { order: 'ASC', beyond: '>' },
  '-draftedOn': { order: 'DESC', beyond: '<' },
} as const;

export class FindProposals {
  constructor(
    readonly filter: ListFilter & {
      readonly leadId?: string;
      readonly state?: string;
      readonly kind?: string;
      readonly salespersonId?: string;
      /** A part of the number, the title or the name of the customer. */
      readonly q?: string;
      readonly sort?: ProposalSort;
    },
  ) {}
}

interface ProposalColumns {
  readonly proposalId: string;
  readonly proposalNo: string;
  readonly version: number;
  readonly state: string;
  readonly kind: string;
  readonly leadId: string | null;
  readonly title: string;
  readonly customerPartyId: string | null;
  readonly customerName: string;
  readonly salespersonId: string;
  readonly totalFen: string | null;
  readonly marginBps: number | null;
  readonly draftedOn: string;
  readonly sentOn: string | null;
  readonly validUntil: string | null;
  readonly reason: string | null;
}

/** Proposals, the newest first. */
@QueryHandler(FindProposals)
export class FindProposalsHandler implements IQueryHandler<FindProposals> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindProposals) {
    const { order, beyond } = SORTS[filter.sort ?? '-draftedOn'];
    const { leadId, state, kind, salespersonId, q } = filter;
    return this.reads.page(filter, {
      from: [proposals],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<ProposalColumns[]>(
          `SELECT proposal_id AS "proposalId", proposal_no AS "proposalNo", version, state, kind, lead_id AS "leadId", title,
              customer_party_id AS "customerPartyId", customer_name AS "customerName",
              salesperson_id AS "salespersonId", total_fen AS "totalFen", margin_bps AS "marginBps",
              drafted_on::text AS "draftedOn", sent_on::text AS "sentOn", valid_until::text AS "validUntil", reason
         FROM proposal
        WHERE ($1::uuid IS NULL OR lead_id = $1) AND ($2::text IS NULL OR state = $2)
          AND ($3::text IS NULL OR kind = $3) AND ($4::text IS NULL OR salesperson_id = $4)
          AND ($5::text IS NULL OR ${foldedSql('proposal_no', 'title', 'customer_name')} LIKE $5)
          AND ($6::date IS NULL OR (drafted_on, proposal_id) ${beyond} ($6::date, $7::uuid))
        ORDER BY drafted_on ${order}, proposal_id ${order} LIMIT $8`,
          [leadId, state, kind, salespersonId, partOf(q), ...after, limit],
        ),
      key: (row) => [row.draftedOn, row.proposalId],
      item: proposalItem,
    });
  }
}

const proposalItem = (row: ProposalColumns) => ({
  proposalId: row.proposalId,
  proposalNo: row.proposalNo,
  version: row.version,
  state: row.state,
  kind: row.kind,
  leadId: row.leadId,
  title: row.title,
  customerPartyId: row.customerPartyId,
  customerName: row.customerName,
  salespersonId: row.salespersonId,
  totalFen: row.totalFen === null ? null : Number(row.totalFen),
  marginBps: row.marginBps,
  draftedOn: row.draftedOn,
  sentOn: row.sentOn,
  validUntil: row.validUntil,
  reason: row.reason,
});
