import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Initiator, OrderOutcome } from '../contract.values.js';

export class SuspendContract extends CommandTo<'contractId', { readonly reason: string; readonly since: string }> {
  readonly type = 'SuspendContract';
}

/** A promised date that moves with the resumption. */
export interface DateShift {
  readonly lineId: string;
  readonly to: string;
  readonly reason: string;
}

export class ResumeContract extends CommandTo<
  'contractId',
  { readonly resumedOn: string; readonly dateShifts?: readonly DateShift[] }
> {
  readonly type = 'ResumeContract';
}

export class VoidContract extends CommandTo<
  'contractId',
  { readonly reason: string; readonly docRef: string; readonly initiator?: Initiator }
> {
  readonly type = 'VoidContract';
}

export class TerminateContract extends CommandTo<
  'contractId',
  { readonly initiator: Initiator; readonly reason: string; readonly docRef: string }
> {
  readonly type = 'TerminateContract';
}

/** Both sides agree on what is paid in the end. */
export class SettleTermination extends CommandTo<
  'contractId',
  {
    readonly finalFen: number;
    readonly docRef?: string;
    /** Days in which the customer pays what is left; 7 when absent. */
    readonly netDays?: number;
  }
> {
  readonly type = 'SettleTermination';
}

/** By reaction: a production order of the contract has ended, with what it has cost. */
export class RecordOrderEnd extends CommandTo<
  'contractId',
  { readonly lineId: string; readonly outcome: OrderOutcome; readonly sunkCostFen: number }
> {
  readonly type = 'RecordOrderEnd';
}

/** By reaction: an order that had ended goes on, because its delivery was corrected. */
export class RecordOrderReopening extends CommandTo<'contractId', { readonly lineId: string }> {
  readonly type = 'RecordOrderReopening';
}

export type EndingCommand =
  | SuspendContract
  | ResumeContract
  | VoidContract
  | TerminateContract
  | SettleTermination
  | RecordOrderEnd
  | RecordOrderReopening;
