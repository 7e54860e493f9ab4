import type { LeadThen } from '../lead-then.js';
import type { PartyThen } from '../party-then.js';
import type { ProposeSample } from './sample-project.commands.js';

export const SAMPLE_ID = 'f5f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a31';
export const LEAD_ID = 'f5f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a32';
export const LINE_ID = 'f5f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a33';
export const COMPETITOR = 'f5f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a34';

export const aLead: LeadThen = { leadId: LEAD_ID, projectId: LEAD_ID, state: 'DEVELOPING', salespersonId: 'li-na' };
export const theCompetitor: PartyThen = { partyId: COMPETITOR, state: 'ACTIVE', roles: ['COMPETITOR'], contactIds: [] };

export const aProposal: Omit<ProposeSample['data'], 'sampleProjectId'> = {
  leadId: LEAD_ID,
  mode: 'FREE_TRIAL',
  productLineId: LINE_ID,
  site: '门诊楼大厅',
  scope: '两台风机盘管',
  costFen: 3_000_000,
  priceFen: 2_000_000,
  payOnSatisfaction: true,
  nearCompetitorPartyId: COMPETITOR,
  lead: aLead,
  parties: [theCompetitor],
  knownLineIds: [LINE_ID],
};

export const MANAGER = { id: 'wang-fang', role: 'SALES_MANAGER' };
export const LEADER = { id: 'chen-zong', role: 'COMPANY_LEADER' };
export const CASHIER = { id: 'qian-hui', role: 'FINANCE' };
