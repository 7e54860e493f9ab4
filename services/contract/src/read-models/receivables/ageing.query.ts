import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { DataSource } from 'typeorm';
import { AGEING_BUCKETS, spanOf } from './ageing.js';
import { receivables } from './receivables.projection.js';

export class GetAgeing {
  constructor(
    readonly filter: {
      readonly customerName?: string;
      readonly salespersonId?: string;
      /** Day to which the age is counted; today when absent. */
      readonly asOf?: string;
      readonly minPosition?: string;
    },
  ) {}
}

/** The open money by age (账龄), fen and number of milestones per bucket. */
@QueryHandler(GetAgeing)
export class GetAgeingHandler implements IQueryHandler<GetAgeing> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  async execute({ filter }: GetAgeing) {
    await this.reads.waitFor(receivables.name, filter.minPosition);
    const asOf = filter.asOf ?? this.runtime.process.clock.today();
    const spans = AGEING_BUCKETS.map((bucket) => spanOf(bucket, asOf));
    const sums = spans.map((_, i) => {
      const within = `FILTER (WHERE due_key BETWEEN $${3 + 2 * i}::date AND $${4 + 2 * i}::date)`;
      return `coalesce(sum(outstanding_fen) ${within}, 0) AS s${i}, count(*) ${within} AS n${i}`;
    });
    const [row = {}] = await this.database.query<Record<string, string>[]>(
      `SELECT ${sums.join(', ')} FROM receivable
        WHERE outstanding_fen > 0 AND ($1::text IS NULL OR customer_name = $1) AND ($2::text IS NULL OR salesperson_id = $2)`,
      [filter.customerName, filter.salespersonId, ...spans.flatMap(({ from, to }) => [from, to])],
    );
    const buckets = AGEING_BUCKETS.map((bucket, i) => {
      return { bucket, outstandingFen: Number(row[`s${i}`]), milestones: Number(row[`n${i}`]) };
    });
    return { asOf, currency: 'CNY', buckets, totalFen: buckets.reduce((sum, b) => sum + b.outstandingFen, 0) };
  }
}
