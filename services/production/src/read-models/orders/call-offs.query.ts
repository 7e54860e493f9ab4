import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Page } from '@engsales/read-models';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { DataSource } from 'typeorm';
import { productionOrders } from './production-orders.projection.js';

export class FindOpenCallOffs {
  constructor(
    readonly filter: ListFilter & {
      readonly contractId?: string;
    },
  ) {}
}

interface CallOffRow {
  readonly callOffId: string;
  readonly productionOrderId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly name: string;
  readonly uom: string;
  readonly qty: string;
  /** Of it, what has not left; shipments cover the earliest call-off first. */
  readonly uncoveredQty: string;
  readonly deliverTo: string | null;
  readonly requiredOn: string;
}

/** 要货通知 that the shipments of their order do not cover yet, the first required first. */
@QueryHandler(FindOpenCallOffs)
export class FindOpenCallOffsHandler implements IQueryHandler<FindOpenCallOffs, Page<CallOffRow>> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  /** From the open orders to their call-offs: history does not slow it down. */
  execute({ filter }: FindOpenCallOffs): Promise<Page<CallOffRow>> {
    return this.reads.page(filter, {
      from: [productionOrders],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<CallOffRow[]>(
          `SELECT c.call_off_id AS "callOffId", p.production_order_id AS "productionOrderId", p.contract_id AS "contractId",
              p.line_id AS "lineId", p.name, p.uom, c.qty::text AS qty,
              trim_scale(least(c.qty, c.up_to - p.shipped_qty))::text AS "uncoveredQty", c.deliver_to AS "deliverTo",
              c.required_on::text AS "requiredOn"
         FROM production_order p
        CROSS JOIN LATERAL (SELECT o.*, sum(o.qty) OVER (ORDER BY o.required_on, o.call_off_id) AS up_to
                              FROM call_off o WHERE o.production_order_id = p.production_order_id AND NOT o.withdrawn) c
        WHERE p.open AND ($1::uuid IS NULL OR p.contract_id = $1) AND c.up_to > p.shipped_qty
          AND ($2::date IS NULL OR (c.required_on, c.call_off_id) > ($2::date, $3::uuid))
        ORDER BY c.required_on, c.call_off_id LIMIT $4`,
          [filter.contractId, ...after, limit],
        ),
      key: (row) => [row.requiredOn, row.callOffId],
      item: (row: CallOffRow) => row,
    });
  }
}
