import { leadConverted, type LeadConvertedData } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { DraftContract, type DraftDocument } from '../domain/contract/drafting/drafting.commands.js';
import { contractIdFrom } from '../domain/ids.js';

/** A lead that goes on as a direct negotiation becomes a draft; one that goes to tender does not, until it is won. */
export const draftWhenLeadConverted = when(leadConverted, {
  name: 'draft-contract-when-lead-converted',
  nothingToDo: ['DUPLICATE_CONTRACT'],
  then: ({ data, projectId }) => {
    if (data.route !== 'DIRECT_NEGOTIATION') return [];
    // a lead that was revived is converted again, to a contract of its own
    const contractId = data.pursuit?.id ?? contractIdFrom('lead', data.leadId);
    return [issue(DraftContract, data.leadId, { contractId, projectId, document: documentOfLead(data) })];
  },
});

function documentOfLead({ leadId, parties, salespersonId, projectName }: LeadConvertedData): DraftDocument {
  const owner = parties.find((party) => party.roles.includes('OWNER')) ?? parties[0];
  return {
    projectName: projectName ?? `项目 ${leadId}`,
    source: { type: 'NEGOTIATION', id: leadId },
    customer: owner && { partyId: owner.partyId, name: owner.name },
    salespersonId,
    operationMode: 'OWN_PRODUCTION', // decided on when it is revised; submitting checks the mode's conditions
    lines: [],
    paymentMilestones: [],
  };
}
