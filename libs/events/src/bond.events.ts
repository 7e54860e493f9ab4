import { publicEvent } from './envelope.js';
import bondLodgedSchema from './schemas/tender.BondLodged.v1.json';
import bondReleaseDueSchema from './schemas/tender.BondReleaseDue.v1.json';
import bondReleasedSchema from './schemas/tender.BondReleased.v1.json';
import bondConvertedSchema from './schemas/tender.BondConverted.v1.json';
import bondForfeitedSchema from './schemas/tender.BondForfeited.v1.json';
import bondExpiredSchema from './schemas/tender.BondExpired.v1.json';

/** A bond as it stands after the event. */
export interface BondData {
  readonly bondId: string;
  readonly leadId?: string;
  readonly state: string;
  readonly type: 'BID_BOND' | 'PERFORMANCE_BOND' | 'ADVANCE_PAYMENT_BOND' | 'WARRANTY_BOND';
  readonly refType: 'TENDER' | 'CONTRACT';
  readonly refId: string;
  readonly projectName?: string;
  readonly amountFen: number;
  readonly remainingFen: number;
  readonly instrument: 'CASH_TRANSFER' | 'BANK_GUARANTEE' | 'SURETY' | 'CHEQUE';
  readonly issuer?: string;
  readonly validUntil?: string;
  readonly risk: 'NONE' | 'AT_RISK';
  readonly basis?: string;
  readonly releaseDueOn?: string;
  readonly releasedFen: number;
  readonly interestFen: number;
  readonly convertedFen: number;
  readonly forfeitedFen: number;
  readonly on: string;
}

export interface BondConvertedData extends BondData {
  readonly convertedToBondId: string;
}

export interface BondForfeitedData extends BondData {
  readonly reason: string;
}

export const bondLodged = publicEvent<BondData>({
  type: 'tender.BondLodged',
  service: 'tender',
  version: 1,
  nameZh: '保证金已缴纳',
  summary: 'A bond is with its beneficiary.',
  schema: bondLodgedSchema,
});

export const bondReleaseDue = publicEvent<BondData>({
  type: 'tender.BondReleaseDue',
  service: 'tender',
  version: 1,
  nameZh: '保证金应退还',
  summary: 'A bond is due back on a day.',
  schema: bondReleaseDueSchema,
});

export const bondReleased = publicEvent<BondData>({
  type: 'tender.BondReleased',
  service: 'tender',
  version: 1,
  nameZh: '保证金已退还',
  summary: 'A bond, or a part of it, came back.',
  schema: bondReleasedSchema,
});

export const bondConverted = publicEvent<BondConvertedData>({
  type: 'tender.BondConverted',
  service: 'tender',
  version: 1,
  nameZh: '保证金已转履约',
  summary: 'A bid bond, or a part of it, became the performance bond of the contract.',
  schema: bondConvertedSchema,
});

export const bondForfeited = publicEvent<BondForfeitedData>({
  type: 'tender.BondForfeited',
  service: 'tender',
  version: 1,
  nameZh: '保证金不予退还',
  summary: 'The beneficiary keeps a bond, or a part of it.',
  schema: bondForfeitedSchema,
});

export const bondExpired = publicEvent<BondData>({
  type: 'tender.BondExpired',
  service: 'tender',
  version: 1,
  nameZh: '保函已到期',
  summary: 'A guarantee has ended.',
  schema: bondExpiredSchema,
});
