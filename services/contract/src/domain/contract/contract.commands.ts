import type { Command, Issued } from '@engsales/event-sourcing/decider';
import type { DraftDocument } from './contract-document.js';

export class DraftContract implements Command {
  readonly type = 'DraftContract';
  constructor(
    readonly data: { readonly contractId: string; readonly projectId: string; readonly document: DraftDocument },
    readonly issued: Issued,
  ) {}
}

export class ReviseContract implements Command {
  readonly type = 'ReviseContract';
  constructor(
    readonly data: { readonly contractId: string; readonly document: DraftDocument },
    readonly issued: Issued,
  ) {}
}

export class SubmitForApproval implements Command {
  readonly type = 'SubmitForApproval';
  constructor(
    readonly data: { readonly contractId: string },
    readonly issued: Issued,
  ) {}
}

export class ApproveContract implements Command {
  readonly type = 'ApproveContract';
  constructor(
    readonly data: { readonly contractId: string },
    readonly issued: Issued,
  ) {}
}

export class RejectContract implements Command {
  readonly type = 'RejectContract';
  constructor(
    readonly data: { readonly contractId: string; readonly reason: string },
    readonly issued: Issued,
  ) {}
}

export class AbandonContract implements Command {
  readonly type = 'AbandonContract';
  constructor(
    readonly data: { readonly contractId: string; readonly reason: string },
    readonly issued: Issued,
  ) {}
}

export interface Signatory {
  readonly side: 'OURS' | 'THEIRS';
  /** Reference into the personal-data vault, never a name. */
  readonly personRef: string;
}

export class SignContract implements Command {
  readonly type = 'SignContract';
  constructor(
    readonly data: {
      readonly contractId: string;
      readonly contractNo: string;
      readonly signedOn: string;
      readonly signatories: readonly Signatory[];
      readonly scanRef: string;
    },
    readonly issued: Issued,
  ) {}
}

export type ContractCommand =
  | DraftContract
  | ReviseContract
  | SubmitForApproval
  | ApproveContract
  | RejectContract
  | AbandonContract
  | SignContract;
