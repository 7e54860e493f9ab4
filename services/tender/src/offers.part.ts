import { decides } from '@engsales/event-sourcing';
import { PAPERS, type ServicePart } from '@engsales/service';
import { AcceptProposalHandler } from './commands/accept-proposal.handler.js';
import { assessmentHandlers, decisionHandlers } from './commands/operation-mode.handlers.js';
import { ExpireAgreement } from './domain/cooperation-agreement/cooperation-agreement.commands.js';
import { cooperationAgreement } from './domain/cooperation-agreement/cooperation-agreement.js';
import { operationDecision } from './domain/operation-decision/operation-decision.js';
import { ExpireProposal } from './domain/proposal/proposal.commands.js';
import { proposal } from './domain/proposal/proposal.js';
import { riskAssessment } from './domain/risk-assessment/risk-assessment.js';
import {
  CooperationAgreementController,
  CooperationAgreementsController,
} from './http/cooperation-agreements.controller.js';
import { AssessmentPapersController, ProposalPapersController } from './http/offer-papers.controller.js';
import { OperationDecisionController, OperationDecisionsController } from './http/operation-decisions.controller.js';
import { ProposalCourseController } from './http/proposal-course.controller.js';
import { ProposalController, ProposalsController } from './http/proposals.controller.js';
import { RiskAssessmentController, RiskAssessmentsController } from './http/risk-assessments.controller.js';
import { OfferReadModels } from './migrations/1764100030000-offer-read-models.js';
import { fixModeWhenContractSigned } from './reactions/operation-mode.reaction.js';
import { cooperationAgreements } from './read-models/cooperation-agreements/cooperation-agreements.projection.js';
import { FindCooperationAgreementsHandler } from './read-models/cooperation-agreements/cooperation-agreements.query.js';
import { operationDecisions } from './read-models/operation-decisions/operation-decisions.projection.js';
import { FindOperationDecisionsHandler } from './read-models/operation-decisions/operation-decisions.query.js';
import { proposals } from './read-models/proposals/proposals.projection.js';
import { FindProposalsHandler } from './read-models/proposals/proposals.query.js';
import { riskAssessments } from './read-models/risk-assessments/risk-assessments.projection.js';
import { FindRiskAssessmentsHandler } from './read-models/risk-assessments/risk-assessments.query.js';
import { offerDeadlines } from './timers/offer-deadlines.projection.js';

/** What an offer needs beside the bid: mode, risk, agreements, and proposals (运作方式、风险评估、合作协议、方案报价). */
export const offerWork: ServicePart = {
  deciders: [
    decides(operationDecision, decisionHandlers),
    decides(riskAssessment, assessmentHandlers),
    decides(cooperationAgreement),
    decides(proposal, [AcceptProposalHandler]),
  ],
  reactions: [fixModeWhenContractSigned],
  projections: [operationDecisions, riskAssessments, cooperationAgreements, proposals, offerDeadlines],
  timers: [ExpireProposal, ExpireAgreement],
  migrations: [OfferReadModels],
  controllers: [
    OperationDecisionsController,
    OperationDecisionController,
    RiskAssessmentsController,
    RiskAssessmentController,
    CooperationAgreementsController,
    CooperationAgreementController,
    ProposalsController,
    ProposalController,
    ProposalCourseController,
    AssessmentPapersController,
    ProposalPapersController,
  ],
  queries: [
    ...PAPERS,
    FindOperationDecisionsHandler,
    FindRiskAssessmentsHandler,
    FindCooperationAgreementsHandler,
    FindProposalsHandler,
  ],
};
