import { ToOrder } from './production-order.commands.js';

/** 要货通知 */
export class RecordCallOff extends ToOrder<{
  readonly qty: string;
  readonly deliverTo?: string;
  readonly requiredOn: string;
}> {
  readonly type = 'RecordCallOff';
}

/** The customer cannot take the goods yet. */
export class DeferDelivery extends ToOrder<{ readonly by: 'CUSTOMER'; readonly until: string }> {
  readonly type = 'DeferDelivery';
}

export class PlanShipment extends ToOrder<{ readonly qty: string; readonly consignmentNo?: string }> {
  readonly type = 'PlanShipment';
}

export class InspectShipment extends ToOrder<{
  readonly shipmentId: string;
  readonly result: 'PASSED' | 'FAILED';
  readonly certRef: string;
}> {
  readonly type = 'InspectShipment';
}

export class DispatchShipment extends ToOrder<{
  readonly shipmentId: string;
  readonly carrierRef: string;
  /** The planned quantity unless said. */
  readonly qty?: string;
  readonly serialNos?: readonly string[];
}> {
  readonly type = 'DispatchShipment';
}

export class ConfirmDelivery extends ToOrder<{
  readonly shipmentId: string;
  readonly signedByRef: string;
  readonly on: string;
  readonly refusedQty?: string;
}> {
  readonly type = 'ConfirmDelivery';
}

export class CancelShipment extends ToOrder<{ readonly shipmentId: string; readonly reason: string }> {
  readonly type = 'CancelShipment';
}

export class DispositionReturn extends ToOrder<{
  readonly shipmentId: string;
  readonly qty: string;
  readonly disposition: 'RESTOCK' | 'REWORK' | 'SCRAP';
}> {
  readonly type = 'DispositionReturn';
}

/** By timer, when the committed date has passed; once per committed date. */
export class MarkShipmentDelayed extends ToOrder<{ readonly committedDate: string }> {
  readonly type = 'MarkShipmentDelayed';
}

export type ShipmentCommand =
  | RecordCallOff
  | DeferDelivery
  | PlanShipment
  | InspectShipment
  | DispatchShipment
  | ConfirmDelivery
  | CancelShipment
  | DispositionReturn
  | MarkShipmentDelayed;
