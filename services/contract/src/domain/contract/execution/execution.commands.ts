import { CommandTo } from '@engsales/event-sourcing/domain';
import type { AcceptanceResult } from '../contract.values.js';

/** One thing to be done on a track, as the salesperson says it. */
export interface SaidTrackItem {
  readonly item: string;
  /** Milestone or line that it stands for. */
  readonly ref?: string;
  readonly plannedOn?: string;
  /** Staff id. */
  readonly ownerId?: string;
}

export class SubmitExecutionForm extends CommandTo<
  'contractId',
  {
    /** A track that is left out is filled from the contract. */
    readonly tracks?: {
      readonly money?: readonly SaidTrackItem[];
      readonly goods?: readonly SaidTrackItem[];
      readonly service?: readonly SaidTrackItem[];
    };
    readonly specialRequirements?: string;
  }
> {
  readonly type = 'SubmitExecutionForm';
}

export class AcceptExecutionForm extends CommandTo<'contractId', { readonly commerceOwnerId?: string }> {
  readonly type = 'AcceptExecutionForm';
}

export class ReturnExecutionForm extends CommandTo<'contractId', { readonly reason: string }> {
  readonly type = 'ReturnExecutionForm';
}

/** By reaction on what production reports of a line; quantities are cumulative decimals, absolute: a later report may say less. */
export class RecordGoodsMovement extends CommandTo<
  'contractId',
  {
    readonly lineId: string;
    readonly cumulativeReadyQty?: string;
    readonly cumulativeShippedQty?: string;
    readonly cumulativeDeliveredQty?: string;
    readonly cumulativeRefusedQty?: string;
    /** Revision of the order that tells it: what is not newer than the last report changes nothing. */
    readonly sequence: number;
    readonly on: string;
    readonly ref: string;
  }
> {
  readonly type = 'RecordGoodsMovement';
}

/** By reaction on aftersales' report. */
export class RecordInstallation extends CommandTo<
  'contractId',
  { readonly lineIds: readonly string[]; readonly on: string; readonly ref: string }
> {
  readonly type = 'RecordInstallation';
}

/** By reaction on the acceptance certificate. */
export class RecordAcceptance extends CommandTo<
  'contractId',
  {
    readonly acceptanceId: string;
    readonly lineIds: readonly string[];
    readonly certNo: string;
    readonly on: string;
    readonly result: AcceptanceResult;
  }
> {
  readonly type = 'RecordAcceptance';
}

/** An installation that was reported by mistake, of these lines. */
export class RevokeInstallation extends CommandTo<
  'contractId',
  { readonly lineIds: readonly string[]; readonly reason: string }
> {
  readonly type = 'RevokeInstallation';
}

/** An acceptance that was reported by mistake, of these lines. */
export class RevokeAcceptance extends CommandTo<
  'contractId',
  { readonly lineIds: readonly string[]; readonly reason: string }
> {
  readonly type = 'RevokeAcceptance';
}

export class CompleteContract extends CommandTo<'contractId'> {
  readonly type = 'CompleteContract';
}

export class CloseContract extends CommandTo<'contractId'> {
  readonly type = 'CloseContract';
}

export type FormCommand = SubmitExecutionForm | AcceptExecutionForm | ReturnExecutionForm;
export type ProgressCommand =
  RecordGoodsMovement | RecordInstallation | RecordAcceptance | RevokeInstallation | RevokeAcceptance;
export type CompletionCommand = CompleteContract | CloseContract;
export type ExecutionCommand = FormCommand | ProgressCommand | CompletionCommand;
