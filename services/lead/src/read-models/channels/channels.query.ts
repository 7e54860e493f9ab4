import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { leads } from '../leads/leads.projection.js';
import { channels } from './channels.projection.js';

export const CHANNEL_SORTS = ['name', '-name', 'plannedOn', '-plannedOn'] as const;
export type ChannelSort = (typeof CHANNEL_SORTS)[number];

const SORTS = {
  name: { column: 'name', type: 'text', sort: 'text', order: 'ASC', beyond: '>' },
  '-name': { column: 'name', type: 'text', sort: 'text', order: 'DESC', beyond: '<' },
  plannedOn: { column: 'planned_on', type: 'date', sort: 'date', order: 'ASC', beyond: '>' },
  '-plannedOn': { column: 'planned_on', type: 'date', sort: 'date', order: 'DESC', beyond: '<' },
} as const;

export class FindChannels {
  constructor(
    readonly filter: ListFilter & {
      readonly state?: string;
      readonly type?: string;
      readonly productLineId?: string;
      /** A part of the name. */
      readonly q?: string;
      readonly sort?: ChannelSort;
    },
  ) {}
}

interface ChannelColumns {
  readonly channelId: string;
  readonly state: string;
  readonly name: string;
  readonly type: string;
  readonly partyId: string | null;
  readonly managerId: string;
  readonly regions: readonly string[];
  readonly productLineIds: readonly string[];
  readonly agreementRef: string | null;
  readonly plannedOn: string;
  readonly activatedOn: string | null;
  readonly salesScore: number | null;
  readonly loyaltyScore: number | null;
  readonly serviceScore: number | null;
  readonly compliance: string | null;
  readonly assessedOn: string | null;
  readonly reviewDueOn: string | null;
  readonly reviewDue: boolean;
  readonly reason: string | null;
  readonly leads: number;
  readonly wonLeads: number;
}

/** The channels, with the leads that they brought and what their last assessment found. */
@QueryHandler(FindChannels)
export class FindChannelsHandler implements IQueryHandler<FindChannels> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindChannels) {
    const { column, type, sort, order, beyond } = SORTS[filter.sort ?? 'name'];
    return this.reads.page(filter, {
      from: [channels, leads],
      sort,
      rows: (after, limit) =>
        this.database.query<ChannelColumns[]>(
          `SELECT channel_id AS "channelId", state, name, type, party_id AS "partyId", manager_id AS "managerId", regions,
              product_line_ids AS "productLineIds", agreement_ref AS "agreementRef", planned_on::text AS "plannedOn",
              activated_on::text AS "activatedOn", sales_score AS "salesScore", loyalty_score AS "loyaltyScore",
              service_score AS "serviceScore", compliance, assessed_on::text AS "assessedOn",
              review_due_on::text AS "reviewDueOn", review_due AS "reviewDue", reason,
              (SELECT count(*)::int FROM lead l
                WHERE l.channel_id = c.channel_id::text AND l.state <> 'MERGED') AS leads,
              (SELECT count(*)::int FROM lead l
                WHERE l.channel_id = c.channel_id::text AND l.outcome = 'WON') AS "wonLeads"
         FROM channel c
        WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR type = $2)
          AND ($3::text IS NULL OR product_line_ids @> ARRAY[$3])
          AND ($4::text IS NULL OR ${foldedSql('name')} LIKE $4)
          AND ($5::${type} IS NULL OR (${column}, channel_id) ${beyond} ($5::${type}, $6::uuid))
        ORDER BY ${column} ${order}, channel_id ${order} LIMIT $7`,
          [filter.state, filter.type, filter.productLineId, partOf(filter.q), ...after, limit],
        ),
      key: (row) => [sort === 'text' ? row.name : row.plannedOn, row.channelId],
      item: (row: ChannelColumns) => row,
    });
  }
}
