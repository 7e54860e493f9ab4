import type { Binding } from '@engsales/event-sourcing';
import {
  engineeringPackage,
  type EngineeringPackage,
  type EngineeringPackageEvent,
  type RequestPackage,
} from '../domain/engineering-package/engineering-package.js';
import {
  orderTracking,
  type OpenTracking,
  type OrderTracking,
  type OrderTrackingEvent,
} from '../domain/order-tracking/order-tracking.js';
import { productionOrder, type ProductionOrder } from '../domain/production-order/production-order.js';
import type { ProductionOrderCommand } from '../domain/production-order/production-order.commands.js';
import type { ProductionOrderEvent } from '../domain/production-order/production-order.events.js';

const projectOf = (state: { readonly state: string; readonly projectId?: string }) => state.projectId;

export const productionOrderBinding: Binding<ProductionOrder, ProductionOrderCommand, ProductionOrderEvent> = {
  decider: productionOrder,
  idOf: (command) => command.data.productionOrderId,
  projectOf,
};

export const engineeringPackageBinding: Binding<EngineeringPackage, RequestPackage, EngineeringPackageEvent> = {
  decider: engineeringPackage,
  idOf: (command) => command.data.packageId,
  projectOf,
};

export const orderTrackingBinding: Binding<OrderTracking, OpenTracking, OrderTrackingEvent> = {
  decider: orderTracking,
  idOf: (command) => command.data.trackingId,
  projectOf,
};
