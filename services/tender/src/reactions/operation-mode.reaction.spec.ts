import { contractSigned, type ContractSignedData } from '@engsales/events';
import { aMessage } from '@engsales/messaging/testing';
import sample from '../../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import { operationDecisionId } from '../domain/ids.js';
import { FixOperationMode } from '../domain/operation-decision/operation-decision.commands.js';
import { fixModeWhenContractSigned } from './operation-mode.reaction.js';

const LEAD_ID = '1b7c1e50-22f3-5b8e-8d43-0a3b5d6e7f80';
const signed = (source?: { type: string; id: string }) => {
  const data = { ...(sample as unknown as ContractSignedData), source } as ContractSignedData;
  return fixModeWhenContractSigned.then(
    aMessage(contractSigned, data, { subject: data.contractId, projectId: LEAD_ID }),
  );
};

describe('when a contract is signed (T-303)', () => {
  it('that was negotiated, its mode is fixed, where one was decided', () => {
    const decisionId = operationDecisionId('LEAD', LEAD_ID);
    const data = { decisionId, contractId: sample.contractId };
    expect(signed({ type: 'NEGOTIATION', id: LEAD_ID })).toEqual([
      { command: FixOperationMode, target: decisionId, data },
    ]);
    expect(fixModeWhenContractSigned.nothingToDo).toEqual(['NOT_FOUND']);
  });

  it('that was tendered for or came from elsewhere, no mode is fixed', () =>
    expect([signed({ type: 'TENDER', id: LEAD_ID }), signed()]).toEqual([[], []]));
});
