import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { OrderRecord } from '../order-record.events.js';
import type { Disposition, Result, ShipmentState, ShippingAxis } from '../production-order.values.js';

export interface CallOffRecord {
  readonly callOffId: string;
  readonly qty: string;
  readonly deliverTo?: string;
  readonly requiredOn: string;
}

/** The call-off as it is now. */
export type CallOffChange = OrderRecord & { readonly callOff: CallOffRecord };

export type CallOffRecorded = DomainEvent<'CallOffRecorded', CallOffChange>;
export type CallOffCorrected = DomainEvent<
  'CallOffCorrected',
  CallOffChange & { readonly reason: string; readonly correctedBy: string }
>;
export type CallOffWithdrawn = DomainEvent<
  'CallOffWithdrawn',
  OrderRecord & { readonly callOffId: string; readonly reason: string; readonly withdrawnBy: string }
>;

/** The day after which the order is late moves from one to another. */
export interface LatenessMoved extends OrderRecord {
  readonly lineId: string;
  readonly by: 'CUSTOMER';
  /** The day that held before. */
  readonly from: string;
  /** The day that holds now. */
  readonly until: string;
}

export type DeliveryDeferred = DomainEvent<'DeliveryDeferred', LatenessMoved>;
export type DeferralCorrected = DomainEvent<
  'DeferralCorrected',
  LatenessMoved & { readonly reason: string; readonly correctedBy: string }
>;
export type DeferralWithdrawn = DomainEvent<
  'DeferralWithdrawn',
  LatenessMoved & { readonly reason: string; readonly withdrawnBy: string }
>;

export interface ShipmentRecord {
  readonly shipmentId: string;
  readonly state: ShipmentState;
  readonly qty: string;
  readonly consignmentNo?: string;
  readonly certRef?: string;
  readonly inspectedOn?: string;
  readonly carrierRef?: string;
  readonly driverRef?: string;
  readonly serialNos: readonly string[];
  readonly dispatchedOn?: string;
  readonly deliveredOn?: string;
  readonly signedByRef?: string;
  readonly refusedQty: string;
  /** Where it was said. */
  readonly refusedSerialNos?: readonly string[];
  readonly restockedQty: string;
  readonly disposedQty: string;
  readonly reworkQty: string;
}

/** The shipment as it is now, and what of the order is ready, has left (gross), is delivered and came back in all. */
export interface ShipmentChange extends OrderRecord {
  readonly lineId: string;
  readonly shipment: ShipmentRecord;
  readonly orderedQty: string;
  readonly cumulativeShippedQty: string;
  readonly cumulativeDeliveredQty: string;
  readonly cumulativeRefusedQty: string;
  /** Has left and not come back, or waits inspected; the first events do not say it. */
  readonly cumulativeReadyQty?: string;
  /** The same before the event. */
  readonly readyBeforeQty?: string;
  /** Of what has left and not come back. */
  readonly shipping: ShippingAxis;
  readonly delivery: ShippingAxis;
  readonly committedDate: string;
  /** Last day to which the customer has deferred the delivery. */
  readonly deferredUntil?: string;
}

export type ShipmentPlanned = DomainEvent<'ShipmentPlanned', ShipmentChange>;

export type ShipmentInspected = DomainEvent<
  'ShipmentInspected',
  ShipmentChange & {
    readonly result: Result;
    readonly inspectedOn: string;
    readonly cumulativeReadyQty: string;
  }
>;

export type ShipmentDispatched = DomainEvent<'ShipmentDispatched', ShipmentChange & { readonly daysLate: number }>;
export type ShipmentDelivered = DomainEvent<'ShipmentDelivered', ShipmentChange & { readonly daysLate: number }>;
export type ShipmentCancelled = DomainEvent<
  'ShipmentCancelled',
  ShipmentChange & { readonly reason: string; readonly cancelledOn?: string }
>;

/** Less leaves than was inspected: the rest waits as a shipment of its own, inspected as it was. */
export type ShipmentSplit = DomainEvent<
  'ShipmentSplit',
  ShipmentChange & { readonly from: { readonly shipmentId: string; readonly qty: string } }
>;

/** It had not left: what was recorded of its dispatch no longer holds. */
export type ShipmentRecalled = DomainEvent<
  'ShipmentRecalled',
  ShipmentChange & {
    readonly reason: string;
    readonly recalledBy: string;
    readonly recalledOn: string;
  }
>;

/** The goods that were inspected are not made, or are gone: the shipment waits for its inspection again. */
export type InspectionWithdrawn = DomainEvent<
  'InspectionWithdrawn',
  ShipmentChange & { readonly reason: string; readonly withdrawnOn: string }
>;

export interface Correction {
  readonly reason: string;
  readonly correctedBy: string;
  readonly correctedOn: string;
}

export type DeliveryCorrected = DomainEvent<
  'DeliveryCorrected',
  ShipmentChange & Correction & { readonly daysLate: number }
>;

export type DispositionCorrected = DomainEvent<'DispositionCorrected', ShipmentChange & Correction>;

export type ReturnDispositioned = DomainEvent<
  'ReturnDispositioned',
  ShipmentChange & { readonly qty: string; readonly disposition: Disposition; readonly on: string }
>;

/** The committed date, and the day to which the customer has deferred the delivery, have passed and something is still here. */
export type ShipmentDelayed = DomainEvent<
  'ShipmentDelayed',
  OrderRecord & {
    readonly lineId: string;
    readonly committedDate: string;
    readonly deferredUntil?: string;
    readonly forecastDate: string;
    readonly unshippedQty: string;
    readonly orderedQty: string;
    readonly daysLate: number;
  }
>;

export type ShipmentEvent =
  | ShipmentPlanned
  | ShipmentInspected
  | ShipmentDispatched
  | ShipmentDelivered
  | ShipmentCancelled
  | ShipmentSplit
  | ShipmentRecalled
  | InspectionWithdrawn
  | DeliveryCorrected
  | ReturnDispositioned
  | DispositionCorrected;
export type CallOffEvent = CallOffRecorded | CallOffCorrected | CallOffWithdrawn;
export type DeferralEvent = DeliveryDeferred | DeferralCorrected | DeferralWithdrawn;
export type ShippingEvent = CallOffEvent | DeferralEvent | ShipmentEvent | ShipmentDelayed;
