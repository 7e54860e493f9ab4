import { fenOf } from './decimals.js';
import { ProblemList } from './problem.js';
import { layoutOf, valuesIn, type ValueColumn } from './sheet-values.js';
import { SHEET_ZH } from './texts.js';
import { text } from './texts-and-dates.js';

const COLUMNS: readonly ValueColumn[] = [
  { key: 'code', heading: '编码', read: text(8) },
  { key: 'name', heading: '名称', read: text(8) },
  { key: 'price', heading: '单价', read: fenOf },
  { key: 'note', heading: '备注', read: text(8), mayBeBlank: true },
];

async function read(content: string, how: { readonly mayHaveOthers?: boolean } = {}) {
  const problems = new ProblemList(SHEET_ZH);
  const rows = await valuesIn(Buffer.from(content), layoutOf(COLUMNS, how), problems, { name: '表' });
  return {
    rows: rows.map((values) => [...values]),
    told: problems.listed.map(({ row, cell, message }) => `${cell ?? row} ${message}`),
  };
}

describe('rows that are all alike', () => {
  it('are read by the keys of their columns; what is blank is absent, and nothing is a value of its own', async () =>
    expect(await read('编码,名称,单价,备注\nA,泵,0,急\n\nB,阀,1.5,\n')).toEqual({
      rows: [
        [
          ['code', 'A'],
          ['name', '泵'],
          ['price', 0],
          ['note', '急'],
        ],
        [
          ['code', 'B'],
          ['name', '阀'],
          ['price', 150],
        ],
      ],
      told: [],
    }));

  it('leave a row out that has a fault, and tell each of its faults', async () => {
    const { rows, told } = await read('编码,名称,单价\nA,,x\nB,阀,1,2\nC,管,3');
    expect(rows).toHaveLength(1);
    expect(told).toEqual([`B2 ${SHEET_ZH.required}`, `C2 ${SHEET_ZH.notDecimal('x')}`, `D3 ${SHEET_ZH.noHeading}`]);
  });

  it('may stand beside columns that nobody asked for, where that is allowed', async () => {
    const content = '编码,名称,单价,颜色\nA,泵,1,红';
    expect((await read(content, { mayHaveOthers: true })).rows).toHaveLength(1);
    expect((await read(content)).told).toEqual([`D1 ${SHEET_ZH.unknownHeading('颜色')}`]);
  });

  it('are missed where there are none, and a file that cannot be opened is told', async () => {
    expect(await read('编码,名称,单价\n,,')).toEqual({ rows: [], told: [`1 ${SHEET_ZH.noRows}`] });
    expect(await read('')).toEqual({ rows: [], told: [`1 ${SHEET_ZH.empty}`] });
    expect((await read('PK')).told).toHaveLength(1);
  });
});
