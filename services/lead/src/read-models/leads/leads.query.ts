import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf } from '@engsales/read-models';
import { ServiceRuntime } from '@engsales/service';
import { DataSource } from 'typeorm';
import { followUps } from '../follow-ups/follow-ups.projection.js';
import { leads } from './leads.projection.js';
import { SPEC_OPEN, STAGE_FIT } from './stage-fit.sql.js';

export const LEAD_SORTS = ['capturedOn', '-capturedOn', 'estimate', '-estimate'] as const;
export type LeadSort = (typeof LEAD_SORTS)[number];

const SORTS = {
  capturedOn: { column: 'l.captured_on', type: 'date', sort: 'date', order: 'ASC', beyond: '>' },
  '-capturedOn': { column: 'l.captured_on', type: 'date', sort: 'date', order: 'DESC', beyond: '<' },
  estimate: { column: 'COALESCE(l.estimated_fen, 0)', type: 'bigint', sort: 'integer', order: 'ASC', beyond: '>' },
  '-estimate': { column: 'COALESCE(l.estimated_fen, 0)', type: 'bigint', sort: 'integer', order: 'DESC', beyond: '<' },
} as const;

export class FindLeads {
  constructor(
    readonly filter: ListFilter & {
      readonly state?: string;
      readonly outcome?: string;
      readonly ownership?: string;
      readonly salespersonId?: string;
      readonly teamId?: string;
      readonly source?: string;
      readonly phase?: string;
      readonly process?: string;
      readonly stageFit?: string;
      readonly overdueLevel?: string;
      readonly keyProject?: 'true' | 'false';
      readonly channelId?: string;
      readonly city?: string;
      /** A part of the name, the number or the owner; width, case and blanks do not matter. */
      readonly q?: string;
      readonly sort?: LeadSort;
    },
  ) {}
}

interface LeadColumns {
  readonly leadId: string;
  readonly leadNo: string;
  readonly projectName: string;
  readonly city: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly attemptNo: number;
  readonly ownership: string;
  readonly salespersonId: string | null;
  readonly source: string;
  readonly ownerName: string | null;
  readonly estimatedAmountFen: number | null;
  readonly constructionProcess: string | null;
  readonly stageFit: string;
  readonly specOpen: boolean;
  readonly checkedItems: number;
  readonly relationship: string;
  readonly lastActivityOn: string | null;
  readonly strikesOn: string | null;
  readonly overdueLevel: number;
  readonly keyProject: boolean;
  readonly imported: boolean;
  readonly capturedOn: string;
}

/** Leads with how they stand: the newest first unless it is said otherwise. */
@QueryHandler(FindLeads)
export class FindLeadsHandler implements IQueryHandler<FindLeads> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  execute({ filter }: FindLeads) {
    const { column, type, sort, order, beyond } = SORTS[filter.sort ?? '-capturedOn'];
    const keyProjectFen = this.runtime.config.settings.keyProjectFen;
    return this.reads.page(filter, {
      from: [leads, followUps],
      sort,
      rows: (after, limit) =>
        this.database.query<LeadColumns[]>(
          `SELECT l.lead_id AS "leadId", l.lead_no AS "leadNo", l.project_name AS "projectName", l.city, l.state, l.outcome,
                    l.attempt_no AS "attemptNo", l.ownership, l.salesperson_id AS "salespersonId", l.source,
                    l.owner_name AS "ownerName", l.estimated_fen::float8 AS "estimatedAmountFen",
                    l.process AS "constructionProcess", ${STAGE_FIT} AS "stageFit", ${SPEC_OPEN} AS "specOpen",
                    cardinality(l.checked_items) AS "checkedItems", l.relationship, g.last_on::text AS "lastActivityOn",
                    g.strikes_on::text AS "strikesOn", COALESCE(g.level, 0) AS "overdueLevel",
                    COALESCE(l.estimated_fen, 0) >= $17::bigint AS "keyProject", l.imported,
                    l.captured_on::text AS "capturedOn"
               FROM lead l LEFT JOIN follow_up_log g ON g.subject_type = 'LEAD' AND g.subject_id = l.lead_id
              WHERE ($1::text IS NULL OR l.state = $1) AND ($2::text IS NULL OR l.outcome = $2)
                AND ($3::text IS NULL OR l.ownership = $3) AND ($4::text IS NULL OR l.salesperson_id = $4)
                AND ($5::text IS NULL OR l.team_id = $5) AND ($6::text IS NULL OR l.source = $6)
                AND ($7::text IS NULL OR l.phase = $7) AND ($8::text IS NULL OR l.process = $8)
                AND ($9::int IS NULL OR COALESCE(g.level, 0) = $9) AND ($10::text IS NULL OR l.channel_id = $10)
                AND ($11::text IS NULL OR l.city = $11)
                AND ($12::text IS NULL OR ${foldedSql('l.project_name', 'l.lead_no', 'l.owner_name')} LIKE $12)
                AND ($13::boolean IS NULL OR (COALESCE(l.estimated_fen, 0) >= $17::bigint) = $13)
                AND ($14::${type} IS NULL OR (${column}, l.lead_id) ${beyond} ($14::${type}, $15::uuid))
                AND ($16::text IS NULL OR ${STAGE_FIT} = $16)
              ORDER BY ${column} ${order}, l.lead_id ${order} LIMIT $18`,
          [
            filter.state,
            filter.outcome,
            filter.ownership,
            filter.salespersonId,
            filter.teamId,
            filter.source,
            filter.phase,
            filter.process,
            filter.overdueLevel,
            filter.channelId,
            filter.city,
            partOf(filter.q),
            filter.keyProject,
            ...after,
            filter.stageFit,
            keyProjectFen,
            limit,
          ],
        ),
      key: (row) => [sort === 'date' ? row.capturedOn : String(row.estimatedAmountFen ?? 0), row.leadId],
      item: (row: LeadColumns) => row,
    });
  }
}
