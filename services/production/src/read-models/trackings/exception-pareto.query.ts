import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { proportionFen } from '@engsales/values';
import { DataSource } from 'typeorm';
import { spanOf, type SpanFilter } from '../span.js';
import { orderTrackings } from './order-trackings.projection.js';

export class GetExceptionPareto {
  constructor(readonly filter: SpanFilter) {}
}

/** Which exceptions, by the day they were raised, cost most days? Shares are of the days of delay. */
@QueryHandler(GetExceptionPareto)
export class GetExceptionParetoHandler implements IQueryHandler<GetExceptionPareto> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ filter }: GetExceptionPareto) {
    const { from, to } = spanOf(filter);
    await this.reads.waitFor(orderTrackings.name, filter.minPosition);
    const rows = await this.database.query<{ type: string; count: number; delayDays: number }[]>(
      `SELECT type, count(*)::int AS count, sum(delay_days)::int AS "delayDays" FROM production_exception
        WHERE raised_on BETWEEN $1::date AND $2::date
        GROUP BY type ORDER BY sum(delay_days) DESC, count(*) DESC, type`,
      [from, to],
    );
    const delayDays = rows.reduce((days, row) => days + row.delayDays, 0);
    const bps = (days: number) => (delayDays === 0 ? 0 : proportionFen(10_000, days, delayDays));
    let upTo = 0;
    const items = rows.map((row) => {
      upTo += row.delayDays;
      const { type, count, delayDays: days } = row;
      return { type, count, delayDays: days, shareBps: bps(days), cumulativeBps: bps(upTo) };
    });
    return { from, to, count: rows.reduce((count, row) => count + row.count, 0), delayDays, items };
  }
}
