import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { DataSource } from 'typeorm';
import { productionOrders } from '../orders/production-orders.projection.js';
import { orderTrackings } from './order-trackings.projection.js';

export class FindMyExceptions {
  constructor(
    readonly filter: ListFilter & {
      readonly state?: string;
    },
    /** Staff id of the caller. */
    readonly person: string,
  ) {}
}

interface ExceptionColumns {
  readonly exceptionId: string;
  readonly trackingId: string | null;
  readonly productionOrderId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly name: string;
  readonly type: string;
  readonly state: string;
  readonly stepId: string | null;
  readonly stopsWork: boolean;
  readonly delayDays: number;
  readonly raisedBy: string | null;
  readonly raisedAt: Date;
  readonly feedbackDueAt: Date | null;
  readonly feedbackOverdue: boolean;
  readonly fedBackAt: Date | null;
  readonly message: string | null;
  readonly informedOn: string | null;
}

/** What went wrong with the orders that the caller has sold or follows, and what was fed back about it; the newest first. */
@QueryHandler(FindMyExceptions)
export class FindMyExceptionsHandler implements IQueryHandler<FindMyExceptions> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter, person }: FindMyExceptions) {
    return this.reads.page(filter, {
      from: [productionOrders, orderTrackings],
      sort: 'instant',
      rows: (after, limit) =>
        this.database.query<ExceptionColumns[]>(
          `SELECT x.exception_id AS "exceptionId", x.tracking_id AS "trackingId",
              x.production_order_id AS "productionOrderId", o.contract_id AS "contractId", o.line_id AS "lineId", o.name,
              x.type, x.state, x.step_id AS "stepId", x.stops_work AS "stopsWork", x.delay_days AS "delayDays",
              x.raised_by AS "raisedBy", x.raised_at AS "raisedAt", x.feedback_due_at AS "feedbackDueAt",
              x.feedback_overdue AS "feedbackOverdue", x.fed_back_at AS "fedBackAt", x.message,
              x.informed_on::text AS "informedOn"
         FROM production_order o JOIN production_exception x USING (production_order_id)
        WHERE (o.salesperson_id = $1 OR o.merchandiser_id = $1) AND ($2::text IS NULL OR x.state = $2)
          AND ($3::timestamptz IS NULL OR (x.raised_at, x.exception_id) < ($3::timestamptz, $4::uuid))
        ORDER BY x.raised_at DESC, x.exception_id DESC LIMIT $5`,
          [person, filter.state, ...after, limit],
        ),
      key: (row) => [row.raisedAt.toISOString(), row.exceptionId],
      item: (row: ExceptionColumns) => row,
    });
  }
}
