import { aggregate, type Owner } from '@engsales/event-sourcing/domain';
import { consentFold, consentRules } from './consent.js';
import { draftingFold, draftingRules } from './drafting.js';
import type { RiskAssessmentCommand } from './risk-assessment.commands.js';
import type { RiskAssessmentEvent } from './risk-assessment.events.js';
import type { RiskAssessment } from './risk-assessment.state.js';

/** Whether we dare to buy goods in order to sell them again (买断风险评估), and a leader's consent on paper. */
export const riskAssessment = aggregate<RiskAssessment, RiskAssessmentCommand, RiskAssessmentEvent>({
  category: 'riskAssessment',
  id: 'riskAssessmentId',
  initialState: { state: 'NONE' },
  owners: ownersOfAssessment,
  rules: { ...draftingRules, ...consentRules },
  fold: { ...draftingFold, ...consentFold },
});

/** That of a tender belongs to the tender's salesperson, that of a lead to whoever wrote it: this service knows nobody else of a lead. */
function ownersOfAssessment(assessment: RiskAssessment, { data }: RiskAssessmentCommand): Owner[] {
  const { tender } = data as { readonly tender?: { readonly salespersonId: string } };
  const freedBy = ['SALES_MANAGER', 'COMPANY_LEADER'];
  if (tender) return [{ role: 'SALES', field: 'salespersonId', ids: [tender.salespersonId], freedBy }];
  if (assessment.state === 'NONE') return [];
  return [{ role: 'SALES', field: 'salespersonId', ids: assessment.authors, freedBy }];
}
