import * as events from '@engsales/events';
import type { PublicMessage } from '@engsales/events';
import type { Reaction } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import awardedSample from '../../../../libs/events/src/samples/tender.BidAwarded.v1.json';
import cancelledSample from '../../../../libs/events/src/samples/tender.TenderCancelled.v1.json';
import declinedSample from '../../../../libs/events/src/samples/tender.AwardDeclined.v1.json';
import lostSample from '../../../../libs/events/src/samples/tender.BidLost.v1.json';
import noBidSample from '../../../../libs/events/src/samples/tender.NoBidDecided.v1.json';
import proposalSample from '../../../../libs/events/src/samples/tender.ProposalSent.v1.json';
import registeredSample from '../../../../libs/events/src/samples/tender.TenderRegistered.v1.json';
import revokedSample from '../../../../libs/events/src/samples/tender.AwardRevoked.v1.json';
import submittedSample from '../../../../libs/events/src/samples/tender.BidSubmitted.v1.json';
import withdrawnSample from '../../../../libs/events/src/samples/tender.BidWithdrawn.v1.json';
import { EndPursuit, NoteAward, NotePursuit, NoteStep } from '../domain/lead/outcome/outcome.commands.js';
import * as reactions from './tender-course.reaction.js';

const leadId = '3f9a2c10-6d7e-5f90-91a2-c3d4e5f60718';
const tenderId = 'deb5c600-bb39-5f55-8c9f-48d8b5078430';

/** Said on 2025-03-10 in the evening in London: already the next day in Shanghai. */
const told = <Data>(event: events.PublicEvent<Data>, sample: object, changes: object = {}): PublicMessage<Data> =>
  aMessage(event, { ...sample, leadId, tenderId, ...changes } as Data, {
    subject: tenderId,
    projectId: 'another-project',
    time: '2025-03-10T17:00:00.000Z',
  });
const done = (reaction: Reaction, message: PublicMessage) =>
  reaction.then(message).map(({ command, target, data }) => [command, target, data] as const);

const ending = (how: string, reasons: readonly string[], winner?: object) => [
  [EndPursuit, tenderId, { leadId, pursuitType: 'TENDER', id: tenderId, how, reasons, winner }],
];
/** Which ending of a tender ends the pursuit of the lead, and what it is told by. */
const ENDINGS = [
  [
    reactions.endPursuitWhenLost,
    told(events.bidLost, lostSample),
    ending('BID_LOST', ['PRICE'], { partyId: 'party-9', name: '临江暖通工程有限公司', priceFen: 682_000_000 }),
  ],
  [reactions.endPursuitWhenNoBid, told(events.noBidDecided, noBidSample), ending('NO_BID', ['UNPROFITABLE'])],
  [
    reactions.endPursuitWhenDeclined,
    told(events.awardDeclined, declinedSample),
    ending('AWARD_DECLINED', ['产能不足']),
  ],
  [
    reactions.endPursuitWhenWithdrawn,
    told(events.bidWithdrawn, withdrawnSample, { resubmit: false }),
    ending('BID_WITHDRAWN', ['报价有误']),
  ],
  [
    reactions.endPursuitWhenCancelled,
    told(events.tenderCancelled, cancelledSample, { retender: false }),
    ending('TENDER_CANCELLED', ['投标人不足三家']),
  ],
  [
    reactions.endPursuitWhenRevoked,
    told(events.awardRevoked, revokedSample, { retender: false }),
    ending('AWARD_REVOKED', ['投诉成立']),
  ],
] as const;

