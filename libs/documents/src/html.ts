import type {
  Block,
  BusinessDocument,
  Column,
  FactsBlock,
  ParagraphBlock,
  SignaturesBlock,
  TableBlock,
} from './business-document.js';
import { columnShares, factColumns, factRows, tableRows, type TableRow } from './grid.js';
import { blankLabel, generatedLine, numberLine } from './labels.js';
import { STYLE } from './html-style.js';

const ENTITIES = new Map(Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }));

/** Every text of a document goes through here: names and remarks come from users. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES.get(sign) ?? sign);
}

/** A whole page that stands alone: nothing is fetched, and the browser's print gives A4. */
export function renderHtml(document: BusinessDocument): string {
  const { title, subtitle, number, generatedOn, footer } = document;
  const line = (name: string, text?: string) => (text ? `<p class="${name}">${escape(text)}</p>` : '');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(number ? `${title} ${number}` : title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${escape(title)}</h1>
${line('subtitle', subtitle)}
${line('number', number && numberLine(number))}
</header>
${document.blocks.map(blockHtml).join('\n')}
<footer>
${line('note', footer)}
${line('generated', generatedOn && generatedLine(generatedOn))}
</footer>
</main>
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escape(block.text)}</h2>`;
    case 'paragraph':
      return paragraphHtml(block);
    case 'notice':
      return `<p class="notice" role="alert">${escape(block.text)}</p>`;
    case 'facts':
      return factsHtml(block);
    case 'table':
      return tableHtml(block);
    case 'signatures':
      return signaturesHtml(block);
  }
}

function paragraphHtml({ text, strong }: ParagraphBlock): string {
  return strong ? `<p><strong>${escape(text)}</strong></p>` : `<p>${escape(text)}</p>`;
}

/** Stands in one line. */
const AMOUNT = /^-?\d[\d,]*\.\d+(\s\S{1,3})?$/;

function factsHtml(block: FactsBlock): string {
  const rows = factRows(block).map((row) => {
    const cells = row.map(({ label, value, span }) => {
      const wide = span > 1 ? ` colspan="${span}"` : '';
      const look = AMOUNT.test(value) ? ' class="amount"' : '';
      return `<th scope="row">${escape(label)}</th><td${look}${wide}>${escape(value)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table class="facts of-${factColumns(block)}"><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

const alignment = (column?: Column) => `class="${column?.align ?? 'left'}"`;

function tableHtml(table: TableBlock): string {
  const widths = columnShares(table).map((share) => `<col style="width:${(share * 100).toFixed(2)}%">`);
  const headings = table.columns.map((column) => `<th scope="col">${escape(column.heading)}</th>`);
  const body = tableRows(table).map((row) => rowHtml(table, row));
  return `<table class="rows">
<colgroup>${widths.join('')}</colgroup>
<thead><tr>${headings.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table>`;
}

function rowHtml(table: TableBlock, { cells, kind }: TableRow): string {
  const tds = cells.map(({ text, column, span }) => {
    const look = span > 1 ? `class="center" colspan="${span}"` : alignment(table.columns[column]);
    return `<td ${look}>${escape(text)}</td>`;
  });
  return `<tr class="${kind}">${tds.join('')}</tr>`;
}

function signaturesHtml({ parties }: SignaturesBlock): string {
  const boxes = parties.map(({ name, lines }) => {
    const blanks = lines.map((label) => `<p><span>${escape(blankLabel(label))}</span><i></i></p>`);
    return `<div><h3>${escape(name)}</h3>${blanks.join('')}</div>`;
  });
  return `<section class="signatures">${boxes.join('')}</section>`;
}
