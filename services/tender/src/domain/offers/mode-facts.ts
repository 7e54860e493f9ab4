import { Rejected } from '@engsales/event-sourcing/domain';
import type { OperationMode } from './offer.values.js';

/** What a handler has read of the decision, the assessment and the agreement behind an offer; absent where there is none. */
export interface ModeFacts {
  readonly decision?: {
    readonly mode: OperationMode;
    readonly manufacturerPartyId?: string;
    readonly agreementId?: string;
  };
  readonly assessment?: {
    readonly riskAssessmentId: string;
    readonly state: string;
    readonly writtenConsentRef?: string;
  };
  readonly agreement?: {
    readonly agreementId: string;
    readonly state: string;
    readonly commissionBps: number;
    readonly validFrom: string;
    readonly validUntil: string;
  };
}

/** How an offer is run, with the papers that this mode needs. */
export interface CoveredMode {
  readonly mode: OperationMode;
  readonly manufacturerPartyId?: string;
  readonly riskAssessmentId?: string;
  readonly writtenConsentRef?: string;
  readonly agreementId?: string;
  readonly commissionBps?: number;
}

/** What still keeps an offer from going out, as far as its mode is concerned. */
export interface OpenGate {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The first gate of the mode that is not passed yet: the decision, and what buyout and agency need on paper. */
export function openModeGate({ decision, assessment, agreement }: ModeFacts, today: string): OpenGate | undefined {
  if (!decision) return { code: 'OPERATION_MODE_UNDECIDED', details: {} };
  if (decision.mode === 'BUYOUT') return openBuyoutGate(assessment);
  return decision.mode === 'AGENCY' ? openAgencyGate(agreement, today) : undefined;
}

function openBuyoutGate(assessment: ModeFacts['assessment']): OpenGate | undefined {
  const state = assessment?.state ?? 'NONE';
  if (state !== 'APPROVED') return { code: 'BUYOUT_RISK_ASSESSMENT_REQUIRED', details: { state } };
  if (assessment?.writtenConsentRef !== undefined) return undefined;
  return { code: 'BUYOUT_WRITTEN_CONSENT_REQUIRED', details: {} };
}

function openAgencyGate(agreement: ModeFacts['agreement'], today: string): OpenGate | undefined {
  const isValid = agreement && agreement.validFrom <= today && today <= agreement.validUntil;
  if (agreement?.state === 'SIGNED' && isValid) return undefined;
  const details = { state: agreement?.state ?? 'NONE', validUntil: agreement?.validUntil };
  return { code: 'AGENCY_AGREEMENT_REQUIRED', details };
}

/** @throws Rejected OPERATION_MODE_UNDECIDED, BUYOUT_RISK_ASSESSMENT_REQUIRED, BUYOUT_WRITTEN_CONSENT_REQUIRED, AGENCY_AGREEMENT_REQUIRED */
export function coveredMode(facts: ModeFacts, today: string): CoveredMode {
  const gate = openModeGate(facts, today);
  const { decision, assessment, agreement } = facts;
  if (gate || !decision) {
    const { code, details } = gate ?? { code: 'OPERATION_MODE_UNDECIDED', details: {} };
    throw new Rejected(code, 'the mode of operation is not covered', details);
  }
  const isBuyout = decision.mode === 'BUYOUT';
  const isAgency = decision.mode === 'AGENCY';
  return {
    mode: decision.mode,
    manufacturerPartyId: decision.manufacturerPartyId,
    riskAssessmentId: isBuyout ? assessment?.riskAssessmentId : undefined,
    writtenConsentRef: isBuyout ? assessment?.writtenConsentRef : undefined,
    agreementId: isAgency ? agreement?.agreementId : undefined,
    commissionBps: isAgency ? agreement?.commissionBps : undefined,
  };
}
