import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import type { Page } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { engineeringPackages } from '../packages/engineering-packages.projection.js';
import { orderTrackings } from '../trackings/order-trackings.projection.js';
import { ORDER_COLUMNS, type OrderRow } from './order-row.js';
import { productionOrders } from './production-orders.projection.js';

export class FindOrdersOfContract {
  constructor(
    readonly filter: ListFilter & {
      readonly contractId?: string;
      readonly state?: string;
    },
  ) {}
}

@QueryHandler(FindOrdersOfContract)
export class FindOrdersOfContractHandler implements IQueryHandler<FindOrdersOfContract, Page<OrderRow>> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  /** By line, so that the orders stand as in the contract. */
  execute({ filter }: FindOrdersOfContract): Promise<Page<OrderRow>> {
    return this.reads.page(filter, {
      from: [productionOrders, engineeringPackages, orderTrackings],
      sort: 'text',
      rows: (after, limit) =>
        this.database.query<OrderRow[]>(
          `SELECT ${ORDER_COLUMNS} FROM production_order o
        WHERE ($1::uuid IS NULL OR o.contract_id = $1) AND ($2::text IS NULL OR o.state = $2)
          AND ($3::text IS NULL OR (o.line_id, o.production_order_id) > ($3, $4::uuid))
        ORDER BY o.line_id, o.production_order_id LIMIT $5`,
          [filter.contractId, filter.state, ...after, limit],
        ),
      key: (row) => [row.lineId, row.productionOrderId],
      item: (row: OrderRow) => row,
    });
  }
}
