import { isCreditCode } from './credit-code.js';

describe('a unified social credit code', () => {
  // the example of GB 32100-2015, and codes that well-known companies publish
  it.each(['91350100M000100Y43', '91440300708461136T', '91110000802100433B', '91330100799655058B'])(
    'can be %s',
    (code) => expect(isCreditCode(code)).toBe(true),
  );

  it.each([
    ['with one digit changed', '91350100M000100Y44'],
    ['with two digits exchanged', '91350010M000100Y43'],
    ['of 17 signs', '91350100M000100Y4'],
    ['of 19 signs', '91350100M000100Y430'],
    ['of the old 15 digits', '350100000100430'],
    ['with a letter that looks like a digit', '9135O100M000100Y43'],
    ['in small letters', '91350100m000100y43'],
    ['with nothing in it', ''],
  ])('is none %s', (_title, code) => expect(isCreditCode(code)).toBe(false));
});
