import { projection, updateNewer, upsertNewer, type Recorded } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type { RiskAssessmentEvent } from '../../domain/risk-assessment/risk-assessment.events.js';

const change = (
  { data, revision }: Recorded<RiskAssessmentEvent>,
  rows: EntityManager,
  values: Readonly<Record<string, unknown>> = {},
) =>
  updateNewer(rows, 'risk_assessment', ['risk_assessment_id', data.riskAssessmentId], revision, {
    state: data.state,
    ...values,
  });

/** Which buyouts are assessed, how, and who has consented? A row per assessment, of its newest version. */
export const riskAssessments = projection<RiskAssessmentEvent>({
  name: 'risk-assessments',
  tables: ['risk_assessment'],
  on: {
    RiskAssessmentDrafted: ({ data, revision }, rows) =>
      upsertNewer(rows, 'risk_assessment', 'risk_assessment_id', {
        risk_assessment_id: data.riskAssessmentId,
        revision,
        ref_type: data.refType,
        ref_id: data.refId,
        lead_id: data.leadId,
        version: data.version,
        state: data.state,
        manufacturer_party_id: data.manufacturerPartyId,
        purchase_price_fen: data.purchasePriceFen,
        sale_price_fen: data.salePriceFen,
        buyout_conditions: data.buyoutConditions,
        total_score: null,
        conclusion: null,
        drafted_by: data.by,
        drafted_on: data.draftedOn,
        submitted_on: null,
        approved_by: null,
        approved_on: null,
        written_consent_ref: null,
        consent_on: null,
        reason: null,
      }),
    RiskAssessmentSubmitted: (event, rows) =>
      change(event, rows, {
        conclusion: event.data.conclusion,
        total_score: event.data.totalScore,
        submitted_on: event.data.submittedOn,
      }),
    RiskAssessmentApproved: (event, rows) =>
      change(event, rows, { approved_by: event.data.by, approved_on: event.data.approvedOn }),
    RiskAssessmentRejected: (event, rows) => change(event, rows, { reason: event.data.reason }),
    BuyoutConsentGiven: (event, rows) =>
      change(event, rows, {
        written_consent_ref: event.data.writtenConsentRef,
        consent_on: event.data.consentOn,
      }),
  },
});
