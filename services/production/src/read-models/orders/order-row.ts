/** One order with what its package and its tracking say; the columns that several lists answer, under their public names. */
export interface OrderRow {
  readonly productionOrderId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly kind: string;
  readonly state: string;
  readonly itemCode: string;
  readonly name: string;
  readonly qty: string;
  readonly uom: string;
  readonly committedDate: string;
  readonly merchandiserId: string;
  readonly packageId: string;
  readonly packageState: string | null;
  readonly trackingId: string;
  readonly trackingState: string | null;
}

/** Of the orders `o`. One look into an index per row and state: a join would read both tables whole for a page. */
export const ORDER_COLUMNS = `o.production_order_id AS "productionOrderId", o.project_id AS "projectId",
  o.contract_id AS "contractId", o.line_id AS "lineId", o.kind, o.state, o.item_code AS "itemCode", o.name,
  o.qty::text AS qty, o.uom, o.committed_date::text AS "committedDate", o.merchandiser_id AS "merchandiserId",
  o.package_id AS "packageId", o.tracking_id AS "trackingId",
  (SELECT k.state FROM engineering_package k WHERE k.package_id = o.package_id) AS "packageState",
  (SELECT t.state FROM order_tracking t WHERE t.tracking_id = o.tracking_id) AS "trackingState"`;

/** Of the orders `o`: what was ordered, and again what came back and was scrapped. */
export const TO_MAKE = `(o.qty + (SELECT coalesce(sum(s.scrapped_qty), 0) FROM shipment s
  WHERE s.production_order_id = o.production_order_id AND s.scrapped_qty > 0))`;
