import type { BondType, Instrument } from '../domain/bond/bond.values.js';

/** What the codes of bonds are called on papers. */
export const BOND_TYPE: Readonly<Record<BondType, string>> = {
  BID_BOND: '投标',
  PERFORMANCE_BOND: '履约',
  ADVANCE_PAYMENT_BOND: '预付款',
  WARRANTY_BOND: '质量',
};

export const INSTRUMENT: Readonly<Record<Instrument, string>> = {
  CASH_TRANSFER: '转账',
  BANK_GUARANTEE: '银行保函',
  SURETY: '担保/保险',
  CHEQUE: '支票',
};
