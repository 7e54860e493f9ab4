import {
  awardDeclined,
  awardRevoked,
  bidAwarded,
  bidLost,
  bidSubmitted,
  bidWithdrawn,
  noBidDecided,
  proposalSent,
  tenderCancelled,
  tenderRegistered,
  type PublicEvent,
} from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { businessDateOf } from '@engsales/values';
import { EndPursuit, NoteAward, NotePursuit, NoteStep, type Winner } from '../domain/lead/outcome/outcome.commands.js';
import type { PursuitEnd } from '../domain/lead/lead.values.js';

/** The lead has gone another way meanwhile, or the project has none: it was begun in another service. */
const NOTHING_TO_DO = ['INVALID_TRANSITION', 'NOT_FOUND'];

interface OfTender {
  readonly tenderId: string;
  readonly leadId?: string;
}

export const notePursuitWhenRegistered = when(tenderRegistered, {
  name: 'note-pursuit-when-tender-registered',
  nothingToDo: NOTHING_TO_DO,
  then: ({ data: { leadId, tenderId: id, previousTenderId: previousId } }) =>
    leadId === undefined ? [] : [issue(NotePursuit, id, { leadId, pursuitType: 'TENDER', id, previousId })],
});

interface Ending {
  readonly how: PursuitEnd;
  readonly reasons: readonly string[];
  readonly winner?: Winner;
}

/** When this happens to a tender, its pursuit has ended; undefined where it goes on. */
const endPursuitWhen = <Data extends OfTender>(
  event: PublicEvent<Data>,
  name: string,
  endingOf: (data: Data) => Ending | undefined,
) =>
  when(event, {
    name,
    nothingToDo: NOTHING_TO_DO,
    then: ({ data }) => {
      const { leadId, tenderId: id } = data;
      const ending = endingOf(data);
      if (leadId === undefined || ending === undefined) return [];
      const { how, reasons, winner } = ending;
      return [issue(EndPursuit, id, { leadId, pursuitType: 'TENDER', id, how, reasons, winner })];
    },
  });

export const endPursuitWhenLost = endPursuitWhen(bidLost, 'end-pursuit-when-bid-lost', (data) => ({
  how: 'BID_LOST',
  reasons: data.reasons,
  winner: { partyId: data.winnerPartyId, name: data.winnerName, priceFen: data.winnerPriceFen },
}));
export const endPursuitWhenNoBid = endPursuitWhen(noBidDecided, 'end-pursuit-when-no-bid', ({ reason }) => ({
  how: 'NO_BID',
  reasons: [reason],
}));
export const endPursuitWhenDeclined = endPursuitWhen(awardDeclined, 'end-pursuit-when-declined', ({ reason }) => ({
  how: 'AWARD_DECLINED',
  reasons: [reason],
}));
export const endPursuitWhenWithdrawn = endPursuitWhen(bidWithdrawn, 'end-pursuit-when-withdrawn', (data) =>
  data.resubmit ? undefined : { how: 'BID_WITHDRAWN', reasons: [data.reason] },
);
export const endPursuitWhenCancelled = endPursuitWhen(tenderCancelled, 'end-pursuit-when-cancelled', (data) =>
  data.retender ? undefined : { how: 'TENDER_CANCELLED', reasons: [data.reason] },
);
export const endPursuitWhenRevoked = endPursuitWhen(awardRevoked, 'end-pursuit-when-revoked', (data) =>
  data.retender ? undefined : { how: 'AWARD_REVOKED', reasons: [data.reason] },
);

export const noteAwardWhenAwarded = when(bidAwarded, {
  name: 'note-award-when-bid-awarded',
  nothingToDo: NOTHING_TO_DO,
  then: ({ data: { leadId, tenderId: id } }) => (leadId === undefined ? [] : [issue(NoteAward, id, { leadId, id })]),
});

export const noteStepWhenProposed = when(proposalSent, {
  name: 'note-step-when-proposal-sent',
  nothingToDo: NOTHING_TO_DO,
  then: ({ data: { leadId, proposalId: ref, sentOn: on } }) =>
    leadId === undefined ? [] : [issue(NoteStep, 'step', { leadId, step: 'PROPOSAL_OR_BID', on, ref })],
});

/** A bid is a proposal and stands for the draft of a contract too. */
export const noteStepsWhenBid = when(bidSubmitted, {
  name: 'note-steps-when-bid-submitted',
  nothingToDo: NOTHING_TO_DO,
  then: ({ data: { leadId, tenderId: ref, submittedAt } }) => {
    if (leadId === undefined) return [];
    const on = businessDateOf(submittedAt);
    return (['PROPOSAL_OR_BID', 'CONTRACT_OR_BID'] as const).map((step) =>
      issue(NoteStep, step, { leadId, step, on, ref }),
    );
  },
});
