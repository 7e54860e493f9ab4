import { partOf } from './search.js';

describe('a part of a text that is looked for', () => {
  it.each([
    ['滨江 广场', '%滨江广场%'],
    ['ｈｔ－1', '%HT-1%'],
    ['100%', '%100\\%%'],
    ['a_b\\c', '%A\\_B\\\\C%'],
  ])('%s is the pattern %s', (text, pattern) => expect(partOf(text)).toBe(pattern));
  it('is none where nothing is looked for', () => expect(partOf(undefined)).toBeUndefined());
});
