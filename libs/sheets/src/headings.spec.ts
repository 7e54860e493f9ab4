import { addressOf, type Sheet, type SheetRow } from './cell.js';
import { chosenSheet, underHeadings, type Layout } from './headings.js';
import { ProblemList } from './problem.js';
import { SHEET_ZH } from './texts.js';

const columns = ['物料编码', '单位', '数量', '备注'].map((heading, i) => ({ heading, key: `key${i}` }));
const layout: Layout<(typeof columns)[number]> = { columns, needed: columns.slice(0, 3) };
const HEADINGS = ['物料编码', '单位', '数量'];

type Row = readonly string[];

/** Rows from row 1 on; `''` is a blank cell. */
async function* rowsOf(rows: readonly Row[]): AsyncGenerator<SheetRow> {
  for (const [i, values] of rows.entries()) {
    const cells = values.map((value, c) => [c + 1, { address: addressOf(c + 1, i + 1), value }] as const);
    yield { no: i + 1, cells: new Map(cells.filter(([, { value }]) => value !== '')) };
  }
}

async function read(rows: readonly Row[], how = layout) {
  const problems = new ProblemList(SHEET_ZH);
  const read: number[] = [];
  let headings: string[] = [];
  for await (const [row, found] of underHeadings(rowsOf(rows), how, problems)) {
    read.push(row.no);
    headings = [...found].map(([column, { heading }]) => `${column} ${heading}`);
  }
  return {
    read,
    headings,
    told: problems.listed.map(({ cell, row, message }) => `${cell ?? row} ${message}`),
    notes: problems.notes,
  };
}

describe('headings', () => {
  it('stand in the first row, in any order, width and case, or below a title, which is said', async () => {
    const loose = ['数 量*', 'ＫＥＹ0', '单\u200b位'];
    expect(await read([loose, ['1', 'A', 'm']])).toEqual({
      read: [2],
      headings: ['1 数量', '2 物料编码', '3 单位'],
      told: [],
      notes: [],
    });
    const titled = await read([['2024 年盘点表'], [], ['制表：仓库', '单位'], HEADINGS, ['A', 'm', '1']]);
    expect(titled).toMatchObject({ read: [5], told: [], notes: [SHEET_ZH.headingsIn(4)] });
  });

  it('are looked for in twenty rows', async () => {
    const above = (count: number) => Array.from({ length: count }, () => ['说明']);
    expect((await read([...above(19), HEADINGS, ['A', 'm', '1']])).read).toEqual([21]);
    expect((await read([...above(20), HEADINGS, ['A', 'm', '1']])).told).toEqual([
      `A1 ${SHEET_ZH.unknownHeading('说明')}`,
      `1 ${SHEET_ZH.missingHeadings(HEADINGS)}`,
    ]);
  });

  it('are told where they stand twice, are unknown or missing, and nothing is read', async () => {
    const { read: rows, told } = await read([
      ['物料编码', '单位', '物料编码', '色'],
      ['A', 'm', 'B', 'x'],
    ]);
    expect([rows, told]).toEqual([
      [],
      [
        `C1 ${SHEET_ZH.doubleHeading('物料编码', 'A1')}`,
        `D1 ${SHEET_ZH.unknownHeading('色')}`,
        `1 ${SHEET_ZH.missingHeadings(['数量'])}`,
      ],
    ]);
    expect(
      (
        await read(
          [
            ['色', ...HEADINGS],
            ['x', 'A', 'm', '1'],
          ],
          { ...layout, mayHaveOthers: true },
        )
      ).told,
    ).toEqual([]);
    expect((await read([[], []])).told).toEqual([`1 ${SHEET_ZH.empty}`]);
  });
});

describe('the sheet that is read', () => {
  const sheet = (name: string, rows: readonly Row[], isHidden = false): Sheet => ({
    name,
    isHidden,
    rows: () => rowsOf(rows),
  });
  const choose = async (...sheets: Sheet[]) => {
    const problems = new ProblemList(SHEET_ZH);
    const chosen = await chosenSheet(sheets, layout, problems, ['说明']);
    const first = chosen && (await chosen[Symbol.asyncIterator]().next());
    const rows = first && !first.done ? [...first.value.cells.values()].map(({ value }) => value) : undefined;
    return { rows, told: problems.listed.map(({ message }) => message), notes: problems.notes };
  };
  const full = [HEADINGS, ['A', 'm', '1']];

  it('is the one with the headings; what is not read is said', async () => {
    expect(
      await choose(sheet('封面', [['盘点']]), sheet('表', full), sheet('说明', [['列']]), sheet('空', [])),
    ).toEqual({
      rows: HEADINGS,
      told: [],
      notes: [SHEET_ZH.sheetNotRead('封面')],
    });
    expect(await choose(sheet('表', full), sheet('模板', [HEADINGS]))).toEqual({ rows: HEADINGS, told: [], notes: [] });
  });

  it.each([
    ['a second one has rows too', [sheet('一', full), sheet('二', full)], SHEET_ZH.secondSheet('二', '一')],
    ['a hidden one has rows too', [sheet('一', full), sheet('二', full, true)], SHEET_ZH.secondSheet('二', '一')],
    ['the only one with rows is hidden', [sheet('一', full, true), sheet('二', [])], SHEET_ZH.hiddenSheet('一')],
  ])('is none where %s', async (_why, sheets, told) => {
    expect(await choose(...sheets)).toEqual({ rows: undefined, told: [told], notes: [] });
  });

  it('is the first that is shown where none has headings', async () => {
    expect((await choose(sheet('一', [['x']], true), sheet('二', [['y']]))).rows).toEqual(['y']);
  });
});
