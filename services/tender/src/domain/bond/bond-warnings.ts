import { shareFen } from '@engsales/values';
import type { BondType, Instrument } from './bond.values.js';

/** What was noticed of a bond; nothing was refused for it. */
export type BondWarning =
  | { readonly code: 'BID_BOND_OVER_2_PERCENT'; readonly amountFen: number; readonly limitFen: number }
  | { readonly code: 'PERFORMANCE_BOND_OVER_10_PERCENT'; readonly amountFen: number; readonly limitFen: number }
  | { readonly code: 'BOND_NOT_FROM_BASIC_ACCOUNT'; readonly instrument: Instrument };

/** 条例 26: of the estimate; 条例 58: of the contract. */
const MOST_BID_BOND_BPS = 200;
const MOST_PERFORMANCE_BOND_BPS = 1_000;

interface SizedBond {
  readonly type: BondType;
  readonly estimatedPriceFen?: number;
  readonly contractTotalFen?: number;
}

/** A bond that is larger than the statute lets the beneficiary ask for, as far as we know what it is measured by. */
export function warningsOfAmount(
  { type, estimatedPriceFen, contractTotalFen }: SizedBond,
  amountFen: number,
): BondWarning[] {
  if (type === 'BID_BOND' && estimatedPriceFen !== undefined) {
    const limitFen = shareFen(estimatedPriceFen, MOST_BID_BOND_BPS);
    return amountFen > limitFen ? [{ code: 'BID_BOND_OVER_2_PERCENT', amountFen, limitFen }] : [];
  }
  if (type === 'PERFORMANCE_BOND' && contractTotalFen !== undefined) {
    const limitFen = shareFen(contractTotalFen, MOST_PERFORMANCE_BOND_BPS);
    return amountFen > limitFen ? [{ code: 'PERFORMANCE_BOND_OVER_10_PERCENT', amountFen, limitFen }] : [];
  }
  return [];
}

interface PaidBond {
  readonly type: BondType;
  readonly mandatory: boolean;
  readonly instrument: Instrument;
}

/** Cash and cheques for a tender that must be held by law come from our basic account (条例 26). */
export function warningsOfAccount(
  { type, mandatory, instrument }: PaidBond,
  fromBasicAccount: boolean | undefined,
): BondWarning[] {
  const isPaid = instrument === 'CASH_TRANSFER' || instrument === 'CHEQUE';
  const isBound = type === 'BID_BOND' && mandatory && isPaid;
  return isBound && fromBasicAccount !== true ? [{ code: 'BOND_NOT_FROM_BASIC_ACCOUNT', instrument }] : [];
}
