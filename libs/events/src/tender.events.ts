import type { OperationMode, PublicContractLine } from './contract.events.js';
import { publicEvent } from './envelope.js';
import bidAwardedSchema from './schemas/tender.BidAwarded.v1.json';

/** A line as it was offered: without what the contract works out; an amount where quantity x price does not give it. */
export type OfferedLine = Omit<PublicContractLine, 'amountFen' | 'packageKey' | 'trackingKey'> &
  Partial<Pick<PublicContractLine, 'amountFen' | 'packageKey' | 'trackingKey'>>;

export interface BidAwardedData {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly noticeNo: string;
  readonly noticeOn: string;
  readonly awardedFen: number;
  readonly lines: readonly OfferedLine[];
  readonly contractSigningDueOn: string;
  readonly performanceBondFen?: number;
  readonly mode: OperationMode;
  readonly projectName?: string;
  readonly customer?: { readonly partyId?: string; readonly name: string };
  readonly salespersonId?: string;
  readonly riskAssessmentId?: string;
  readonly writtenConsentRef?: string;
  readonly agreementId?: string;
  readonly round?: number;
  readonly lotNo?: string;
  readonly noticeFen?: number;
  readonly warrantyTerms?: { readonly defectsLiabilityMonths?: number; readonly text?: string };
  readonly agencyTerms?: {
    readonly manufacturerPartyId?: string;
    readonly customerPaysManufacturerFen: number;
    readonly commissionBps: number;
    readonly commissionFen: number;
  };
  readonly promoted?: boolean;
  readonly bondId?: string;
}

export const bidAwarded = publicEvent<BidAwardedData>({
  type: 'tender.BidAwarded',
  service: 'tender',
  version: 1,
  nameZh: '已中标',
  summary: 'We won the tender.',
  schema: bidAwardedSchema,
});
