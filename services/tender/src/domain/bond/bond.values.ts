/** Codes of a bond, as they stand in requests, events and answers. */

export const BOND_TYPES = ['BID_BOND', 'PERFORMANCE_BOND', 'ADVANCE_PAYMENT_BOND', 'WARRANTY_BOND'] as const;
export type BondType = (typeof BOND_TYPES)[number];

export const BOND_STATES = [
  'REQUESTED',
  'APPROVED',
  'REFUSED',
  'CANCELLED',
  'LODGED',
  'RELEASE_DUE',
  'RELEASED',
  'CONVERTED',
  'FORFEITED',
  'EXPIRED',
] as const;
export type BondState = (typeof BOND_STATES)[number];

/** How a bond is given; only a guarantee and a surety expire. */
export const INSTRUMENTS = ['CASH_TRANSFER', 'BANK_GUARANTEE', 'SURETY', 'CHEQUE'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

export const expires = (instrument: Instrument): boolean => instrument === 'BANK_GUARANTEE' || instrument === 'SURETY';

/** States in which a bond is out of our hands. */
export const AT_BENEFICIARY = ['LODGED', 'RELEASE_DUE'] as const satisfies readonly BondState[];
/** States in which a bond stands: no second one is asked for. */
export const STANDING = ['REQUESTED', 'APPROVED', ...AT_BENEFICIARY] as const satisfies readonly BondState[];

/** What a bond belongs to. */
export type BondRefType = 'TENDER' | 'CONTRACT';

/** Whether the beneficiary may keep it. */
export const BOND_RISKS = ['NONE', 'AT_RISK'] as const;
export type BondRisk = (typeof BOND_RISKS)[number];

/** Why the beneficiary may keep it. */
export type RiskReason = 'AWARD_DECLINED' | 'CONTRACT_ABANDONED' | 'CONTRACT_TERMINATED' | 'BID_REVOKED';

/** What ends a tender, and with it the bid bond. */
export const BID_ENDS = [
  'BID_LOST',
  'BID_REVOKED',
  'VALIDITY_NOT_EXTENDED',
  'BID_WITHDRAWN',
  'NO_BID',
  'TENDER_CANCELLED',
  'AWARD_REVOKED',
] as const;
export type BidEnd = (typeof BID_ENDS)[number];

/** Why a bond is due back. */
export const RELEASE_BASES = [
  'CONTRACT_SIGNED',
  'WINNER_SIGNED',
  ...BID_ENDS,
  'CONTRACT_COMPLETED',
  'CONTRACT_VOIDED',
  'CONTRACT_SETTLED',
  'RETENTION_DUE',
  'ADVANCE_RECOUPED',
  'OTHER',
] as const;
export type ReleaseBasis = (typeof RELEASE_BASES)[number];

/** How the beneficiary was asked for it (催退). */
export const CHASE_CHANNELS = ['PHONE', 'LETTER', 'EMAIL', 'VISIT', 'OTHER'] as const;
export type ChaseChannel = (typeof CHASE_CHANNELS)[number];
