import { publicEvent } from './envelope.js';
import tenderRegisteredSchema from './schemas/tender.TenderRegistered.v1.json';
import bidSubmittedSchema from './schemas/tender.BidSubmitted.v1.json';
import bidWithdrawnSchema from './schemas/tender.BidWithdrawn.v1.json';
import bidsOpenedSchema from './schemas/tender.BidsOpened.v1.json';
import tenderAmendedSchema from './schemas/tender.TenderAmended.v1.json';
import tenderContractedSchema from './schemas/tender.TenderContracted.v1.json';
import tenderPublishedSchema from './schemas/tender.TenderPublished.v1.json';
import proposalSentSchema from './schemas/tender.ProposalSent.v1.json';

export interface TenderRegisteredData {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly round: number;
  readonly previousTenderId?: string;
  readonly lotNo?: string;
  readonly projectName: string;
  readonly tendereeName: string;
  readonly tendereePartyId?: string;
  readonly estimatedPriceFen?: number;
  readonly salespersonId: string;
  readonly registeredOn: string;
}

export interface TenderPublishedData {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly tenderNo: string;
  readonly lotNo?: string;
  readonly round: number;
  readonly method: 'OPEN' | 'INVITED' | 'NEGOTIATION' | 'SINGLE_SOURCE';
  readonly publishedOn: string;
  readonly clarificationDeadline?: string;
  readonly submissionDeadline: string;
  readonly openingAt: string;
  readonly bidValidityDays: number;
  readonly envelopeStructure: 'SINGLE' | 'TWO' | 'THREE';
  readonly estimatedPriceFen?: number;
  readonly maxPriceFen?: number;
  readonly bondRequiredFen?: number;
  readonly performanceBondBps?: number;
  readonly warnings: readonly { readonly code: string }[];
}

export interface TenderAmendedData extends TenderPublishedData {
  readonly addendumNo: string;
  readonly affectsBid: boolean;
  readonly bidVersion: number;
  readonly issuedOn: string;
}

export interface BidsOpenedData {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly openedAt: string;
  readonly bids: readonly {
    readonly bidderName: string;
    readonly bidderPartyId?: string;
    readonly priceFen?: number;
    readonly rank?: number;
    readonly ours: boolean;
    readonly rejected?: boolean;
  }[];
}

export interface TenderContractedData {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly contractId: string;
  readonly contractNo: string;
  readonly signedOn: string;
  readonly totalFen: number;
}

export interface BidSubmittedData {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly round: number;
  readonly bidVersion: number;
  readonly priceFen: number;
  readonly submittedAt: string;
  readonly enteredLate?: boolean;
  readonly validityUntil?: string;
  readonly bondId?: string;
  readonly mode: string;
  readonly riskAssessmentId?: string;
  readonly writtenConsentRef?: string;
  readonly agreementId?: string;
}

export interface BidWithdrawnData {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly bidVersion: number;
  readonly resubmit: boolean;
  readonly reason: string;
  readonly withdrawnOn: string;
  readonly bondId?: string;
}

export interface ProposalSentData {
  readonly proposalId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly proposalNo: string;
  readonly version: number;
  readonly kind: string;
  readonly customerName: string;
  readonly totalFen?: number;
  readonly validUntil: string;
  readonly sentOn: string;
}

export const tenderRegistered = publicEvent<TenderRegisteredData>({
  type: 'tender.TenderRegistered',
  service: 'tender',
  version: 1,
  nameZh: '投标项目已登记',
  summary: 'A tender was begun.',
  schema: tenderRegisteredSchema,
});

export const bidSubmitted = publicEvent<BidSubmittedData>({
  type: 'tender.BidSubmitted',
  service: 'tender',
  version: 1,
  nameZh: '投标文件已递交',
  summary: 'We handed a bid in.',
  schema: bidSubmittedSchema,
});

export const bidWithdrawn = publicEvent<BidWithdrawnData>({
  type: 'tender.BidWithdrawn',
  service: 'tender',
  version: 1,
  nameZh: '投标已撤回',
  summary: 'We took a bid back.',
  schema: bidWithdrawnSchema,
});

export const proposalSent = publicEvent<ProposalSentData>({
  type: 'tender.ProposalSent',
  service: 'tender',
  version: 1,
  nameZh: '方案已发出',
  summary: 'A proposal went to the customer.',
  schema: proposalSentSchema,
});

export const tenderPublished = publicEvent<TenderPublishedData>({
  type: 'tender.TenderPublished',
  service: 'tender',
  version: 1,
  nameZh: '招标已公告',
  summary: 'The tender that we may bid in was published.',
  schema: tenderPublishedSchema,
});

export const tenderAmended = publicEvent<TenderAmendedData>({
  type: 'tender.TenderAmended',
  service: 'tender',
  version: 1,
  nameZh: '招标已补遗',
  summary: 'The tenderee changed what was published.',
  schema: tenderAmendedSchema,
});

export const bidsOpened = publicEvent<BidsOpenedData>({
  type: 'tender.BidsOpened',
  service: 'tender',
  version: 1,
  nameZh: '已开标',
  summary: 'The bids were opened, with what each asks for.',
  schema: bidsOpenedSchema,
});

export const tenderContracted = publicEvent<TenderContractedData>({
  type: 'tender.TenderContracted',
  service: 'tender',
  version: 1,
  nameZh: '中标合同已签订',
  summary: 'The contract of the award was signed.',
  schema: tenderContractedSchema,
});
