import { fold, handlerReading, type EventStore } from '@engsales/event-sourcing';
import type { OfferRefType } from '../domain/offers/offer.values.js';
import type { TenderThen } from '../domain/offers/tender-then.js';
import { DecideOperationMode } from '../domain/operation-decision/operation-decision.commands.js';
import { operationDecision } from '../domain/operation-decision/operation-decision.js';
import { DraftRiskAssessment, SubmitRiskAssessment } from '../domain/risk-assessment/risk-assessment.commands.js';
import { riskAssessment } from '../domain/risk-assessment/risk-assessment.js';
import { readAgreement, readAssessmentOf } from './read-mode-facts.js';
import { readTender } from './read-tender.js';

/** A lead lives in another service: nothing is read of it. */
const tenderOf = async (
  store: EventStore,
  refType: OfferRefType,
  refId: string,
): Promise<{ readonly tender?: TenderThen }> => (refType === 'LEAD' ? {} : { tender: await readTender(store, refId) });

export const decisionHandlers = [
  handlerReading(operationDecision, DecideOperationMode, async ({ refType, refId, agreementId }, store) => ({
    ...(await tenderOf(store, refType, refId)),
    assessment: await readAssessmentOf(store, refType, refId),
    agreement: await readAgreement(store, agreementId),
  })),
];

export const assessmentHandlers = [
  handlerReading(riskAssessment, DraftRiskAssessment, ({ refType, refId }, store) => tenderOf(store, refType, refId)),
  handlerReading(riskAssessment, SubmitRiskAssessment, async ({ riskAssessmentId }, store) => {
    const found = fold(riskAssessment, await store.readStream(`${riskAssessment.category}-${riskAssessmentId}`));
    return found.state === 'NONE' ? {} : tenderOf(store, found.refType, found.refId);
  }),
];
