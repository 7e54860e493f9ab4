import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import type {
  Block,
  FactsBlock,
  NoticeBlock,
  ParagraphBlock,
  Party,
  SignaturesBlock,
  TableBlock,
} from './business-document.js';
import { columnShares, factRows, tableRows, type TableRow } from './grid.js';
import { blankLabel } from './labels.js';
import { fitColumns, type ColumnText, type FittedColumns, type WidthInEm } from './pdf-columns.js';
import { fitsOnPage, isSignedTogether } from './pdf-fit.js';
import { BLANK, FRAME, GREY_HEADING, GREY_TOTAL, GRID, RULE } from './pdf-style.js';

/** left, top, right, bottom */
const NONE: [boolean, boolean, boolean, boolean] = [false, false, false, false];
const UNDERLINE: [boolean, boolean, boolean, boolean] = [false, false, false, true];

/** A heading, or words in bold that belong to the table below them. */
export interface Title {
  readonly text: string;
  readonly style: 'heading' | 'caption';
}

/** Names a node to `pageBreakBefore`. */
export interface Mark {
  readonly headlineLevel?: number;
  readonly id?: string;
}

export function title({ text, style }: Title, mark: Mark = {}): Content {
  return { text, style, ...mark };
}

export function paragraph({ text, strong }: ParagraphBlock, mark: Mark = {}): Content {
  return { text, style: 'paragraph', bold: strong ?? false, ...mark };
}

/** The block in the looks of paper; a heading is a title of what follows it. */
export function blockContent(
  block: Exclude<Block, { kind: 'heading' | 'table' }>,
  widthInEm: WidthInEm,
  end: Mark,
): Content[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block)];
    case 'notice':
      return [notice(block)];
    case 'facts':
      return block.facts.length ? [facts(block, fitFacts(block, widthInEm), end)] : [];
    case 'signatures':
      return [signatures(block)];
  }
}

function notice({ text }: NoticeBlock): Content {
  return { layout: FRAME, margin: [0, 6, 0, 8], table: { widths: ['*'], body: [[{ text, style: 'notice' }]] } };
}

/** Cells that a span covers must be there for pdfmake, empty. */
const covered = (span: number): TableCell[] => Array.from({ length: span - 1 }, () => ({}));

const gridOf = ({ padding }: FittedColumns): CustomTableLayout => ({
  ...GRID,
  paddingLeft: () => padding,
  paddingRight: () => padding,
});

/** A label's part of the width, per number of pairs in a row. */
const LABEL_SHARE = { 1: 0.18, 2: 0.15, 3: 0.12, 4: 0.1 };

export function fitFacts(block: FactsBlock, widthInEm: WidthInEm): FittedColumns {
  const columns = block.columns ?? 2;
  const label = LABEL_SHARE[columns];
  const texts = Array.from({ length: 2 * columns }, (): ColumnText[] => []);
  for (const row of factRows(block)) {
    row.forEach((fact, index) => {
      texts[2 * index]?.push({ text: fact.label, bold: false });
      if (fact.span === 1) texts[2 * index + 1]?.push({ text: fact.value, bold: false });
    });
  }
  const contents = texts.map((own, index) => {
    return { share: index % 2 === 0 ? label : 1 / columns - label, whole: false, texts: own };
  });
  return fitColumns(contents, widthInEm);
}

export function facts(block: FactsBlock, fit: FittedColumns, end: Mark = {}): Content {
  const body = factRows(block).map((row) =>
    row.flatMap(({ label, value, span }): TableCell[] => [
      { text: label, fillColor: GREY_HEADING },
      { text: value, colSpan: span },
      ...covered(span),
    ]),
  );
  markRow(body.at(-1), end);
  const { widths, size } = fit;
  const dontBreakRows = factRows(block).every((row) =>
    fitsOnPage(
      row.flatMap(({ label, value }) => [label, value]),
      widths,
    ),
  );
  return { layout: gridOf(fit), fontSize: size, margin: [0, 6, 0, 8], table: { widths, body, dontBreakRows } };
}

export function fitTable(block: TableBlock, widthInEm: WidthInEm): FittedColumns {
  const shares = columnShares(block);
  const rows = tableRows(block).filter(({ kind }) => kind !== 'empty');
  const contents = block.columns.map(({ align }, index) => {
    const own = rows.flatMap(({ cells, kind }) =>
      cells
        .filter(({ column, span }) => column === index && span === 1)
        .map(({ text }) => ({ text, bold: kind === 'total' })),
    );
    return { share: shares[index] ?? 0, whole: align === 'right', texts: own };
  });
  return fitColumns(contents, widthInEm);
}

/** A row that moves to another page as a whole is found there by the mark on its first cell. */
function markRow(row: TableCell[] | undefined, mark: Mark): void {
  const first = row?.[0];
  if (first !== undefined && typeof first === 'object') Object.assign(first, mark);
}

/** Titles above a table are rows of its head, without borders. */
export function table(block: TableBlock, fit: FittedColumns, above: readonly Title[] = [], end: Mark = {}): Content {
  const { widths, size } = fit;
  const whole = block.rows.every((row) => fitsOnPage(row, widths));
  const titles = above.map(({ text, style }): TableCell[] => [
    { text, style: style === 'heading' ? 'tableTitle' : 'tableCaption', colSpan: widths.length, border: NONE },
    ...covered(widths.length),
  ]);
  const headings = block.columns.map((column): TableCell => ({
    text: column.heading,
    bold: true,
    alignment: 'center',
    fillColor: GREY_HEADING,
  }));
  const body = [...titles, headings, ...tableRows(block).map((row) => tableRow(block, row))];
  markRow(body.at(block.total ? -2 : -1), end);
  return {
    layout: { ...gridOf(fit), hLineWidth: (line) => (line < titles.length ? 0 : RULE) },
    fontSize: size,
    margin: [0, 4, 0, 8],
    table: {
      widths,
      body,
      headerRows: titles.length + 1,
      ...(whole ? { keepWithHeaderRows: 1, dontBreakRows: true } : {}),
    },
  };
}

function tableRow(block: TableBlock, { cells, kind }: TableRow): TableCell[] {
  const look = kind === 'total' ? { style: 'total', fillColor: GREY_TOTAL } : {};
  return cells.flatMap(({ text, column, span }): TableCell[] => {
    const alignment = span > 1 ? 'center' : (block.columns[column]?.align ?? 'left');
    return [{ text, alignment, colSpan: span, ...look }, ...covered(span)];
  });
}

/** The mark is on the first party's name: of what moves to another page, pdfmake tells the new page of lines with an id only. */
export function signatures(block: SignaturesBlock, mark: Mark = {}): Content {
  const columns = block.parties.map((party, index) => signature(party, index === 0 ? mark : {}));
  return { unbreakable: isSignedTogether(block), margin: [0, 24, 0, 0], columnGap: 28, columns };
}

function signature({ name, lines }: Party, mark: Mark): Content {
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
  return { stack: [{ text: name, bold: true, ...mark }, ...blanks] };
}
