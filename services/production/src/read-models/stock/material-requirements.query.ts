import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { foldedNumber } from '@engsales/values';
import { DataSource } from 'typeorm';
import {
  materialRequirements,
  type OrderWithBom,
  type StockRow,
} from '../../domain/material-requirements/material-requirements.js';
import { TO_MAKE } from '../orders/order-row.js';
import { productionOrders } from '../orders/production-orders.projection.js';
import { engineeringPackages } from '../packages/engineering-packages.projection.js';
import { foldedColumn } from './folded-code.js';
import { NEWEST, stock } from './stock.projection.js';

export class GetMaterialRequirements {
  constructor(
    readonly filter: {
      readonly productionOrderId?: string;
      readonly contractId?: string;
      readonly minPosition?: string;
    },
  ) {}
}

/** Good units of the last step, or bought ones received, are no longer to be made. */
const STILL_TO_MAKE = `greatest(${TO_MAKE} - o.produced_qty, 0)`;

/**
 * BOM x quantity with scrap beside the newest stock count: of one order as a whole, or of what is still to be made of all
 * (of a contract): the count no longer has what went into the rest. Without a released BOM an order asks for nothing yet.
 */
@QueryHandler(GetMaterialRequirements)
export class GetMaterialRequirementsHandler implements IQueryHandler<GetMaterialRequirements> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ filter: { productionOrderId, contractId, minPosition } }: GetMaterialRequirements) {
    for (const part of [stock, productionOrders, engineeringPackages]) await this.reads.waitFor(part.name, minPosition);
    const orders = await this.database.query<OrderWithBom[]>(
      `SELECT o.production_order_id AS "productionOrderId", k.bom_lines AS "bomLines",
              (CASE WHEN $1::uuid IS NULL THEN ${STILL_TO_MAKE} ELSE ${TO_MAKE} END)::text AS qty
         FROM production_order o JOIN engineering_package k USING (package_id)
        WHERE k.bom_lines IS NOT NULL
          AND CASE WHEN $1::uuid IS NULL
                   THEN o.state NOT IN ('PRODUCED', 'CLOSED', 'CANCELLED', 'SHORT_CLOSED')
                        AND ($2::uuid IS NULL OR o.contract_id = $2)
                   ELSE o.production_order_id = $1 END
        ORDER BY o.committed_date, o.production_order_id`,
      [productionOrderId, contractId],
    );
    const [count] = await this.database.query<{ takenAt: Date; rows: StockRow[] }[]>(
      `SELECT taken_at AS "takenAt",
              (SELECT coalesce(jsonb_agg(jsonb_build_object('itemCode', i.item_code, 'uom', i.uom,
                      'onHand', i.on_hand::text)), '[]')
                 FROM stock_item i WHERE i.snapshot_id = newest.snapshot_id AND ${foldedColumn('i.item_code')} = ANY($1)) AS rows
         FROM (${NEWEST}) newest`,
      [[...new Set(orders.flatMap(({ bomLines }) => bomLines.map(({ itemCode }) => foldedNumber(itemCode))))]],
    );
    const takenAt = count?.takenAt.toISOString() ?? null;
    return materialRequirements(orders, { takenAt, rows: count?.rows ?? [] });
  }
}
