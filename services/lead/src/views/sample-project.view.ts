import type { SamplePayment, SampleProject } from '../domain/sample-project/sample-project.state.js';

/** A sample project as it is answered. */
export function sampleProjectView(id: string, revision: number, sample: SampleProject) {
  if (sample.state === 'NONE') return { id, revision, state: sample.state };
  return {
    id,
    revision,
    sampleProjectId: sample.sampleProjectId,
    leadId: sample.leadId,
    projectId: sample.projectId,
    state: sample.state,
    salespersonId: sample.salespersonId,
    mode: sample.mode,
    productLineId: sample.productLineId,
    site: sample.site,
    scope: sample.scope,
    costFen: sample.costFen,
    priceFen: sample.priceFen,
    payOnSatisfaction: sample.payOnSatisfaction,
    nearCompetitorPartyId: sample.nearCompetitorPartyId,
    proposedBy: sample.proposedBy,
    proposedOn: sample.proposedOn,
    approvedBy: sample.approvedBy,
    approvedOn: sample.approvedOn,
    installedOn: sample.installedOn,
    acceptedOn: sample.acceptedOn,
    acceptanceRef: sample.acceptanceRef,
    paymentDueOn: sample.paymentDueOn,
    paymentOverdue: sample.paymentOverdue,
    payments: sample.payments.map(paymentView),
    paidFen: sample.paidFen,
    reason: sample.reason,
  };
}

const paymentView = ({ amountFen, paidOn, bankRef, by }: SamplePayment) => ({ amountFen, paidOn, bankRef, by });
