import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { difference, largerQuantity } from '@engsales/values';
import { DataSource } from 'typeorm';
import { productionOrders } from './production-orders.projection.js';

export class FindShipmentLines {
  constructor(
    readonly filter: ListFilter & {
      readonly contractId?: string;
      /** Something is still to leave. */
      readonly open?: 'true' | 'false';
    },
  ) {}
}

interface LineColumns {
  readonly productionOrderId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly kind: string;
  readonly state: string;
  readonly itemCode: string;
  readonly name: string;
  readonly uom: string;
  readonly committedDate: string;
  readonly shipping: string;
  readonly open: boolean;
  readonly orderedQty: string;
  readonly producedQty: string;
  /** Has left and not come back, or waits inspected. */
  readonly readyQty: string;
  /** Without what came back. */
  readonly shippedQty: string;
  readonly grossShippedQty: string;
  readonly deliveredQty: string;
  readonly refusedQty: string;
}

/** What of each order line is made, ready, gone and not come back, delivered and refused, the nearest committed date first. */
@QueryHandler(FindShipmentLines)
export class FindShipmentLinesHandler implements IQueryHandler<FindShipmentLines> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindShipmentLines) {
    return this.reads.page(filter, {
      from: [productionOrders],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<LineColumns[]>(
          `SELECT o.production_order_id AS "productionOrderId", o.contract_id AS "contractId", o.line_id AS "lineId", o.kind,
              o.state, o.item_code AS "itemCode", o.name, o.uom, o.committed_date::text AS "committedDate", o.shipping,
              o.open, o.qty::text AS "orderedQty", o.produced_qty::text AS "producedQty",
              (SELECT trim_scale(o.shipped_qty + coalesce(sum(s.qty), 0))::text FROM shipment s
                WHERE s.production_order_id = o.production_order_id AND s.state = 'INSPECTED') AS "readyQty",
              o.shipped_qty::text AS "shippedQty", o.gross_shipped_qty::text AS "grossShippedQty", o.delivered_qty::text AS "deliveredQty",
              o.refused_qty::text AS "refusedQty"
         FROM production_order o
        WHERE ($1::uuid IS NULL OR o.contract_id = $1) AND ($2::boolean IS NULL OR o.open = $2)
          AND ($3::date IS NULL OR (o.committed_date, o.production_order_id) > ($3::date, $4::uuid))
        ORDER BY o.committed_date, o.production_order_id LIMIT $5`,
          [filter.contractId, filter.open, ...after, limit],
        ),
      key: (row) => [row.committedDate, row.productionOrderId],
      item: lineView,
    });
  }
}

const lineView = (row: LineColumns) => ({
  productionOrderId: row.productionOrderId,
  contractId: row.contractId,
  lineId: row.lineId,
  kind: row.kind,
  state: row.state,
  itemCode: row.itemCode,
  name: row.name,
  uom: row.uom,
  committedDate: row.committedDate,
  shipping: row.shipping,
  open: row.open,
  orderedQty: row.orderedQty,
  producedQty: row.producedQty,
  readyQty: row.readyQty,
  shippedQty: row.shippedQty,
  grossShippedQty: row.grossShippedQty,
  deliveredQty: row.deliveredQty,
  refusedQty: row.refusedQty,
  unshippedQty: largerQuantity(difference(row.orderedQty, row.shippedQty), '0'),
});
