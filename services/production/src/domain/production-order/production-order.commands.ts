import type { Command, Issued } from '@engsales/event-sourcing/decider';
import type { HoldCode } from './holds.js';
import type { Gate, Gates, GateState } from './order-state.js';
import type { ShipmentCommand } from './shipment.commands.js';
import type { ShopFloorCommand } from './shop-floor.commands.js';

export type OrderKind = 'PRODUCE' | 'PROCURE';

export interface ReceivedOrder {
  readonly productionOrderId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly kind: OrderKind;
  readonly itemCode: string;
  readonly name: string;
  /** Decimal string in `uom`. */
  readonly qty: string;
  readonly uom: string;
  readonly amountFen: number;
  readonly committedDate: string;
  readonly merchandiserId: string;
  readonly packageId: string;
  readonly trackingId: string;
  readonly contractVersion: number;
  /** Absent in events before gates were told: then closed. */
  readonly gates?: Gates;
}

/** What every command to an order carries. */
export abstract class ToOrder<Data = unknown> implements Command {
  abstract readonly type: string;
  constructor(
    readonly data: Data & { readonly productionOrderId: string },
    readonly issued: Issued,
  ) {}
}

export class ReceiveOrder extends ToOrder<ReceivedOrder> {
  readonly type = 'ReceiveOrder';
}

export class HandOverToEngineering extends ToOrder<{ readonly backupCopyRef?: string }> {
  readonly type = 'HandOverToEngineering';
}

/** By timer: the order lies with the merchandiser for a day (seed D10). */
export class MarkReleaseOverdue extends ToOrder {
  readonly type = 'MarkReleaseOverdue';
}

export class ReassignMerchandiser extends ToOrder<{ readonly merchandiserId: string; readonly reason: string }> {
  readonly type = 'ReassignMerchandiser';
}

export class RescheduleOrder extends ToOrder<{
  readonly to: string;
  readonly reason: string;
  readonly contractVersion?: number;
}> {
  readonly type = 'RescheduleOrder';
}

/** By reaction on the own BomReleased. */
export class EngineerOrder extends ToOrder<{
  readonly bomId: string;
  readonly rev: number;
  readonly drawingRev?: string;
  readonly unitCostFen: number;
}> {
  readonly type = 'EngineerOrder';
}

export class AcceptBom extends ToOrder<{ readonly actingFor?: 'PMC' }> {
  readonly type = 'AcceptBom';
}

/** By reaction: commerce has accepted the execution form. */
export class NoteExecutionForm extends ToOrder {
  readonly type = 'NoteExecutionForm';
}

/** By reaction on the payment gates of the contract. */
export class SetGate extends ToOrder<{ readonly gate: Gate } & GateState> {
  readonly type = 'SetGate';
}

/** By reaction; also of an order that has not come yet. */
export class PlaceHold extends ToOrder<{
  readonly projectId: string;
  readonly code: HoldCode;
  readonly ref: string;
  readonly stepId?: string;
  readonly since: string;
}> {
  readonly type = 'PlaceHold';
}

export class DropHold extends ToOrder<{ readonly code: HoldCode; readonly ref: string }> {
  readonly type = 'DropHold';
}

/** By reaction on the tracking of the order: an exception has come or is over. */
export class NoteException extends ToOrder<{
  readonly exceptionId: string;
  readonly stepId?: string;
  readonly since: string;
  /** Now. */
  readonly stopsWork: boolean;
  /** Of all exceptions of the order. */
  readonly delayDays: number;
  /** Revision of the tracking that tells it. */
  readonly sequence: number;
}> {
  readonly type = 'NoteException';
}

export class CancelOrder extends ToOrder<{ readonly initiator: string; readonly reason: string }> {
  readonly type = 'CancelOrder';
}

export class ShortCloseOrder extends ToOrder<{ readonly initiator: string; readonly reason: string }> {
  readonly type = 'ShortCloseOrder';
}

/** By reaction: the contract is void or terminated. Cancels, closes short, or takes the place of an order that has not come. */
export class EndOrder extends ToOrder<{
  readonly projectId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly initiator: string;
  readonly reason: string;
  readonly contractVersion: number;
}> {
  readonly type = 'EndOrder';
}

export type ProductionOrderCommand =
  | ReceiveOrder
  | HandOverToEngineering
  | MarkReleaseOverdue
  | ReassignMerchandiser
  | RescheduleOrder
  | EngineerOrder
  | AcceptBom
  | NoteExecutionForm
  | SetGate
  | PlaceHold
  | DropHold
  | NoteException
  | CancelOrder
  | ShortCloseOrder
  | EndOrder
  | ShopFloorCommand
  | ShipmentCommand;
