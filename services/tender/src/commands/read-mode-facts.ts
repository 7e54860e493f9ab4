import { fold, type EventStore } from '@engsales/event-sourcing';
import { cooperationAgreement } from '../domain/cooperation-agreement/cooperation-agreement.js';
import { operationDecisionId, riskAssessmentId } from '../domain/ids.js';
import type { ModeFacts } from '../domain/offers/mode-facts.js';
import type { OfferRefType } from '../domain/offers/offer.values.js';
import { operationDecision } from '../domain/operation-decision/operation-decision.js';
import { riskAssessment } from '../domain/risk-assessment/risk-assessment.js';

/** How a tender, or a lead that is negotiated directly, is run, and the papers of that mode. */
export async function readModeFacts(store: EventStore, refType: OfferRefType, refId: string): Promise<ModeFacts> {
  const decision = await readDecision(store, refType, refId);
  return {
    decision,
    assessment: await readAssessmentOf(store, refType, refId),
    agreement: await readAgreement(store, decision?.agreementId),
  };
}

async function readDecision(store: EventStore, refType: OfferRefType, refId: string): Promise<ModeFacts['decision']> {
  const stream = `${operationDecision.category}-${operationDecisionId(refType, refId)}`;
  const found = fold(operationDecision, await store.readStream(stream));
  if (found.state === 'NONE') return undefined;
  const { mode, manufacturerPartyId, agreementId } = found;
  return { mode, manufacturerPartyId, agreementId };
}

/** The one assessment of a tender or a lead. */
export async function readAssessmentOf(
  store: EventStore,
  refType: OfferRefType,
  refId: string,
): Promise<ModeFacts['assessment']> {
  const stream = `${riskAssessment.category}-${riskAssessmentId(refType, refId)}`;
  const found = fold(riskAssessment, await store.readStream(stream));
  if (found.state === 'NONE') return undefined;
  const { riskAssessmentId: id, state, consent } = found;
  return { riskAssessmentId: id, state, writtenConsentRef: consent?.writtenConsentRef };
}

export async function readAgreement(
  store: EventStore,
  agreementId: string | undefined,
): Promise<ModeFacts['agreement']> {
  if (agreementId === undefined) return undefined;
  const found = fold(cooperationAgreement, await store.readStream(`${cooperationAgreement.category}-${agreementId}`));
  if (found.state === 'NONE') return undefined;
  const { state, commissionBps, validFrom, validUntil } = found;
  return { agreementId, state, commissionBps, validFrom, validUntil };
}
