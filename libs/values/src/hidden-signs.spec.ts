import { hasHiddenSigns, hasZeroWidth, isVisible } from './hidden-signs.js';

describe('signs that nobody sees', () => {
  it.each([
    ['HT-1', false, false, true],
    ['HT\u200b-1', true, true, true],
    ['\ufeffHT', true, true, true],
    ['HT\u3164', true, true, true],
    ['abc\u202etxt', true, true, true],
    ['\u200b \u2060', true, true, false],
    [' \n', false, false, false],
    ['👨\u200d🔧 修好了 ❤\ufe0f', true, false, true],
    ['葛\u{e0100}', true, false, true],
  ])('in %j: %p without width, %p hidden, %p visible', (text, zeroWidth, hidden, visible) =>
    expect([hasZeroWidth(text), hasHiddenSigns(text), isVisible(text)]).toEqual([zeroWidth, hidden, visible]),
  );
});
