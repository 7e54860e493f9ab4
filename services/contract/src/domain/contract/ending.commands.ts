import { ToContract } from './contract.commands.js';

export class SuspendContract extends ToContract<{ readonly reason: string; readonly since: string }> {
  readonly type = 'SuspendContract';
}

export interface DateShift {
  readonly lineId: string;
  readonly to: string;
  readonly reason: string;
}

export class ResumeContract extends ToContract<{
  readonly resumedOn: string;
  readonly dateShifts?: readonly DateShift[];
}> {
  readonly type = 'ResumeContract';
}

export type Initiator = 'CUSTOMER' | 'US' | 'MUTUAL';

export class VoidContract extends ToContract<{
  readonly reason: string;
  readonly docRef: string;
  readonly initiator?: Initiator;
}> {
  readonly type = 'VoidContract';
}

export class TerminateContract extends ToContract<{
  readonly initiator: Initiator;
  readonly reason: string;
  readonly docRef: string;
}> {
  readonly type = 'TerminateContract';
}

/** Both sides agree on what is paid in the end. */
export class SettleTermination extends ToContract<{ readonly finalFen: number; readonly docRef?: string }> {
  readonly type = 'SettleTermination';
}

/** By reaction: a production order of the contract has ended, with what it has cost. */
export class RecordOrderEnd extends ToContract<{
  readonly lineId: string;
  readonly outcome: 'CANCELLED' | 'SHORT_CLOSED' | 'CLOSED';
  readonly shippedQty?: string;
  readonly sunkCostFen: number;
}> {
  readonly type = 'RecordOrderEnd';
}

export type EndingCommand =
  SuspendContract | ResumeContract | VoidContract | TerminateContract | SettleTermination | RecordOrderEnd;
