import type { Content, TableCell } from 'pdfmake/interfaces';
import type {
  Block,
  FactsBlock,
  HeadingBlock,
  ParagraphBlock,
  Party,
  SignaturesBlock,
  TableBlock,
} from './business-document.js';
import { columnShares, factRows, tableRows, type TableRow } from './grid.js';
import { fitsOnPage } from './pdf-fit.js';
import { blankLabel } from './labels.js';
import { BLANK, columnWidths, GREY_HEADING, GREY_TOTAL, GRID, RULE, SIZE } from './pdf-style.js';

/** left, top, right, bottom */
const NONE: [boolean, boolean, boolean, boolean] = [false, false, false, false];
const UNDERLINE: [boolean, boolean, boolean, boolean] = [false, false, false, true];

export function blockContent(block: Block): Content[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block)];
    case 'paragraph':
      return [paragraph(block)];
    case 'facts':
      return block.facts.length ? [facts(block)] : [];
    case 'table':
      return [table(block)];
    case 'signatures':
      return [signatures(block)];
  }
}

/** `headlineLevel` is for pageBreakBefore only. */
export function heading({ text }: HeadingBlock, headlineLevel?: number): Content {
  return { text, style: 'heading', headlineLevel };
}

export function paragraph({ text, strong }: ParagraphBlock, headlineLevel?: number): Content {
  return { text, style: 'paragraph', bold: strong ?? false, headlineLevel };
}

/** Cells that a span covers must be there for pdfmake, empty. */
const covered = (span: number): TableCell[] => Array.from({ length: span - 1 }, () => ({}));

/** A label's part of the width, per number of pairs in a row. */
const LABEL_SHARE = { 1: 0.18, 2: 0.15, 3: 0.12, 4: 0.1 };

function facts(block: FactsBlock): Content {
  const columns = block.columns ?? 2;
  const label = LABEL_SHARE[columns];
  const shares = Array.from({ length: columns }, () => [label, 1 / columns - label]).flat();
  const widths = columnWidths(shares);
  const body = factRows(block).map((row) =>
    row.flatMap(({ label, value, span }): TableCell[] => [
      { text: label, fillColor: GREY_HEADING },
      { text: value, colSpan: span },
      ...covered(span),
    ]),
  );
  const dontBreakRows = block.facts.every((fact) => fitsOnPage([fact.label, fact.value], widths));
  return { layout: GRID, fontSize: SIZE, margin: [0, 6, 0, 8], table: { widths, body, dontBreakRows } };
}

/** Headings above a table are rows of its head, without borders. */
export function table(block: TableBlock, above: readonly HeadingBlock[] = []): Content {
  const widths = columnWidths(columnShares(block));
  const whole = block.rows.every((row) => fitsOnPage(row, widths));
  const titles = above.map(({ text }): TableCell[] => [
    { text, style: 'tableTitle', colSpan: widths.length, border: NONE },
    ...covered(widths.length),
  ]);
  const headings = block.columns.map((column): TableCell => ({
    text: column.heading,
    bold: true,
    alignment: 'center',
    fillColor: GREY_HEADING,
  }));
  return {
    layout: { ...GRID, hLineWidth: (line) => (line < titles.length ? 0 : RULE) },
    fontSize: SIZE,
    margin: [0, 4, 0, 8],
    table: {
      widths,
      body: [...titles, headings, ...tableRows(block).map((row) => tableRow(block, row))],
      headerRows: titles.length + 1,
      ...(whole ? { keepWithHeaderRows: 1, dontBreakRows: true } : {}),
    },
  };
}

function tableRow(block: TableBlock, { cells, kind }: TableRow): TableCell[] {
  const look = kind === 'total' ? { bold: true, fillColor: GREY_TOTAL } : {};
  return cells.flatMap(({ text, column, span }): TableCell[] => {
    const alignment = span > 1 ? 'center' : (block.columns[column]?.align ?? 'left');
    return [{ text, alignment, colSpan: span, ...look }, ...covered(span)];
  });
}

function signatures({ parties }: SignaturesBlock): Content {
  const longest = Math.max(0, ...parties.map((party) => party.lines.length));
  return { unbreakable: longest <= 15, margin: [0, 24, 0, 0], columnGap: 28, columns: parties.map(signature) };
}

function signature({ name, lines }: Party): Content {
  const blanks = lines.map((label): Content => ({
    margin: [0, 14, 0, 0],
    table: {
      widths: ['auto', '*'],
      body: [
        [
          { text: blankLabel(label), border: NONE },
          { text: '', border: UNDERLINE },
        ],
      ],
    },
    layout: BLANK,
  }));
  return { stack: [{ text: name, bold: true }, ...blanks] };
}
