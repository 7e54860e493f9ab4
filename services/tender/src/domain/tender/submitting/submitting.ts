import { Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import { addDays, businessDateOf, isReached } from '@engsales/values';
import { companySettings } from '../../company-settings.js';
import { coveredMode } from '../../offers/mode-facts.js';
import { bidAfter, changedBid } from '../preparing/changed-bid.js';
import { announced } from '../publishing/publishing.js';
import { remindersOf } from '../publishing/reminders.js';
import { isPast } from '../publishing/tender-dates.js';
import { tenderRecord } from '../tender-record.js';
import type { ExistingTender } from '../tender.state.js';
import { submissionGates, type SubmissionFacts } from './submission-gates.js';
import { RecordSubmission, SubmitBid, WithdrawBid, type SubmittingCommand } from './submitting.commands.js';
import type { SubmittingEvent } from './submitting.events.js';

/** The bid goes out, on time by the server's clock; until the deadline it may be taken back. */
export const submittingRules = {
  SubmitBid: { command: SubmitBid, in: ['PREPARING'], decide: submitBid },
  RecordSubmission: { command: RecordSubmission, in: ['PREPARING'], decide: recordSubmission },
  WithdrawBid: { command: WithdrawBid, in: ['SUBMITTED'], decide: withdrawBid },
} satisfies RulesOf<SubmittingCommand, ExistingTender, SubmittingEvent>;

export const submittingFold = {
  BidSubmitted: (tender, data) => ({
    ...tender,
    state: data.state,
    validityUntil: data.validityUntil,
    bid: { ...tender.bid, state: 'SUBMITTED' as const },
    submission: {
      submittedAt: data.submittedAt,
      enteredLate: data.enteredLate,
      receiptRef: data.receiptRef,
      mode: data.mode,
      manufacturerPartyId: data.manufacturerPartyId,
      riskAssessmentId: data.riskAssessmentId,
      writtenConsentRef: data.writtenConsentRef,
      agreementId: data.agreementId,
      commissionBps: data.commissionBps,
      bondId: data.bondId,
    },
  }),
  BidWithdrawn: (tender, data) => {
    const { state, reason, noticeRef, withdrawnOn } = data;
    const withdrawal = { reason, noticeRef, on: withdrawnOn };
    return { ...tender, state, submission: undefined, bid: bidAfter(tender.bid, data), withdrawal };
  },
} satisfies FoldOf<SubmittingEvent, ExistingTender>;

/** The deadline counts as on time. @throws Rejected BID_DEADLINE_PASSED, and what the gates say */
function submitBid({ data, issued }: SubmitBid, tender: ExistingTender): SubmittingEvent[] {
  refuseAfterDeadline(tender, issued);
  return submitted(tender, { submittedAt: issued.at, enteredLate: false, receiptRef: data.receiptRef }, data, issued);
}

/** @throws Rejected BID_DEADLINE_PASSED, SUBMISSION_TIME_INVALID {sealedAt, submissionDeadline}, and what the gates say */
function recordSubmission({ data, issued }: RecordSubmission, tender: ExistingTender): SubmittingEvent[] {
  const { submittedAt, receiptRef, reason } = data;
  const { submissionDeadline } = announced(tender);
  const lastDay = addDays(businessDateOf(submissionDeadline), companySettings(issued).lateEntryDays);
  if (issued.today > lastDay) {
    const details = { submissionDeadline, lastDay, now: issued.at };
    throw new Rejected('BID_DEADLINE_PASSED', `a bid may be entered until ${lastDay}`, details);
  }
  const sealedAt = tender.bid.seal?.at;
  const isBeforeSealing = sealedAt !== undefined && !isReached(sealedAt, submittedAt);
  const isLate = isPast(submissionDeadline, submittedAt) || isAfter(submittedAt, issued.at);
  if (isBeforeSealing || isLate) {
    const details = { submittedAt, sealedAt, submissionDeadline };
    throw new Rejected('SUBMISSION_TIME_INVALID', `the bid was handed in at ${submittedAt}`, details);
  }
  const enteredLate = isPast(submissionDeadline, issued.at);
  return submitted(tender, { submittedAt, enteredLate, receiptRef, reason }, data, issued);
}

const isAfter = (a: string, b: string): boolean => !isReached(a, b);

interface HandedIn {
  readonly submittedAt: string;
  readonly enteredLate: boolean;
  readonly receiptRef?: string;
  readonly reason?: string;
}

function submitted(
  tender: ExistingTender,
  { submittedAt, enteredLate, receiptRef, reason }: HandedIn,
  { facts = { mode: {} } }: { readonly facts?: SubmissionFacts },
  issued: Issued,
): SubmittingEvent[] {
  const open = submissionGates(tender, facts, issued.today).find((gate) => gate.open)?.open;
  if (open) throw new Rejected(open.code, 'the bid may not go out yet', open.details);
  const covered = coveredMode(facts.mode, issued.today);
  return [
    {
      type: 'BidSubmitted',
      data: {
        ...tenderRecord(tender, issued, 'SUBMITTED'),
        round: tender.round,
        bidVersion: tender.bid.version,
        priceFen: tender.bid.price?.priceFen ?? 0,
        submittedAt,
        enteredLate,
        receiptRef,
        reason,
        validityUntil: tender.validityUntil ?? issued.today,
        bondId: facts.bond?.state === 'LODGED' ? facts.bond.bondId : undefined,
        mode: covered.mode,
        manufacturerPartyId: covered.manufacturerPartyId,
        riskAssessmentId: covered.riskAssessmentId,
        writtenConsentRef: covered.writtenConsentRef,
        agreementId: covered.agreementId,
        commissionBps: covered.commissionBps,
      },
    },
  ];
}

/** @throws Rejected BID_DEADLINE_PASSED {submissionDeadline, now} */
function refuseAfterDeadline(tender: ExistingTender, { at: now }: Issued): void {
  const { submissionDeadline } = announced(tender);
  if (!isPast(submissionDeadline, now)) return;
  const details = { submissionDeadline, now };
  throw new Rejected('BID_DEADLINE_PASSED', `the deadline was ${submissionDeadline}`, details);
}

/** After the deadline it is a revocation (撤销), which costs the bid and maybe the bond. @throws Rejected BID_DEADLINE_PASSED */
function withdrawBid({ data, issued }: WithdrawBid, tender: ExistingTender): SubmittingEvent[] {
  refuseAfterDeadline(tender, issued);
  const { reason, noticeRef, resubmit } = data;
  const bid = resubmit ? changedBid(tender.bid, 'ANEW') : tender.bid;
  return [
    {
      type: 'BidWithdrawn',
      data: {
        ...tenderRecord(tender, issued, resubmit ? 'PREPARING' : 'WITHDRAWN'),
        bidState: bid.state,
        bidVersion: bid.version,
        resubmit,
        reason,
        noticeRef,
        withdrawnOn: issued.today,
        submissionDeadline: announced(tender).submissionDeadline,
        reminders: resubmit ? remindersOf(announced(tender), issued) : [],
        bondId: tender.submission?.bondId,
      },
    },
  ];
}
