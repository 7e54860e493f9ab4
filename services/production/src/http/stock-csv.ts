import { Rejected } from '@engsales/event-sourcing';
import { parse } from 'csv-parse/sync';
import express, { type NextFunction, type Request, type Response } from 'express';

/** Headings by which a column is known; others are left out, since warehouse lists say more. */
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  itemCode: ['itemCode', '物料编码'],
  uom: ['uom', '单位'],
  onHand: ['onHand', '库存数量'],
};

const WORDS: Readonly<Record<string, boolean>> = { true: true, false: false };

/** `text/csv` as UTF-8, or in the charset that the header names (`text/csv; charset=gb18030`). */
export const csvText = express.text({ type: 'text/csv', limit: '256kb' });

/** A body of CSV becomes the JSON body that it stands for; `takenAt` and `complete` come from the query. */
export function csvToRows(request: Request, _response: Response, next: NextFunction): void {
  const { body, query } = request as { body: unknown; query: Record<string, unknown> };
  if (typeof body !== 'string') return next();
  const { takenAt, complete } = query;
  const said: Record<string, unknown> = { rows: rowsIn(body) };
  // a member that is not there is not the same as one without a value
  if (takenAt !== undefined) said.takenAt = takenAt;
  if (complete !== undefined) said.complete = typeof complete === 'string' ? (WORDS[complete] ?? complete) : complete;
  request.body = said;
  next();
}

function rowsIn(text: string): Record<string, string>[] {
  if (text.includes('\uFFFD')) throw refused('the text is not UTF-8; name its charset, as text/csv; charset=gb18030');
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, trim: true, skip_empty_lines: true, skip_records_with_empty_values: true });
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error));
  }
  const [headings = [], ...rows] = lines;
  const columns = Object.entries(HEADINGS).map(
    ([name, known]) => [name, headings.findIndex((h) => known.includes(h))] as const,
  );
  const missing = columns.filter(([, at]) => at < 0).map(([name]) => HEADINGS[name]?.join(' / '));
  if (missing.length > 0) throw refused(`the first line lacks ${missing.join(', ')}`, { missing });
  return rows.map((row) => Object.fromEntries(columns.map(([name, at]) => [name, row[at] ?? ''])));
}

const refused = (message: string, details: Record<string, unknown> = {}) =>
  new Rejected('VALIDATION_FAILED', message, details);
