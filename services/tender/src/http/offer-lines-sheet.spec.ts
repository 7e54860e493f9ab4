import { sheetRows } from '@engsales/http';
import { Rejected } from '@engsales/event-sourcing';
import { SHEET_EN, SHEET_ZH, type Problem } from '@engsales/sheets';
import ExcelJS from 'exceljs';
import { OFFER_LINES_SHEET, offeredLineIn, sheetToPrice } from './offer-lines-sheet.js';

const HEADINGS = [
  '行号',
  '物料编码',
  '名称',
  '规格',
  '数量',
  '单位',
  '单价',
  '折扣',
  '金额',
  '税率',
  '履行方式',
  '要求日期',
  '承诺交期',
  '交货地点',
];
const FULL = 'L1,CH-2000,离心式冷水机组,一级能效,2,台,1860000.5,1,3720000,13,自制,2025-08-20,2025-09-01,新院区';
const BARE = 'L4,INSTALL,安装,,1,项,842400,,,9%,服务,,2025/9/1,';
const csv = (...rows: string[]) => Buffer.from([HEADINGS.join(','), ...rows].join('\n'));

/** The body that a request becomes. */
function bodyOf(body: unknown, query: Record<string, unknown> = {}): Promise<unknown> {
  const request = { body, query, headers: { 'content-type': 'text/csv' }, acceptsLanguages: () => 'zh' };
  return new Promise((resolve, reject) => {
    const next = (error?: Error) => (error ? reject(error) : resolve(request.body));
    sheetToPrice(request as never, {} as never, next as never);
  });
}

async function toldOf(content: Buffer, texts = SHEET_ZH): Promise<string[]> {
  try {
    return [`no fault: ${(await sheetRows(OFFER_LINES_SHEET, content, undefined, texts)).length} rows`];
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    const { problems } = error.details as { problems: readonly Problem[] };
    return problems.map(({ row, cell, message }) => `${cell ?? row} ${message}`);
  }
}

const whole = {
  lineId: 'L1',
  itemCode: 'CH-2000',
  name: '离心式冷水机组',
  spec: '一级能效',
  qty: '2',
  uom: '台',
  unitPrice: '1860000.5',
  discountFen: 100,
  amountFen: 372_000_000,
  taxRateBps: 1_300,
  fulfilment: 'MAKE',
  requestedDate: '2025-08-20',
  committedDate: '2025-09-01',
  deliverTo: '新院区',
};
const bare = {
  lineId: 'L4',
  itemCode: 'INSTALL',
  name: '安装',
  qty: '1',
  uom: '项',
  unitPrice: '842400',
  taxRateBps: 900,
  fulfilment: 'SERVICE',
  committedDate: '2025-09-01',
};

describe('the price of a bid as a sheet (T-90)', () => {
  it('has its lines in Chinese words, yuan and per cent; what is blank is absent', async () =>
    expect(await bodyOf(csv(FULL, BARE, ''), { costFen: '616000000', deliveryDays: '120' })).toEqual({
      lines: [whole, bare],
      costFen: 616_000_000,
      deliveryDays: 120,
    }));

  it('takes costs and days from the query and nothing else; what is no number is left to be refused', async () => {
    expect(Object.keys((await bodyOf(csv(FULL))) as object)).toEqual(['lines']);
    expect(await bodyOf(csv(FULL), { costFen: '1e9', deliveryDays: ['1', '2'], priceFen: '1' })).toMatchObject({
      costFen: '1e9',
      deliveryDays: ['1', '2'],
    });
    expect(await bodyOf(csv(FULL), { priceFen: '1' })).not.toHaveProperty('priceFen');
  });

  it('leaves JSON alone', async () => {
    const body = { lines: [], priceFen: 1, costFen: 0 };
    expect(await bodyOf(body, { costFen: '5' })).toBe(body);
  });

  it('may lack the columns that may be blank, and be in another order', async () => {
    const rows =
      '单位,行号,物料编码,名称,数量,单价,税率,履行方式,承诺交期\n项,L4,INSTALL,安装,1,842400,9,服务,2025-09-01';
    expect(await bodyOf(Buffer.from(rows))).toEqual({ lines: [bare] });
  });

  it('may be a workbook with numbers, percentages and dates', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('报价');
    sheet.addRow(HEADINGS);
    const day = new Date('2025-09-01T00:00:00Z');
    sheet.addRow(['L4', 'INSTALL', '安装', null, 1, '项', 842_400, null, null, 0.09, '服务', null, day, null]);
    sheet.getCell('J2').numFmt = '0%';
    sheet.getCell('M2').numFmt = 'yyyy-mm-dd';
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    const [row] = await sheetRows(OFFER_LINES_SHEET, content, undefined, SHEET_ZH);
    expect(row && offeredLineIn(row)).toEqual(bare);
  });
});

describe('a price that cannot be read (T-91)', () => {
  it.each([
    [
      'a term that is none',
      BARE.replace('服务', '租赁'),
      `K2 ${SHEET_ZH.unknownTerm('租赁', ['自制', '外购', '代理', '服务'])}`,
    ],
    ['a share that is unclear', BARE.replace('9%', '0.09'), `J2 ${SHEET_ZH.unclearPercent('0.09')}`],
    ['an amount of less than a fen', FULL.replace('3720000', '0.001'), `I2 ${SHEET_ZH.notFen('0.001')}`],
    ['no quantity', FULL.replace(',2,台', ',0,台'), `E2 ${SHEET_ZH.notPositive}`],
    ['a day that is none', FULL.replace('2025-09-01', '九月'), `M2 ${SHEET_ZH.notDate('九月')}`],
    ['no line number', FULL.replace('L1', ''), `A2 ${SHEET_ZH.required}`],
  ])('because of %s is told by cell', async (_what, row, told) => expect(await toldOf(csv(row))).toEqual([told]));

  it('tells every cell, also of several rows, and in English', async () =>
    expect(await toldOf(csv(FULL.replace('L1', ''), BARE.replace('842400', 'x')), SHEET_EN)).toEqual([
      `A2 ${SHEET_EN.required}`,
      `G3 ${SHEET_EN.notDecimal('x')}`,
    ]));

  it('tells a heading that is missing or that nobody knows, and a sheet without lines', async () => {
    expect(await toldOf(Buffer.from(`${HEADINGS.join(',')},运费\n${FULL},5`))).toEqual([
      `O1 ${SHEET_ZH.unknownHeading('运费')}`,
    ]);
    expect(await toldOf(Buffer.from(HEADINGS.filter((one) => one !== '单价').join(',')))).toEqual([
      `1 ${SHEET_ZH.missingHeadings(['单价'])}`,
    ]);
    expect(await toldOf(csv())).toEqual([`1 ${SHEET_ZH.noRows}`]);
  });
});
