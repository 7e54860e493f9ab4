import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { COUNTED_DEALS, valuesOfSpan, type MeasuredSpan } from './counted-deals.js';

/** What was signed and received, by month and by salesperson. Whoever asks has waited for the deals. */
export class GetSalesBy {
  constructor(readonly span: MeasuredSpan) {}
}

export interface SalesOf {
  readonly contracts: number;
  readonly revenueFen: number;
  readonly receiptsFen: number;
}

export interface SalesBy {
  readonly byMonth: readonly ({ readonly month: string } & SalesOf)[];
  readonly byMember: readonly ({ readonly salespersonId: string } & SalesOf)[];
}

@QueryHandler(GetSalesBy)
export class GetSalesByHandler implements IQueryHandler<GetSalesBy, SalesBy> {
  constructor(private readonly database: DataSource) {}

  async execute({ span }: GetSalesBy): Promise<SalesBy> {
    const byMonth = await this.grouped<SalesBy['byMonth'][number]>(
      span,
      `to_char(signed_on, 'YYYY-MM')`,
      `to_char(moved_on, 'YYYY-MM')`,
      'month',
    );
    const person = 'salesperson_id';
    const byMember = await this.grouped<SalesBy['byMember'][number]>(span, person, person, '"salespersonId"');
    return { byMonth, byMember };
  }

  private grouped<Row>(span: MeasuredSpan, ofDeal: string, ofMoney: string, name: string): Promise<Row[]> {
    return this.database.query<Row[]>(
      `${COUNTED_DEALS}, sales AS (
         SELECT ${ofDeal} AS key, counted_fen AS revenue, 0 AS receipt, (state <> 'VOIDED')::int AS one FROM signed
         UNION ALL
         SELECT ${ofMoney}, 0, amount_fen, 0 FROM money)
       SELECT key AS ${name}, sum(one)::int AS contracts, sum(revenue)::float8 AS "revenueFen",
              sum(receipt)::float8 AS "receiptsFen"
         FROM sales GROUP BY key ORDER BY key`,
      [...valuesOfSpan(span)],
    );
  }
}
