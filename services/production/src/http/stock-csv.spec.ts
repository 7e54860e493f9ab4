import { refusalOf } from '@engsales/event-sourcing/testing';
import { csvToRows } from './stock-csv.js';

/** The body that a request of CSV becomes. */
function bodyOf(text: unknown, query: Record<string, unknown> = {}): unknown {
  const request = { body: text, query };
  let passed = 0;
  csvToRows(request as never, {} as never, () => (passed += 1));
  expect(passed).toBe(1);
  return request.body;
}
const ROW = { itemCode: 'CU-22', uom: 'm', onHand: '1500' };

describe('a stock count as CSV (P-85)', () => {
  it.each([
    ['in English', 'itemCode,uom,onHand\nCU-22,m,1500\n'],
    ['in Chinese', '物料编码,单位,库存数量\nCU-22,m,1500\n'],
    ['in another order, with more than is asked for', '库存数量,名称,物料编码,单位\n1500,铜管,CU-22,m\n'],
    ['with blanks, empty lines and a byte order mark', '\uFEFFitemCode , uom,onHand\n\n CU-22,m , 1500\n,,\n'],
    ['with quotes and other line ends', '"itemCode","uom","onHand"\r\n"CU-22","m","1500"\r\n'],
  ])('has its headings %s', (_title, text) => expect(bodyOf(text)).toEqual({ rows: [ROW] }));

  it('takes what is said of the whole from the query, and only that', () => {
    const text = 'itemCode,uom,onHand\nCU-22,m,1500\n';
    expect(bodyOf(text, { takenAt: '2025-03-10T00:30:00Z', complete: 'false' })).toEqual({
      takenAt: '2025-03-10T00:30:00Z',
      complete: false,
      rows: [ROW],
    });
    expect(bodyOf(text, { complete: 'true' })).toEqual({ complete: true, rows: [ROW] });
    // what is no word is left for the check of the body to refuse
    expect(bodyOf(text, { complete: 'no', dryRun: 'true' })).toEqual({ complete: 'no', rows: [ROW] });
    expect(Object.keys(bodyOf(text) as object)).toEqual(['rows']);
  });

  it('may be of no rows', () => expect(bodyOf('itemCode,uom,onHand\n')).toEqual({ rows: [] }));

  it('leaves JSON alone', () => {
    const body = { rows: [ROW], complete: true };
    expect(bodyOf(body, { complete: 'false' })).toBe(body);
  });

  it.each([
    ['without a heading that is needed', 'itemCode,onHand\nA,1', ['uom / 单位']],
    ['with none of them', 'a,b\n1,2', ['itemCode / 物料编码', 'uom / 单位', 'onHand / 库存数量']],
    ['of nothing', '', ['itemCode / 物料编码', 'uom / 单位', 'onHand / 库存数量']],
  ])('is refused %s, which it names', (_title, text, missing) =>
    expect(refusalOf(() => bodyOf(text))).toEqual({ code: 'VALIDATION_FAILED', missing }),
  );

  it.each([
    ['in another charset than it says', 'itemCode,uom,onHand\n\uFFFD,m,1'],
    ['with a cell too many', 'itemCode,uom,onHand\nA,m,1,500'],
    ['with a cell too few', 'itemCode,uom,onHand\nA'],
    ['with a quote that is never closed', 'itemCode,uom,onHand\n"A,m,1'],
  ])('is refused %s', (_title, text) => expect(refusalOf(() => bodyOf(text)).code).toBe('VALIDATION_FAILED'));
});
