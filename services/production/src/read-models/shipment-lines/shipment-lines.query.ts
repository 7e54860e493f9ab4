import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { pageOf } from '@engsales/read-models';
import { ReadGateway } from '@engsales/http';
import { difference, largerQuantity, sumQuantities } from '@engsales/values';
import { DataSource } from 'typeorm';
import { orderProgress } from '../order-progress/order-progress.projection.js';

export class FindShipmentLines {
  constructor(
    readonly filter: {
      readonly contractId?: string;
      /** Something is still to leave. */
      readonly open?: 'true' | 'false';
      readonly limit: number;
      readonly cursor?: string;
      readonly minPosition?: string;
    },
  ) {}
}

interface Row {
  readonly productionOrderId: string;
  readonly committedDate: string;
  readonly orderedQty: string;
  readonly shippedQty: string;
  readonly shipments: Readonly<Record<string, { readonly state: string; readonly qty: string }>>;
}

/** What of each order line is made, ready, gone, delivered and refused, the nearest committed date first. */
@QueryHandler(FindShipmentLines)
export class FindShipmentLinesHandler implements IQueryHandler<FindShipmentLines> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ filter }: FindShipmentLines) {
    await this.reads.waitFor(orderProgress.name, filter.minPosition);
    const [date = null, id = null] = this.reads.cursor(filter.cursor, 'date')?.after ?? [];
    const rows = await this.database.query<Row[]>(
      `SELECT production_order_id AS "productionOrderId", contract_id AS "contractId", line_id AS "lineId", kind, state,
              item_code AS "itemCode", name, uom, committed_date::text AS "committedDate", shipping, open, shipments,
              ordered_qty::text AS "orderedQty",
              coalesce(made ->> last_step_id, received_qty::text) AS "producedQty", shipped_qty::text AS "shippedQty",
              delivered_qty::text AS "deliveredQty", refused_qty::text AS "refusedQty"
         FROM order_progress
        WHERE ($1::uuid IS NULL OR contract_id = $1) AND ($2::boolean IS NULL OR open = $2)
          AND ($3::date IS NULL OR (committed_date, production_order_id) > ($3::date, $4::uuid))
        ORDER BY committed_date, production_order_id LIMIT $5`,
      [filter.contractId, filter.open, date, id, filter.limit + 1],
    );
    return pageOf(rows, filter.limit, (row) => [row.committedDate, row.productionOrderId], shown);
  }
}

/** Ready: passed inspection, gone or not. */
function shown({ shipments, ...row }: Row) {
  const ready = Object.values(shipments).filter(({ state }) => state !== 'PLANNED' && state !== 'CANCELLED');
  return {
    ...row,
    readyQty: sumQuantities(ready.map(({ qty }) => qty)),
    unshippedQty: largerQuantity(difference(row.orderedQty, row.shippedQty), '0'),
  };
}
