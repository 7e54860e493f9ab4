import { Rejected, refuseFuture, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { tenderRecord } from '../tender-record.js';
import type { ExistingTender } from '../tender.state.js';
import { BEFORE_SUBMISSION } from '../tender.values.js';
import { CancelTender, NoteWinnerSigned, RecordLoss, type EndingCommand } from './ending.commands.js';
import type { EndingEvent } from './ending.events.js';
import { lostBid } from './lost-bid.js';
import { nextRoundOf } from './next-round.js';

/** Another bidder wins, or nobody does. */
export const endingRules = {
  RecordLoss: { command: RecordLoss, in: ['SUBMITTED', 'OPENED'], decide: recordLoss },
  NoteWinnerSigned: { command: NoteWinnerSigned, in: ['LOST'], decide: noteWinnerSigned },
  CancelTender: { command: CancelTender, in: [...BEFORE_SUBMISSION, 'SUBMITTED', 'OPENED'], decide: cancelTender },
} satisfies RulesOf<EndingCommand, ExistingTender, EndingEvent>;

export const endingFold = {
  BidLost: (tender, data) => ({
    ...tender,
    state: data.state,
    loss: {
      winnerName: data.winnerName,
      winnerPartyId: data.winnerPartyId,
      winnerPriceFen: data.winnerPriceFen,
      ourRank: data.ourRank,
      noticeOn: data.noticeOn,
      reasons: data.reasons,
      lessons: data.lessons,
      lostOn: data.lostOn,
    },
  }),
  WinnerSigningNoted: (tender, { signedOn }) => ({
    ...tender,
    loss: tender.loss && { ...tender.loss, winnerSignedOn: signedOn },
  }),
  TenderCancelled: (tender, { state, kind, reason, noticeOn, docRef, nextRound }) => ({
    ...tender,
    state,
    nextTenderId: nextRound?.tenderId,
    cancellation: { kind, reason, noticeOn, docRef },
  }),
} satisfies FoldOf<EndingEvent, ExistingTender>;

/** @throws Rejected LOSS_REASON_REQUIRED, DATE_IN_FUTURE */
function recordLoss({ data, issued }: RecordLoss, tender: ExistingTender): EndingEvent[] {
  if (data.reasons.length === 0) throw new Rejected('LOSS_REASON_REQUIRED', 'why the bid is lost is not said');
  if (data.noticeOn !== undefined) refuseFuture('noticeOn', data.noticeOn, issued.today);
  return [lostBid(tender, data, issued)];
}

/** The newest word counts. @throws Rejected DATE_IN_FUTURE */
function noteWinnerSigned({ data, issued }: NoteWinnerSigned, tender: ExistingTender): EndingEvent[] {
  const { signedOn } = data;
  refuseFuture('signedOn', signedOn, issued.today);
  if (tender.loss?.winnerSignedOn === signedOn) return [];
  return [{ type: 'WinnerSigningNoted', data: { ...tenderRecord(tender, issued), signedOn } }];
}

/** @throws Rejected DATE_IN_FUTURE */
function cancelTender({ data, issued }: CancelTender, tender: ExistingTender): EndingEvent[] {
  const { kind, reason, noticeOn, docRef, retender } = data;
  refuseFuture('noticeOn', noticeOn, issued.today);
  return [
    {
      type: 'TenderCancelled',
      data: {
        ...tenderRecord(tender, issued, 'CANCELLED_BY_OWNER'),
        round: tender.round,
        kind,
        reason,
        noticeOn,
        docRef,
        retender,
        nextRound: retender ? nextRoundOf(tender) : undefined,
      },
    },
  ];
}
