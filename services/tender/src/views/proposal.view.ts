import type { PricedLine } from '../domain/offers/priced-lines.js';
import type { Acceptance, Feedback, Proposal, Sending } from '../domain/proposal/proposal.state.js';

/** A proposal as it is answered: the version that stands, and how earlier ones went out. */
export function proposalView(id: string, revision: number, proposal: Proposal) {
  if (proposal.state === 'NONE') return { id, revision, state: proposal.state };
  const { content, sent, acceptance, declined } = proposal;
  return {
    id,
    revision,
    proposalId: proposal.proposalId,
    proposalNo: proposal.proposalNo,
    projectId: proposal.projectId,
    state: proposal.state,
    version: proposal.version,
    salespersonId: proposal.salespersonId,
    draftedOn: proposal.draftedOn,
    kind: content.kind,
    leadId: content.leadId,
    title: content.title,
    customer: { partyId: content.customer.partyId, name: content.customer.name },
    answers: content.answers.map(({ painPoint, solution }) => ({ painPoint, solution })),
    solutionRef: content.solutionRef,
    advantages: content.advantages.map(({ text, evidenceRef }) => ({ text, evidenceRef })),
    lines: content.lines.map(lineView),
    totalFen: content.totalFen,
    costFen: content.costFen,
    marginBps: content.marginBps,
    validDays: content.validDays,
    paymentTerms: content.paymentTerms,
    warrantyTerms: content.warrantyTerms && {
      defectsLiabilityMonths: content.warrantyTerms.defectsLiabilityMonths,
      text: content.warrantyTerms.text,
    },
    deliveryDays: content.deliveryDays,
    salesKitId: content.salesKitId,
    caseStudyIds: content.caseStudyIds,
    authors: proposal.authors,
    approvedBy: proposal.approvedBy,
    approvedOn: proposal.approvedOn,
    sent: sent && sendingView(sent),
    superseded: proposal.sendings.filter(({ version }) => version !== proposal.version).map(sendingView),
    feedback: proposal.feedback.map(feedbackView),
    acceptance: acceptance && acceptanceView(acceptance),
    declined: declined && { reason: declined.reason, winnerName: declined.winnerName, on: declined.on },
    reason: proposal.reason,
  };
}

const lineView = (line: PricedLine) => ({
  lineId: line.lineId,
  itemCode: line.itemCode,
  name: line.name,
  spec: line.spec,
  qty: line.qty,
  uom: line.uom,
  unitPrice: line.unitPrice,
  discountFen: line.discountFen,
  amountFen: line.amountFen,
  taxRateBps: line.taxRateBps,
  fulfilment: line.fulfilment,
  requestedDate: line.requestedDate,
  committedDate: line.committedDate,
  deliverTo: line.deliverTo,
  packageKey: line.packageKey,
  trackingKey: line.trackingKey,
});

const sendingView = ({ version, totalFen, channel, contactRef, sentOn, validUntil, by }: Sending) => ({
  version,
  totalFen,
  channel,
  contactRef,
  sentOn,
  validUntil,
  by,
});

const feedbackView = ({ version, on, feedback, agreed, by }: Feedback) => ({ version, on, feedback, agreed, by });

const acceptanceView = (acceptance: Acceptance) => ({
  on: acceptance.on,
  docRef: acceptance.docRef,
  by: acceptance.by,
  mode: acceptance.mode,
  manufacturerPartyId: acceptance.manufacturerPartyId,
  riskAssessmentId: acceptance.riskAssessmentId,
  writtenConsentRef: acceptance.writtenConsentRef,
  agreementId: acceptance.agreementId,
  commissionBps: acceptance.commissionBps,
});
