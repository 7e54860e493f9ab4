import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { pageOf, type Page } from '@engsales/read-models';
import { ReadGateway } from '@engsales/service';
import { DataSource } from 'typeorm';
import { ORDER_COLUMNS, type OrderRow } from '../order-rows.js';
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

@QueryHandler(GetMerchandiserBoard)
export class GetMerchandiserBoardHandler implements IQueryHandler<GetMerchandiserBoard, Page<OrderRow>> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  /** Open orders, the nearest committed date first. */
  async execute({ filter }: GetMerchandiserBoard): Promise<Page<OrderRow>> {
    await this.reads.waitFor(merchandiserBoard.name, filter.minPosition);
    const [date = null, id = null] = this.reads.cursor(filter.cursor, 'date')?.after ?? [];
    const rows = await this.database.query<OrderRow[]>(
      `SELECT ${ORDER_COLUMNS} FROM merchandiser_board
        WHERE state NOT IN ('CANCELLED', 'SHORT_CLOSED', 'CLOSED')
          AND ($1::text IS NULL OR merchandiser_id = $1) AND ($2::text IS NULL OR state = $2)
          AND ($3::date IS NULL OR (committed_date, production_order_id) > ($3::date, $4::uuid))
        ORDER BY committed_date, production_order_id LIMIT $5`,
      [filter.merchandiserId, filter.state, date, id, filter.limit + 1],
    );
    return pageOf(
      rows,
      filter.limit,
      (row) => [row.committedDate, row.productionOrderId],
      (row) => row,
    );
  }
}
