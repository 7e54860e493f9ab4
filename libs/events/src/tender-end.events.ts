import { publicEvent } from './envelope.js';
import bidLostSchema from './schemas/tender.BidLost.v1.json';
import tenderCancelledSchema from './schemas/tender.TenderCancelled.v1.json';
import awardRevokedSchema from './schemas/tender.AwardRevoked.v1.json';
import noBidDecidedSchema from './schemas/tender.NoBidDecided.v1.json';
import awardDeclinedSchema from './schemas/tender.AwardDeclined.v1.json';

export interface BidLostData {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly round: number;
  readonly winnerName?: string;
  readonly winnerPartyId?: string;
  readonly winnerPriceFen?: number;
  readonly ourPriceFen: number;
  readonly ourRank?: number;
  readonly marginBps?: number;
  readonly reasons: readonly string[];
  readonly lessons: string;
  readonly bondId?: string;
  readonly lostOn: string;
}

export interface TenderCancelledData {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly round: number;
  readonly kind: string;
  readonly reason: string;
  readonly retender: boolean;
  readonly nextTenderId?: string;
  readonly noticeOn: string;
}

export interface AwardRevokedData {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly noticeNo: string;
  readonly reason: string;
  readonly retender: boolean;
  readonly nextTenderId?: string;
  readonly revokedOn: string;
}

export interface NoBidDecidedData {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly reason: string;
  readonly note: string;
  readonly decidedOn: string;
}

export interface AwardDeclinedData {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly noticeNo: string;
  readonly by: 'US' | 'CONTRACT_ABANDONED';
  readonly reason: string;
  readonly declinedOn: string;
}

export const bidLost = publicEvent<BidLostData>({
  type: 'tender.BidLost',
  service: 'tender',
  version: 1,
  nameZh: '未中标',
  summary: 'Another bidder has won.',
  schema: bidLostSchema,
});

export const tenderCancelled = publicEvent<TenderCancelledData>({
  type: 'tender.TenderCancelled',
  service: 'tender',
  version: 1,
  nameZh: '招标已终止',
  summary: 'The tenderee ended the tender.',
  schema: tenderCancelledSchema,
});

export const awardRevoked = publicEvent<AwardRevokedData>({
  type: 'tender.AwardRevoked',
  service: 'tender',
  version: 1,
  nameZh: '中标已撤销',
  summary: 'The award was taken back.',
  schema: awardRevokedSchema,
});

export const noBidDecided = publicEvent<NoBidDecidedData>({
  type: 'tender.NoBidDecided',
  service: 'tender',
  version: 1,
  nameZh: '已决定不投标',
  summary: 'We do not bid.',
  schema: noBidDecidedSchema,
});

export const awardDeclined = publicEvent<AwardDeclinedData>({
  type: 'tender.AwardDeclined',
  service: 'tender',
  version: 1,
  nameZh: '已放弃中标',
  summary: 'We do not take the award.',
  schema: awardDeclinedSchema,
});
