import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf, type Page } from '@engsales/read-models';
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
      readonly merchandiserId?: string;
      /** A part of the item code or the name; width, case and blanks do not matter. */
      readonly q?: string;
      /** As in the contract when absent. */
      readonly sort?: OrderSort;
    },
  ) {}
}

export const ORDER_SORTS = ['lineId', 'committedDate', '-committedDate'] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

const SORTS = {
  lineId: { column: 'line_id', type: 'text', sort: 'text', order: 'ASC', beyond: '>' },
  committedDate: { column: 'committed_date', type: 'date', sort: 'date', order: 'ASC', beyond: '>' },
  '-committedDate': { column: 'committed_date', type: 'date', sort: 'date', order: 'DESC', beyond: '<' },
} as const;

@QueryHandler(FindOrdersOfContract)
export class FindOrdersOfContractHandler implements IQueryHandler<FindOrdersOfContract, Page<OrderRow>> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindOrdersOfContract): Promise<Page<OrderRow>> {
    const { column, type, sort, order, beyond } = SORTS[filter.sort ?? 'lineId'];
    return this.reads.page(filter, {
      from: [productionOrders, engineeringPackages, orderTrackings],
      sort,
      rows: (after, limit) =>
        this.database.query<OrderRow[]>(
          `SELECT ${ORDER_COLUMNS} FROM production_order o
        WHERE ($1::uuid IS NULL OR o.contract_id = $1) AND ($2::text IS NULL OR o.state = $2)
          AND ($3::text IS NULL OR o.merchandiser_id = $3)
          AND ($4::text IS NULL OR ${foldedSql('o.item_code', 'o.name')} LIKE $4)
          AND ($5::${type} IS NULL OR (o.${column}, o.production_order_id) ${beyond} ($5::${type}, $6::uuid))
        ORDER BY o.${column} ${order}, o.production_order_id ${order} LIMIT $7`,
          [filter.contractId, filter.state, filter.merchandiserId, partOf(filter.q), ...after, limit],
        ),
      key: (row) => [sort === 'text' ? row.lineId : row.committedDate, row.productionOrderId],
      item: (row: OrderRow) => row,
    });
  }
}
