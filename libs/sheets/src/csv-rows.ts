import { isAscii, isUtf8 } from 'node:buffer';
import { pipeline, type Readable } from 'node:stream';
import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { addressOf, type Cell, type SheetRow } from './cell.js';

/** Longest row in characters: a quote that is never closed must not take the whole file. */
const LONGEST_ROW = 1_000_000;

/** UTF-16 by its mark; else by the headings, and where these are ASCII by what follows: Chinese Excel writes GB18030. */
export function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf16be';
  const headings = head.subarray(0, head.indexOf(0x0a) + 1);
  const telling = isAscii(headings) ? head.subarray(0, head.lastIndexOf(0x0a) + 1) : headings;
  return isUtf8(telling) ? 'utf8' : 'gb18030';
}

/** Whether there is an encoding of this name. */
export const isCharset = (name: string): boolean => iconv.encodingExists(name);

/** Rows of a CSV file, counted as a spreadsheet counts them: a cell with line breaks is one row. */
export async function* csvRows(input: Readable, encoding: string): AsyncGenerator<SheetRow> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
  });
  pipeline(input, iconv.decodeStream(encoding), parser, () => undefined); // errors come out of the loop
  let no = 0;
  for await (const record of parser as AsyncIterable<string[]>) yield { no: (no += 1), cells: cellsOf(record, no) };
}

function cellsOf(record: readonly string[], row: number): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  record.forEach((value, index) => {
    if (value.trim() !== '') cells.set(index + 1, { address: addressOf(index + 1, row), value });
  });
  return cells;
}
