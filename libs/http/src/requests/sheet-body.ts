import { UnsupportedMediaTypeException } from '@nestjs/common';
import { Rejected } from '@engsales/event-sourcing';
import {
  isCharset,
  ProblemList,
  SHEET_EN,
  SHEET_ZH,
  valuesIn,
  type Layout,
  type SheetTexts,
  type SheetValues,
  type ValueColumn,
} from '@engsales/sheets';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

export const SHEET_TYPES = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];
/** What a part of a workbook may unpack to. */
const LARGEST_PART = 64 * 2 ** 20;

/** A sheet that a route takes instead of JSON. */
export interface SheetKind {
  /** How it is called where it cannot be opened. */
  readonly name: string;
  readonly layout: Layout<ValueColumn>;
}

/** CSV (UTF-8, GB18030 or as its header says) and .xlsx, as they come. */
export const sheetBody = (limit: string): RequestHandler => express.raw({ type: SHEET_TYPES, limit });

/** A body that is a sheet becomes the JSON body that it stands for; what is said of the whole comes from the query. */
export const sheetTo =
  (kind: SheetKind, bodyOf: (rows: readonly SheetValues[], query: Request['query']) => object) =>
  (request: Request, _response: Response, next: NextFunction): void => {
    const { body } = request as { body: unknown };
    if (!Buffer.isBuffer(body)) return next();
    const charset = charsetOf(request);
    if (charset !== undefined && !isCharset(charset)) return next(new UnsupportedMediaTypeException(charset));
    const language = request.acceptsLanguages('zh', 'en') === 'en' ? SHEET_EN : SHEET_ZH;
    sheetRows(kind, body, charset, language).then((rows) => {
      request.body = bodyOf(rows, request.query);
      next();
    }, next);
  };

/** The rows of a sheet. @throws Rejected VALIDATION_FAILED with every cell that cannot be read */
export async function sheetRows(
  { name, layout }: SheetKind,
  content: Buffer,
  charset: string | undefined,
  texts: SheetTexts,
): Promise<SheetValues[]> {
  const problems = new ProblemList(texts);
  const rows = await valuesIn(content, layout, problems, {
    name,
    mostBytes: LARGEST_PART,
    ...(charset && { charset }),
  });
  if (problems.count > 0) throw refused(problems, texts);
  return rows;
}

/** A charset that nobody knows is no fault of a cell. */
function charsetOf(request: Request): string | undefined {
  return /;\s*charset="?([^\s";]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
}

function refused(problems: ProblemList, texts: SheetTexts): Rejected {
  const [first] = problems.listed;
  const where = first?.cell ?? texts.row(first?.row ?? 1);
  const words = `${where}${texts.colon}${[first?.heading, first?.message].filter(Boolean).join(' ')}`;
  return new Rejected('VALIDATION_FAILED', words, { problems: problems.listed, unlisted: problems.unlisted });
}
