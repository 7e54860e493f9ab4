import type { Block, FactsBlock, ParagraphBlock, TableBlock } from './business-document.js';
import { factRows } from './grid.js';

/** A block in two parts, of which the second is short. */
export type SplitBlock =
  | { readonly kind: 'table'; readonly whole: TableBlock; readonly head: TableBlock; readonly tail: TableBlock }
  | { readonly kind: 'facts'; readonly whole: FactsBlock; readonly head: FactsBlock; readonly tail: FactsBlock }
  | { readonly kind: 'paragraph'; readonly head: ParagraphBlock; readonly tail: ParagraphBlock };

/** Rows that go over to the next page; a row may be half a page high, so there are few. */
const ROWS = 2;
const LONG_ROW = 400;
/** Signs of a paragraph that go over at most, and at least where it has no end of a sentence there. */
const TAIL_SIGNS = { most: 240, least: 60 };

/** The end of a block that signatures are kept with; undefined for what is too short to be broken. */
export function splitTail(block: Block): SplitBlock | undefined {
  if (block.kind === 'table') return splitTable(block);
  if (block.kind === 'facts') return splitFacts(block);
  if (block.kind === 'paragraph') return splitParagraph(block);
  return undefined;
}

function splitTable(whole: TableBlock): SplitBlock | undefined {
  const last = whole.rows.slice(-ROWS);
  const count = last.some((row) => row.join('').length > LONG_ROW) ? 1 : ROWS;
  if (whole.rows.length <= count) return undefined;
  const { columns, rows, total } = whole;
  return {
    kind: 'table',
    whole,
    head: { kind: 'table', columns, rows: rows.slice(0, -count) },
    tail: { kind: 'table', columns, rows: rows.slice(-count), total },
  };
}

function splitFacts(whole: FactsBlock): SplitBlock | undefined {
  const count = factRows(whole).at(-1)?.length ?? 0;
  if (count === 0 || whole.facts.length <= count) return undefined;
  const { columns, facts } = whole;
  return {
    kind: 'facts',
    whole,
    head: { kind: 'facts', columns, facts: facts.slice(0, -count) },
    tail: { kind: 'facts', columns, facts: facts.slice(-count) },
  };
}

/** At the end of a line or of a sentence where there is one, so that nobody sees the break. */
function splitParagraph({ text, strong }: ParagraphBlock): SplitBlock | undefined {
  const signs = [...text];
  if (signs.length <= TAIL_SIGNS.most) return undefined;
  const from = signs.length - TAIL_SIGNS.most;
  const at = (marks: string) =>
    signs.findIndex((sign, index) => index >= from && index < signs.length - 1 && marks.includes(sign));
  const end = [at('\n'), at('。！？.!?'), at('；;，,')].find((index) => index >= 0);
  const cut = end === undefined ? signs.length - TAIL_SIGNS.least : end + 1;
  const part = (own: readonly string[]): ParagraphBlock => {
    return { kind: 'paragraph', text: own.join('').replace(/^\n+|\n+$/g, ''), strong };
  };
  return { kind: 'paragraph', head: part(signs.slice(0, cut)), tail: part(signs.slice(cut)) };
}
