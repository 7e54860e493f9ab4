import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { pageOf, type Page } from '@engsales/read-models';
import { ReadGateway } from '@engsales/http';
import { DataSource } from 'typeorm';
import { ORDER_COLUMNS, type OrderRow } from '../order-rows.js';
import { contractOrders } from './contract-orders.projection.js';

export class FindOrdersOfContract {
  constructor(
    readonly filter: {
      readonly contractId?: string;
      readonly state?: string;
      readonly limit: number;
      readonly cursor?: string;
      readonly minPosition?: string;
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
  async execute({ filter }: FindOrdersOfContract): Promise<Page<OrderRow>> {
    await this.reads.waitFor(contractOrders.name, filter.minPosition);
    const [line = null, id = null] = this.reads.cursor(filter.cursor, 'text')?.after ?? [];
    const rows = await this.database.query<OrderRow[]>(
      `SELECT ${ORDER_COLUMNS} FROM contract_orders
        WHERE ($1::uuid IS NULL OR contract_id = $1) AND ($2::text IS NULL OR state = $2)
          AND ($3::text IS NULL OR (line_id, production_order_id) > ($3, $4::uuid))
        ORDER BY line_id, production_order_id LIMIT $5`,
      [filter.contractId, filter.state, line, id, filter.limit + 1],
    );
    return pageOf(
      rows,
      filter.limit,
      (row) => [row.lineId, row.productionOrderId],
      (row) => row,
    );
  }
}
