import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { lineOf } from '../import-command.js';
import { addressOf, csvRows, openContent, ProblemList, type SheetRow } from '@engsales/sheets';
import ExcelJS from 'exceljs';
import { EXAMPLE } from '../template/example.js';
import { COLUMNS } from '../layout/columns.js';
import { EN, ZH, type Problems } from '../texts.js';
import { ContractReader, type ReadContract } from './contract-reader.js';
import { contractSheet, contractsIn } from './contract-rows.js';
import { addRefusal } from './server-problems.js';

type Row = Record<string, string | number>;

const HEADINGS = COLUMNS.map((column) => column.heading);

async function read(rows: readonly Row[], headings: readonly string[] = HEADINGS, texts = ZH) {
  const content = stringify([...rows], { header: true, columns: [...headings] });
  return readText(content, texts);
}

async function readText(content: string, texts = ZH) {
  const problems = new ProblemList(texts);
  const contracts: ReadContract[] = [];
  for await (const group of contractsIn(csvRows(Readable.from([Buffer.from(content)]), 'utf8'), problems)) {
    contracts.push(new ContractReader(group, problems).read());
  }
  return { contracts, problems, lines: problems.listed.map((problem) => lineOf(problem, texts)) };
}

/** The example with a change to one of its rows (0 is the contract) and further rows. */
const changed = (index: number, change: Row, ...more: Row[]): Row[] => [
  ...EXAMPLE.map((row, i) => (i === index ? { ...row, ...change } : row)),
  ...more,
];
const at = (heading: string, row: number) => {
  const column = HEADINGS.indexOf(heading);
  const letters =
    (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') + String.fromCharCode(65 + (column % 26));
  return `${letters}${row}`;
};
const [LINE, MILESTONE, TRIGGERED, RECEIPT, BILL_2, GOODS] = [1, 5, 10, 11, 13, 14];
const number = '合同编号';

describe('the rows of a contract', () => {
  it('make the request of the service', async () => {
    const { contracts, lines } = await read(EXAMPLE);
    expect(lines).toEqual([]);
    expect(contracts).toHaveLength(1);
    const { body } = contracts[0]!.request;
    expect(body).toMatchObject({
      contractNo: 'HT-2024-0117',
      signedOn: '2024-03-12',
      document: {
        customer: { name: '临江市第二人民医院' },
        operationMode: 'OWN_PRODUCTION',
        warrantyTerms: { defectsLiabilityMonths: 24 },
        lines: [{ lineId: 'L1', qty: '2', unitPrice: '1860000', taxRateBps: 1_300 }, {}, {}, { fulfilment: 'SERVICE' }],
        paymentMilestones: [{ id: 'M1', gate: 'RELEASE_PRODUCTION' }, {}, {}, {}, { netMonths: 24, netDays: 7 }],
      },
      triggered: [{ milestoneId: 'M2', on: '2024-08-20' }],
      shipped: [
        { lineId: 'L1', qty: '2' },
        { lineId: 'L2', qty: '24' },
        { lineId: 'L3', qty: '620' },
      ],
      delivered: [{}, { lineId: 'L2', qty: '20' }, {}],
    });
  });

  it('with one bank reference are one receipt with several allocations', async () => {
    const { contracts } = await read(EXAMPLE);
    expect(contracts[0]!.request.body.receipts).toEqual([
      expect.objectContaining({ bankRef: 'ICBC-20240318-0007', instrument: 'TRANSFER' }),
      {
        bankRef: 'ICBC-20240826-0042',
        receivedOn: '2024-08-26',
        amountFen: 250_000_000,
        instrument: 'BANK_ACCEPTANCE',
        maturesOn: '2025-02-26',
        allocations: [
          { milestoneId: 'M2', amountFen: 210_000_000 },
          { milestoneId: 'M3', amountFen: 40_000_000 },
        ],
      },
    ]);
  });

  it('take columns in any order, headings with other brackets and spaces, keys of the API and blank rows', async () => {
    const { contracts } = await read(EXAMPLE);
    const shuffled = await read(EXAMPLE, [...HEADINGS].reverse());
    expect(shuffled.lines).toEqual([]);
    expect(shuffled.contracts[0]!.request.body).toEqual(contracts[0]!.request.body);
    const text = stringify([...EXAMPLE], { header: true, columns: HEADINGS });
    const other = text
      .replace('含税单价(元)', ' 含税单价（元） ')
      .replace('税率%', 'taxRate')
      .replace('数量', '数 量*');
    const loose = await readText(`\n,,\n${other.replaceAll('\n明细', '\n\n明细')}`);
    expect(loose.lines).toEqual([]);
    expect(loose.contracts[0]!.request.body).toEqual(contracts[0]!.request.body);
  });

  it('are one contract as long as they stand together, however the number is typed', async () => {
    const other = EXAMPLE.map((row) => ({ ...row, [number]: 'ht-2025-2' }));
    const { contracts, lines } = await read([...EXAMPLE, ...other]);
    expect(lines).toEqual([]);
    expect(contracts.map(({ contractNo }) => contractNo)).toEqual(['HT-2024-0117', 'ht-2025-2']);
    const small = await read(changed(3, { [number]: 'ht-2024-0117' }));
    expect(small.contracts).toHaveLength(1);
  });
});

describe('a workbook as people make it', () => {
  /** The example below a title; `change` does what people do to it. */
  async function readBook(change: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void) {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('合同');
    sheet.addRows([['在执行合同一览表'], [], HEADINGS]);
    for (const row of EXAMPLE) sheet.addRow(HEADINGS.map((heading) => row[heading] ?? null));
    change(sheet, workbook);
    const problems: Problems = new ProblemList(ZH);
    const sheets = await openContent(Buffer.from(await workbook.xlsx.writeBuffer()), { name: 'x.xlsx' });
    const contracts: ReadContract[] = [];
    for await (const group of contractsIn(await contractSheet(sheets, problems), problems)) {
      contracts.push(new ContractReader(group, problems).read());
    }
    return { contracts, notes: problems.notes, lines: problems.listed.map((problem) => lineOf(problem, ZH)) };
  }
  const last = EXAMPLE.length + 3;

  it('says the same as the template: a title above, number and type merged over their rows', async () => {
    const plain = await read(EXAMPLE);
    const { contracts, lines, notes } = await readBook((sheet, workbook) => {
      sheet.mergeCells(1, 1, 1, 8);
      sheet.mergeCells(4, 2, last, 2);
      sheet.mergeCells(last - 2, 1, last, 1);
      workbook.addWorksheet('说明').getCell('A1').value = '每行一条记录';
      workbook.addWorksheet('附注').getCell('A1').value = '不读';
    });
    expect(lines).toEqual([]);
    expect(contracts.map(({ request }) => request.body)).toEqual([plain.contracts[0]!.request.body]);
    expect(notes).toEqual([ZH.sheetNotRead('附注'), ZH.headingsIn(3)]);
  });

  it('is told where it shows something else: merged amounts, hidden rows and columns', async () => {
    const { contracts, lines } = await readBook((sheet) => {
      sheet.mergeCells(`${at('含税单价(元)', 5)}:${at('含税单价(元)', 6)}`);
      sheet.getRow(last).hidden = true;
      sheet.getColumn(HEADINGS.indexOf('质保月数') + 1).hidden = true;
    });
    expect(contracts.map(({ isSound }) => isSound)).toEqual([false]);
    const range = `${at('含税单价(元)', 5)}:${at('含税单价(元)', 6)}`;
    expect(lines.map((line) => line.replace(' [HT-2024-0117]', ''))).toEqual([
      `合同 ${at('质保月数', 4)}：质保月数 ${ZH.hiddenColumn}`,
      `明细 ${at('含税单价(元)', 5)}：含税单价(元) ${ZH.merged(range)}`,
      `明细 ${at('含税单价(元)', 6)}：含税单价(元) ${ZH.merged(range)}`,
      `发货 第 ${last} 行：${ZH.hiddenRow}`,
    ]);
  });

  it('with rows on a second sheet is not read', async () => {
    const { contracts, lines } = await readBook((_sheet, workbook) => {
      workbook.addWorksheet('续').addRows([HEADINGS, ['合同', 'HT-2']]);
    });
    expect([contracts, lines]).toEqual([[], [`第 1 行：${ZH.secondSheet('续', '合同')}`]]);
  });

  it('of headings only says so', async () => {
    expect((await readText(`${HEADINGS.join(',')}\n`)).lines).toEqual([`第 1 行：${ZH.noRows}`]);
  });
});

describe('a long file', () => {
  it('is read no further than to the row that ends the contract', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<SheetRow> {
      const cells = (values: readonly string[]) =>
        new Map(values.map((value, i) => [i + 1, { address: addressOf(i + 1, taken), value }]));
      yield { no: (taken += 1), cells: cells(HEADINGS) };
      for (let number = 1; ; number += 1) {
        for (let i = 0; i < 12; i += 1) yield { no: (taken += 1), cells: cells(['明细', `HT-${number}`]) };
      }
    }
    const sizes: number[] = [];
    for await (const { rows } of contractsIn(endless(), new ProblemList(ZH))) {
      sizes.push(rows.length);
      expect(taken).toBe(1 + sizes.length * 12 + 1);
      if (sizes.length === 100) break;
    }
    expect(sizes).toEqual(Array.from({ length: 100 }, () => 12));
  });
});

