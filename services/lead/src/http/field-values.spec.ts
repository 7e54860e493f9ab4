import { Optional, SomeOf, Texts } from '@engsales/http';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CreditCode, NotEmpty } from './field-values.js';

class Filled {
  @Texts(10) texts: unknown = ['a'];
  @SomeOf(['A', 'B']) @NotEmpty() some: unknown = ['A'];
  @SomeOf(['A', 'B']) any: unknown = [];
  @Optional() @CreditCode() code?: unknown;
}

/** The fields that are refused. */
const refused = (body: object) => validateSync(plainToInstance(Filled, body)).map(({ property }) => property);

describe('lists of texts', () => {
  it.each([
    ['none', []],
    ['some', ['a', '说明']],
    ['fifty', Array.from({ length: 50 }, (_, n) => String(n))],
  ])('take %s', (_title, texts) => expect(refused({ texts })).toEqual([]));

  it.each([
    ['what is no list', 'a'],
    ['what is no text', [1]],
    ['a blank', [' ']],
    ['one that is too long', ['12345678901']],
    ['signs that nobody sees', ['a\u202Eb']],
    ['more than fifty', Array.from({ length: 51 }, () => 'a')],
  ])('refuse %s', (_title, texts) => expect(refused({ texts })).toEqual(['texts']));
});

describe('lists of words', () => {
  it('take each once, and where it must be one at least', () => {
    expect(refused({ some: ['A', 'B'], any: ['B'] })).toEqual([]);
    expect(refused({ some: [], any: [] })).toEqual(['some']);
  });

  it.each([
    ['a word that there is not', ['C']],
    ['one twice', ['A', 'A']],
    ['what is no list', 'A'],
    ['more than there are', ['A', 'B', 'A']],
  ])('refuse %s', (_title, any) => expect(refused({ any })).toEqual(['any']));
});

describe('a unified social credit code (L-102)', () => {
  it.each(['91350100M000100Y43', '91350100m000100y43', '９1350100M000100Y43', ' 91350100M000 100Y43'])(
    'is taken as people write it: %s',
    (code) => expect(refused({ code })).toEqual([]),
  );
  it.each(['91350100M000100Y44', '91350100M000100Y4', '', 18, `${' '.repeat(30)}91350100M000100Y43`])(
    'is refused: %s',
    (code) => expect(refused({ code })).toEqual(['code']),
  );
});
