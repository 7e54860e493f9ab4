import ExcelJS from 'exceljs';
import { COLUMNS, type Read } from '../layout/columns.js';
import { LEAD_COLUMNS } from '../leads/lead-columns.js';
import { LEAD_EXAMPLE } from '../leads/lead-example.js';
import { date, type Terms } from '@engsales/sheets';
import { labelOf, ROW_TYPES, type RowType } from '../layout/terms.js';
import { EXAMPLE } from './example.js';

const HEADING: Partial<ExcelJS.Style> = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } },
};
/** Rows that offer the terms of a column to choose from. */
const ROWS_WITH_CHOICES = 5_000;
const rowTypes = Object.keys(ROW_TYPES) as RowType[];

interface TemplateColumn {
  readonly heading: string;
  readonly read: Read;
  readonly terms?: Terms;
}
type TemplateRows = readonly Readonly<Record<string, string | number>>[];

export function templateWorkbook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  fillIn(workbook.addWorksheet('合同', { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] }), COLUMNS, EXAMPLE);
  explain(workbook.addWorksheet('说明'));
  return workbook;
}

export function leadTemplateWorkbook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('线索', { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] });
  fillIn(sheet, LEAD_COLUMNS, LEAD_EXAMPLE);
  explainLeads(workbook.addWorksheet('说明'));
  return workbook;
}

function fillIn(sheet: ExcelJS.Worksheet, columns: readonly TemplateColumn[], rows: TemplateRows): void {
  sheet.columns = columns.map((column) => ({
    header: column.heading,
    key: column.heading,
    width: Math.max(12, column.heading.length * 2 + 4),
    style: { numFmt: formatOf(column) },
  }));
  for (const row of rows) sheet.addRow(Object.fromEntries(Object.entries(row).map(asCellOf(columns))));
  sheet.getRow(1).eachCell((cell) => (cell.style = HEADING));
  columns.forEach(({ terms }, index) => {
    if (!terms) return;
    const choices = Object.values(terms).map(([term]) => term);
    const letters = sheet.getColumn(index + 1).letter;
    validationsOf(sheet).add(`${letters}2:${letters}${ROWS_WITH_CHOICES}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choices.join(',')}"`],
    });
  });
}

/** Days as real date cells, numbers as numbers, the rest as text, so that Excel changes nothing in it. */
const asCellOf =
  (columns: readonly TemplateColumn[]) =>
  ([heading, value]: [string, string | number]): [string, string | number | Date] => {
    const isDay = columns.some((column) => column.heading === heading && column.read === date);
    return [heading, isDay ? new Date(`${value}T00:00:00Z`) : value];
  };

function formatOf({ heading, read }: TemplateColumn): string {
  if (read === date) return 'yyyy-mm-dd';
  if (heading.endsWith('单价(元)')) return '#,##0.00####';
  if (heading.endsWith('(元)')) return '#,##0.00';
  return /数$|%$|数量$/.test(heading) ? 'General' : '@';
}

/** Of exceljs; its types leave it out. */
const validationsOf = (sheet: ExcelJS.Worksheet) =>
  (sheet as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } }).dataValidations;

function explain(sheet: ExcelJS.Worksheet): void {
  sheet.columns = [20, 24, 24, 40, 60].map((width) => ({ width }));
  const heading = (...cells: string[]) => sheet.addRow(cells).eachCell((cell) => (cell.style = HEADING));
  sheet.addRow([
    '每行一条记录，“行类型”决定填写哪些列，其余列留空；同一合同的各行必须连续；列的顺序不限，列标题之上可有说明行。只读取有列标题的一张工作表。',
  ]);
  sheet.addRow([
    '金额以元为单位，最多两位小数；日期为 2024-03-12 或日期单元格；编号类的列请用文本格式。不要合并单元格（行类型、合同编号、银行流水号除外），不要隐藏有数据的行列。',
  ]);
  sheet.addRow([]);
  heading('列', '必填于', '选填于', '可选值（中文 = 接口名称）', '说明');
  const label = (types: RowType[]) => (types.length === rowTypes.length ? '所有行' : types.map(labelOf).join('、'));
  for (const { heading: name, uses, terms = {}, note } of COLUMNS) {
    const choices = Object.entries(terms).map(([api, words]) => `${words.join(' / ')} = ${api}`);
    const required = rowTypes.filter((type) => uses[type]?.required);
    const optional = rowTypes.filter((type) => uses[type] && !uses[type].required);
    sheet.addRow([name, label(required), label(optional), choices.join('\n'), note]).alignment = {
      wrapText: true,
      vertical: 'top',
    };
  }
}

function explainLeads(sheet: ExcelJS.Worksheet): void {
  sheet.columns = [20, 12, 60, 60].map((width) => ({ width }));
  sheet.addRow([
    '每行一条线索；列的顺序不限。金额以元为单位；日期为 2024-03-12 或日期单元格；编号类的列请用文本格式。',
  ]);
  sheet.addRow([]);
  const headings = ['列', '必填', '可选值（中文 = 接口名称）', '说明'];
  sheet.addRow(headings).eachCell((cell) => (cell.style = HEADING));
  for (const { heading, required, terms = {}, note } of LEAD_COLUMNS) {
    const choices = Object.entries(terms).map(([api, words]) => `${words.join(' / ')} = ${api}`);
    const row = sheet.addRow([heading, required ? '是' : '', choices.join('\n'), note]);
    row.alignment = { wrapText: true, vertical: 'top' };
  }
}
