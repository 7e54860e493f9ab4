import { Rejected, refuseFuture, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { businessDateOf, isReached } from '@engsales/values';
import { lostBid } from '../ending/lost-bid.js';
import type { BidLost } from '../ending/ending.events.js';
import { announced } from '../publishing/publishing.js';
import { endsBefore } from '../submitting/submission-gates.js';
import { tenderRecord } from '../tender-record.js';
import type { ExistingTender } from '../tender.state.js';
import { renewedWarnings, warningsOfOpening, warningsOfPublicity } from '../tender-warnings.js';
import type { Warning } from '../warning.js';
import {
  AnswerClarification,
  CloseObjection,
  ExtendBidValidity,
  RecordCandidates,
  RecordObjection,
  RecordOpening,
  RefuseValidityExtension,
  type OpeningCommand,
} from './opening.commands.js';
import type { OpeningEvent } from './opening.events.js';

/** From the opening of the bids to the award: what was read out, asked, announced and objected to. */
export const openingRules = {
  RecordOpening: { command: RecordOpening, in: ['SUBMITTED', 'OPENED'], decide: recordOpening },
  AnswerClarification: { command: AnswerClarification, in: ['OPENED'], decide: answerClarification },
  RecordCandidates: { command: RecordCandidates, in: ['OPENED'], decide: recordCandidates },
  RecordObjection: { command: RecordObjection, in: ['OPENED', 'LOST'], decide: recordObjection },
  CloseObjection: { command: CloseObjection, in: ['OPENED', 'LOST'], decide: closeObjection },
  ExtendBidValidity: { command: ExtendBidValidity, in: ['SUBMITTED', 'OPENED'], decide: extendBidValidity },
  RefuseValidityExtension: {
    command: RefuseValidityExtension,
    in: ['SUBMITTED', 'OPENED'],
    decide: refuseValidityExtension,
  },
} satisfies RulesOf<OpeningCommand, ExistingTender, OpeningEvent | BidLost>;

export const openingFold = {
  BidsOpened: (tender, { state, openedAt, bids, docRef, warnings }) => ({
    ...tender,
    state,
    opening: { openedAt, bids, docRef },
    warnings: warned(tender, ['FEWER_THAN_THREE_BIDDERS', 'OPENING_PRICE_DIFFERS'], warnings),
  }),
  BidClarificationAnswered: (tender, { question, answer, docRef, answeredOn }) => ({
    ...tender,
    answeredQuestions: [...tender.answeredQuestions, { question, answer, docRef, on: answeredOn }],
  }),
  CandidatesAnnounced: (tender, { candidates, from, to, warnings }) => ({
    ...tender,
    candidates: { list: candidates, from, to },
    warnings: warned(tender, ['PUBLICITY_TOO_SHORT'], warnings),
  }),
  ObjectionRecorded: (tender, { no, objector, on, text, docRef }) => ({
    ...tender,
    objections: [...tender.objections, { no, by: objector, on, text, docRef }],
  }),
  ObjectionClosed: (tender, { no, result }) => ({
    ...tender,
    objections: tender.objections.map((objection) => (objection.no === no ? { ...objection, result } : objection)),
  }),
  BidValidityExtended: (tender, { validityUntil, warnings }) => ({
    ...tender,
    validityUntil,
    warnings: warned(tender, ['BOND_NEEDS_EXTENSION'], warnings),
  }),
} satisfies FoldOf<OpeningEvent, ExistingTender>;

const warned = (
  { warnings }: ExistingTender,
  codes: readonly Warning['code'][],
  found: readonly { readonly code: string }[],
): Warning[] => renewedWarnings(warnings, codes, found as readonly Warning[]);

/** @throws Rejected OWN_BID_MISSING {ours}, INVALID_TENDER_DATES {field, earliest}, DATE_IN_FUTURE */
function recordOpening({ data, issued }: RecordOpening, tender: ExistingTender): OpeningEvent[] {
  const { openedAt, docRef } = data;
  const { submissionDeadline } = announced(tender);
  const ours = data.bids.filter((bid) => bid.ours).length;
  if (ours !== 1) throw new Rejected('OWN_BID_MISSING', `${ours} of the bids are ours`, { ours });
  refuseFuture('openedAt', businessDateOf(openedAt), issued.today);
  if (!isReached(submissionDeadline, openedAt)) {
    const details = { field: 'openedAt', openedAt, earliest: submissionDeadline };
    throw new Rejected('INVALID_TENDER_DATES', `openedAt lies before ${submissionDeadline}`, details);
  }
  const bids = data.bids.map((bid) => ({
    bidderName: bid.bidderName,
    bidderPartyId: bid.bidderPartyId,
    priceFen: bid.priceFen,
    rank: bid.rank,
    ours: bid.ours,
    rejected: bid.rejected,
  }));
  const warnings = warningsOfOpening(bids, tender.bid.price?.priceFen);
  const record = tenderRecord(tender, issued, 'OPENED');
  return [{ type: 'BidsOpened', data: { ...record, openedAt, bids, docRef, warnings } }];
}

/** @throws Rejected DATE_IN_FUTURE */
function answerClarification({ data, issued }: AnswerClarification, tender: ExistingTender): OpeningEvent[] {
  const { question, answer, docRef, on } = data;
  refuseFuture('on', on, issued.today);
  const record = tenderRecord(tender, issued);
  return [{ type: 'BidClarificationAnswered', data: { ...record, question, answer, docRef, answeredOn: on } }];
}

/** @throws Rejected INVALID_TENDER_DATES, DATE_IN_FUTURE */
function recordCandidates({ data, issued }: RecordCandidates, tender: ExistingTender): OpeningEvent[] {
  const { from, to } = data;
  refuseFuture('from', from, issued.today);
  if (to < from) {
    throw new Rejected('INVALID_TENDER_DATES', `to lies before ${from}`, { field: 'to', to, earliest: from });
  }
  const candidates = data.candidates.map(({ rank, bidderName, priceFen, ours }) => ({
    rank,
    bidderName,
    priceFen,
    ours,
  }));
  const warnings = warningsOfPublicity(from, to);
  return [{ type: 'CandidatesAnnounced', data: { ...tenderRecord(tender, issued), candidates, from, to, warnings } }];
}

/** @throws Rejected DATE_IN_FUTURE */
function recordObjection({ data, issued }: RecordObjection, tender: ExistingTender): OpeningEvent[] {
  const { by: objector, on, text, docRef } = data;
  refuseFuture('on', on, issued.today);
  const no = tender.objections.length + 1;
  return [{ type: 'ObjectionRecorded', data: { ...tenderRecord(tender, issued), no, objector, on, text, docRef } }];
}

/** @throws Rejected NOT_FOUND {no}, INVALID_TRANSITION {no} */
function closeObjection({ data, issued }: CloseObjection, tender: ExistingTender): OpeningEvent[] {
  const { no, result } = data;
  const objection = tender.objections.find((one) => one.no === no);
  if (!objection) throw new Rejected('NOT_FOUND', `there is no objection ${no}`, { no });
  if (objection.result !== undefined) {
    throw new Rejected('INVALID_TRANSITION', `objection ${no} is closed`, { no, state: 'CLOSED' });
  }
  const record = tenderRecord(tender, issued);
  return [{ type: 'ObjectionClosed', data: { ...record, no, result, closedOn: issued.today } }];
}

/** An extension binds the bond too. @throws Rejected INVALID_TENDER_DATES {field, earliest} */
function extendBidValidity({ data, issued }: ExtendBidValidity, tender: ExistingTender): OpeningEvent[] {
  const { validityUntil, docRef, bond } = data;
  const earliest = tender.validityUntil ?? '';
  if (validityUntil < earliest) {
    const details = { field: 'validityUntil', validityUntil, earliest };
    throw new Rejected('INVALID_TENDER_DATES', `validityUntil lies before ${earliest}`, details);
  }
  const isShort = bond?.state === 'LODGED' && endsBefore(bond, validityUntil);
  const warnings: Warning[] = isShort
    ? [{ code: 'BOND_NEEDS_EXTENSION', validityUntil, bondValidUntil: bond.validUntil }]
    : [];
  const record = tenderRecord(tender, issued);
  return [
    {
      type: 'BidValidityExtended',
      data: {
        ...record,
        validityUntil,
        docRef,
        extendedOn: issued.today,
        salespersonId: tender.salespersonId,
        warnings,
      },
    },
  ];
}

function refuseValidityExtension({ data, issued }: RefuseValidityExtension, tender: ExistingTender): BidLost[] {
  return [lostBid(tender, { reasons: ['VALIDITY_NOT_EXTENDED'], lessons: data.reason }, issued)];
}
