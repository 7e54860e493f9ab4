import { bidAwarded, type BidAwardedData } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { offeredLineOf } from '@engsales/values';
import { DraftContract, type DraftDocument } from '../domain/contract/drafting/drafting.commands.js';
import { contractIdOfTender } from '../domain/ids.js';

/** A tender that was won becomes a draft with its lines; the payment schedule is still to be negotiated. */
export const draftWhenBidAwarded = when(bidAwarded, {
  name: 'draft-contract-when-bid-awarded',
  nothingToDo: ['DUPLICATE_CONTRACT'],
  then: ({ data, projectId }) => {
    const contractId = contractIdOfTender(data.tenderId);
    return [issue(DraftContract, data.tenderId, { contractId, projectId, document: documentOfAward(data) })];
  },
});

function documentOfAward(award: BidAwardedData): DraftDocument {
  return {
    projectName: award.projectName ?? `项目 ${award.noticeNo}`,
    source: { type: 'TENDER', id: award.tenderId },
    customer: award.customer && { partyId: award.customer.partyId, name: award.customer.name },
    salespersonId: award.salespersonId,
    operationMode: award.mode,
    riskAssessmentId: award.riskAssessmentId,
    writtenConsentRef: award.writtenConsentRef,
    agreementId: award.agreementId,
    lines: award.lines.map(offeredLineOf),
    paymentMilestones: [],
    warrantyTerms: award.warrantyTerms && {
      defectsLiabilityMonths: award.warrantyTerms.defectsLiabilityMonths,
      text: award.warrantyTerms.text,
    },
    awardedFen: award.awardedFen,
    awardedLines: award.lines.map(({ lineId, itemCode, qty, unitPrice, committedDate }) => ({
      lineId,
      itemCode,
      qty,
      unitPrice,
      committedDate,
    })),
    signingDueOn: award.contractSigningDueOn,
  };
}
