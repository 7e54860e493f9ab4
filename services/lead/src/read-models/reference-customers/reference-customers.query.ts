import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf, type Page } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { deals } from '../deals/deals.projection.js';
import { leads } from '../leads/leads.projection.js';
import { salesMaterial } from '../sales-material/sales-material.projection.js';

export const REFERENCE_SORTS = ['-year', 'year', 'customer', '-customer'] as const;
export type ReferenceSort = (typeof REFERENCE_SORTS)[number];

const SORTS = {
  year: { column: 'd.signed_on', type: 'date', sort: 'date', order: 'ASC', beyond: '>' },
  '-year': { column: 'd.signed_on', type: 'date', sort: 'date', order: 'DESC', beyond: '<' },
  customer: { column: 'd.customer_name', type: 'text', sort: 'text', order: 'ASC', beyond: '>' },
  '-customer': { column: 'd.customer_name', type: 'text', sort: 'text', order: 'DESC', beyond: '<' },
} as const;

export class FindReferenceCustomers {
  constructor(
    readonly filter: ListFilter & {
      readonly productLineId?: string;
      readonly city?: string;
      /** A part of the customer, the project or the city; width, case and blanks do not matter. */
      readonly q?: string;
      readonly sort?: ReferenceSort;
    },
  ) {}
}

export interface ReferenceCustomer {
  readonly customerPartyId: string | null;
  readonly customerName: string;
  readonly customerSegment: string | null;
  readonly projectId: string;
  readonly projectName: string;
  readonly city: string | null;
  /** Of the first signature. */
  readonly year: number;
  readonly productLines: readonly { readonly productLineId: string; readonly name: string }[];
  readonly cases: readonly { readonly caseStudyId: string; readonly title: string }[];
}

interface Row extends ReferenceCustomer {
  readonly contractId: string;
  readonly signedOn: string;
}

/** A customer of a project once, however many contracts it signed; named as in the last of them. */
const REFERENCES = `
  SELECT (array_agg(contract_id ORDER BY signed_on, contract_id))[1] AS contract_id, project_id,
         (array_agg(customer_party_id ORDER BY signed_on DESC, contract_id))[1] AS customer_party_id,
         (array_agg(customer_name ORDER BY signed_on DESC, contract_id))[1] AS customer_name,
         (array_agg(project_name ORDER BY signed_on DESC, contract_id))[1] AS project_name,
         min(signed_on) AS signed_on
    FROM deal WHERE state = 'BOOKED' GROUP BY project_id, customer_key`;

/** The lines of the lead that are still known by a name. */
const LINES = `
  COALESCE((SELECT jsonb_agg(jsonb_build_object('productLineId', p.product_line_id, 'name', p.name) ORDER BY p.code)
              FROM product_line p WHERE p.product_line_id::text = ANY (l.product_line_ids)), '[]')`;

const CASES = `
  COALESCE((SELECT jsonb_agg(jsonb_build_object('caseStudyId', s.case_study_id, 'title', s.title)
                             ORDER BY s.title, s.case_study_id)
              FROM case_study s WHERE s.project_id = d.project_id AND s.state = 'APPROVED'), '[]')`;

/** For whom we have built what: customers that may be shown to others (用户清单). No amount is told. */
@QueryHandler(FindReferenceCustomers)
export class FindReferenceCustomersHandler implements IQueryHandler<FindReferenceCustomers> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindReferenceCustomers): Promise<Page<ReferenceCustomer>> {
    const { column, type, sort, order, beyond } = SORTS[filter.sort ?? '-year'];
    return this.reads.page<Row, ReferenceCustomer>(filter, {
      from: [deals, leads, salesMaterial],
      sort,
      rows: (after, limit) =>
        this.database.query<Row[]>(
          `WITH reference AS (${REFERENCES})
           SELECT d.contract_id AS "contractId", d.customer_party_id AS "customerPartyId",
                  d.customer_name AS "customerName", l.segment AS "customerSegment", d.project_id AS "projectId",
                  d.project_name AS "projectName", l.city, date_part('year', d.signed_on)::int AS year,
                  d.signed_on::text AS "signedOn", ${LINES} AS "productLines", ${CASES} AS cases
             FROM reference d LEFT JOIN lead l ON l.lead_id = d.project_id
            WHERE ($1::text IS NULL OR l.product_line_ids @> ARRAY[$1]) AND ($2::text IS NULL OR l.city = $2)
              AND ($3::text IS NULL OR ${foldedSql('d.customer_name', 'd.project_name', 'l.city')} LIKE $3)
              AND ($4::${type} IS NULL OR (${column}, d.contract_id) ${beyond} ($4::${type}, $5::uuid))
            ORDER BY ${column} ${order}, d.contract_id ${order} LIMIT $6`,
          [filter.productLineId, filter.city, partOf(filter.q), ...after, limit],
        ),
      key: ({ customerName, signedOn, contractId }) => [sort === 'text' ? customerName : signedOn, contractId],
      item: shownRow,
    });
  }
}

const shownRow = (row: Row): ReferenceCustomer => ({
  customerPartyId: row.customerPartyId,
  customerName: row.customerName,
  customerSegment: row.customerSegment,
  projectId: row.projectId,
  projectName: row.projectName,
  city: row.city,
  year: row.year,
  productLines: row.productLines,
  cases: row.cases,
});
