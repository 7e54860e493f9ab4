import { CONTRACT_NO } from './contract-number.js';

describe('a contract number (C-111)', () => {
  it.each([
    'HT-2024-0117',
    '合〔2024〕17号',
    '〔2025〕临建 7',
    '（临江）2025-8',
    '【甲】1',
    '[2025]1',
    'A',
    'ht－2025',
  ])('may be %s', (text) => expect(CONTRACT_NO.test(text)).toBe(true));

  it.each(['', '#1', '-1', '（）', '〔', ' HT', 'HT\u200b1', 'HT\u3164', 'HT\u00ad1', 'HT\n1', 'A'.repeat(65)])(
    'is not %j',
    (text) => expect(CONTRACT_NO.test(text)).toBe(false),
  );
});
