import type { PartyThen } from '../party-then.js';
import type { PlanChannel } from './channel.commands.js';

export const CHANNEL_ID = 'd3f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a11';
export const AGENT_PARTY = 'd3f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a12';
export const LINE_ID = 'd3f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a13';

export const anAgent: PartyThen = { partyId: AGENT_PARTY, state: 'ACTIVE', roles: ['AGENT'], contactIds: [] };

export const anAgency: Omit<PlanChannel['data'], 'channelId'> = {
  name: '临江代理',
  type: 'AGENT',
  partyId: AGENT_PARTY,
  regions: ['临江'],
  productLineIds: [LINE_ID],
  managerId: 'wang-fang',
  parties: [anAgent],
  knownLineIds: [LINE_ID],
};

export const aReview = {
  scores: { sales: 4, loyalty: 3, service: 5 },
  compliance: 'COMPLIANT',
  findings: '按协议销售',
  decision: 'KEEP',
} as const;
