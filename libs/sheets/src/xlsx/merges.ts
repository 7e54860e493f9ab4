import { addressOf, placeOf, type Cell } from '../cell.js';

interface Merge {
  readonly range: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** What stands in its first cell, once that is read. */
  first?: Cell;
}

/** The merged ranges of a sheet; they stand behind its rows. */
export async function mergesIn(chunks: AsyncIterable<string>): Promise<Merge[]> {
  let rest = '';
  let isBehindRows = false;
  for await (const chunk of chunks) {
    rest += chunk;
    if (isBehindRows) continue;
    const end = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/.exec(rest);
    isBehindRows = end !== null;
    rest = end ? rest.slice(end.index) : rest.slice(-64);
  }
  const cells = isBehindRows ? [...rest.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]+)"/g)] : [];
  return cells.flatMap(([, range = '']) => mergeOf(range)).sort((a, b) => a.top - b.top);
}

function mergeOf(range: string): Merge[] {
  const [first, last] = range.split(':').map(placeOf);
  if (!first || !last) return [];
  return [{ range, top: first.row, bottom: last.row, left: first.column, right: last.column }];
}

/** Gives merged cells the value that they show, row after row, with the range that they are part of. */
export class MergedCells {
  private open: Merge[] = [];
  private next = 0;

  constructor(private readonly merges: readonly Merge[]) {}

  fill(row: number, cells: Map<number, Cell>): void {
    for (let merge = this.merges[this.next]; merge && merge.top <= row; merge = this.merges[this.next]) {
      this.open.push(merge);
      this.next += 1;
    }
    this.open = this.open.filter(({ bottom }) => bottom >= row);
    for (const merge of this.open) show(merge, row, cells);
  }
}

function show(merge: Merge, row: number, cells: Map<number, Cell>): void {
  const { range, left, right, top } = merge;
  if (row === top) merge.first = cells.get(left);
  for (const column of [...cells.keys()]) if (column >= left && column <= right) cells.delete(column);
  if (merge.first) cells.set(left, { ...merge.first, address: addressOf(left, row), merged: range });
}
