import type { RecordedEvent } from '@engsales/event-sourcing';
import type { EntityManager } from 'typeorm';
import type { EngineeringPackageEvent } from '../domain/engineering-package/engineering-package.js';
import type { OrderTrackingEvent } from '../domain/order-tracking/order-tracking.js';
import type {
  ProductionOrderEvent,
  ProductionOrderReceived,
} from '../domain/production-order/production-order.events.js';

type OrderRowEvent =
  Exclude<ProductionOrderEvent, { type: 'ProductionOrderForestalled' }> | EngineeringPackageEvent | OrderTrackingEvent;

export const ORDER_ROW_EVENTS: readonly OrderRowEvent['type'][] = [
  'ProductionOrderReceived',
  'OrderHandedToEngineering',
  'ProductionOrderCancelled',
  'EngineeringPackageRequested',
  'EngineeringPackageExtended',
  'OrderTrackingOpened',
  'OrderTrackingExtended',
];

/** One row per production order with what its package and tracking say; each part is guarded by its own revision. */
export async function applyToOrderRow(table: string, recorded: RecordedEvent, rows: EntityManager): Promise<void> {
  const event = recorded as unknown as OrderRowEvent;
  const { revision } = recorded;
  switch (event.type) {
    case 'ProductionOrderReceived':
      return insert(table, event, revision, rows);
    case 'OrderHandedToEngineering':
    case 'ProductionOrderCancelled': {
      const { productionOrderId, state } = event.data;
      await rows.query(
        `UPDATE ${table} SET state = $2, revision = $3 WHERE production_order_id = $1 AND revision < $3`,
        [productionOrderId, state, revision],
      );
      return;
    }
    case 'EngineeringPackageRequested':
    case 'EngineeringPackageExtended':
      return updatePart(table, 'package', event.data.productionOrderIds, event.data.state, revision, rows);
    case 'OrderTrackingOpened':
    case 'OrderTrackingExtended':
      return updatePart(table, 'tracking', event.data.productionOrderIds, event.data.state, revision, rows);
  }
}

async function insert(
  table: string,
  { data }: ProductionOrderReceived,
  revision: number,
  rows: EntityManager,
): Promise<void> {
  await rows.query(
    `INSERT INTO ${table} (production_order_id, revision, project_id, contract_id, line_id, kind, state, item_code, name,
       qty, uom, committed_date, merchandiser_id, package_id, tracking_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (production_order_id) DO NOTHING`,
    [
      data.productionOrderId,
      revision,
      data.projectId,
      data.contractId,
      data.lineId,
      data.kind,
      data.state,
      data.itemCode,
      data.name,
      data.qty,
      data.uom,
      data.committedDate,
      data.merchandiserId,
      data.packageId,
      data.trackingId,
    ],
  );
}

async function updatePart(
  table: string,
  part: 'package' | 'tracking',
  orders: readonly string[],
  state: string,
  revision: number,
  rows: EntityManager,
): Promise<void> {
  await rows.query(
    `UPDATE ${table} SET ${part}_state = $2, ${part}_revision = $3
      WHERE production_order_id = ANY($1) AND ${part}_revision < $3`,
    [orders, state, revision],
  );
}

/** The columns that both read models show, under their public names. */
export const ORDER_COLUMNS = `production_order_id AS "productionOrderId", project_id AS "projectId", contract_id AS "contractId",
  line_id AS "lineId", kind, state, item_code AS "itemCode", name, qty, uom, committed_date::text AS "committedDate",
  merchandiser_id AS "merchandiserId", package_id AS "packageId", package_state AS "packageState",
  tracking_id AS "trackingId", tracking_state AS "trackingState"`;

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
