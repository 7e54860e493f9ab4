import { sqlMigration } from '@engsales/service';

/**
 * Beside what has left net of what came back stands what has left in all, and what of it was scrapped. A rebuild of
 * production-orders fills what was scrapped before.
 */
export const NetGoods = sqlMigration(
  'NetGoods1764000004000',
  `ALTER TABLE production_order ADD COLUMN gross_shipped_qty numeric NOT NULL DEFAULT 0;
   UPDATE production_order SET gross_shipped_qty = shipped_qty, shipped_qty = shipped_qty - refused_qty,
          shipping = CASE WHEN shipped_qty - refused_qty >= qty THEN 'FULL'
                          WHEN shipped_qty = refused_qty THEN 'NONE' ELSE 'PARTIAL' END
    WHERE shipped_qty > 0;
   ALTER TABLE shipment ADD COLUMN scrapped_qty numeric NOT NULL DEFAULT 0;
   CREATE INDEX shipment_scrapped ON shipment (production_order_id) INCLUDE (scrapped_qty) WHERE scrapped_qty > 0;`,
  `ALTER TABLE shipment DROP COLUMN scrapped_qty;
   UPDATE production_order SET shipped_qty = gross_shipped_qty;
   ALTER TABLE production_order DROP COLUMN gross_shipped_qty;`,
);
