import type { OperationDecision } from '../domain/operation-decision/operation-decision.js';

/** How a deal is run, as it is answered. */
export function operationDecisionView(id: string, revision: number, decision: OperationDecision) {
  if (decision.state === 'NONE') return { id, revision, state: decision.state };
  return {
    id,
    revision,
    decisionId: decision.decisionId,
    state: decision.state,
    refType: decision.refType,
    refId: decision.refId,
    projectId: decision.projectId,
    leadId: decision.leadId,
    tenderId: decision.tenderId,
    mode: decision.mode,
    manufacturerPartyId: decision.manufacturerPartyId,
    agreementId: decision.agreementId,
    reason: decision.reason,
    decidedBy: decision.decidedBy,
    decidedOn: decision.decidedOn,
    contractId: decision.contractId,
    fixedOn: decision.fixedOn,
  };
}
