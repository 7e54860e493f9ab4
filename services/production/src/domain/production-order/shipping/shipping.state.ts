import type { ShipmentState } from '../production-order.values.js';

export interface Shipment {
  readonly shipmentId: string;
  readonly state: ShipmentState;
  readonly qty: string;
  /** Joins the shipments of one truck. */
  readonly consignmentNo?: string;
  readonly certRef?: string;
  /** Day of the inspection that counts. */
  readonly inspectedOn?: string;
  readonly carrierRef?: string;
  /** A person in the vault. */
  readonly driverRef?: string;
  readonly serialNos: readonly string[];
  readonly dispatchedOn?: string;
  readonly deliveredOn?: string;
  readonly signedByRef?: string;
  readonly refusedQty: string;
  /** Which units came back, where it was said. */
  readonly refusedSerialNos: readonly string[];
  /** Of the refused: shippable again, decided on for good (restocked or scrapped), and being reworked. */
  readonly restockedQty: string;
  readonly disposedQty: string;
  readonly reworkQty: string;
}

/** 要货通知 */
export interface CallOff {
  readonly callOffId: string;
  readonly qty: string;
  readonly deliverTo?: string;
  readonly requiredOn: string;
}
