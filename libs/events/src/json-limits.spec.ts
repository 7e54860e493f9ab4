import { excessIn, VALUE_LIMITS } from './json-limits.js';

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('the limits of a value', () => {
  it.each<[string, string, string | undefined]>([
    ['32 levels', nested(32), undefined],
    ['33 levels', nested(33), 'the value is nested deeper than 32 levels'],
    ['a megabyte of openings', '['.repeat(1_000_000), 'the value is nested deeper than 32 levels'],
    ['a megabyte of objects', '{"a":'.repeat(200_000), 'the value is nested deeper than 32 levels'],
    ['many levels side by side', `[${Array(1_000).fill(nested(31)).join()}]`, undefined],
    ['brackets in a text', JSON.stringify({ text: `${'['.repeat(99)}"\\${'{'.repeat(99)}` }), undefined],
    ['a text that ends with a backslash', JSON.stringify(['\\', nested(20)]), undefined],
    ['199,998 numbers in a list', JSON.stringify(Array(199_998).fill(0)), undefined],
    [
      'more values than there may be',
      JSON.stringify(Array(200_001).fill(0)),
      'the value holds more than 200000 values',
    ],
    ['nothing', '', undefined],
    ['half a text', '"[[[[', undefined],
  ])('%s', (_what, json, excess) => expect(excessIn(json)).toBe(excess));

  it('leave room for what the relay sends', () => expect(VALUE_LIMITS.bytes).toBe(2 * 1024 * 1024));
});
