import type { Command, Issued } from '@engsales/event-sourcing/decider';
import type { DraftDocument } from './contract-document.js';
import type { EndingCommand } from './ending.commands.js';
import type { ExecutionCommand } from './execution.commands.js';
import type { ImportContract } from './import.commands.js';
import type { MoneyCommand } from './money.commands.js';

/** What every command to a contract carries. */
export abstract class ToContract<Data = unknown> implements Command {
  abstract readonly type: string;
  constructor(
    readonly data: Data & { readonly contractId: string },
    readonly issued: Issued,
  ) {}
}

export class DraftContract extends ToContract<{
  readonly projectId: string;
  readonly document: DraftDocument;
}> {
  readonly type = 'DraftContract';
}

export class ReviseContract extends ToContract<{ readonly document: DraftDocument }> {
  readonly type = 'ReviseContract';
}

export class RecordNegotiationRound extends ToContract<{
  readonly topic: string;
  readonly ours: string;
  readonly theirs: string;
  readonly agreed?: string;
}> {
  readonly type = 'RecordNegotiationRound';
}

export class SubmitForApproval extends ToContract {
  readonly type = 'SubmitForApproval';
}

export class ApproveContract extends ToContract {
  readonly type = 'ApproveContract';
}

export class RejectContract extends ToContract<{ readonly reason: string }> {
  readonly type = 'RejectContract';
}

export class AbandonContract extends ToContract<{ readonly reason: string }> {
  readonly type = 'AbandonContract';
}

export interface Signatory {
  readonly side: 'OURS' | 'THEIRS';
  /** Reference into the personal-data vault, never a name. */
  readonly personRef: string;
}

export class SignContract extends ToContract<{
  readonly contractNo: string;
  readonly signedOn: string;
  readonly signatories: readonly Signatory[];
  readonly scanRef: string;
}> {
  readonly type = 'SignContract';
}

/** Those that begin a contract's stream. */
export type BeginningCommand = DraftContract | ImportContract;

export type ContractCommand =
  | BeginningCommand
  | ReviseContract
  | RecordNegotiationRound
  | SubmitForApproval
  | ApproveContract
  | RejectContract
  | AbandonContract
  | SignContract
  | ExecutionCommand
  | EndingCommand
  | MoneyCommand;
