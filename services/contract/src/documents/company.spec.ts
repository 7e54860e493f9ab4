import { readTexts } from '@engsales/service';
import { signedWalk } from '../domain/contract/contract.walk.js';
import { COMPANY } from './company.fixtures.js';
import { companyOf, companyTexts, partiesBlocks } from './company.js';
import { statementOfAccount } from './statement-of-account.document.js';

const VARIABLES = {
  COMPANY_NAME: COMPANY.name,
  COMPANY_ADDRESS: COMPANY.address,
  COMPANY_TAX_NUMBER: COMPANY.taxNumber,
  COMPANY_BANK: COMPANY.bank,
  COMPANY_BANK_ACCOUNT: COMPANY.bankAccount,
};
const { now: signed } = signedWalk();

describe('our own company on papers (C-121)', () => {
  it('is what is configured', () => {
    const { texts, problems } = readTexts(companyTexts, VARIABLES);
    expect([companyOf(texts), problems]).toEqual([COMPANY, []]);
  });

  it.each([
    ['in small letters and wide signs', '９１３５０１００m000100y43', []],
    ['of 17 signs', '91350100M000100Y4', ['COMPANY_TAX_NUMBER']],
    ['with a sign too many', '91350100M000100Y433', ['COMPANY_TAX_NUMBER']],
    ['whose last sign does not check the others', '91350100M000100Y34', ['COMPANY_TAX_NUMBER']],
  ])('takes or refuses a tax number %s', (_title, written, faults) => {
    const { texts, problems } = readTexts(companyTexts, { COMPANY_TAX_NUMBER: written });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(faults);
    if (faults.length === 0) expect(companyOf(texts).taxNumber).toBe(COMPANY.taxNumber);
  });

  it('stands opposite the customer', () =>
    expect(partiesBlocks(COMPANY, signed)).toEqual([
      {
        kind: 'table',
        columns: [{ heading: '' }, { heading: '供方', width: 3 }, { heading: '需方', width: 3 }],
        rows: [
          ['名称', '某某工程设备有限公司', '临江市第二人民医院'],
          ['地址', '福州市鼓楼区某某路 1 号', ''],
          ['纳税人识别号', '91350100M000100Y43', ''],
          ['开户银行', '某某银行福州分行', ''],
          ['银行账号', '3500 1234 5678 9012', ''],
        ],
      },
    ]));

  it('is missed in a frame where a part of it is not configured', () =>
    expect(partiesBlocks({ ...COMPANY, bank: undefined, taxNumber: undefined }, signed)[0]).toEqual({
      kind: 'notice',
      text: '供方信息未配置（缺：纳税人识别号、开户银行），本文件不得盖章',
    }));

  it.each([{}, { ...COMPANY, bankAccount: undefined }])(
    'leaves no place to stamp while it is not complete',
    (company) => {
      const { blocks } = statementOfAccount(signed, company, '2025-03-12 09:00');
      expect(blocks.map((block) => block.kind)).not.toContain('signatures');
      expect(JSON.stringify(blocks)).not.toContain('请盖章');
      expect(blocks.at(-1)).toMatchObject({ text: expect.stringMatching(/未付。$/) as string });
    },
  );
});
