import { CommandTo } from '@engsales/event-sourcing/domain';
import type { BondThen } from '../submitting/submission-gates.js';
import type { AnsweredQuestion, Candidate, OpenedBid } from '../evaluation.state.js';
import type { Objector } from '../tender.values.js';

/** The whole record of the opening (开标记录), each time: a second envelope is recorded again. */
export class RecordOpening extends CommandTo<
  'tenderId',
  { readonly openedAt: string; readonly bids: readonly OpenedBid[]; readonly docRef: string }
> {
  readonly type = 'RecordOpening';
}

export class AnswerClarification extends CommandTo<'tenderId', AnsweredQuestion> {
  readonly type = 'AnswerClarification';
}

/** The candidates as they are made public (中标候选人公示). */
export class RecordCandidates extends CommandTo<
  'tenderId',
  { readonly candidates: readonly Candidate[]; readonly from: string; readonly to: string }
> {
  readonly type = 'RecordCandidates';
}

export class RecordObjection extends CommandTo<
  'tenderId',
  { readonly by: Objector; readonly on: string; readonly text: string; readonly docRef: string }
> {
  readonly type = 'RecordObjection';
}

export class CloseObjection extends CommandTo<'tenderId', { readonly no: number; readonly result: string }> {
  readonly type = 'CloseObjection';
}

export class ExtendBidValidity extends CommandTo<
  'tenderId',
  { readonly validityUntil: string; readonly docRef: string; readonly bond?: BondThen }
> {
  readonly type = 'ExtendBidValidity';
}

/** It costs the bid, not the bond (施工招标投标办法 29). */
export class RefuseValidityExtension extends CommandTo<'tenderId', { readonly reason: string }> {
  readonly type = 'RefuseValidityExtension';
}

export type OpeningCommand =
  | RecordOpening
  | AnswerClarification
  | RecordCandidates
  | RecordObjection
  | CloseObjection
  | ExtendBidValidity
  | RefuseValidityExtension;
