import { projection, updateNewer, upsertNewer } from '@engsales/read-models';
import type { OperationDecisionEvent } from '../../domain/operation-decision/operation-decision.events.js';

/** How is which deal run? A row per decision. */
export const operationDecisions = projection<OperationDecisionEvent>({
  name: 'operation-decisions',
  tables: ['operation_decision'],
  on: {
    OperationModeDecided: ({ data, revision }, rows) =>
      upsertNewer(rows, 'operation_decision', 'decision_id', {
        decision_id: data.decisionId,
        revision,
        ref_type: data.refType,
        ref_id: data.refId,
        lead_id: data.leadId,
        state: data.state,
        mode: data.mode,
        manufacturer_party_id: data.manufacturerPartyId,
        agreement_id: data.agreementId,
        reason: data.reason,
        decided_by: data.by,
        decided_on: data.decidedOn,
      }),
    OperationModeFixed: ({ data, revision }, rows) =>
      updateNewer(rows, 'operation_decision', ['decision_id', data.decisionId], revision, {
        state: data.state,
        contract_id: data.contractId,
      }),
  },
});
