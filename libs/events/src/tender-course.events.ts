import { publicEvent } from './envelope.js';
import tenderRegisteredSchema from './schemas/tender.TenderRegistered.v1.json';
import bidSubmittedSchema from './schemas/tender.BidSubmitted.v1.json';
import bidWithdrawnSchema from './schemas/tender.BidWithdrawn.v1.json';
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
