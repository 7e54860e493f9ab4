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
