import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { DataSource } from 'typeorm';
import { engineeringPackages } from '../packages/engineering-packages.projection.js';
import { orderTrackings } from '../trackings/order-trackings.projection.js';
import { boardRow, type BoardColumns } from './board-row.js';
import { ORDER_COLUMNS, TO_MAKE } from './order-row.js';
import { productionOrders } from './production-orders.projection.js';

export class GetMerchandiserBoard {
  constructor(
    readonly filter: ListFilter & {
      readonly merchandiserId?: string;
      readonly state?: string;
    },
  ) {}
}

@QueryHandler(GetMerchandiserBoard)
export class GetMerchandiserBoardHandler implements IQueryHandler<GetMerchandiserBoard> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Open orders, the one that is due next first: by its promise, or by the day to which the customer defers it; how far each is, and what is open with it. */
  execute({ filter }: GetMerchandiserBoard) {
    const today = this.runtime.process.clock.today();
    return this.reads.page(filter, {
      from: [productionOrders, engineeringPackages, orderTrackings],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<BoardColumns[]>(
          `SELECT ${ORDER_COLUMNS}, o.steps -> o.current_step_id AS "currentStep", o.planned_end::text AS "plannedEnd",
              o.deferred_until::text AS "deferredUntil", o.due_on::text AS "dueOn",
              o.percent_bps AS "percentBps", o.produced_qty::text AS "producedQty",
              trim_scale(${TO_MAKE})::text AS "toMakeQty",
              o.shipped_qty::text AS "shippedQty", o.gross_shipped_qty::text AS "grossShippedQty", o.shipping, o.holds,
              e.open AS "openExceptions", e.days AS "delayDays",
              (SELECT count(*)::int FROM sales_inquiry i
                WHERE i.tracking_id = o.tracking_id AND i.state <> 'ANSWERED') AS "unansweredInquiries"
         FROM (SELECT * FROM production_order
                WHERE state NOT IN ('CANCELLED', 'SHORT_CLOSED', 'CLOSED')
                  AND ($1::text IS NULL OR merchandiser_id = $1) AND ($2::text IS NULL OR state = $2)
                  AND ($3::date IS NULL OR (due_on, production_order_id) > ($3::date, $4::uuid))
                ORDER BY due_on, production_order_id LIMIT $5) o
         CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE x.state <> 'RESOLVED'))::int AS open,
                                    coalesce(sum(x.delay_days), 0)::int AS days
                               FROM production_exception x WHERE x.production_order_id = o.production_order_id) e
        ORDER BY o.due_on, o.production_order_id`,
          [filter.merchandiserId, filter.state, ...after, limit],
        ),
      key: (row) => [row.dueOn, row.productionOrderId],
      item: (row: BoardColumns) => boardRow(row, today),
    });
  }
}
