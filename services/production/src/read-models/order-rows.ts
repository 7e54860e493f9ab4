import type { RecordedEvent } from '@engsales/event-sourcing';
import type { EntityManager } from 'typeorm';
import type { EngineeringPackageEvent } from '../domain/engineering-package/engineering-package.events.js';
import type { OrderTrackingEvent } from '../domain/order-tracking/order-tracking.events.js';
import type {
  ProductionOrderEvent,
  ProductionOrderReceived,
} from '../domain/production-order/production-order.events.js';

const STATE_EVENTS = [
  'OrderHandedToEngineering',
  'OrderEngineered',
  'OrderPlanned',
  'ProductionOrderReleased',
  'StepStarted',
  'GoodsReceived',
  'ProductionCompleted',
  'ProductionOrderClosed',
  'ProductionOrderCancelled',
  'ProductionOrderShortClosed',
] as const;
const PACKAGE_EVENTS = [
  'EngineeringPackageRequested',
  'EngineeringPackageExtended',
  'ArtefactSubmitted',
  'BomSubmitted',
  'CustomerApprovalRecorded',
  'ArtefactNotApplicable',
  'ArtefactConfirmed',
  'EngineeringPackageReleased',
] as const;
const TRACKING_EVENTS = ['OrderTrackingOpened', 'OrderTrackingExtended', 'OrderTrackingClosed'] as const;

export const ORDER_ROW_EVENTS = [
  'ProductionOrderReceived',
  'MerchandiserReassigned',
  'OrderRescheduled',
  ...STATE_EVENTS,
  ...PACKAGE_EVENTS,
  ...TRACKING_EVENTS,
] as const;

type OrderRowEvent = Extract<
  ProductionOrderEvent | EngineeringPackageEvent | OrderTrackingEvent,
  { type: (typeof ORDER_ROW_EVENTS)[number] }
>;

/** One row per production order with what its package and tracking say; each part is guarded by its own revision. */
export async function applyToOrderRow(table: string, recorded: RecordedEvent, rows: EntityManager): Promise<void> {
  const event = recorded as unknown as OrderRowEvent;
  const { revision } = recorded;
  switch (event.type) {
    case 'ProductionOrderReceived':
      return insert(table, event, revision, rows);
    case 'MerchandiserReassigned':
      return update(
        table,
        event.data.productionOrderId,
        revision,
        { merchandiser_id: event.data.merchandiserId },
        rows,
      );
    case 'OrderRescheduled':
      return update(table, event.data.productionOrderId, revision, { committed_date: event.data.committedDate }, rows);
    case 'OrderHandedToEngineering':
    case 'OrderEngineered':
    case 'OrderPlanned':
    case 'ProductionOrderReleased':
    case 'StepStarted':
    case 'GoodsReceived':
    case 'ProductionCompleted':
    case 'ProductionOrderClosed':
    case 'ProductionOrderCancelled':
    case 'ProductionOrderShortClosed':
      return update(table, event.data.productionOrderId, revision, { state: event.data.state }, rows);
    case 'EngineeringPackageRequested':
    case 'EngineeringPackageExtended':
    case 'ArtefactSubmitted':
    case 'BomSubmitted':
    case 'CustomerApprovalRecorded':
    case 'ArtefactNotApplicable':
    case 'ArtefactConfirmed':
    case 'EngineeringPackageReleased':
      return updatePart(table, 'package', event.data.productionOrderIds, event.data.state, revision, rows);
    case 'OrderTrackingOpened':
    case 'OrderTrackingExtended':
    case 'OrderTrackingClosed':
      return updatePart(table, 'tracking', event.data.productionOrderIds, event.data.state, revision, rows);
  }
}

async function update(
  table: string,
  productionOrderId: string,
  revision: number,
  values: Readonly<Record<string, string>>,
  rows: EntityManager,
): Promise<void> {
  const sets = Object.keys(values).map((name, i) => `${name} = $${i + 3}`);
  await rows.query(
    `UPDATE ${table} SET revision = $2, ${sets.join(', ')} WHERE production_order_id = $1 AND revision < $2`,
    [productionOrderId, revision, ...Object.values(values)],
  );
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
