import { CommandTo } from '@engsales/event-sourcing/domain';
import type { OfferedLine } from '@engsales/values';

/** 中标通知书. Without lines those of the bid stand. */
export class RecordAward extends CommandTo<
  'tenderId',
  {
    readonly noticeNo: string;
    readonly noticeOn: string;
    readonly noticeFen: number;
    readonly lines?: readonly OfferedLine[];
    /** Why the next candidate moved up (条例 55); needed where the bid was lost. */
    readonly promotedReason?: string;
  }
> {
  readonly type = 'RecordAward';
}

export class DeclineAward extends CommandTo<'tenderId', { readonly reason: string; readonly docRef?: string }> {
  readonly type = 'DeclineAward';
}

export class RevokeAward extends CommandTo<
  'tenderId',
  { readonly reason: string; readonly docRef: string; readonly retender: boolean }
> {
  readonly type = 'RevokeAward';
}

/** By reaction: the contract of the award is signed. */
export class MarkContracted extends CommandTo<
  'tenderId',
  {
    readonly contractId: string;
    readonly contractNo: string;
    readonly signedOn: string;
    readonly totalFen: number;
  }
> {
  readonly type = 'MarkContracted';
}

/** By reaction: the draft of the award was given up. */
export class NoteContractAbandoned extends CommandTo<
  'tenderId',
  { readonly contractId: string; readonly reason: string }
> {
  readonly type = 'NoteContractAbandoned';
}

/** By reaction: the contract was voided or terminated. */
export class NoteContractEnd extends CommandTo<
  'tenderId',
  { readonly contractId: string; readonly how: 'VOIDED' | 'TERMINATED' }
> {
  readonly type = 'NoteContractEnd';
}

/** By timer, on the day after the last day to sign (法 46). */
export class MarkSigningOverdue extends CommandTo<'tenderId', { readonly contractSigningDueOn: string }> {
  readonly type = 'MarkSigningOverdue';
}

export type AwardingCommand =
  | RecordAward
  | DeclineAward
  | RevokeAward
  | MarkContracted
  | NoteContractAbandoned
  | NoteContractEnd
  | MarkSigningOverdue;