describe('headings', () => {
  it('that nobody knows, that stand twice or are missing are told, and nothing is read', async () => {
    const headings = HEADINGS.filter((heading) => !['数量', '天数'].includes(heading));
    const { contracts, lines } = await read(EXAMPLE, [...headings, '备注', '名称']);
    expect(contracts).toEqual([]);
    expect(lines).toEqual([
      `BF1：${ZH.unknownHeading('备注')}`,
      `BG1：${ZH.doubleHeading('名称', at('名称', 1))}`,
      `第 1 行：${ZH.missingHeadings(['数量', '天数'])}`,
    ]);
  });

  it('are missed in an empty file', async () => {
    expect((await readText('\n')).lines).toEqual(['第 1 行：文件是空的']);
  });
});

describe('a problem', () => {
  const problemsOf = async (rows: readonly Row[], texts = ZH) => {
    const { lines, contracts } = await read(rows, HEADINGS, texts);
    expect(contracts.every(({ isSound }) => isSound)).toBe(false);
    return lines.map((line) => line.replace(' [HT-2024-0117]', ''));
  };

  it('names the cell, in Chinese and in English', async () => {
    const rows = changed(LINE, { 数量: 'viele' });
    expect(await problemsOf(rows)).toEqual([`明细 ${at('数量', 3)}：数量 应为数字，如 24 或 1.5（现为“viele”）`]);
    expect(await problemsOf(rows, EN)).toEqual([
      `明细 ${at('数量', 3)}: 数量 must be a decimal such as 24 or 1.5 (it is "viele")`,
    ]);
  });

  it('is told for every row and cell at once', async () => {
    const rows = changed(LINE, { 数量: '', 履行方式: '租赁', 节点号: 'M1', '税率%': '0.13' });
    rows[MILESTONE] = { ...rows[MILESTONE], '比例%': 30, 触发条件: '约定日期' };
    rows[MILESTONE + 1] = { ...rows[MILESTONE + 1], '金额(元)': '', 约定日期: '2024-05-01', 范围明细: 'L1,L9' };
    rows[TRIGGERED] = { ...rows[TRIGGERED], 节点号: 'M9', 触发日期: '2024-13-01' };
    rows[RECEIPT] = { ...rows[RECEIPT], 票据类型: '商承', 分配节点: '', 收款日期: '' };
    rows[BILL_2] = { ...rows[BILL_2], '收款金额(元)': 1 };
    rows[GOODS] = { ...rows[GOODS], 已发数量: '', 已签收数量: '' };
    rows[GOODS + 1] = { ...rows[GOODS + 1], 明细号: 'L9' };
    expect(await problemsOf(rows)).toEqual(
      [
        [LINE, '税率%', ZH.unclearPercent('0.13')],
        [LINE, '履行方式', ZH.unknownTerm('租赁', ['自制', '外购', '代理', '服务'])],
        [LINE, '节点号', ZH.notOfRow('明细')],
        [LINE, '数量', ZH.required],
        [MILESTONE, '比例%', ZH.amountOrShare],
        [MILESTONE, '触发条件', ZH.dateNeeded],
        [MILESTONE + 1, '', ZH.amountOrShare],
        [MILESTONE + 1, '约定日期', ZH.dateWithoutTrigger],
        [MILESTONE + 1, '范围明细', ZH.goesWith('触发范围')],
        [MILESTONE + 1, '范围明细', ZH.unknownId('L9')],
        [TRIGGERED, '触发日期', ZH.notDate('2024-13-01')],
        [TRIGGERED, '节点号', ZH.unknownId('M9')],
        [RECEIPT, '收款日期', ZH.required],
        [RECEIPT, '到期日', ZH.required],
        [RECEIPT, '分配金额(元)', ZH.goesWith('分配节点')],
        [BILL_2, '收款金额(元)', ZH.otherThanFirst(14)],
        [GOODS, '', ZH.nothingMoved],
        [GOODS + 1, '明细号', ZH.unknownId('L9')],
      ].map(([index, heading, text]) => {
        const row = Number(index) + 2;
        const label = rows[Number(index)]!.行类型;
        return heading ? `${label} ${at(String(heading), row)}：${heading} ${text}` : `${label} 第 ${row} 行：${text}`;
      }),
    );
  });

  it('is a line or milestone that stands twice, a second head, a contract without lines', async () => {
    expect(await problemsOf(changed(LINE, { 明细号: 'L2' }))).toContain(
      `明细 ${at('明细号', 4)}：明细号 ${ZH.givenTwice('L2', at('明细号', 3))}`,
    );
    expect(await problemsOf([EXAMPLE[0]!, ...EXAMPLE])).toEqual([`合同 第 3 行：${ZH.secondHead}`]);
    for (const [index, heading, id] of [
      [TRIGGERED, '节点号', 'M2'],
      [GOODS, '明细号', 'L1'],
    ] as const) {
      const row = EXAMPLE.length + 2;
      const twice = ZH.givenTwice(id, at(heading, index + 2));
      const label = EXAMPLE[index]!.行类型;
      expect(await problemsOf([...EXAMPLE, EXAMPLE[index]!])).toEqual([
        `${label} ${at(heading, row)}：${heading} ${twice}`,
      ]);
    }
    const few = EXAMPLE.filter(({ 行类型 }) => 行类型 === '合同' || 行类型 === '节点');
    expect(await problemsOf(few)).toEqual([`第 2 行：${ZH.noRowOf('明细')}`]);
  });

  it('is a row that stands elsewhere, without a number or of no known type', async () => {
    const other = EXAMPLE.map((row) => ({ ...row, [number]: 'HT-2' }));
    const apart = await read([...EXAMPLE.slice(0, -1), ...other, EXAMPLE.at(-1)!]);
    expect(apart.lines).toContain(`第 ${2 * EXAMPLE.length + 1} 行 [HT-2024-0117]：${ZH.notTogether('HT-2024-0117')}`);
    expect(apart.contracts.map(({ isSound }) => isSound)).toEqual([true, true, false]);
    expect(await problemsOf(changed(LINE, { [number]: '' }))).toContain(`第 3 行：合同编号 ${ZH.required}`);
    const types = ['合同', '明细', '节点', '触发', '收款', '发货'];
    expect(await problemsOf(changed(GOODS, { 行类型: '退货' }))).toEqual([
      `A16：行类型 ${ZH.unknownTerm('退货', types)}`,
    ]);
  });

  it('is a cell without a heading', async () => {
    const text = stringify([...EXAMPLE], { header: true, columns: HEADINGS });
    const { lines } = await readText(text.replace(/(\n合同,.*)\n/, '$1,多余\n'));
    expect(lines).toEqual([`合同 BH2 [HT-2024-0117]：${ZH.noHeading}`]);
  });

  it('is listed some hundreds of times and then counted', async () => {
    const many = Array.from({ length: 400 }, (_, i) => ({ ...EXAMPLE[0], [number]: `HT-${i}`, 运作方式: '?' }));
    const { problems } = await read(many);
    expect([problems.listed.length, problems.unlisted, problems.count]).toEqual([300, 900, 1_200]);
  });
});

