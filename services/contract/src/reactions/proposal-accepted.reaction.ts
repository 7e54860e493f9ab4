import { proposalAccepted, type ProposalAcceptedData } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { offeredLineOf } from '@engsales/values';
import type { DraftDocument } from '../domain/contract/drafting/drafting.commands.js';
import { TakeUpQuotation } from '../domain/contract/quotation/quotation.commands.js';
import { contractIdOfLead } from '../domain/ids.js';

/** A quotation that was accepted fills the draft of its deal, or begins it; a contract that is further stays as it is. */
export const draftWhenProposalAccepted = when(proposalAccepted, {
  name: 'draft-contract-when-proposal-accepted',
  nothingToDo: ['INVALID_TRANSITION', 'CONTRACT_ENDED'],
  then({ data, projectId }) {
    const { leadId, kind } = data;
    if (kind !== 'QUOTATION' || leadId === undefined) return [];
    const contractId = contractIdOfLead(leadId, 1);
    const quoted = documentOfQuotation(data, leadId);
    return [issue(TakeUpQuotation, data.proposalId, { contractId, leadId, projectId, quoted })];
  },
});

function documentOfQuotation(quotation: ProposalAcceptedData, leadId: string): DraftDocument {
  return {
    projectName: quotation.title ?? `项目 ${quotation.proposalNo}`,
    source: { type: 'NEGOTIATION', id: leadId },
    customer: { partyId: quotation.customerPartyId, name: quotation.customerName },
    salespersonId: quotation.salespersonId,
    operationMode: quotation.mode,
    riskAssessmentId: quotation.riskAssessmentId,
    writtenConsentRef: quotation.writtenConsentRef,
    agreementId: quotation.agreementId,
    lines: quotation.lines.map(offeredLineOf),
    paymentMilestones: [],
    warrantyTerms: quotation.warrantyTerms && {
      defectsLiabilityMonths: quotation.warrantyTerms.defectsLiabilityMonths,
      text: quotation.warrantyTerms.text,
    },
  };
}
