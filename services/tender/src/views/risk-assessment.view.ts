import { totalScoreOf } from '../domain/risk-assessment/assessment-record.js';
import type { RiskAssessment } from '../domain/risk-assessment/risk-assessment.state.js';

/** A risk assessment as it is answered. */
export function riskAssessmentView(id: string, revision: number, assessment: RiskAssessment) {
  if (assessment.state === 'NONE') return { id, revision, state: assessment.state };
  const { consent } = assessment;
  return {
    id,
    revision,
    riskAssessmentId: assessment.riskAssessmentId,
    state: assessment.state,
    refType: assessment.refType,
    refId: assessment.refId,
    projectId: assessment.projectId,
    leadId: assessment.leadId,
    version: assessment.version,
    items: assessment.items.map(({ item, score, finding, mitigation }) => ({ item, score, finding, mitigation })),
    totalScore: totalScoreOf(assessment.items),
    manufacturerPartyId: assessment.manufacturerPartyId,
    purchasePriceFen: assessment.purchasePriceFen,
    salePriceFen: assessment.salePriceFen,
    buyoutConditions: assessment.buyoutConditions,
    authors: assessment.authors,
    draftedBy: assessment.draftedBy,
    draftedOn: assessment.draftedOn,
    conclusion: assessment.conclusion,
    submittedBy: assessment.submittedBy,
    submittedOn: assessment.submittedOn,
    approvedBy: assessment.approvedBy,
    approvedOn: assessment.approvedOn,
    consent: consent && { writtenConsentRef: consent.writtenConsentRef, by: consent.by, on: consent.on },
    reason: assessment.reason,
  };
}
