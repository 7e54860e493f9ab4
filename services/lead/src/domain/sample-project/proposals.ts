import {
  Rejected,
  type FoldOf,
  type Issuer,
  type RulesOf,
  authorsOf,
  refuseSelfApproval,
} from '@engsales/event-sourcing/domain';
import { companySettings } from '../company-settings.js';
import { demandLeadAtWork } from '../lead-then.js';
import { demandActiveParty } from '../party-then.js';
import { refuseUnknownLines } from '../product-lines-then.js';
import {
  ApproveSample,
  CancelSample,
  ProposeSample,
  RefuseSample,
  type ProposalCommand,
} from './sample-project.commands.js';
import type { ProposalEvent, SampleProjectEvent, SampleProposed } from './sample-project.events.js';
import type { ExistingSample, NoSample } from './sample-project.state.js';
import { sampleRecord } from './sample-record.js';

/** A sample costs money before it brings any, so somebody else than its author says whether it is made. */
export const proposalRules = {
  ProposeSample: { command: ProposeSample, in: ['NONE'], decide: proposeSample },
  ApproveSample: { command: ApproveSample, in: ['PROPOSED'], decide: approveSample },
  RefuseSample: { command: RefuseSample, in: ['PROPOSED'], decide: refuseSample },
  CancelSample: { command: CancelSample, in: ['PROPOSED', 'APPROVED'], decide: cancelSample },
} satisfies RulesOf<ProposeSample, NoSample, SampleProjectEvent> &
  RulesOf<Exclude<ProposalCommand, ProposeSample>, ExistingSample, SampleProjectEvent>;

export const proposalFold = {
  SampleProposed: (_none, data) => ({
    state: data.state,
    sampleProjectId: data.sampleProjectId,
    leadId: data.leadId,
    projectId: data.projectId,
    salespersonId: data.salespersonId,
    mode: data.mode,
    productLineId: data.productLineId,
    site: data.site,
    scope: data.scope,
    costFen: data.costFen,
    priceFen: data.priceFen,
    payOnSatisfaction: data.payOnSatisfaction,
    nearCompetitorPartyId: data.nearCompetitorPartyId,
    proposedBy: data.by,
    proposedOnBehalfOf: data.onBehalfOf,
    proposedOn: data.proposedOn,
    paymentOverdue: false,
    payments: [],
    paidFen: 0,
  }),
  SampleApproved: (sample, { state, by, approvedOn }) => ({ ...sample, state, approvedBy: by, approvedOn }),
  SampleRefused: (sample, { state, reason }) => ({ ...sample, state, reason }),
  SampleCancelled: (sample, { state, reason }) => ({ ...sample, state, reason }),
} satisfies FoldOf<SampleProposed, NoSample, ExistingSample> &
  FoldOf<Exclude<ProposalEvent, SampleProposed>, ExistingSample>;

/** @throws Rejected NOT_FOUND, PROJECT_NOT_REGISTERED, INVALID_TRANSITION, PARTY_INACTIVE */
function proposeSample({ data, issued }: ProposeSample): SampleProjectEvent[] {
  const { sampleProjectId, mode, productLineId, site, scope, costFen, priceFen, payOnSatisfaction } = data;
  const { nearCompetitorPartyId } = data;
  const { leadId, projectId, salespersonId } = demandLeadAtWork(data.leadId, data.lead);
  refuseUnknownLines([productLineId], data.knownLineIds);
  if (nearCompetitorPartyId !== undefined) demandActiveParty(nearCompetitorPartyId, data.parties ?? []);
  const sample = { sampleProjectId, leadId, projectId, salespersonId, costFen, priceFen };
  return [
    {
      type: 'SampleProposed',
      data: {
        ...sampleRecord(sample, 'PROPOSED', issued),
        mode,
        productLineId,
        site,
        scope,
        payOnSatisfaction,
        nearCompetitorPartyId,
        onBehalfOf: issued.by.onBehalfOf,
        proposedOn: issued.today,
      },
    },
  ];
}

/** @throws Rejected SELF_APPROVAL, SAMPLE_NEEDS_LEADER */
function approveSample({ issued }: ApproveSample, sample: ExistingSample): SampleProjectEvent[] {
  const { costFen, proposedBy, proposedOnBehalfOf } = sample;
  const { by } = issued;
  refuseSelfApproval(by, authorsOf({ by: proposedBy, onBehalfOf: proposedOnBehalfOf }));
  const { sampleLeaderFen } = companySettings(issued);
  if (costFen > sampleLeaderFen && !isLeader(by)) {
    const details = { costFen, limitFen: sampleLeaderFen };
    throw new Rejected('SAMPLE_NEEDS_LEADER', 'the sample costs more than a manager may approve', details);
  }
  const record = sampleRecord(sample, 'APPROVED', issued);
  return [{ type: 'SampleApproved', data: { ...record, approvedOn: issued.today } }];
}

function refuseSample({ data, issued }: RefuseSample, sample: ExistingSample): SampleProjectEvent[] {
  const { reason } = data;
  const record = sampleRecord(sample, 'REFUSED', issued);
  return [{ type: 'SampleRefused', data: { ...record, reason, refusedOn: issued.today } }];
}

function cancelSample({ data, issued }: CancelSample, sample: ExistingSample): SampleProjectEvent[] {
  const { reason, lead } = data;
  const record = sampleRecord(sample, 'CANCELLED', issued, lead);
  return [{ type: 'SampleCancelled', data: { ...record, reason, cancelledOn: issued.today } }];
}

/** Whoever has both roles acts as the manager by the order of roles, and is a leader all the same. */
const isLeader = ({ role, roles = [role] }: Issuer): boolean => roles.includes('COMPANY_LEADER');
