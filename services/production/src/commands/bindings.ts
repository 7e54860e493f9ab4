import type { Binding } from '@engsales/event-sourcing';
import { engineeringPackage, type EngineeringPackage } from '../domain/engineering-package/engineering-package.js';
import type { EngineeringPackageCommand } from '../domain/engineering-package/engineering-package.commands.js';
import type { EngineeringPackageEvent } from '../domain/engineering-package/engineering-package.events.js';
import { orderTracking, type OrderTracking } from '../domain/order-tracking/order-tracking.js';
import type { OrderTrackingCommand } from '../domain/order-tracking/order-tracking.commands.js';
import type { OrderTrackingEvent } from '../domain/order-tracking/order-tracking.events.js';
import { productionOrder, type ProductionOrder } from '../domain/production-order/production-order.js';
import type { ProductionOrderCommand } from '../domain/production-order/production-order.commands.js';
import type { ProductionOrderEvent } from '../domain/production-order/production-order.events.js';
import type { StockSnapshotCommand } from '../domain/stock-snapshot/stock-snapshot.commands.js';
import { stockSnapshot, type StockSnapshotEvent, type TakenSnapshot } from '../domain/stock-snapshot/stock-snapshot.js';

const projectOf = (state: { readonly state: string; readonly projectId?: string }) => state.projectId;

export const productionOrderBinding: Binding<ProductionOrder, ProductionOrderCommand, ProductionOrderEvent> = {
  decider: productionOrder,
  idOf: (command) => command.data.productionOrderId,
  projectOf,
};

export const engineeringPackageBinding: Binding<
  EngineeringPackage,
  EngineeringPackageCommand,
  EngineeringPackageEvent
> = {
  decider: engineeringPackage,
  idOf: (command) => command.data.packageId,
  projectOf,
};

/** Of no project. */
export const stockSnapshotBinding: Binding<TakenSnapshot, StockSnapshotCommand, StockSnapshotEvent> = {
  decider: stockSnapshot,
  idOf: (command) => command.data.snapshotId,
  projectOf: () => undefined,
};

export const orderTrackingBinding: Binding<OrderTracking, OrderTrackingCommand, OrderTrackingEvent> = {
  decider: orderTracking,
  idOf: (command) => command.data.trackingId,
  projectOf,
};
