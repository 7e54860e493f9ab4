import { ToContract } from './contract.commands.js';
import type { Tracks } from './execution-form.js';

export class SubmitExecutionForm extends ToContract<{
  readonly tracks?: Partial<Tracks>;
  readonly specialRequirements?: string;
}> {
  readonly type = 'SubmitExecutionForm';
}

export class AcceptExecutionForm extends ToContract<{ readonly commerceOwnerId?: string }> {
  readonly type = 'AcceptExecutionForm';
}

export class ReturnExecutionForm extends ToContract<{ readonly reason: string }> {
  readonly type = 'ReturnExecutionForm';
}

/** By reaction on what production reports of a line. */
export class RecordGoodsMovement extends ToContract<{
  readonly lineId: string;
  readonly cumulativeReadyQty?: string;
  readonly cumulativeShippedQty?: string;
  readonly cumulativeDeliveredQty?: string;
  readonly on: string;
  readonly ref: string;
}> {
  readonly type = 'RecordGoodsMovement';
}

/** By reaction on aftersales' report. */
export class RecordInstallation extends ToContract<{
  readonly lineIds: readonly string[];
  readonly on: string;
  readonly ref: string;
}> {
  readonly type = 'RecordInstallation';
}

/** By reaction on the acceptance certificate. */
export class RecordAcceptance extends ToContract<{
  readonly acceptanceId: string;
  readonly lineIds: readonly string[];
  readonly certNo: string;
  readonly on: string;
  readonly result: 'PASSED' | 'CONDITIONALLY_PASSED';
}> {
  readonly type = 'RecordAcceptance';
}

export class CompleteContract extends ToContract {
  readonly type = 'CompleteContract';
}

export class CloseContract extends ToContract {
  readonly type = 'CloseContract';
}

export type ExecutionCommand =
  | SubmitExecutionForm
  | AcceptExecutionForm
  | ReturnExecutionForm
  | RecordGoodsMovement
  | RecordInstallation
  | RecordAcceptance
  | CompleteContract
  | CloseContract;
