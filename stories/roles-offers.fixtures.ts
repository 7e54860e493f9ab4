import type { Role } from '@engsales/http';

const MANAGERS: Role[] = ['SALES_MANAGER', 'COMPANY_LEADER'];
const SELLERS: Role[] = ['SALES', ...MANAGERS];
const COMMERCE: Role[] = ['COMMERCE', ...MANAGERS];
const LEADER: Role[] = ['COMPANY_LEADER'];

/** Who may do what with modes, risk assessments, agreements and proposals: written down by hand. */
export const OFFER_COMMANDS: Record<string, Role[]> = {
  'POST /api/v1/operation-decisions': MANAGERS,
  'POST /api/v1/risk-assessments': [...COMMERCE, 'SALES'],
  'POST /api/v1/risk-assessments/:riskAssessmentId/submit-risk-assessment': [...COMMERCE, 'SALES'],
  'POST /api/v1/risk-assessments/:riskAssessmentId/approve-risk-assessment': LEADER,
  'POST /api/v1/risk-assessments/:riskAssessmentId/reject-risk-assessment': LEADER,
  'POST /api/v1/risk-assessments/:riskAssessmentId/give-written-consent': LEADER,
  'POST /api/v1/cooperation-agreements': COMMERCE,
  'POST /api/v1/cooperation-agreements/:agreementId/sign-agreement': COMMERCE,
  'POST /api/v1/cooperation-agreements/:agreementId/renew-agreement': COMMERCE,
  'POST /api/v1/cooperation-agreements/:agreementId/terminate-agreement': COMMERCE,
  'POST /api/v1/cooperation-agreements/:agreementId/cancel-agreement': COMMERCE,
  'POST /api/v1/proposals': SELLERS,
  'POST /api/v1/proposals/:proposalId/revise-proposal': SELLERS,
  'POST /api/v1/proposals/:proposalId/cancel-proposal': SELLERS,
  'POST /api/v1/proposals/:proposalId/submit-proposal': SELLERS,
  'POST /api/v1/proposals/:proposalId/approve-proposal': MANAGERS,
  'POST /api/v1/proposals/:proposalId/reject-proposal': MANAGERS,
  'POST /api/v1/proposals/:proposalId/send-proposal': SELLERS,
  'POST /api/v1/proposals/:proposalId/record-proposal-feedback': SELLERS,
  'POST /api/v1/proposals/:proposalId/accept-proposal': SELLERS,
  'POST /api/v1/proposals/:proposalId/decline-proposal': SELLERS,
};
