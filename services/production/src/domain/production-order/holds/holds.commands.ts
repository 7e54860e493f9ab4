import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Gate, GateState, HoldCode, StopScope, ViolatedArtefact } from '../production-order.values.js';

/** By reaction on the payment gates of the contract. */
export class SetGate extends CommandTo<
  'productionOrderId',
  {
    readonly gate: Gate;
    readonly state: GateState['state'];
    /** Last day of a credit release. */
    readonly until?: string;
  }
> {
  readonly type = 'SetGate';
}

/** By reaction; also of an order that has not come yet. */
export class PlaceHold extends CommandTo<
  'productionOrderId',
  {
    readonly projectId: string;
    readonly code: HoldCode;
    readonly ref: string;
    readonly stepId?: string;
    readonly since: string;
  }
> {
  readonly type = 'PlaceHold';
}

/** By reaction. */
export class DropHold extends CommandTo<'productionOrderId', { readonly code: HoldCode; readonly ref: string }> {
  readonly type = 'DropHold';
}

/** By reaction on the tracking of the order: an exception has come or is over. */
export class NoteException extends CommandTo<
  'productionOrderId',
  {
    readonly exceptionId: string;
    readonly stepId?: string;
    readonly since: string;
    /** Now. */
    readonly stopsWork: boolean;
    /** Of all exceptions of the order. */
    readonly delayDays: number;
    /** Revision of the tracking that tells it. */
    readonly sequence: number;
  }
> {
  readonly type = 'NoteException';
}

/** 停止作业 of the order or of one step. */
export class OrderStopWork extends CommandTo<
  'productionOrderId',
  { readonly scope: StopScope; readonly stepId?: string; readonly violatedArtefact: ViolatedArtefact }
> {
  readonly type = 'OrderStopWork';
}

export class LiftStopWork extends CommandTo<
  'productionOrderId',
  { readonly stopId: string; readonly correction: string }
> {
  readonly type = 'LiftStopWork';
}

export type HoldCommand = SetGate | PlaceHold | DropHold | NoteException | StopCommand;
export type StopCommand = OrderStopWork | LiftStopWork;
