import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { pageOf } from '@engsales/read-models';
import { ReadGateway } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { DataSource } from 'typeorm';
import { orderProgress } from '../order-progress/order-progress.projection.js';
import { ORDER_COLUMNS, type OrderRow } from '../order-rows.js';
import { trackingEntries } from '../tracking-entries/tracking-entries.projection.js';
import { boardRow, type Standing } from './board-row.js';
import { merchandiserBoard } from './merchandiser-board.projection.js';

export class GetMerchandiserBoard {
  constructor(
    readonly filter: {
      readonly merchandiserId?: string;
      readonly state?: string;
      readonly limit: number;
      readonly cursor?: string;
      readonly minPosition?: string;
    },
  ) {}
}

const PARTS = [merchandiserBoard, orderProgress, trackingEntries];

@QueryHandler(GetMerchandiserBoard)
export class GetMerchandiserBoardHandler implements IQueryHandler<GetMerchandiserBoard> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Open orders, the nearest committed date first; how far each is, and what is open with it. */
  async execute({ filter }: GetMerchandiserBoard) {
    await Promise.all(PARTS.map(({ name }) => this.reads.waitFor(name, filter.minPosition)));
    const today = this.runtime.process.clock.today();
    const [date = null, id = null] = this.reads.cursor(filter.cursor, 'date')?.after ?? [];
    const rows = await this.database.query<(OrderRow & Standing)[]>(
      `SELECT o.*, p.steps -> p.current_step_id AS "currentStep", p.planned_end::text AS "plannedEnd",
              coalesce(p.percent_bps, 0) AS "percentBps", coalesce(p.received_qty, 0)::text AS "receivedQty",
              coalesce(p.shipped_qty, 0)::text AS "shippedQty", coalesce(p.shipping, 'NONE') AS shipping,
              coalesce(p.holds, '[]') AS holds, e.open AS "openExceptions", e.days AS "delayDays",
              (SELECT count(*)::int FROM sales_inquiry i
                WHERE i.tracking_id = o."trackingId" AND i.state <> 'ANSWERED') AS "unansweredInquiries"
         FROM (SELECT ${ORDER_COLUMNS} FROM merchandiser_board
                WHERE state NOT IN ('CANCELLED', 'SHORT_CLOSED', 'CLOSED')
                  AND ($1::text IS NULL OR merchandiser_id = $1) AND ($2::text IS NULL OR state = $2)
                  AND ($3::date IS NULL OR (committed_date, production_order_id) > ($3::date, $4::uuid))
                ORDER BY committed_date, production_order_id LIMIT $5) o
         LEFT JOIN order_progress p ON p.production_order_id = o."productionOrderId"
         CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE x.state <> 'RESOLVED'))::int AS open,
                                    coalesce(sum(x.delay_days), 0)::int AS days
                               FROM production_exception x WHERE x.production_order_id = o."productionOrderId") e
        ORDER BY o."committedDate", o."productionOrderId"`,
      [filter.merchandiserId, filter.state, date, id, filter.limit + 1],
    );
    return pageOf(
      rows,
      filter.limit,
      (row) => [row.committedDate, row.productionOrderId],
      (row) => boardRow(row, today),
    );
  }
}
