import { definePDFJSModule, extractText, getDocumentProxy } from 'unpdf';

let ready: Promise<void> | undefined;

/** The text of every page, without white space: where lines are broken says nothing. */
export async function pdfPages(pdf: Buffer): Promise<string[]> {
  // by itself unpdf loads its parser with an import that jest cannot follow
  await (ready ??= definePDFJSModule(() => import('unpdf/pdfjs')));
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ''));
}
