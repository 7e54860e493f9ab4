import chinese from 'nzh/cn';
import type { Fen } from './money.js';

/** Sign, yuan and two digits of fen as text: a division of numbers would lose fen near 2^53. */
function decimalYuan(fen: Fen): { sign: '' | '-'; yuan: string; cents: string } {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`${fen} is no whole number of fen within 2^53-1`);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return { sign: fen < 0 ? '-' : '', yuan: digits.slice(0, -2), cents: digits.slice(-2) };
}

/**
 * 人民币大写 for contracts, invoices and receipts, by 《支付结算办法》 annex 1: zeros in a row written once, 零 before 分 without 角,
 * 整 unless there are 分. Of the two forms that the annex allows after a zero at 万 or 元, the one without 零 (人民币壹拾万柒仟元伍角叁分).
 */
export function rmbCapitals(fen: Fen): string {
  const { sign, yuan, cents } = decimalYuan(fen);
  return `人民币${chinese.toMoney(`${sign}${yuan}.${cents}`, { outSymbol: false, forceZheng: true })}`;
}

/** Yuan with two decimals and thousands separators: 700,000,000 fen = "7,000,000.00". */
export function formatYuan(fen: Fen): string {
  const { sign, yuan, cents } = decimalYuan(fen);
  return `${sign}${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** Yuan with two decimals as a unit price says it: 600,000,000 fen = "6000000.00". */
export function plainYuan(fen: Fen): string {
  const { sign, yuan, cents } = decimalYuan(fen);
  return `${sign}${yuan}.${cents}`;
}

/** A unit price in yuan as people read it: thousands separators, at least two decimals, never fewer than were signed. */
export function formatUnitPrice(unitPrice: string): string {
  const [yuan = '0', decimals = ''] = unitPrice.split('.');
  return `${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals.padEnd(2, '0')}`;
}
