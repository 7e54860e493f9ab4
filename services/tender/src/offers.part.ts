import { decides } from '@engsales/event-sourcing';
import type { ServicePart } from '@engsales/service';
import { assessmentHandlers, decisionHandlers } from './commands/operation-mode.handlers.js';
import { cooperationAgreement } from './domain/cooperation-agreement/cooperation-agreement.js';
import { operationDecision } from './domain/operation-decision/operation-decision.js';
import { riskAssessment } from './domain/risk-assessment/risk-assessment.js';

/** What an offer needs beside the bid: mode, risk, agreements, and proposals (运作方式、风险评估、合作协议、方案报价). */
export const offerWork: ServicePart = {
  deciders: [
    decides(operationDecision, decisionHandlers),
    decides(riskAssessment, assessmentHandlers),
    decides(cooperationAgreement),
  ],
  reactions: [],
  projections: [],
  timers: [],
  migrations: [],
  controllers: [],
  queries: [],
};
