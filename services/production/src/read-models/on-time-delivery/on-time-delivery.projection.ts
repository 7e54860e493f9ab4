import type { RecordedEvent } from '@engsales/event-sourcing';
import { legacyProjection } from '@engsales/read-models';
import { difference, isPositiveQuantity } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type { ShipmentDelivered } from '../../domain/production-order/shipment.events.js';

/** When did each shipment come, and how late? One row per delivery; what was refused whole is none. */
export const onTimeDelivery = legacyProjection({
  name: 'on-time-delivery',
  tables: ['delivered_shipment'],
  handles: ['ShipmentDelivered'],
  async apply(recorded: RecordedEvent, rows: EntityManager): Promise<void> {
    const { productionOrderId, shipment, daysLate } = (recorded as unknown as ShipmentDelivered).data;
    const { shipmentId, deliveredOn, qty, refusedQty } = shipment;
    if (deliveredOn === undefined || !isPositiveQuantity(difference(qty, refusedQty))) return;
    await rows.query(
      `INSERT INTO delivered_shipment (shipment_id, revision, production_order_id, delivered_on, days_late)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (shipment_id) DO NOTHING`,
      [shipmentId, recorded.revision, productionOrderId, deliveredOn, daysLate],
    );
  },
});
