import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { proportionFen } from '@engsales/values';
import { DataSource } from 'typeorm';
import { spanOf, type SpanFilter } from '../span.js';
import { productionOrders } from './production-orders.projection.js';

export class GetOnTimeDelivery {
  constructor(readonly filter: SpanFilter) {}
}

/**
 * How many shipments, by the day of delivery, came by the committed date? What was refused whole is no delivery. Rate and
 * mean are null without deliveries.
 */
@QueryHandler(GetOnTimeDelivery)
export class GetOnTimeDeliveryHandler implements IQueryHandler<GetOnTimeDelivery> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ filter }: GetOnTimeDelivery) {
    const { from, to } = spanOf(filter);
    await this.reads.waitFor(productionOrders.name, filter.minPosition);
    const [row] = await this.database.query<{ delivered: number; late: number; days: number }[]>(
      `SELECT count(*)::int AS delivered, (count(*) FILTER (WHERE days_late > 0))::int AS late,
              coalesce(sum(days_late), 0)::int AS days
         FROM shipment WHERE delivered_on BETWEEN $1::date AND $2::date AND qty > refused_qty`,
      [from, to],
    );
    const { delivered = 0, late = 0, days = 0 } = row ?? {};
    const onTimeBps = delivered === 0 ? null : proportionFen(10_000, delivered - late, delivered);
    return { from, to, delivered, late, onTimeBps, meanDaysLate: meanOf(days, late) };
  }
}

/** Of the late ones, to one tenth of a day. */
const meanOf = (days: number, late: number) => (late === 0 ? null : Math.round((days * 10) / late) / 10);
