import type { Response } from 'express';
import type { BusinessDocument } from '@engsales/documents';
import { Papers } from './papers.js';

const runtime = {
  process: { clock: { now: () => '2025-03-10T01:02:00Z' } },
  staff: { list: () => Promise.resolve([{ id: 'li-na', name: '业务员甲' }]) },
};
const pdfs = { pdfOf: () => Promise.resolve({ pdf: Buffer.from('%PDF-1.7'), missingGlyphs: ['𠮷'] }) };
const papers = new Papers(runtime as never, pdfs as never);
const paper: BusinessDocument = { title: '对账单', blocks: [] };

async function sent(document: BusinessDocument, format: 'html' | 'pdf') {
  const got = { type: '', headers: {} as Record<string, string>, told: [] as (readonly string[])[] };
  const response = {
    type: (type: string) => ((got.type = type), response),
    setHeader: (name: string, value: string) => (got.headers[name] = value),
    send: () => undefined,
  };
  const told = (missing: readonly string[]) => got.told.push(missing);
  await papers.send(response as unknown as Response, document, { name: 'statement', format, told });
  return got;
}

describe('a paper', () => {
  it('is a page that nothing on the way keeps', async () =>
    expect(await sent(paper, 'html')).toEqual({
      type: 'text/html; charset=utf-8',
      headers: { 'cache-control': 'no-store' },
      told: [[]],
    }));
  it('is a PDF by the name of the paper, and says which signs it lacks', async () =>
    expect(await sent(paper, 'pdf')).toEqual({
      type: 'application/pdf',
      headers: { 'cache-control': 'no-store', 'content-disposition': 'inline; filename="statement.pdf"' },
      told: [['𠮷']],
    }));
  it('has its number in the name of the file, whatever signs that has', async () =>
    expect((await sent({ ...paper, number: '合-1' }, 'pdf')).headers['content-disposition']).toBe(
      'inline; filename="statement.pdf"; filename*=UTF-8\'\'statement-%E5%90%88-1.pdf',
    ));
  it('names the staff, where they are known, and the time in Shanghai', async () => {
    const nameOf = await papers.names();
    expect([nameOf('li-na'), nameOf('zhou-min'), nameOf(undefined)]).toEqual(['业务员甲', 'zhou-min', '']);
    expect(papers.now).toBe('2025-03-10 09:02');
  });
});
