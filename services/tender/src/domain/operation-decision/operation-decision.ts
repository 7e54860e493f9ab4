import { aggregate, Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import type { OfferRefType, OperationMode } from '../offers/offer.values.js';
import { refuseUnlessTenderIn, type TenderThen } from '../offers/tender-then.js';
import { BEFORE_SUBMISSION } from '../tender/tender.values.js';
import { DecideOperationMode, FixOperationMode, type OperationDecisionCommand } from './operation-decision.commands.js';
import type { OperationDecisionEvent, OperationModeDecided } from './operation-decision.events.js';
import type { DecisionState } from './operation-decision.values.js';

interface NoDecision {
  readonly state: 'NONE';
}

export interface MadeDecision {
  readonly state: DecisionState;
  readonly decisionId: string;
  readonly refType: OfferRefType;
  readonly refId: string;
  readonly projectId: string;
  readonly leadId?: string;
  readonly tenderId?: string;
  readonly mode: OperationMode;
  readonly manufacturerPartyId?: string;
  readonly agreementId?: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly contractId?: string;
  readonly fixedOn?: string;
}

export type OperationDecision = NoDecision | MadeDecision;

const rules = {
  DecideOperationMode: { command: DecideOperationMode, in: ['NONE', 'DECIDED'], decide: decideOperationMode },
  FixOperationMode: { command: FixOperationMode, in: ['DECIDED', 'FIXED'], decide: fixOperationMode },
} satisfies RulesOf<DecideOperationMode, OperationDecision, OperationDecisionEvent> &
  RulesOf<FixOperationMode, MadeDecision, OperationDecisionEvent>;

const fold = {
  OperationModeDecided: (_before, data) => ({
    state: data.state,
    decisionId: data.decisionId,
    refType: data.refType,
    refId: data.refId,
    projectId: data.projectId,
    leadId: data.leadId,
    tenderId: data.tenderId,
    mode: data.mode,
    manufacturerPartyId: data.manufacturerPartyId,
    agreementId: data.agreementId,
    reason: data.reason,
    decidedBy: data.by,
    decidedOn: data.decidedOn,
  }),
  OperationModeFixed: (decision, { state, contractId, fixedOn }) => ({ ...decision, state, contractId, fixedOn }),
} satisfies FoldOf<OperationModeDecided, OperationDecision, MadeDecision> &
  FoldOf<Exclude<OperationDecisionEvent, OperationModeDecided>, MadeDecision>;

/** How a deal is run (运作方式): own production, buyout 买断 or agency 代理. */
export const operationDecision = aggregate<OperationDecision, OperationDecisionCommand, OperationDecisionEvent>({
  category: 'operationDecision',
  id: 'decisionId',
  initialState: { state: 'NONE' },
  rules,
  fold,
});

/** @throws Rejected NOT_FOUND {tenderId} or {agreementId}, INVALID_TRANSITION, MANUFACTURER_REQUIRED {mode} */
function decideOperationMode({ data, issued }: DecideOperationMode): OperationDecisionEvent[] {
  const { decisionId, refType, refId, mode, manufacturerPartyId, agreementId, assessment, reason } = data;
  const ref = projectOf(refType, refId, data.tender);
  if (mode !== 'OWN_PRODUCTION' && manufacturerPartyId === undefined) {
    throw new Rejected('MANUFACTURER_REQUIRED', `${mode} names no manufacturer`, { mode });
  }
  if (agreementId !== undefined && !data.agreement) {
    throw new Rejected('NOT_FOUND', `there is no agreement ${agreementId}`, { agreementId });
  }
  const isBuyout = mode === 'BUYOUT';
  return [
    {
      type: 'OperationModeDecided',
      data: {
        decisionId,
        refType,
        refId,
        projectId: ref.projectId,
        leadId: ref.leadId,
        tenderId: ref.tenderId,
        state: 'DECIDED',
        mode,
        manufacturerPartyId,
        riskAssessmentId: isBuyout ? assessment?.riskAssessmentId : undefined,
        writtenConsentRef: isBuyout ? assessment?.writtenConsentRef : undefined,
        agreementId,
        reason,
        by: issued.by.id,
        decidedOn: issued.today,
      },
    },
  ];
}

/** The project of what an offer belongs to; a bid that was handed in keeps its mode. */
function projectOf(refType: OfferRefType, refId: string, tender: TenderThen | undefined) {
  if (refType === 'LEAD') return { projectId: refId, leadId: refId, tenderId: undefined };
  const { projectId, leadId } = refuseUnlessTenderIn(BEFORE_SUBMISSION, refId, tender);
  return { projectId, leadId, tenderId: refId };
}

/** Once: a second contract of the lead finds it fixed. */
function fixOperationMode({ data, issued }: FixOperationMode, decision: MadeDecision): OperationDecisionEvent[] {
  return decision.state === 'FIXED' ? [] : [modeFixed(decision, data.contractId, issued)];
}

const modeFixed = (decision: MadeDecision, contractId: string, { by, today }: Issued): OperationDecisionEvent => ({
  type: 'OperationModeFixed',
  data: {
    decisionId: decision.decisionId,
    refType: decision.refType,
    refId: decision.refId,
    projectId: decision.projectId,
    leadId: decision.leadId,
    tenderId: decision.tenderId,
    state: 'FIXED',
    mode: decision.mode,
    contractId,
    by: by.id,
    fixedOn: today,
  },
});
