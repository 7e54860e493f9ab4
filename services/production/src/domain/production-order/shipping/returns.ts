import { Rejected } from '@engsales/event-sourcing/domain';
import { difference, isAtLeast, sumQuantities } from '@engsales/values';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import type { Disposition } from '../production-order.values.js';
import { followToMake } from '../shop-floor/remake.js';
import { shipmentChange, withShipment } from './shipment-records.js';
import { shipmentIn } from './shipments.js';
import type { DispositionReturn } from './shipping.commands.js';
import type { Shipment } from './shipping.state.js';

/**
 * What becomes of refused goods: RESTOCK is shippable again, SCRAP is made again, REWORK waits for one of the two.
 * @throws Rejected DISPOSITION_EXCEEDS_REFUSED
 */
export function dispositionReturn(command: DispositionReturn, order: LiveOrder): ProductionOrderEvent[] {
  const { shipmentId, qty, disposition } = command.data;
  const shipment = shipmentIn(command, order, ['REFUSED']);
  const undecided = difference(shipment.refusedQty, shipment.disposedQty);
  const left = disposition === 'REWORK' ? difference(undecided, shipment.reworkQty) : undecided;
  if (!isAtLeast(left, qty)) {
    throw new Rejected(
      'DISPOSITION_EXCEEDS_REFUSED',
      `the quantity is more than the ${left} that were refused and are still here`,
      { shipmentId, leftQty: left },
    );
  }
  const { today } = command.issued;
  const after = disposeOf(shipment, qty, disposition);
  const said = { qty, disposition, on: today };
  return [
    { type: 'ReturnDispositioned', data: { ...shipmentChange(order, after), ...said } },
    ...followToMake(order, withShipment(order, after), today),
  ];
}

/** What is decided for good leaves the rework no more than the rest. */
function disposeOf(shipment: Shipment, qty: string, disposition: Disposition): Shipment {
  const { refusedQty, restockedQty, reworkQty } = shipment;
  if (disposition === 'REWORK') return { ...shipment, reworkQty: sumQuantities([reworkQty, qty]) };
  const disposedQty = sumQuantities([shipment.disposedQty, qty]);
  const rest = difference(refusedQty, disposedQty);
  return {
    ...shipment,
    disposedQty,
    reworkQty: isAtLeast(rest, reworkQty) ? reworkQty : rest,
    restockedQty: disposition === 'RESTOCK' ? sumQuantities([restockedQty, qty]) : restockedQty,
  };
}
