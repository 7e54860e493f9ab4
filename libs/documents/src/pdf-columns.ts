import { CELL, PAGE, RULE, SIZE } from './pdf-style.js';

/** What a column must hold; its share is of the whole table's width. */
export interface ColumnContent {
  readonly share: number;
  /** Nothing in it is broken over lines: amounts. */
  readonly whole: boolean;
  readonly texts: readonly ColumnText[];
}

export interface ColumnText {
  readonly text: string;
  readonly bold: boolean;
}

/** Widths without padding and rules, and the looks under which everything that must not break stands in one line. */
export interface FittedColumns {
  readonly widths: number[];
  readonly size: number;
  readonly padding: number;
}

export type WidthInEm = (text: string, bold: boolean) => number;

/** Sizes of text in points, largest first; nothing smaller can be read on paper. */
const SIZES = [SIZE, 8.5, 8, 7.5, 7] as const;
const TIGHT_PADDING = 2.5;
/** A column of text that gives way keeps this many signs in a line. */
const LEAST_SIGNS = 3;
/** Amounts and days that stand in running text or in columns of text. */
const UNBROKEN = /[-−]?\d[\d,]*\.\d+|[-−]?\d{1,3}(?:,\d{3})+|\d{4}-\d{2}-\d{2}/g;

/** Least widths of a column in em: what it must have, and what it should have so that its text stays easy to read. */
interface Need {
  readonly share: number;
  readonly least: number;
  readonly natural: number;
}

/**
 * Widths by the columns' shares, but none so narrow that an amount breaks: text gives way to half of its share, then the size goes
 * down, then text gives way to a few signs. A table that is too wide even then breaks what it must.
 */
export function fitColumns(columns: readonly ColumnContent[], widthInEm: WidthInEm): FittedColumns {
  const needs = columns.map((column) => needOf(column, widthInEm));
  for (const size of SIZES) {
    const room = roomOf(columns.length, size);
    const easy = needs.map((need) => Math.max(points(need.least, size), easyWidth(need, room, size)));
    if (sumOf(easy) <= room) return fitted(needs, easy, size);
  }
  const size = SIZES[SIZES.length - 1] ?? SIZE;
  const room = roomOf(columns.length, size);
  const least = needs.map((need) => points(need.least, size));
  const tooWide = sumOf(least) / room;
  return fitted(needs, tooWide > 1 ? least.map((width) => width / tooWide) : least, size);
}

function needOf({ share, whole, texts }: ColumnContent, widthInEm: WidthInEm): Need {
  const widest = (parts: readonly ColumnText[]) => Math.max(0, ...parts.map(({ text, bold }) => widthInEm(text, bold)));
  const lines = texts.flatMap(({ text, bold }) => text.split('\n').map((line) => ({ text: line, bold })));
  const natural = widest(lines);
  const unbroken = lines.flatMap(({ text, bold }) =>
    (text.match(UNBROKEN) ?? []).map((part) => ({ text: part, bold })),
  );
  return { share, natural, least: whole ? natural : Math.max(widest(unbroken), Math.min(natural, LEAST_SIGNS)) };
}

const paddingOf = (size: number): number => (size === SIZE ? CELL.x : TIGHT_PADDING);
const roomOf = (columns: number, size: number): number => PAGE.width - RULE - columns * (2 * paddingOf(size) + RULE);
/** A little more than measured: pdfmake adds the signs up in another order. */
const points = (em: number, size: number): number => em * size + 0.1;
const easyWidth = ({ natural, share }: Need, room: number, size: number) =>
  Math.min(points(natural, size), (room * share) / 2);
const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** The least widths, and what is left to those whose share is more than that. */
function fitted(needs: readonly Need[], least: readonly number[], size: number): FittedColumns {
  const room = roomOf(needs.length, size);
  const left = Math.max(0, room - sumOf(least));
  const beyond = needs.map(({ share }, index) => Math.max(0, room * share - (least[index] ?? 0)));
  const all = sumOf(beyond);
  const widths = least.map((width, index) => width + (all > 0 ? (left * (beyond[index] ?? 0)) / all : 0));
  return { widths, size, padding: paddingOf(size) };
}
