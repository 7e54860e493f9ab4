import { CommandTo } from '@engsales/event-sourcing/domain';
import type { ContractOrigin, Gates, OrderKind } from '../production-order.values.js';
import type { Opening } from './receiving.state.js';

/** By reaction on a signed contract, or by hand. */
export class ReceiveOrder extends CommandTo<
  'productionOrderId',
  {
    readonly projectId: string;
    readonly contractId: string;
    readonly lineId: string;
    readonly kind: OrderKind;
    readonly itemCode: string;
    readonly name: string;
    /** What is still to be delivered of the contract line. */
    readonly qty: string;
    readonly uom: string;
    readonly amountFen: number;
    readonly committedDate: string;
    readonly merchandiserId: string;
    readonly packageId: string;
    readonly trackingId: string;
    readonly contractVersion: number;
    /** Both closed when absent. */
    readonly gates?: Gates;
    readonly salespersonId?: string;
    readonly contractOrigin?: ContractOrigin;
    /** Commerce has accepted the form before the order came. */
    readonly executionFormAccepted?: boolean;
    /** Nothing when absent. */
    readonly opening?: Opening;
  }
> {
  readonly type = 'ReceiveOrder';
}

export class HandOverToEngineering extends CommandTo<'productionOrderId', { readonly backupCopyRef?: string }> {
  readonly type = 'HandOverToEngineering';
}

/** By timer: the order lies with its merchandiser for too long. */
export class MarkReleaseOverdue extends CommandTo<'productionOrderId'> {
  readonly type = 'MarkReleaseOverdue';
}

export class ReassignMerchandiser extends CommandTo<
  'productionOrderId',
  { readonly merchandiserId: string; readonly reason: string }
> {
  readonly type = 'ReassignMerchandiser';
}

export class RescheduleOrder extends CommandTo<
  'productionOrderId',
  {
    readonly to: string;
    readonly reason: string;
    /** The one that was applied last when absent. */
    readonly contractVersion?: number;
  }
> {
  readonly type = 'RescheduleOrder';
}

/** By reaction: commerce has accepted the execution form. */
export class NoteExecutionForm extends CommandTo<'productionOrderId'> {
  readonly type = 'NoteExecutionForm';
}

export type ReceivingCommand =
  | ReceiveOrder
  | HandOverToEngineering
  | MarkReleaseOverdue
  | ReassignMerchandiser
  | RescheduleOrder
  | NoteExecutionForm;
