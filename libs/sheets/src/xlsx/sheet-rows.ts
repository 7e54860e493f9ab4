import { addressOf, placeOf, type Cell, type SheetRow } from '../cell.js';
import { isDateFormat } from '../number-format.js';
import { MergedCells, mergesIn } from './merges.js';
import { StringInParts, unescaped } from './strings.js';
import { attribute, isTrue, readXml, type Attributes, type XmlHandler } from './xml.js';

/** What the cells of all sheets refer to. */
export interface SharedParts {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly since1904: boolean;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly format: string;
  isFormula: boolean;
  /** Text of `v`; undefined without one. */
  value?: string;
}

const DAY_MS = 86_400_000;
/** Days from 1899-12-30, where spreadsheets begin to count, to 1970-01-01; and to 1904-01-01. */
const [TO_1970, TO_1904] = [25_569, 1_462];

/** Rows of a sheet, one after the other. `chunks` is asked twice: merged ranges stand behind the rows. */
export async function* sheetRows(chunks: () => AsyncIterable<string>, shared: SharedParts): AsyncGenerator<SheetRow> {
  const merged = new MergedCells(await mergesIn(chunks()));
  for await (const { no, cells } of readXml<OpenRow>(chunks(), (give) => new RowReader(shared, give))) {
    merged.fill(no, cells);
    yield { no, cells };
  }
}

interface OpenRow {
  readonly no: number;
  readonly cells: Map<number, Cell>;
}

/** Rows and cells say where they stand, or follow the one before. */
class RowReader implements XmlHandler {
  private readonly hiddenColumns: [from: number, to: number][] = [];
  private readonly string = new StringInParts();
  private row: OpenRow = { no: 0, cells: new Map() };
  private isRowHidden = false;
  private column = 0;
  private cell: OpenCell | undefined;
  private isValue = false;

  constructor(
    private readonly shared: SharedParts,
    private readonly give: (row: OpenRow) => void,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (this.cell) return this.openInCell(name);
    if (name === 'col') this.hideColumns(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
  }

  text(text: string): void {
    if (this.isValue && this.cell) this.cell.value = (this.cell.value ?? '') + text;
    else this.string.text(text);
  }

  close(name: string): void {
    this.string.close(name);
    if (name === 'v') this.isValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.give(this.row);
  }

  private hideColumns(attributes: Attributes): void {
    if (!isTrue(attributes.hidden) && Number(attributes.width ?? 1) !== 0) return;
    this.hiddenColumns.push([Number(attributes.min), Number(attributes.max)]);
  }

  private openRow(attributes: Attributes): void {
    this.row = { no: Number(attributes.r ?? this.row.no + 1), cells: new Map() };
    this.isRowHidden = isTrue(attributes.hidden) || Number(attributes.ht ?? 1) === 0;
    this.column = 0;
  }

  private openCell(attributes: Attributes): void {
    this.column = placeOf(attributes.r ?? '')?.column ?? this.column + 1;
    const format = this.shared.formats[Number(attributes.s ?? 0)] ?? '';
    this.cell = { column: this.column, type: attribute(attributes, 't') ?? 'n', format, isFormula: false };
  }

  private openInCell(name: string): void {
    this.string.open(name);
    if (!this.cell) return;
    if (name === 'f') this.cell.isFormula = true;
    if (name === 'v') {
      this.isValue = true;
      this.cell.value = '';
    }
  }

  private closeCell(): void {
    const { cell } = this;
    const inline = this.string.take();
    this.cell = undefined;
    if (!cell) return;
    const content = contentOf(cell, inline, this.shared);
    if (!content || (content.fault === undefined && String(content.value).trim() === '')) return;
    const { column, format } = cell;
    const hidden = this.isRowHidden ? 'ROW' : this.isColumnHidden(column) ? 'COLUMN' : undefined;
    this.row.cells.set(column, {
      address: addressOf(column, this.row.no),
      value: content.value,
      ...(content.fault ? { fault: content.fault } : {}),
      ...(format ? { format } : {}),
      ...(this.shared.since1904 ? { since1904: true } : {}),
      ...(hidden ? { hidden } : {}),
    });
  }

  private isColumnHidden(column: number): boolean {
    return this.hiddenColumns.some(([from, to]) => column >= from && column <= to);
  }
}

type Content = Pick<Cell, 'value' | 'fault'>;

const FAULTY: Content = { value: '', fault: 'ERROR' };

function contentOf(cell: OpenCell, inline: string, shared: SharedParts): Content | undefined {
  const { type, value, isFormula } = cell;
  if (type === 'inlineStr') return { value: value === undefined ? inline : unescaped(value) };
  if (value === undefined) return isFormula ? { value: '', fault: 'NOT_CALCULATED' } : undefined;
  switch (type) {
    case 's': {
      const text = shared.strings[Number(value)];
      return text === undefined ? FAULTY : { value: text };
    }
    case 'str':
      return { value: unescaped(value) };
    case 'b':
      return { value: isTrue(value.trim()) };
    case 'e':
      return FAULTY;
    case 'd':
      return { value: dateOfIso(value.trim()) };
    default:
      return numberOf(value.trim(), cell.format, shared.since1904);
  }
}

function numberOf(text: string, format: string, since1904: boolean): Content | undefined {
  if (text === '') return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return FAULTY;
  if (!isDateFormat(format)) return { value: number };
  const days = number + (since1904 ? TO_1904 : 0) - TO_1970;
  return { value: new Date(Math.round(days * DAY_MS)) };
}

/** The day and time that the cell shows, at UTC; what is none is left as text, which no column of days takes. */
function dateOfIso(text: string): Date | string {
  const [, day, time = 'T00:00:00'] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?Z?$/.exec(text) ?? [];
  const date = new Date(`${day}${time}Z`);
  return Number.isNaN(date.getTime()) ? text : date;
}
