import { printable, printableJson } from './printable.js';

describe('what others have written', () => {
  it('is printed without signs that a terminal obeys', () => {
    expect(printable('\u001b[31m红\u009b2J\u0007a\u202etxt\u2066b\u200f\u007f')).toBe('[31m红2Jatxtb');
    expect(printable('one\r\n\ttwo')).toBe('one two');
    expect(printable('合同 HT-2024-0117（买断）👷')).toBe('合同 HT-2024-0117（买断）👷');
  });
  it('is the same in JSON', () => {
    const value = { a: '\u001b[31m\u009b\u202e\u2069\n' };
    expect(printableJson(value)).toBe(String.raw`{"a":"\u001b[31m\u009b\u202e\u2069\n"}`);
    expect(JSON.parse(printableJson(value))).toEqual(value);
  });
});
