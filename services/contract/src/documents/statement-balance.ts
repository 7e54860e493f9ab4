import { formatYuan, rmbCapitals, sumFen } from '@engsales/values';
import type { SignedContract } from '../domain/contract/contract.state.js';
import { outstandingFen, type PaymentMilestone } from '../domain/contract/milestones/milestones.state.js';
import {
  accountOf,
  netReceivedFen,
  refundDueFen,
  settlementWaivedFen,
  unallocatedFen,
  worthFen,
} from '../domain/contract/money/account.js';

/** What the statement says in all, fen; each figure stands once here and everywhere on the paper. */
export interface Balance {
  /** What the customer has to pay or has paid, less nothing. */
  readonly owedFen: number;
  readonly receivedFen: number;
  readonly unallocatedFen: number;
  /** 未收: what is still to come, money on account counted. */
  readonly outstandingFen: number;
  /** 多付: what came beyond all that was agreed. */
  readonly overpaidFen: number;
  /** 应退: what an ended contract gives back. */
  readonly refundDueFen: number;
}

/** What is to be paid on a milestone; of one that was cancelled, what was paid or given up before. */
export const owedOn = ({ status, amountFen, paidFen, waivedFen }: PaymentMilestone): number =>
  status === 'CANCELLED' ? paidFen + waivedFen : amountFen;

export function balanceOf(contract: SignedContract): Balance {
  const account = accountOf(contract);
  const receivedFen = netReceivedFen(account);
  const onAccountFen = unallocatedFen(account);
  const open = sumFen(account.milestones.map(outstandingFen));
  const isEnded = contract.state === 'VOIDED' || contract.state === 'SETTLED';
  const owedFen = isEnded ? worthFen(contract) : sumFen(account.milestones.map(owedOn));
  // a settlement has counted what was on account at its day: there the sum that was settled is asked, not the schedule
  const leftFen = isEnded ? owedFen - receivedFen - settlementWaivedFen(account.milestones) : open - onAccountFen;
  return {
    owedFen,
    receivedFen,
    unallocatedFen: onAccountFen,
    outstandingFen: Math.max(0, leftFen),
    overpaidFen: isEnded ? 0 : Math.max(0, -leftFen),
    refundDueFen: refundDueFen(contract),
  };
}

const sum = (fen: number) => `${formatYuan(fen)} 元（${rmbCapitals(fen)}）`;

/** The sentence that the customer confirms, right in each case (C-123). */
export function sentenceOf({ state, settlement }: SignedContract, balance: Balance, day: string): string {
  const { outstandingFen: left, overpaidFen, refundDueFen: refund } = balance;
  const begin = beginOf(state, settlement?.finalFen);
  if (refund > 0) return `${begin}截至 ${day}，贵方没有未付款项，我方应退还贵方 ${sum(refund)}。`;
  if (left > 0) return `${begin}截至 ${day}，贵方在本合同项下尚有 ${sum(left)}未付。`;
  if (overpaidFen > 0) {
    return `${begin}截至 ${day}，贵方在本合同项下没有未付款项，多付 ${sum(overpaidFen)}，将抵扣后续款项或退还贵方。`;
  }
  return `${begin}截至 ${day}，贵方在本合同项下没有未付款项。`;
}

function beginOf(state: SignedContract['state'], finalFen?: number): string {
  if (state === 'VOIDED') return '本合同已作废，不产生付款义务。';
  if (state === 'TERMINATED') return '本合同已解除，尚未结算。';
  if (finalFen !== undefined) return `本合同已解除并结算，结算金额 ${sum(finalFen)}。`;
  return '';
}
