import { parseJsonText } from './json-text.js';

const read = (text: string) => parseJsonText(Buffer.from(text));
const refusal = (bytes: string | Buffer): unknown => {
  try {
    return parseJsonText(Buffer.from(bytes as string));
  } catch (error) {
    const { code, message, details } = error as { code: string; message: string; details: unknown };
    return { code, message, details };
  }
};
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('a JSON text', () => {
  it.each([
    ['{"a":[1,-2.5e3,true,null,"x"],"b":{}}', { a: [1, -2500, true, null, 'x'], b: {} }],
    ['[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
    ['{"a":{"b":1},"b":{"b":"b"}}', { a: { b: 1 }, b: { b: 'b' } }],
    ['{"valueOf":1,"toString":2}', { valueOf: 1, toString: 2 }],
    ['\ufeff {"名称":"钢\\u7ed3构"} ', { 名称: '钢结构' }],
    ['', {}],
  ])('%s is read', (text, value) => expect(read(text)).toEqual(value));

  it.each([
    ['{"a":1,"a":2}', 'the member a is there twice', { line: 1, column: 8, member: 'a' }],
    ['{"a":{"b":1,\n"\\u0062":2}}', 'the member b is there twice', { line: 2, column: 1, member: 'b' }],
    ['{"__proto__":{"x":1}}', 'a member is called __proto__', { line: 1, column: 2, member: '__proto__' }],
    ['{"a":[{"\\u005f_proto__":1}]}', 'a member is called __proto__', { line: 1, column: 8, member: '__proto__' }],
    ['{"constructor":1}', 'a member is called constructor', { line: 1, column: 2, member: 'constructor' }],
    ['{"a":1', 'the body ends too early at line 1, column 7', { line: 1, column: 7 }],
    ['{"a":1,\n "b":tru}', 'the body is not JSON at line 2, column 6', { line: 2, column: 6 }],
    ['{"a":1,}', 'the body is not JSON at line 1, column 8', { line: 1, column: 8 }],
    ['{/* no */"a":1}', 'the body is not JSON at line 1, column 2', { line: 1, column: 2 }],
  ])('%s is refused, and says where', (text, message, details) =>
    expect(refusal(text)).toEqual({ code: 'MALFORMED_JSON', message, details }),
  );

  it('that is not UTF-8 is refused', () => {
    const gb18030 = Buffer.from([0x7b, 0x22, 0xb8, 0xd6, 0x22, 0x3a, 0x31, 0x7d]);
    expect(refusal(gb18030)).toMatchObject({ code: 'MALFORMED_JSON', message: 'the body is not UTF-8' });
  });

  it('may be 32 levels deep, and a megabyte of brackets is refused like 33', () => {
    expect(read(nested(32))).toBeDefined();
    const tooDeep = { code: 'VALIDATION_FAILED', message: 'nested deeper than 32 levels' };
    expect(refusal(nested(33))).toMatchObject(tooDeep);
    expect(refusal('['.repeat(1_000_000))).toMatchObject(tooDeep);
    expect(refusal('{"a":'.repeat(100_000))).toMatchObject(tooDeep);
  });

  it('may hold 200,000 values, and an object 200 members', () => {
    expect(read(`[${'0,'.repeat(199_998)}0]`)).toHaveLength(199_999);
    expect(refusal(`[${'0,'.repeat(200_000)}0]`)).toMatchObject({
      message: 'the request has more than 200000 values',
    });
    const members = (count: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`m${i}`, i])));
    expect(Object.keys(read(members(200)) as object)).toHaveLength(200);
    expect(refusal(members(201))).toMatchObject({ message: 'an object has more than 200 members' });
  });
});
