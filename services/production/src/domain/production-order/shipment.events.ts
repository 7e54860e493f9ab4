import type { DomainEvent } from '@engsales/event-sourcing/decider';
import type { CallOff, Shipment, ShippingAxis } from './order-state.js';
import type { OfOrder } from './production-order.events.js';

export type CallOffRecorded = DomainEvent<'CallOffRecorded', OfOrder & { readonly callOff: CallOff }>;

export type DeliveryDeferred = DomainEvent<
  'DeliveryDeferred',
  OfOrder & { readonly by: 'CUSTOMER'; readonly until: string }
>;

/** The shipment as it is now, and what the order has shipped, delivered and had refused in all. */
export interface OfShipment extends OfOrder {
  readonly lineId: string;
  readonly shipment: Shipment;
  readonly orderedQty: string;
  readonly cumulativeShippedQty: string;
  readonly cumulativeDeliveredQty: string;
  readonly cumulativeRefusedQty: string;
  readonly shipping: ShippingAxis;
  readonly delivery: ShippingAxis;
  readonly committedDate: string;
}

export type ShipmentPlanned = DomainEvent<'ShipmentPlanned', OfShipment>;

export type ShipmentInspected = DomainEvent<
  'ShipmentInspected',
  OfShipment & {
    readonly result: 'PASSED' | 'FAILED';
    readonly inspectedOn: string;
    /** Passed so far, this one included. */
    readonly cumulativeReadyQty: string;
  }
>;

export type ShipmentDispatched = DomainEvent<'ShipmentDispatched', OfShipment & { readonly daysLate: number }>;
export type ShipmentDelivered = DomainEvent<'ShipmentDelivered', OfShipment & { readonly daysLate: number }>;
export type ShipmentCancelled = DomainEvent<'ShipmentCancelled', OfShipment & { readonly reason: string }>;

export type ReturnDispositioned = DomainEvent<
  'ReturnDispositioned',
  OfShipment & { readonly qty: string; readonly disposition: 'RESTOCK' | 'REWORK' | 'SCRAP'; readonly on: string }
>;

export type ShipmentDelayed = DomainEvent<
  'ShipmentDelayed',
  OfOrder & {
    readonly lineId: string;
    readonly committedDate: string;
    readonly forecastDate: string;
    readonly unshippedQty: string;
    readonly orderedQty: string;
    readonly daysLate: number;
  }
>;

export type ProductionOrderClosed = DomainEvent<
  'ProductionOrderClosed',
  OfOrder & {
    readonly lineId: string;
    readonly trackingId: string;
    readonly deliveredQty: string;
    readonly closedOn: string;
  }
>;

export type ShipmentEvent =
  | CallOffRecorded
  | DeliveryDeferred
  | ShipmentPlanned
  | ShipmentInspected
  | ShipmentDispatched
  | ShipmentDelivered
  | ShipmentCancelled
  | ReturnDispositioned
  | ShipmentDelayed
  | ProductionOrderClosed;
