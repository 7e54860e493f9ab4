import { Rejected, refuseBefore, refuseFuture, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { addDays, businessDateOf, shareFen, statutoryDay } from '@engsales/values';
import { nextRoundOf } from '../ending/next-round.js';
import { tenderRecord } from '../tender-record.js';
import type { ExistingTender } from '../tender.state.js';
import { renewedWarnings, warningsOfAward } from '../tender-warnings.js';
import type { Warning } from '../warning.js';
import { awardedWorks } from './award-lines.js';
import {
  DeclineAward,
  MarkContracted,
  MarkSigningOverdue,
  NoteContractAbandoned,
  NoteContractEnd,
  RecordAward,
  RevokeAward,
  type AwardingCommand,
} from './awarding.commands.js';
import type { AwardDeclined, AwardingEvent } from './awarding.events.js';

/** Days from the notice within which the contract is signed (法 46). */
const SIGNING_DAYS = 30;

/** We have won: from the notice to the signature, or to its failure. */
export const awardingRules = {
  RecordAward: { command: RecordAward, in: ['OPENED', 'LOST'], decide: recordAward },
  DeclineAward: { command: DeclineAward, in: ['AWARDED'], decide: declineAward },
  RevokeAward: { command: RevokeAward, in: ['AWARDED'], decide: revokeAward },
  MarkContracted: { command: MarkContracted, in: ['OPENED', 'AWARDED', 'LOST'], decide: markContracted },
  NoteContractAbandoned: { command: NoteContractAbandoned, in: ['AWARDED'], decide: noteContractAbandoned },
  NoteContractEnd: { command: NoteContractEnd, in: ['AWARDED', 'CONTRACTED'], decide: noteContractEnd },
  MarkSigningOverdue: { command: MarkSigningOverdue, in: ['AWARDED'], decide: markSigningOverdue },
} satisfies RulesOf<AwardingCommand, ExistingTender, AwardingEvent>;

export const awardingFold = {
  BidAwarded: (tender, data) => ({
    ...tender,
    state: data.state,
    award: {
      noticeNo: data.noticeNo,
      noticeOn: data.noticeOn,
      noticeFen: data.noticeFen,
      awardedFen: data.awardedFen,
      contractSigningDueOn: data.contractSigningDueOn,
      performanceBondFen: data.performanceBondFen,
      promotedReason: data.promotedReason,
      isSigningOverdue: false,
    },
    warnings: renewedWarnings(tender.warnings, ['VALIDITY_ENDS_BEFORE_SIGNING'], data.warnings as readonly Warning[]),
  }),
  AwardDeclined: (tender, { state, reason, docRef, declinedOn }) => ({
    ...tender,
    state,
    awardEnd: { reason, docRef, on: declinedOn },
  }),
  AwardRevoked: (tender, { state, reason, docRef, revokedOn, nextRound }) => ({
    ...tender,
    state,
    nextTenderId: nextRound?.tenderId,
    awardEnd: { reason, docRef, on: revokedOn },
  }),
  TenderContracted: (tender, { state, contractId, contractNo, signedOn, totalFen }) => ({
    ...tender,
    state,
    contract: { contractId, contractNo, signedOn, totalFen, how: tender.contract?.how },
  }),
  ContractEndNoted: (tender, { contractId, how }) => ({
    ...tender,
    contract: {
      contractId,
      contractNo: tender.contract?.contractNo,
      signedOn: tender.contract?.signedOn,
      totalFen: tender.contract?.totalFen,
      how,
    },
  }),
  ContractSigningOverdue: (tender) => ({
    ...tender,
    award: tender.award && { ...tender.award, isSigningOverdue: true },
  }),
} satisfies FoldOf<AwardingEvent, ExistingTender>;

/** @throws Rejected PROMOTION_REASON_REQUIRED, DATE_IN_FUTURE, DATE_BEFORE_OPENING, AWARD_LINES_MISMATCH */
function recordAward({ data, issued }: RecordAward, tender: ExistingTender): AwardingEvent[] {
  const { noticeNo, noticeOn, noticeFen, promotedReason } = data;
  const { registration, opening, bid } = tender;
  if (tender.state === 'LOST' && promotedReason === undefined) {
    throw new Rejected('PROMOTION_REASON_REQUIRED', 'why the next candidate moved up is not said');
  }
  refuseFuture('noticeOn', noticeOn, issued.today);
  refuseBefore('OPENING', 'noticeOn', noticeOn, opening && businessDateOf(opening.openedAt));
  const contractSigningDueOn = statutoryDay(addDays(noticeOn, SIGNING_DAYS));
  const { awardedFen, lines, agencyTerms } = awardedWorks(data, tender, contractSigningDueOn);
  return [
    {
      type: 'BidAwarded',
      data: {
        ...tenderRecord(tender, issued, 'AWARDED'),
        round: tender.round,
        lotNo: registration.lotNo,
        noticeNo,
        noticeOn,
        noticeFen,
        awardedFen,
        lines,
        contractSigningDueOn,
        performanceBondFen: performanceBondOf(tender, noticeFen),
        ...foundAtSubmission(tender),
        projectName: registration.projectName,
        customer: { partyId: registration.tenderee.partyId, name: registration.tenderee.name },
        salespersonId: tender.salespersonId,
        warrantyTerms: bid.price?.warrantyTerms,
        agencyTerms,
        promotedReason,
        warnings: warningsOfAward(tender.validityUntil, contractSigningDueOn),
      },
    },
  ];
}

const performanceBondOf = ({ announcement }: ExistingTender, noticeFen: number): number | undefined =>
  announcement?.performanceBondBps === undefined ? undefined : shareFen(noticeFen, announcement.performanceBondBps);

/** What a later change of mode, consent or agreement does not touch. */
const foundAtSubmission = ({ submission }: ExistingTender) => ({
  mode: submission?.mode ?? ('OWN_PRODUCTION' as const),
  riskAssessmentId: submission?.riskAssessmentId,
  writtenConsentRef: submission?.writtenConsentRef,
  agreementId: submission?.agreementId,
  bondId: submission?.bondId,
});

function declineAward({ data, issued }: DeclineAward, tender: ExistingTender): AwardingEvent[] {
  const { reason, docRef } = data;
  const declined: AwardDeclined = {
    type: 'AwardDeclined',
    data: {
      ...tenderRecord(tender, issued, 'AWARD_DECLINED'),
      noticeNo: tender.award?.noticeNo ?? '',
      declinedBy: 'US',
      reason,
      docRef,
      declinedOn: issued.today,
      bondId: tender.submission?.bondId,
    },
  };
  return [declined];
}

function revokeAward({ data, issued }: RevokeAward, tender: ExistingTender): AwardingEvent[] {
  const { reason, docRef, retender } = data;
  return [
    {
      type: 'AwardRevoked',
      data: {
        ...tenderRecord(tender, issued, 'AWARD_REVOKED'),
        round: tender.round,
        noticeNo: tender.award?.noticeNo ?? '',
        reason,
        docRef,
        retender,
        nextRound: retender ? nextRoundOf(tender) : undefined,
        revokedOn: issued.today,
        bondId: tender.submission?.bondId,
      },
    },
  ];
}

/** A signature settles it, whatever was recorded of the tender before. */
function markContracted({ data, issued }: MarkContracted, tender: ExistingTender): AwardingEvent[] {
  const { contractId, contractNo, signedOn, totalFen } = data;
  const record = tenderRecord(tender, issued, 'CONTRACTED');
  return [{ type: 'TenderContracted', data: { ...record, contractId, contractNo, signedOn, totalFen } }];
}

function noteContractAbandoned({ data, issued }: NoteContractAbandoned, tender: ExistingTender): AwardingEvent[] {
  return [
    {
      type: 'AwardDeclined',
      data: {
        ...tenderRecord(tender, issued, 'AWARD_DECLINED'),
        noticeNo: tender.award?.noticeNo ?? '',
        declinedBy: 'CONTRACT_ABANDONED',
        reason: data.reason,
        declinedOn: issued.today,
        bondId: tender.submission?.bondId,
      },
    },
  ];
}

/** A termination may follow a void; the same word twice is one. */
function noteContractEnd({ data, issued }: NoteContractEnd, tender: ExistingTender): AwardingEvent[] {
  const { contractId, how } = data;
  if (tender.contract?.how === how) return [];
  return [
    { type: 'ContractEndNoted', data: { ...tenderRecord(tender, issued), contractId, how, notedOn: issued.today } },
  ];
}

function markSigningOverdue({ data, issued }: MarkSigningOverdue, tender: ExistingTender): AwardingEvent[] {
  const { award } = tender;
  if (!award || award.isSigningOverdue || award.contractSigningDueOn !== data.contractSigningDueOn) return [];
  const { contractSigningDueOn } = award;
  const { salespersonId } = tender;
  const record = tenderRecord(tender, issued);
  return [{ type: 'ContractSigningOverdue', data: { ...record, contractSigningDueOn, salespersonId } }];
}
