import { Rejected, refuseBefore, refuseFuture, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { bidAfter, changedBid } from '../preparing/changed-bid.js';
import { tenderRecord } from '../tender-record.js';
import type { Announcement, ExistingTender } from '../tender.state.js';
import {
  ANNOUNCEMENT_WARNINGS,
  renewedWarnings,
  warningsOfAmendment,
  warningsOfAnnouncement,
} from '../tender-warnings.js';
import type { Warning } from '../warning.js';
import { beginPreparation } from './begin-preparation.js';
import {
  AmendTender,
  AskClarification,
  MarkDeadlinePassed,
  ObtainTenderDocuments,
  PublishTender,
  RecordClarificationReply,
  RemindDeadline,
  type PublishingCommand,
} from './publishing.commands.js';
import type { AnnouncementRecord, PublishingEvent } from './publishing.events.js';
import { remindersOf } from './reminders.js';
import { isPast, refuseWrongDates, validityUntilOf } from './tender-dates.js';

/** The tender is out: its dates, its amendments, the questions that may be asked, and the day on which it is too late. */
export const publishingRules = {
  PublishTender: { command: PublishTender, in: ['REGISTERED'], decide: publishTender },
  AmendTender: { command: AmendTender, in: ['PUBLISHED', 'PREPARING', 'SUBMITTED'], decide: amendTender },
  ObtainTenderDocuments: {
    command: ObtainTenderDocuments,
    in: ['PUBLISHED', 'PREPARING'],
    decide: obtainTenderDocuments,
  },
  AskClarification: { command: AskClarification, in: ['PUBLISHED', 'PREPARING'], decide: askClarification },
  RecordClarificationReply: {
    command: RecordClarificationReply,
    in: ['PUBLISHED', 'PREPARING'],
    decide: recordClarificationReply,
  },
  RemindDeadline: { command: RemindDeadline, in: ['PUBLISHED', 'PREPARING', 'SUBMITTED'], decide: remindDeadline },
  MarkDeadlinePassed: { command: MarkDeadlinePassed, in: ['PUBLISHED', 'PREPARING'], decide: markDeadlinePassed },
} satisfies RulesOf<PublishingCommand, ExistingTender, PublishingEvent>;

export const publishingFold = {
  TenderPublished: (tender, { state, announcement, estimatedPriceFen, warnings }) => ({
    ...tender,
    state,
    announcement,
    registration: { ...tender.registration, method: announcement.method, estimatedPriceFen },
    validityUntil: validityUntilOf(announcement),
    warnings: renewedWarnings(tender.warnings, ANNOUNCEMENT_WARNINGS, warnings as readonly Warning[]),
  }),
  TenderAmended: (tender, data) => ({
    ...tender,
    announcement: data.announcement,
    validityUntil: data.validityUntil,
    deadlinePassed: false,
    bid: bidAfter(tender.bid, data),
    addenda: [
      ...tender.addenda,
      { addendumNo: data.addendumNo, issuedOn: data.issuedOn, docRef: data.docRef, affectsBid: data.affectsBid },
    ],
    warnings: renewedWarnings(tender.warnings, ANNOUNCEMENT_WARNINGS, data.warnings as readonly Warning[]),
  }),
  TenderDocumentsObtained: (tender, { docRef, feeFen, obtainedOn }) => ({
    ...tender,
    documents: [...tender.documents, { docRef, feeFen, on: obtainedOn }],
  }),
  ClarificationAsked: (tender, { no, question, askedOn }) => ({
    ...tender,
    clarifications: [...tender.clarifications, { no, question, askedOn }],
  }),
  ClarificationReplied: (tender, { no, answer, docRef, repliedOn }) => ({
    ...tender,
    clarifications: tender.clarifications.map((asked) =>
      asked.no === no ? { ...asked, reply: { answer, docRef, on: repliedOn } } : asked,
    ),
  }),
  TenderDeadlineNear: (tender, { kind, at, daysLeft }) => ({
    ...tender,
    reminded: [...tender.reminded, reminderOf(kind, at, daysLeft)],
  }),
  BidDeadlinePassed: (tender) => ({ ...tender, deadlinePassed: true }),
  BidPreparationBegun: (tender, { state, checklist }) => ({
    ...tender,
    state,
    bid: { ...tender.bid, version: 1, checklist },
  }),
} satisfies FoldOf<PublishingEvent, ExistingTender>;

const reminderOf = (kind: string, at: string, daysLeft: number): string => `${kind} ${at} ${daysLeft}`;

/** @throws Rejected DATE_IN_FUTURE, INVALID_TENDER_DATES */
function publishTender({ data, issued }: PublishTender, tender: ExistingTender): PublishingEvent[] {
  const announcement = announcementOf(data);
  refuseFuture('publishedOn', announcement.publishedOn, issued.today);
  refuseWrongDates(announcement);
  const estimatedPriceFen = data.estimatedPriceFen ?? tender.registration.estimatedPriceFen;
  const registration = { ...tender.registration, estimatedPriceFen };
  const published: PublishingEvent = {
    type: 'TenderPublished',
    data: {
      ...tenderRecord(tender, issued, 'PUBLISHED'),
      round: tender.round,
      lotNo: tender.registration.lotNo,
      announcement,
      estimatedPriceFen,
      warnings: warningsOfAnnouncement(announcement, registration),
      salespersonId: tender.salespersonId,
      reminders: remindersOf(announcement, issued),
    },
  };
  return [published, ...beginPreparation({ ...tender, state: 'PUBLISHED', announcement }, issued)];
}

/** @throws Rejected DATE_IN_FUTURE, DATE_BEFORE_PUBLICATION, INVALID_TENDER_DATES */
function amendTender({ data, issued }: AmendTender, tender: ExistingTender): PublishingEvent[] {
  const { addendumNo, issuedOn, docRef, affectsBid } = data;
  const before = announced(tender);
  refuseFuture('issuedOn', issuedOn, issued.today);
  refuseBefore('PUBLICATION', 'issuedOn', issuedOn, before.publishedOn);
  const announcement = announcementOf({
    ...before,
    clarificationDeadline: data.clarificationDeadline ?? before.clarificationDeadline,
    submissionDeadline: data.submissionDeadline ?? before.submissionDeadline,
    openingAt: data.openingAt ?? before.openingAt,
    bidValidityDays: data.bidValidityDays ?? before.bidValidityDays,
    bondRequiredFen: data.bondRequiredFen ?? before.bondRequiredFen,
    maxPriceFen: data.maxPriceFen ?? before.maxPriceFen,
  });
  refuseWrongDates(announcement);
  const isHandedIn = tender.state === 'SUBMITTED';
  const bid = affectsBid && !isHandedIn ? changedBid(tender.bid, 'ANEW') : tender.bid;
  return [
    {
      type: 'TenderAmended',
      data: {
        ...tenderRecord(tender, issued),
        round: tender.round,
        lotNo: tender.registration.lotNo,
        announcement,
        estimatedPriceFen: tender.registration.estimatedPriceFen,
        warnings: [
          ...warningsOfAnnouncement(announcement, tender.registration),
          ...warningsOfAmendment(issuedOn, affectsBid, announcement.submissionDeadline),
        ],
        salespersonId: tender.salespersonId,
        reminders: remindersOf(announcement, issued),
        addendumNo,
        issuedOn,
        docRef,
        affectsBid,
        bidState: bid.state,
        bidVersion: bid.version,
        validityUntil: validityUntilOf(announcement),
      },
    },
  ];
}

const announcementOf = (data: Announcement): AnnouncementRecord => ({
  tenderNo: data.tenderNo,
  method: data.method,
  publishedOn: data.publishedOn,
  documentsFrom: data.documentsFrom,
  clarificationDeadline: data.clarificationDeadline,
  submissionDeadline: data.submissionDeadline,
  openingAt: data.openingAt,
  bidValidityDays: data.bidValidityDays,
  envelopeStructure: data.envelopeStructure,
  maxPriceFen: data.maxPriceFen,
  bondRequiredFen: data.bondRequiredFen,
  performanceBondBps: data.performanceBondBps,
  portal: data.portal,
});

/** The announcement of a tender in a state that has one. */
export function announced({ announcement, tenderId, state }: ExistingTender): Announcement {
  if (announcement) return announcement;
  throw new Rejected('INVALID_TRANSITION', `the tender ${tenderId} is not published`, { tenderId, state });
}

/** @throws Rejected DATE_IN_FUTURE */
function obtainTenderDocuments({ data, issued }: ObtainTenderDocuments, tender: ExistingTender): PublishingEvent[] {
  const { docRef, feeFen, on } = data;
  refuseFuture('on', on, issued.today);
  const record = tenderRecord(tender, issued);
  return [{ type: 'TenderDocumentsObtained', data: { ...record, docRef, feeFen, obtainedOn: on } }];
}

/** @throws Rejected CLARIFICATION_CLOSED {clarificationDeadline} */
function askClarification({ data, issued }: AskClarification, tender: ExistingTender): PublishingEvent[] {
  const { clarificationDeadline } = announced(tender);
  if (clarificationDeadline !== undefined && isPast(clarificationDeadline, issued.at)) {
    const details = { clarificationDeadline, now: issued.at };
    throw new Rejected('CLARIFICATION_CLOSED', `questions were possible until ${clarificationDeadline}`, details);
  }
  const no = tender.clarifications.length + 1;
  const record = tenderRecord(tender, issued);
  return [{ type: 'ClarificationAsked', data: { ...record, no, question: data.question, askedOn: issued.today } }];
}

/** A reply may come after the deadline of the questions. @throws Rejected NOT_FOUND {no}, DATE_IN_FUTURE */
function recordClarificationReply(
  { data, issued }: RecordClarificationReply,
  tender: ExistingTender,
): PublishingEvent[] {
  const { no, answer, docRef, on } = data;
  if (!tender.clarifications.some((asked) => asked.no === no)) {
    throw new Rejected('NOT_FOUND', `there is no question ${no}`, { no });
  }
  refuseFuture('on', on, issued.today);
  return [
    { type: 'ClarificationReplied', data: { ...tenderRecord(tender, issued), no, answer, docRef, repliedOn: on } },
  ];
}

/** Only of the date that stands, and once. */
function remindDeadline({ data, issued }: RemindDeadline, tender: ExistingTender): PublishingEvent[] {
  const { kind, at, daysLeft } = data;
  const { clarificationDeadline, submissionDeadline, openingAt } = announced(tender);
  const standing = { SUBMISSION: submissionDeadline, CLARIFICATION: clarificationDeadline, OPENING: openingAt }[kind];
  if (standing !== at || tender.reminded.includes(reminderOf(kind, at, daysLeft))) return [];
  // what is handed in needs no reminder but of its opening
  if (tender.state === 'SUBMITTED' && kind !== 'OPENING') return [];
  const { salespersonId } = tender;
  return [{ type: 'TenderDeadlineNear', data: { ...tenderRecord(tender, issued), kind, at, daysLeft, salespersonId } }];
}

function markDeadlinePassed({ data, issued }: MarkDeadlinePassed, tender: ExistingTender): PublishingEvent[] {
  const { submissionDeadline } = announced(tender);
  const { salespersonId } = tender;
  if (tender.deadlinePassed || submissionDeadline !== data.submissionDeadline) return [];
  return [{ type: 'BidDeadlinePassed', data: { ...tenderRecord(tender, issued), submissionDeadline, salespersonId } }];
}