describe('a refusal of the service', () => {
  const refusal = { status: 422, code: 'X', detail: '不行', details: {}, errors: [] };
  const placeOf = async (change: object) => {
    const { contracts } = await read(EXAMPLE);
    const problems = new ProblemList(ZH);
    addRefusal({ ...refusal, ...change }, contracts[0]!, problems, 'zh');
    return problems.listed.map((problem) => lineOf(problem, ZH).replace(' [HT-2024-0117]', ''));
  };

  it.each([
    ['/document/lines/2/qty', `明细 ${at('数量', 5)}：数量 `],
    ['/document/lines/2/spec2', '明细 第 5 行：'],
    ['/document/lines/2/requestedDate', `明细 ${at('要求交期', 5)}：要求交期 `],
    ['/document/customer/name', `合同 ${at('客户名称', 2)}：客户名称 `],
    ['/receipts/1/allocations/1/amountFen', `收款 ${at('分配金额(元)', 15)}：分配金额(元) `],
    ['/delivered/1/qty', `发货 ${at('已签收数量', 17)}：已签收数量 `],
    ['/nowhere', '第 2 行：'],
  ])('at %s stands at its cell', async (pointer, where) => {
    expect(await placeOf({ status: 400, errors: [{ pointer, detail: 'must be' }] })).toEqual([`${where}must be（X）`]);
  });

  it.each([
    [{ lineId: 'L2' }, `明细 ${at('明细号', 4)}：明细号 `, '明细 L2'],
    [{ milestoneId: 'M3' }, `节点 ${at('节点号', 9)}：节点号 `, '节点 M3'],
    [{ bankRef: 'ICBC-20240826-0042' }, `收款 ${at('银行流水号', 14)}：银行流水号 `, '银行流水号 ICBC-20240826-0042'],
    [{ unknown: ['L4'] }, `明细 ${at('明细号', 6)}：明细号 `, '不存在 L4'],
    [{ totalFen: 210_000_001 }, '第 2 行：', '合同总额 2,100,000.01 元'],
    [{ constructor: 1 }, '第 2 行：', 'constructor 1'],
  ])('that names %p stands there, with amounts in yuan', async (details, where, words) => {
    expect(await placeOf({ details })).toEqual([`${where}不行（X：${words}）`]);
  });

  it('that points into the document stands there', async () => {
    expect(await placeOf({ details: { pointer: '/lines/0/qty' } })).toEqual([`明细 ${at('数量', 3)}：数量 不行（X）`]);
    expect(await placeOf({ details: { pointer: '/shipped' } })).toEqual(['第 2 行：不行（X）']);
  });

  it.each([
    ['OVER_SHIPMENT', { lineId: 'L2', qty: '20', sold: '19' }, `发货 ${at('已签收数量', 17)}：已签收数量 `],
    ['SIGNING_DATE_INVALID', { signedOn: '2024-03-12' }, `合同 ${at('签订日期', 2)}：签订日期 `],
    ['DATE_BEFORE_SIGNING', { on: '2024-08-20', milestoneId: 'M2' }, `触发 ${at('触发日期', 12)}：触发日期 `],
    ['DATE_IN_FUTURE', { receivedOn: '2024-08-26' }, `收款 ${at('收款日期', 14)}：收款日期 `],
    [
      'ALLOCATION_EXCEEDS_MILESTONE',
      { milestoneId: 'M2', givenFen: 1 },
      `收款 ${at('分配金额(元)', 14)}：分配金额(元) `,
    ],
    ['RECEIPT_EXCEEDS_CONTRACT', { excessFen: 1 }, `收款 ${at('收款金额(元)', 14)}：收款金额(元) `],
    ['ALLOCATION_EXCEEDS_RECEIPT', { bankRef: 'icbc-20240318-0007' }, `收款 ${at('收款金额(元)', 13)}：收款金额(元) `],
    ['LINE_AMOUNT_MISMATCH', { lineId: 'L1', givenFen: 1 }, `明细 ${at('含税金额(元)', 3)}：含税金额(元) `],
    ['BUYOUT_RISK_ASSESSMENT_REQUIRED', {}, `合同 ${at('风险评估编号', 2)}：风险评估编号 `],
  ])('%s stands at the cell that is wrong', async (code, details, where) => {
    const [line] = await placeOf({ code, details });
    expect(line).toContain(`${where}不行（${code}`);
  });

  it('of milestones whose day is missing stands at each of them', async () => {
    const milestones = ['M3', 'M4'].map((milestoneId) => ({ milestoneId, trigger: 'INSTALLED' }));
    expect(await placeOf({ code: 'TRIGGER_DATE_MISSING', details: { milestones } })).toEqual([
      `节点 ${at('触发条件', 9)}：触发条件 不行（TRIGGER_DATE_MISSING：节点 M3，触发条件 安装完成）`,
      `节点 ${at('触发条件', 10)}：触发条件 不行（TRIGGER_DATE_MISSING：节点 M4，触发条件 安装完成）`,
    ]);
  });
});
