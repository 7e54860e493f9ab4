import type { Block } from '@engsales/documents';
import type { TextDefinitions, Texts } from '@engsales/service';
import { isCreditCode } from '@engsales/values';
import type { SignedContract } from '../domain/contract/contract.state.js';

/** What stands on papers about ourselves (供方). */
export interface Company {
  readonly name?: string;
  readonly address?: string;
  readonly taxNumber?: string;
  readonly bank?: string;
  readonly bankAccount?: string;
}

const faultOfTaxNumber = (text: string): string | undefined =>
  isCreditCode(text)
    ? undefined
    : 'not a unified social credit code (统一社会信用代码): 18 signs, of which the last checks the others (GB 32100)';

/** Where the company's facts are configured. */
export const companyTexts = {
  companyName: { variable: 'COMPANY_NAME', most: 100, meaning: 'our own company on papers: its registered name' },
  companyAddress: { variable: 'COMPANY_ADDRESS', most: 200, meaning: 'its address' },
  companyTaxNumber: {
    variable: 'COMPANY_TAX_NUMBER',
    most: 18,
    meaning: 'its tax number, the unified social credit code of 18 signs',
    spell: (text) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase(),
    fault: faultOfTaxNumber,
  },
  companyBank: { variable: 'COMPANY_BANK', most: 100, meaning: 'its bank' },
  companyBankAccount: { variable: 'COMPANY_BANK_ACCOUNT', most: 40, meaning: 'its account at that bank' },
} satisfies TextDefinitions;

export const companyOf = (texts: Texts): Company => ({
  name: texts.companyName,
  address: texts.companyAddress,
  taxNumber: texts.companyTaxNumber,
  bank: texts.companyBank,
  bankAccount: texts.companyBankAccount,
});

const FACTS = [
  ['name', '名称'],
  ['address', '地址'],
  ['taxNumber', '纳税人识别号'],
  ['bank', '开户银行'],
  ['bankAccount', '银行账号'],
] as const satisfies readonly (readonly [keyof Company, string])[];

/** What is not configured, as the paper calls it. */
export const missingFacts = (company: Company): readonly string[] =>
  FACTS.filter(([fact]) => company[fact] === undefined).map(([, label]) => label);

/** Who the paper is between, side by side; above it what forbids to stamp the paper, where something does (C-121). */
export function partiesBlocks(company: Company, { document }: SignedContract): Block[] {
  const missing = missingFacts(company);
  const table: Block = {
    kind: 'table',
    columns: [{ heading: '' }, { heading: '供方', width: 3 }, { heading: '需方', width: 3 }],
    rows: FACTS.map(([fact, label]) => [
      label,
      company[fact] ?? '',
      fact === 'name' ? (document.customer?.name ?? '') : '',
    ]),
  };
  if (missing.length === 0) return [table];
  const which = missing.length < FACTS.length ? `（缺：${missing.join('、')}）` : '';
  return [{ kind: 'notice', text: `供方信息未配置${which}，本文件不得盖章` }, table];
}
