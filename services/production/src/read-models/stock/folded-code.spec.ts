import { foldedNumber } from '@engsales/values';
import { SIGNS_WITHOUT_WIDTH } from './folded-code.js';

/** PostgreSQL writes a sign beyond the first plane as \U and eight digits. */
const passedOver = new RegExp(`[${SIGNS_WITHOUT_WIDTH.replace(/\\U([0-9A-F]{8})/g, String.raw`\u{$1}`)}]+`, 'gu');

it('a code in the database passes over the signs that a code in the program does (P-85)', () => {
  const signs = Array.from({ length: 0x11_00_00 }, (_, at) => at).filter((at) => at < 0xd8_00 || at > 0xdf_ff);
  const unlike = signs
    .map((at) => String.fromCodePoint(at))
    .filter((sign) => sign.normalize('NFKC').replace(passedOver, '').toUpperCase() !== foldedNumber(sign));
  expect(unlike).toEqual([]);
});
