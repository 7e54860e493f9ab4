import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Disposition, Result } from '../production-order.values.js';

/** 要货通知 */
export class RecordCallOff extends CommandTo<
  'productionOrderId',
  { readonly qty: string; readonly deliverTo?: string; readonly requiredOn: string }
> {
  readonly type = 'RecordCallOff';
}

/** The customer cannot take the goods yet. */
export class DeferDelivery extends CommandTo<'productionOrderId', { readonly by: 'CUSTOMER'; readonly until: string }> {
  readonly type = 'DeferDelivery';
}

export class PlanShipment extends CommandTo<
  'productionOrderId',
  { readonly qty: string; readonly consignmentNo?: string }
> {
  readonly type = 'PlanShipment';
}

export class InspectShipment extends CommandTo<
  'productionOrderId',
  { readonly shipmentId: string; readonly result: Result; readonly certRef: string }
> {
  readonly type = 'InspectShipment';
}

export class DispatchShipment extends CommandTo<
  'productionOrderId',
  {
    readonly shipmentId: string;
    readonly carrierRef: string;
    /** The planned quantity when absent. */
    readonly qty?: string;
    readonly serialNos?: readonly string[];
  }
> {
  readonly type = 'DispatchShipment';
}

export class ConfirmDelivery extends CommandTo<
  'productionOrderId',
  { readonly shipmentId: string; readonly signedByRef: string; readonly on: string; readonly refusedQty?: string }
> {
  readonly type = 'ConfirmDelivery';
}

export class CancelShipment extends CommandTo<
  'productionOrderId',
  { readonly shipmentId: string; readonly reason: string }
> {
  readonly type = 'CancelShipment';
}

/** What becomes of goods that were refused. */
export class DispositionReturn extends CommandTo<
  'productionOrderId',
  { readonly shipmentId: string; readonly qty: string; readonly disposition: Disposition }
> {
  readonly type = 'DispositionReturn';
}

/** By timer, when the committed date has passed; once per committed date. */
export class MarkShipmentDelayed extends CommandTo<'productionOrderId', { readonly committedDate: string }> {
  readonly type = 'MarkShipmentDelayed';
}

export type ShippingCommand =
  | RecordCallOff
  | DeferDelivery
  | PlanShipment
  | InspectShipment
  | DispatchShipment
  | ConfirmDelivery
  | CancelShipment
  | DispositionReturn
  | MarkShipmentDelayed;
