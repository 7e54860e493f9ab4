import { refuseSelfApproval, Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import { assessmentRecord, totalScoreOf } from './assessment-record.js';
import {
  ApproveRiskAssessment,
  GiveWrittenConsent,
  RejectRiskAssessment,
  type DraftRiskAssessment,
  type RiskAssessmentCommand,
  type SubmitRiskAssessment,
} from './risk-assessment.commands.js';
import type { RiskAssessmentDrafted, RiskAssessmentEvent, RiskAssessmentSubmitted } from './risk-assessment.events.js';
import type { ExistingAssessment } from './risk-assessment.state.js';

type ConsentCommand = Exclude<RiskAssessmentCommand, DraftRiskAssessment | SubmitRiskAssessment>;
type ConsentEvent = Exclude<RiskAssessmentEvent, RiskAssessmentDrafted | RiskAssessmentSubmitted>;

/** A leader of the company decides, and signs: nothing is bought without both. */
export const consentRules = {
  ApproveRiskAssessment: { command: ApproveRiskAssessment, in: ['SUBMITTED'], decide: approveRiskAssessment },
  RejectRiskAssessment: { command: RejectRiskAssessment, in: ['SUBMITTED'], decide: rejectRiskAssessment },
  GiveWrittenConsent: { command: GiveWrittenConsent, in: ['APPROVED'], decide: giveWrittenConsent },
} satisfies RulesOf<ConsentCommand, ExistingAssessment, RiskAssessmentEvent>;

export const consentFold = {
  RiskAssessmentApproved: (assessment, { state, by, approvedOn }) => ({
    ...assessment,
    state,
    approvedBy: by,
    approvedOn,
  }),
  RiskAssessmentRejected: (assessment, { state, reason }) => ({ ...assessment, state, reason }),
  BuyoutConsentGiven: (assessment, { state, writtenConsentRef, consentBy, consentOn }) => ({
    ...assessment,
    state,
    consent: { writtenConsentRef, by: consentBy, on: consentOn },
  }),
} satisfies FoldOf<ConsentEvent, ExistingAssessment>;

/** @throws Rejected SELF_APPROVAL */
function approveRiskAssessment(
  { data, issued }: ApproveRiskAssessment,
  assessment: ExistingAssessment,
): RiskAssessmentEvent[] {
  refuseSelfApproval(issued.by, assessment.authors);
  const record = assessmentRecord(assessment, 'APPROVED', issued);
  const approved: RiskAssessmentEvent = {
    type: 'RiskAssessmentApproved',
    data: { ...record, totalScore: totalScoreOf(assessment.items), approvedOn: issued.today },
  };
  const { writtenConsentRef } = data;
  return writtenConsentRef === undefined ? [approved] : [approved, consented(assessment, writtenConsentRef, issued)];
}

function rejectRiskAssessment(
  { data, issued }: RejectRiskAssessment,
  assessment: ExistingAssessment,
): RiskAssessmentEvent[] {
  const record = assessmentRecord(assessment, 'REJECTED', issued);
  const { reason } = data;
  return [{ type: 'RiskAssessmentRejected', data: { ...record, reason, rejectedOn: issued.today } }];
}

/** @throws Rejected SELF_APPROVAL, INVALID_TRANSITION {writtenConsentRef} */
function giveWrittenConsent(
  { type, data, issued }: GiveWrittenConsent,
  assessment: ExistingAssessment,
): RiskAssessmentEvent[] {
  const { state, consent } = assessment;
  if (consent) {
    const details = { command: type, state, writtenConsentRef: consent.writtenConsentRef };
    throw new Rejected('INVALID_TRANSITION', 'the consent is given already', details);
  }
  refuseSelfApproval(issued.by, assessment.authors);
  return [consented(assessment, data.writtenConsentRef, issued)];
}

const consented = (assessment: ExistingAssessment, writtenConsentRef: string, issued: Issued): RiskAssessmentEvent => ({
  type: 'BuyoutConsentGiven',
  data: {
    ...assessmentRecord(assessment, 'APPROVED', issued),
    writtenConsentRef,
    totalScore: totalScoreOf(assessment.items),
    consentBy: issued.by.id,
    consentOn: issued.today,
  },
});
