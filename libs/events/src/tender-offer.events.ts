import type { OperationMode, PublicContractLine } from './contract.events.js';
import { publicEvent } from './envelope.js';
import buyoutConsentGivenSchema from './schemas/tender.BuyoutConsentGiven.v1.json';
import cooperationAgreementSignedSchema from './schemas/tender.CooperationAgreementSigned.v1.json';
import operationModeDecidedSchema from './schemas/tender.OperationModeDecided.v1.json';
import proposalAcceptedSchema from './schemas/tender.ProposalAccepted.v1.json';
import type { ProposalSentData } from './tender-course.events.js';

export interface OperationModeDecidedData {
  readonly decisionId: string;
  readonly refType: 'TENDER' | 'LEAD';
  readonly refId: string;
  readonly tenderId?: string;
  readonly leadId?: string;
  readonly state: string;
  readonly mode: OperationMode;
  readonly manufacturerPartyId?: string;
  readonly riskAssessmentId?: string;
  readonly writtenConsentRef?: string;
  readonly agreementId?: string;
  readonly reason: string;
  readonly decidedOn: string;
}

export interface BuyoutConsentGivenData {
  readonly riskAssessmentId: string;
  readonly refType: 'TENDER' | 'LEAD';
  readonly refId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly writtenConsentRef: string;
  readonly totalScore: number;
  readonly consentBy: string;
  readonly consentOn: string;
}

export interface CooperationAgreementSignedData {
  readonly agreementId: string;
  readonly state: string;
  readonly agreementNo: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly commissionBps: number;
  readonly exclusivity: 'EXCLUSIVE' | 'NON_EXCLUSIVE';
  readonly validFrom: string;
  readonly validUntil: string;
  readonly signedOn: string;
}

/** A line of a quotation with what it is worth. */
export type QuotedLine = Omit<PublicContractLine, 'packageKey' | 'trackingKey'> &
  Partial<Pick<PublicContractLine, 'packageKey' | 'trackingKey'>>;

export interface ProposalAcceptedData extends ProposalSentData {
  readonly title?: string;
  readonly customerPartyId?: string;
  readonly salespersonId?: string;
  readonly lines: readonly QuotedLine[];
  readonly mode: OperationMode;
  readonly riskAssessmentId?: string;
  readonly writtenConsentRef?: string;
  readonly agreementId?: string;
  readonly warrantyTerms?: { readonly defectsLiabilityMonths?: number; readonly text?: string };
  readonly paymentTerms?: string;
  readonly acceptedOn: string;
}

export const operationModeDecided = publicEvent<OperationModeDecidedData>({
  type: 'tender.OperationModeDecided',
  service: 'tender',
  version: 1,
  nameZh: '运作方式已确定',
  summary: 'How a tender or a direct deal is run was decided.',
  schema: operationModeDecidedSchema,
});

export const buyoutConsentGiven = publicEvent<BuyoutConsentGivenData>({
  type: 'tender.BuyoutConsentGiven',
  service: 'tender',
  version: 1,
  nameZh: '买断已书面同意',
  summary: 'A company leader consented to a buyout on paper.',
  schema: buyoutConsentGivenSchema,
});

export const cooperationAgreementSigned = publicEvent<CooperationAgreementSignedData>({
  type: 'tender.CooperationAgreementSigned',
  service: 'tender',
  version: 1,
  nameZh: '合作协议已签订',
  summary: 'A cooperation agreement was signed.',
  schema: cooperationAgreementSignedSchema,
});

export const proposalAccepted = publicEvent<ProposalAcceptedData>({
  type: 'tender.ProposalAccepted',
  service: 'tender',
  version: 1,
  nameZh: '报价已被接受',
  summary: 'The customer accepted a quotation.',
  schema: proposalAcceptedSchema,
});
