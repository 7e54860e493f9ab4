import { bidAwarded, type BidAwardedData } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { DraftContract } from '../domain/contract/contract.commands.js';
import type { DraftDocument } from '../domain/contract/contract-document.js';
import { contractIdFrom } from './ids.js';

/** A tender that was won becomes a draft with its lines; the payment schedule is still to be negotiated. */
export const draftWhenBidAwarded = when(bidAwarded, {
  name: 'draft-contract-when-bid-awarded',
  nothingToDo: ['DUPLICATE_CONTRACT'],
  then: ({ data, projectId }) => {
    const contractId = contractIdFrom('tender', data.tenderId);
    return [issue(DraftContract, data.tenderId, { contractId, projectId, document: documentOf(data) })];
  },
});

function documentOf(award: BidAwardedData): DraftDocument {
  const { tenderId, mode, lines, awardedFen, contractSigningDueOn, projectName = `项目 ${award.noticeNo}` } = award;
  const { customer, salespersonId, riskAssessmentId, writtenConsentRef, agreementId } = award;
  return {
    projectName,
    source: { type: 'TENDER', id: tenderId },
    ...(customer ? { customer } : {}),
    ...(salespersonId ? { salespersonId } : {}),
    operationMode: mode,
    ...(riskAssessmentId ? { riskAssessmentId } : {}),
    ...(writtenConsentRef ? { writtenConsentRef } : {}),
    ...(agreementId ? { agreementId } : {}),
    lines,
    paymentMilestones: [],
    awardedFen,
    signingDueOn: contractSigningDueOn,
  };
}
