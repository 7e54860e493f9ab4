import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Disposition, Result } from '../production-order.values.js';

/** 要货通知 */
export class RecordCallOff extends CommandTo<
  'productionOrderId',
  { readonly qty: string; readonly deliverTo?: string; readonly requiredOn: string }
> {
  readonly type = 'RecordCallOff';
}

/** What a call-off is in all; its earlier text stays in the history. */
export class CorrectCallOff extends CommandTo<
  'productionOrderId',
  {
    readonly callOffId: string;
    readonly qty: string;
    readonly deliverTo?: string;
    readonly requiredOn: string;
    readonly reason: string;
  }
> {
  readonly type = 'CorrectCallOff';
}

export class WithdrawCallOff extends CommandTo<
  'productionOrderId',
  { readonly callOffId: string; readonly reason: string }
> {
  readonly type = 'WithdrawCallOff';
}

/** The customer cannot take the goods yet. */
export class DeferDelivery extends CommandTo<'productionOrderId', { readonly by: 'CUSTOMER'; readonly until: string }> {
  readonly type = 'DeferDelivery';
}

/** The last deferral was entered with another day than the customer said. */
export class CorrectDeferral extends CommandTo<
  'productionOrderId',
  { readonly until: string; readonly reason: string }
> {
  readonly type = 'CorrectDeferral';
}

/** The last deferral was entered by mistake; the one before it holds again, or the promise. */
export class WithdrawDeferral extends CommandTo<'productionOrderId', { readonly reason: string }> {
  readonly type = 'WithdrawDeferral';
}

export class PlanShipment extends CommandTo<
  'productionOrderId',
  { readonly qty: string; readonly consignmentNo?: string }
> {
  readonly type = 'PlanShipment';
}

export class InspectShipment extends CommandTo<
  'productionOrderId',
  {
    readonly shipmentId: string;
    readonly result: Result;
    readonly certRef: string;
    /** Today when absent. */
    readonly on?: string;
  }
> {
  readonly type = 'InspectShipment';
}

export class DispatchShipment extends CommandTo<
  'productionOrderId',
  {
    readonly shipmentId: string;
    /** An organisation or a number plate. */
    readonly carrierRef: string;
    /** A person in the vault. */
    readonly driverRef?: string;
    /** The inspected quantity when absent. */
    readonly qty?: string;
    /** As many as units, where they are given. */
    readonly serialNos?: readonly string[];
    /** Today when absent. */
    readonly on?: string;
  }
> {
  readonly type = 'DispatchShipment';
}

export class ConfirmDelivery extends CommandTo<
  'productionOrderId',
  {
    readonly shipmentId: string;
    readonly signedByRef: string;
    readonly on: string;
    readonly refusedQty?: string;
    /** Which units came back. */
    readonly refusedSerialNos?: readonly string[];
  }
> {
  readonly type = 'ConfirmDelivery';
}

/** It was recorded as dispatched and has not left, or left otherwise than recorded. */
export class RecallShipment extends CommandTo<
  'productionOrderId',
  { readonly shipmentId: string; readonly reason: string }
> {
  readonly type = 'RecallShipment';
}

/** What is absent stays as it was confirmed. */
export class CorrectDelivery extends CommandTo<
  'productionOrderId',
  {
    readonly shipmentId: string;
    readonly signedByRef?: string;
    readonly on?: string;
    readonly refusedQty?: string;
    readonly refusedSerialNos?: readonly string[];
    readonly carrierRef?: string;
    readonly driverRef?: string;
    /** Which units left. */
    readonly serialNos?: readonly string[];
    readonly reason: string;
  }
> {
  readonly type = 'CorrectDelivery';
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

/** What has become of the refused goods in all. */
export class CorrectDisposition extends CommandTo<
  'productionOrderId',
  {
    readonly shipmentId: string;
    readonly restockedQty: string;
    readonly scrappedQty: string;
    readonly reworkQty: string;
    readonly reason: string;
  }
> {
  readonly type = 'CorrectDisposition';
}

/** By timer, when the day has passed after which the order is late; once per such day. */
export class MarkShipmentDelayed extends CommandTo<'productionOrderId', { readonly lateAfter: string }> {
  readonly type = 'MarkShipmentDelayed';
}

export type CallOffCommand = RecordCallOff | CorrectCallOff | WithdrawCallOff;
export type DeferralCommand = DeferDelivery | CorrectDeferral | WithdrawDeferral;
export type ShippingCommand =
  | CallOffCommand
  | DeferralCommand
  | PlanShipment
  | InspectShipment
  | DispatchShipment
  | ConfirmDelivery
  | CancelShipment
  | RecallShipment
  | CorrectDelivery
  | DispositionReturn
  | CorrectDisposition
  | MarkShipmentDelayed;
