import { leadConverted } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { DraftContract } from '../domain/contract/contract.commands.js';
import { contractIdFrom } from './ids.js';

/** A lead that goes on as a direct negotiation becomes a draft; one that goes to tender does not, until it is won. */
export const draftWhenLeadConverted = when(leadConverted, {
  name: 'draft-contract-when-lead-converted',
  nothingToDo: ['DUPLICATE_CONTRACT'],
  then: ({ data, projectId }) => {
    if (data.route !== 'DIRECT_NEGOTIATION') return [];
    const { leadId, parties, salespersonId, projectName = `项目 ${leadId}` } = data;
    const owner = parties.find((party) => party.roles.includes('OWNER')) ?? parties[0];
    const document = {
      projectName,
      source: { type: 'NEGOTIATION' as const, id: leadId },
      ...(owner ? { customer: { partyId: owner.partyId, name: owner.name } } : {}),
      salespersonId,
      operationMode: 'OWN_PRODUCTION' as const, // decided on when it is revised; submitting checks the mode's conditions
      lines: [],
      paymentMilestones: [],
    };
    return [issue(DraftContract, leadId, { contractId: contractIdFrom('lead', leadId), projectId, document })];
  },
});