describe('when a tender of a lead has ended', () => {
  it.each(ENDINGS)('its pursuit has ended, whose lead the event names: $type (L-51)', (reaction, message, commands) => {
    expect(done(reaction, message)).toEqual(commands);
    expect(reaction).toMatchObject({ nothingToDo: ['INVALID_TRANSITION', 'NOT_FOUND'], neverQueued: false });
  });

  it('who has won may be known by half, or not at all (L-51)', () => {
    const words = { winnerPartyId: undefined, winnerName: '某公司', winnerPriceFen: undefined };
    const message = told(events.bidLost, lostSample, words);
    const winner = { partyId: undefined, name: '某公司', priceFen: undefined };
    expect(done(reactions.endPursuitWhenLost, message)).toEqual(ending('BID_LOST', ['PRICE'], winner));
  });

  it.each([
    ['withdrawn to be submitted again', reactions.endPursuitWhenWithdrawn, events.bidWithdrawn, { resubmit: true }],
    ['cancelled to be repeated', reactions.endPursuitWhenCancelled, events.tenderCancelled, { retender: true }],
    ['revoked to be repeated', reactions.endPursuitWhenRevoked, events.awardRevoked, { retender: true }],
  ] as const)('it goes on where the tender was %s (L-50)', (_title, reaction, event, changes) =>
    expect(done(reaction, told(event as events.PublicEvent<unknown>, { reason: 'x' }, changes))).toEqual([]),
  );

  it.each(ENDINGS)('it is nobody’s where the tender came of no lead: $type', (reaction, message) => {
    const data = { ...(message.data as object), leadId: undefined };
    expect(done(reaction, { ...message, data })).toEqual([]);
  });
});

describe('when a tender of a lead goes on', () => {
  it('it is a pursuit, in the place of the tender that it repeats (L-50)', () => {
    const reaction = reactions.notePursuitWhenRegistered;
    const words = { leadId, pursuitType: 'TENDER', id: tenderId };
    expect(done(reaction, told(events.tenderRegistered, registeredSample))).toEqual([
      [NotePursuit, tenderId, { ...words, previousId: undefined }],
    ]);
    const repeated = told(events.tenderRegistered, registeredSample, { previousTenderId: 'tender-0' });
    expect(done(reaction, repeated)).toEqual([[NotePursuit, tenderId, { ...words, previousId: 'tender-0' }]]);
    expect(done(reaction, told(events.tenderRegistered, registeredSample, { leadId: undefined }))).toEqual([]);
    expect(reaction.nothingToDo).toEqual(['INVALID_TRANSITION', 'NOT_FOUND']);
  });

  it('an award is noted (L-52)', () => {
    const reaction = reactions.noteAwardWhenAwarded;
    expect(done(reaction, told(events.bidAwarded, awardedSample))).toEqual([
      [NoteAward, tenderId, { leadId, id: tenderId }],
    ]);
    expect(done(reaction, told(events.bidAwarded, awardedSample, { leadId: undefined }))).toEqual([]);
  });

  it('a proposal is the fourth step, on the day on which it was sent (L-54)', () => {
    const reaction = reactions.noteStepWhenProposed;
    const message = told(events.proposalSent, proposalSample, { proposalId: 'proposal-1', sentOn: '2025-03-04' });
    expect(done(reaction, message)).toEqual([
      [NoteStep, 'step', { leadId, step: 'PROPOSAL_OR_BID', on: '2025-03-04', ref: 'proposal-1' }],
    ]);
    expect(done(reaction, told(events.proposalSent, proposalSample, { leadId: undefined }))).toEqual([]);
  });

  it('a bid is the fourth step and the fifth, on the day in Shanghai (L-54)', () => {
    const reaction = reactions.noteStepsWhenBid;
    const message = told(events.bidSubmitted, submittedSample, { submittedAt: '2025-01-27T16:30:00Z' });
    expect(done(reaction, message)).toEqual([
      [NoteStep, 'PROPOSAL_OR_BID', { leadId, step: 'PROPOSAL_OR_BID', on: '2025-01-28', ref: tenderId }],
      [NoteStep, 'CONTRACT_OR_BID', { leadId, step: 'CONTRACT_OR_BID', on: '2025-01-28', ref: tenderId }],
    ]);
    expect(done(reaction, told(events.bidSubmitted, submittedSample, { leadId: undefined }))).toEqual([]);
  });
});
