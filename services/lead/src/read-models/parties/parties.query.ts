import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { shownIn } from '@engsales/personal-data';
import { foldedSql, partOf } from '@engsales/read-models';
import { ServiceRuntime } from '@engsales/service';
import { DataSource } from 'typeorm';
import { parties } from './parties.projection.js';

export const PARTY_SORTS = ['name', '-name', 'registeredOn', '-registeredOn'] as const;
export type PartySort = (typeof PARTY_SORTS)[number];

const SORTS = {
  name: { column: 'folded_name', type: 'text', sort: 'text', order: 'ASC', beyond: '>' },
  '-name': { column: 'folded_name', type: 'text', sort: 'text', order: 'DESC', beyond: '<' },
  registeredOn: { column: 'registered_on', type: 'date', sort: 'date', order: 'ASC', beyond: '>' },
  '-registeredOn': { column: 'registered_on', type: 'date', sort: 'date', order: 'DESC', beyond: '<' },
} as const;

export class FindParties {
  constructor(
    readonly filter: ListFilter & {
      readonly state?: string;
      readonly role?: string;
      readonly segment?: string;
      /** A part of the name, the city or the credit code; width, case and blanks do not matter. */
      readonly q?: string;
      readonly sort?: PartySort;
    },
  ) {}
}

interface PartyColumns {
  readonly partyId: string;
  readonly state: string;
  readonly kind: string;
  readonly name: string | null;
  readonly foldedName: string;
  readonly personRef: string | null;
  readonly uscc: string | null;
  readonly roles: readonly string[];
  readonly customerSegment: string | null;
  readonly competitorType: string | null;
  readonly city: string | null;
  readonly industry: string | null;
  readonly contacts: number;
  readonly registeredOn: string;
}

/** The parties of all projects; an individual is shown as the vault shows it. */
@QueryHandler(FindParties)
export class FindPartiesHandler implements IQueryHandler<FindParties> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  async execute({ filter }: FindParties) {
    const { column, type, sort, order, beyond } = SORTS[filter.sort ?? 'name'];
    const { items, nextCursor } = await this.reads.page(filter, {
      from: [parties],
      sort,
      rows: (after, limit) =>
        this.database.query<PartyColumns[]>(
          `SELECT p.party_id AS "partyId", p.state, p.kind, p.name, p.folded_name AS "foldedName",
              p.person_ref AS "personRef", p.uscc, p.roles, p.segment AS "customerSegment",
              p.competitor_type AS "competitorType", p.city, p.industry, p.registered_on::text AS "registeredOn",
              (SELECT count(*)::int FROM party_contact c WHERE c.party_id = p.party_id AND NOT c.removed) AS contacts
         FROM party p
        WHERE ($1::text IS NULL OR p.state = $1) AND ($2::text IS NULL OR p.roles @> ARRAY[$2])
          AND ($3::text IS NULL OR p.segment = $3)
          AND ($4::text IS NULL OR ${foldedSql('p.name', 'p.city', 'p.uscc')} LIKE $4)
          AND ($5::${type} IS NULL OR (p.${column}, p.party_id) ${beyond} ($5::${type}, $6::uuid))
        ORDER BY p.${column} ${order}, p.party_id ${order} LIMIT $7`,
          [filter.state, filter.role, filter.segment, partOf(filter.q), ...after, limit],
        ),
      key: (row) => [sort === 'text' ? row.foldedName : row.registeredOn, row.partyId],
      item: (row: PartyColumns) => row,
    });
    const people = await this.runtime.vault.shown(
      items.map(({ personRef }) => personRef).filter((ref) => ref !== null),
    );
    return {
      items: items.map((row) => ({
        partyId: row.partyId,
        state: row.state,
        kind: row.kind,
        name: row.name,
        person: row.personRef === null ? null : shownIn(people, row.personRef),
        uscc: row.uscc,
        roles: row.roles,
        customerSegment: row.customerSegment,
        competitorType: row.competitorType,
        city: row.city,
        industry: row.industry,
        contacts: row.contacts,
        registeredOn: row.registeredOn,
      })),
      nextCursor,
    };
  }
}
