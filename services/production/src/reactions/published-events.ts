import {
  bomReleased,
  deliveryDeferred,
  engineeringPackageReleased,
  goodsReadyToShip,
  orderHandedToEngineering,
  orderRescheduled,
  productionCompleted,
  productionExceptionRaised,
  productionExceptionResolved,
  productionOrderCancelled,
  productionOrderClosed,
  productionOrderReceived,
  productionOrderReleased,
  productionOrderReopened,
  productionOrderShortClosed,
  productionProgressReported,
  shipmentDelayed,
  shipmentDelivered,
  shipmentDispatched,
  workResumed,
  workStopped,
} from '@engsales/events';
import { publish, publishing } from '@engsales/messaging';
import type { EngineeringPackageEvent } from '../domain/engineering-package/engineering-package.events.js';
import type { OrderTrackingEvent } from '../domain/order-tracking/order-tracking.events.js';
import type { ProductionOrderEvent } from '../domain/production-order/production-order.events.js';
import type { ShipmentChange } from '../domain/production-order/shipping/shipping.events.js';
import type { StockSnapshotEvent } from '../domain/stock-snapshot/stock-snapshot.events.js';
import * as said from './published-data.js';
import { raisedException, resolvedException } from './published-exceptions.js';
import { deferredDelivery, delayedShipment, readyGoods, readyHasMoved, shipment } from './published-goods.js';

export type ProductionEvent = ProductionOrderEvent | EngineeringPackageEvent | OrderTrackingEvent | StockSnapshotEvent;

/** What production says to the others about its own events; an event that is not here is its own affair. */
export const publishedEvents = publishing<ProductionEvent>({
  ProductionOrderReceived: (data) => publish(productionOrderReceived, said.receivedOrder(data)),
  OrderHandedToEngineering: (data) => publish(orderHandedToEngineering, said.handedOrder(data)),
  EngineeringPackageReleased: (data) => publish(engineeringPackageReleased, said.releasedPackage(data)),
  BomReleased: (data) => publish(bomReleased, said.releasedBom(data)),
  ProductionOrderReleased: (data) => publish(productionOrderReleased, said.releasedOrder(data)),
  ProductionProgressReported: (data) => publish(productionProgressReported, said.progress(data)),
  ProgressCorrected: (data) => publish(productionProgressReported, said.correctedProgress(data)),
  ProductionCompleted: (data) => publish(productionCompleted, said.completedProduction(data)),
  WorkStopped: (data) => publish(workStopped, said.stopWork(data)),
  WorkResumed: (data) => publish(workResumed, said.stopWork(data)),
  OrderRescheduled: (data) => publish(orderRescheduled, said.rescheduledOrder(data)),
  ShipmentInspected: (data) => sayReady(data, data.inspectedOn),
  InspectionWithdrawn: (data) => sayReady(data, data.withdrawnOn),
  ShipmentCancelled: (data) => sayReady(data, data.cancelledOn),
  // it lies here, ready: less has left than was told
  ShipmentRecalled: (data) => publish(goodsReadyToShip, readyGoods(data, data.recalledOn)),
  ShipmentDispatched: (data) => publish(shipmentDispatched, shipment(data)),
  ShipmentDelivered: (data) => publish(shipmentDelivered, shipment(data)),
  DeliveryDeferred: (data) => publish(deliveryDeferred, deferredDelivery(data)),
  DeferralCorrected: (data) => publish(deliveryDeferred, deferredDelivery(data)),
  DeferralWithdrawn: (data) => publish(deliveryDeferred, deferredDelivery(data)),
  DeliveryCorrected: (data) => publish(shipmentDelivered, shipment(data)),
  ShipmentDelayed: (data) => publish(shipmentDelayed, delayedShipment(data)),
  ProductionOrderCancelled: (data) => publish(productionOrderCancelled, said.earlyEnd(data)),
  // the contract waits for the end of every order, also of one that never came
  ProductionOrderForestalled: (data) => publish(productionOrderCancelled, said.forestalledOrder(data)),
  ProductionOrderShortClosed: (data) => publish(productionOrderShortClosed, said.earlyEnd(data)),
  ProductionOrderClosed: (data) => publish(productionOrderClosed, said.closedOrder(data)),
  ProductionOrderReopened: (data) => publish(productionOrderReopened, said.reopenedOrder(data)),
  ProductionExceptionRaised: (data) => publish(productionExceptionRaised, raisedException(data)),
  ProductionExceptionResolved: (data) => publish(productionExceptionResolved, resolvedException(data)),
});

function sayReady(data: ShipmentChange, on: string | undefined) {
  return on !== undefined && readyHasMoved(data) ? publish(goodsReadyToShip, readyGoods(data, on)) : undefined;
}
