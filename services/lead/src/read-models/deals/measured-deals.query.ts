import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { rateBps } from '@engsales/values';
import { DataSource } from 'typeorm';
import type { Achieved } from '../../domain/sales-plan/sales-plan.commands.js';
import { salesTeams } from '../sales-teams/sales-teams.projection.js';
import { COUNTED_DEALS, valuesOfSpan, type MeasuredSpan } from './counted-deals.js';
import { deals } from './deals.projection.js';

/** What was achieved of every metric of a sales plan. */
export class MeasureDeals {
  constructor(
    readonly span: MeasuredSpan,
    readonly minPosition?: string,
  ) {}
}

interface Sums {
  readonly revenueFen: number;
  readonly receiptsFen: number;
  readonly customers: number;
  readonly newCustomers: number;
  readonly repeating: number;
  readonly satisfaction: number;
}

@QueryHandler(MeasureDeals)
export class MeasureDealsHandler implements IQueryHandler<MeasureDeals, readonly Achieved[]> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ span, minPosition }: MeasureDeals): Promise<readonly Achieved[]> {
    await Promise.all([deals, salesTeams].map(({ name }) => this.reads.waitFor(name, minPosition)));
    const rows = await this.database.query<Sums[]>(
      `${COUNTED_DEALS}
       SELECT (SELECT coalesce(sum(counted_fen), 0) FROM signed)::float8 AS "revenueFen",
              (SELECT coalesce(sum(amount_fen), 0) FROM money)::float8 AS "receiptsFen",
              (SELECT count(*) FROM buyers)::int AS customers,
              (SELECT count(*) FROM buyers WHERE is_new)::int AS "newCustomers",
              (SELECT count(*) FROM buyers WHERE contracts >= 2)::int AS repeating,
              (SELECT coalesce(round(avg(score_tenths) * 10), 0) FROM ratings)::int AS satisfaction`,
      [...valuesOfSpan(span)],
    );
    return rows.flatMap(achievedOf);
  }
}

const achievedOf = (sums: Sums): Achieved[] => [
  { metric: 'REVENUE_FEN', achieved: sums.revenueFen },
  { metric: 'RECEIPTS_FEN', achieved: sums.receiptsFen },
  { metric: 'NEW_CUSTOMER_COUNT', achieved: sums.newCustomers },
  { metric: 'CUSTOMER_COUNT', achieved: sums.customers },
  {
    metric: 'REPEAT_PURCHASE_RATE',
    achieved: sums.customers === 0 ? 0 : rateBps(sums.repeating, sums.customers),
  },
  { metric: 'CUSTOMER_SATISFACTION', achieved: sums.satisfaction },
];
