import { leadAbandoned, leadAssigned, leadConverted, type LeadConvertedData } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { RequestNoBid } from '../domain/tender/deciding/deciding.commands.js';
import { RegisterTender, ReassignTender } from '../domain/tender/registering/registering.commands.js';
import { tenderIdOfLead } from '../domain/ids.js';

/** A lead that goes to tender is registered once per attempt; one that is negotiated directly is not. */
export const registerWhenLeadConverted = when(leadConverted, {
  name: 'register-tender-when-lead-converted',
  nothingToDo: ['DUPLICATE_TENDER'],
  then: ({ data }) => {
    if (data.route !== 'TENDER') return [];
    const tenderId = tenderIdOfLead(data.leadId, data.attemptNo ?? 1);
    return [issue(RegisterTender, tenderId, registrationOf(tenderId, data))];
  },
});

function registrationOf(tenderId: string, data: LeadConvertedData): RegisterTender['data'] {
  const { leadId, projectName, parties, keyPersons = [], competitors = [] } = data;
  const owner = parties.find(({ roles }) => roles.includes('OWNER')) ?? parties[0];
  return {
    tenderId,
    leadId,
    projectName: projectName ?? `项目 ${leadId}`,
    tenderee: owner ? { partyId: owner.partyId, name: owner.name } : { name: projectName ?? leadId },
    estimatedPriceFen: data.estimatedAmountFen,
    expectedTenderDate: data.expectedTenderDate,
    salespersonId: data.salespersonId,
    teamId: data.teamId,
    channelId: data.channelId,
    city: data.city,
    fromLead: {
      keyPersons: keyPersons.map(({ personRef, kind, supportLevel }) => ({ personRef, kind, supportLevel })),
      competitors: competitors.map(({ partyId, name }) => ({ partyId, name })),
      manufacturerPartyId: data.manufacturerPartyId,
    },
  };
}

interface Pursuit {
  readonly type: string;
  readonly id: string;
  readonly state: string;
}

const openTenders = (pursuits: readonly Pursuit[]) =>
  pursuits.filter(({ type, state }) => type === 'TENDER' && state !== 'ENDED').map(({ id }) => id);

/** A tender that has ended stays with whoever had it. */
export const reassignWhenLeadAssigned = when(leadAssigned, {
  name: 'reassign-tender-when-lead-assigned',
  nothingToDo: ['INVALID_TRANSITION'],
  then: ({ data: { salespersonId, reason, pursuits } }) =>
    openTenders(pursuits).map((tenderId) => issue(ReassignTender, tenderId, { tenderId, salespersonId, reason })),
});

/** Somebody decides then whether we still bid. */
export const requestNoBidWhenLeadAbandoned = when(leadAbandoned, {
  name: 'request-no-bid-when-lead-abandoned',
  nothingToDo: ['INVALID_TRANSITION'],
  then: ({ data: { fromState, reason, pursuits } }) =>
    fromState === 'CONVERTED'
      ? openTenders(pursuits).map((tenderId) => issue(RequestNoBid, tenderId, { tenderId, reason }))
      : [],
});
