import { CommandTo } from '@engsales/event-sourcing/domain';
import type { CancelKind, LossReason } from '../tender.values.js';

export interface LossFields {
  readonly winnerName?: string;
  readonly winnerPartyId?: string;
  readonly winnerPriceFen?: number;
  readonly ourRank?: number;
  readonly noticeOn?: string;
  readonly reasons: readonly LossReason[];
  readonly lessons: string;
}

export class RecordLoss extends CommandTo<'tenderId', LossFields> {
  readonly type = 'RecordLoss';
}

/** The winner has signed: from that day the bond is due back. */
export class NoteWinnerSigned extends CommandTo<'tenderId', { readonly signedOn: string }> {
  readonly type = 'NoteWinnerSigned';
}

/** 流标, 废标, 终止: the tenderee ends the tender. */
export class CancelTender extends CommandTo<
  'tenderId',
  {
    readonly kind: CancelKind;
    readonly reason: string;
    readonly noticeOn: string;
    readonly docRef: string;
    readonly retender: boolean;
  }
> {
  readonly type = 'CancelTender';
}

export type EndingCommand = RecordLoss | NoteWinnerSigned | CancelTender;
