import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { DataSource } from 'typeorm';
import { orderTrackings } from './order-trackings.projection.js';

export class FindMyInquiries {
  constructor(
    readonly filter: ListFilter & {
      readonly state?: string;
    },
    /** Staff id of the caller. */
    readonly askedBy: string,
  ) {}
}

interface InquiryColumns {
  readonly inquiryId: string;
  readonly trackingId: string;
  readonly contractId: string | null;
  readonly productionOrderId: string | null;
  readonly state: string;
  readonly question: string | null;
  readonly askedAt: Date;
  readonly responseDueAt: Date | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly answeredLate: boolean | null;
}

/** What the caller has asked the merchandisers, and what they answered; the newest first. */
@QueryHandler(FindMyInquiries)
export class FindMyInquiriesHandler implements IQueryHandler<FindMyInquiries> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter, askedBy }: FindMyInquiries) {
    return this.reads.page(filter, {
      from: [orderTrackings],
      sort: 'instant',
      rows: (after, limit) =>
        this.database.query<InquiryColumns[]>(
          `SELECT inquiry_id AS "inquiryId", tracking_id AS "trackingId", contract_id AS "contractId",
              production_order_id AS "productionOrderId", state, question, asked_at AS "askedAt",
              response_due_at AS "responseDueAt", answer, answered_at AS "answeredAt", answered_by AS "answeredBy",
              answered_late AS "answeredLate"
         FROM sales_inquiry
        WHERE asked_by = $1 AND ($2::text IS NULL OR state = $2)
          AND ($3::timestamptz IS NULL OR (asked_at, inquiry_id) < ($3::timestamptz, $4::uuid))
        ORDER BY asked_at DESC, inquiry_id DESC LIMIT $5`,
          [askedBy, filter.state, ...after, limit],
        ),
      key: (row) => [row.askedAt.toISOString(), row.inquiryId],
      item: (row: InquiryColumns) => row,
    });
  }
}
