import {
  buyoutConsentGiven,
  cooperationAgreementSigned,
  operationModeDecided,
  proposalAccepted,
  proposalSent,
  type BuyoutConsentGivenData,
  type CooperationAgreementSignedData,
  type OperationModeDecidedData,
  type ProposalAcceptedData,
  type ProposalSentData,
} from '@engsales/events';
import { publish } from '@engsales/messaging';
import type {
  CooperationAgreementEvent,
  CooperationAgreementSigned,
} from '../domain/cooperation-agreement/cooperation-agreement.events.js';
import type {
  OperationDecisionEvent,
  OperationModeDecided,
} from '../domain/operation-decision/operation-decision.events.js';
import type { ProposalAccepted, ProposalEvent, ProposalSent } from '../domain/proposal/proposal.events.js';
import type { BuyoutConsentGiven, RiskAssessmentEvent } from '../domain/risk-assessment/risk-assessment.events.js';

export type OfferEvent = OperationDecisionEvent | RiskAssessmentEvent | CooperationAgreementEvent | ProposalEvent;

const decidedMode = (data: OperationModeDecided['data']): OperationModeDecidedData => ({
  decisionId: data.decisionId,
  refType: data.refType,
  refId: data.refId,
  tenderId: data.tenderId,
  leadId: data.leadId,
  state: data.state,
  mode: data.mode,
  manufacturerPartyId: data.manufacturerPartyId,
  riskAssessmentId: data.riskAssessmentId,
  writtenConsentRef: data.writtenConsentRef,
  agreementId: data.agreementId,
  reason: data.reason,
  decidedOn: data.decidedOn,
});

const givenConsent = (data: BuyoutConsentGiven['data']): BuyoutConsentGivenData => ({
  riskAssessmentId: data.riskAssessmentId,
  refType: data.refType,
  refId: data.refId,
  leadId: data.leadId,
  state: data.state,
  writtenConsentRef: data.writtenConsentRef,
  totalScore: data.totalScore,
  consentBy: data.consentBy,
  consentOn: data.consentOn,
});

const signedAgreement = (data: CooperationAgreementSigned['data']): CooperationAgreementSignedData => ({
  agreementId: data.agreementId,
  state: data.state,
  agreementNo: data.agreementNo,
  partyId: data.partyId,
  partyName: data.partyName,
  commissionBps: data.commissionBps,
  exclusivity: data.exclusivity,
  validFrom: data.validFrom,
  validUntil: data.validUntil,
  signedOn: data.signedOn,
});

const sentProposal = (data: ProposalSent['data']): ProposalSentData => ({
  proposalId: data.proposalId,
  leadId: data.leadId,
  state: data.state,
  proposalNo: data.proposalNo,
  version: data.version,
  kind: data.kind,
  customerName: data.customerName,
  totalFen: data.totalFen,
  validUntil: data.validUntil,
  sentOn: data.sentOn,
});

const acceptedProposal = (data: ProposalAccepted['data']): ProposalAcceptedData => ({
  proposalId: data.proposalId,
  leadId: data.leadId,
  state: data.state,
  proposalNo: data.proposalNo,
  version: data.version,
  kind: data.kind,
  title: data.title,
  customerName: data.customer.name,
  customerPartyId: data.customer.partyId,
  salespersonId: data.salespersonId,
  totalFen: data.totalFen,
  validUntil: data.validUntil,
  sentOn: data.sentOn,
  lines: data.lines.map(quotedLine),
  mode: data.mode,
  riskAssessmentId: data.riskAssessmentId,
  writtenConsentRef: data.writtenConsentRef,
  agreementId: data.agreementId,
  warrantyTerms: data.warrantyTerms && {
    defectsLiabilityMonths: data.warrantyTerms.defectsLiabilityMonths,
    text: data.warrantyTerms.text,
  },
  paymentTerms: data.paymentTerms,
  acceptedOn: data.acceptedOn,
});

const quotedLine = (line: ProposalAccepted['data']['lines'][number]): ProposalAcceptedData['lines'][number] => ({
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

/** What the tender service says to the others of modes, consents, agreements and proposals. */
export const publishedOffers = {
  OperationModeDecided: (data: OperationModeDecided['data']) => publish(operationModeDecided, decidedMode(data)),
  BuyoutConsentGiven: (data: BuyoutConsentGiven['data']) => publish(buyoutConsentGiven, givenConsent(data)),
  CooperationAgreementSigned: (data: CooperationAgreementSigned['data']) =>
    publish(cooperationAgreementSigned, signedAgreement(data)),
  ProposalSent: (data: ProposalSent['data']) => publish(proposalSent, sentProposal(data)),
  ProposalAccepted: (data: ProposalAccepted['data']) => publish(proposalAccepted, acceptedProposal(data)),
};
