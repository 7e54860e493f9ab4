import { contractSigned } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { operationDecisionId } from '../domain/ids.js';
import { FixOperationMode } from '../domain/operation-decision/operation-decision.commands.js';

/** A deal that was negotiated directly is run as its contract says; a tender keeps its mode from the submission on. */
export const fixModeWhenContractSigned = when(contractSigned, {
  name: 'fix-mode-when-contract-signed',
  nothingToDo: ['NOT_FOUND'],
  then: ({ data: { source, contractId } }) => {
    if (source?.type !== 'NEGOTIATION') return [];
    const decisionId = operationDecisionId('LEAD', source.id);
    return [issue(FixOperationMode, decisionId, { decisionId, contractId })];
  },
});
