import type { ChecklistItem } from '../bid.state.js';
import type { BidVolume } from '../tender.values.js';

/** What a bid usually consists of (投标文件清单); the bond's voucher only where a bond is asked for. */
export function defaultChecklist(bondRequiredFen: number): Omit<ChecklistItem, 'tick'>[] {
  return ITEMS.filter(({ id }) => id !== 'BOND_VOUCHER' || bondRequiredFen > 0).map(
    ({ id, volume, name, required }) => ({ id, volume, name, required }),
  );
}

const item = (id: string, volume: BidVolume, name: string, required: boolean) => ({ id, volume, name, required });

const ITEMS = [
  item('BID_LETTER', 'COMMERCIAL', '投标函', true),
  item('AUTHORISATION', 'QUALIFICATION', '授权委托书', true),
  item('BUSINESS_LICENCE', 'QUALIFICATION', '营业执照', true),
  item('QUALIFICATIONS', 'QUALIFICATION', '资质证书', false),
  item('REFERENCES', 'QUALIFICATION', '业绩/用户清单', false),
  item('FINANCIAL_STATEMENTS', 'QUALIFICATION', '财务报表', false),
  item('BOND_VOUCHER', 'COMMERCIAL', '保证金凭证', true),
  item('COMMERCIAL_DEVIATIONS', 'COMMERCIAL', '商务偏离表', false),
  item('TECHNICAL_DEVIATIONS', 'TECHNICAL', '技术偏离表', false),
  item('TECHNICAL_PROPOSAL', 'TECHNICAL', '技术方案', false),
  item('SERVICE_COMMITMENT', 'TECHNICAL', '售后服务承诺', false),
  item('OPENING_SHEET', 'PRICE', '开标一览表', true),
  item('ITEMISED_PRICES', 'PRICE', '分项报价表', true),
];
