import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { pageOf, type Page } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { engineeringPackages } from '../packages/engineering-packages.projection.js';
import { orderTrackings } from '../trackings/order-trackings.projection.js';
import { ORDER_COLUMNS, PACKAGE_AND_TRACKING, type OrderRow } from './order-row.js';
import { productionOrders } from './production-orders.projection.js';

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

const PARTS = [productionOrders, engineeringPackages, orderTrackings];

@QueryHandler(FindOrdersOfContract)
export class FindOrdersOfContractHandler implements IQueryHandler<FindOrdersOfContract, Page<OrderRow>> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  /** By line, so that the orders stand as in the contract. */
  async execute({ filter }: FindOrdersOfContract): Promise<Page<OrderRow>> {
    await Promise.all(PARTS.map(({ name }) => this.reads.waitFor(name, filter.minPosition)));
    const [line = null, id = null] = this.reads.cursor(filter.cursor, 'text')?.after ?? [];
    const rows = await this.database.query<OrderRow[]>(
      `SELECT ${ORDER_COLUMNS} FROM production_order o ${PACKAGE_AND_TRACKING}
        WHERE ($1::uuid IS NULL OR o.contract_id = $1) AND ($2::text IS NULL OR o.state = $2)
          AND ($3::text IS NULL OR (o.line_id, o.production_order_id) > ($3, $4::uuid))
        ORDER BY o.line_id, o.production_order_id LIMIT $5`,
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
