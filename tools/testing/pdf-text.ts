import { definePDFJSModule, extractText, getDocumentProxy } from 'unpdf';

let ready: Promise<void> | undefined;

/** The text of every page, without white space: where lines are broken says nothing. */
export async function pdfPages(pdf: Buffer): Promise<string[]> {
  // by itself unpdf loads its parser with an import that jest cannot follow
  await (ready ??= definePDFJSModule(() => import('unpdf/pdfjs')));
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ''));
}

/** What stands on one line, from left to right, for every page; cells side by side are one line. */
export async function pdfLines(pdf: Buffer): Promise<string[][]> {
  await (ready ??= definePDFJSModule(() => import('unpdf/pdfjs')));
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const lines = new Map<number, { x: number; text: string }[]>();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [x, y] = [Number(item.transform[4]), Math.round(Number(item.transform[5]))];
      lines.set(y, [...(lines.get(y) ?? []), { x, text: item.str }]);
    }
    const sorted = [...lines].sort(([a], [b]) => b - a).map(([, parts]) => parts.sort((a, b) => a.x - b.x));
    pages.push(
      sorted.map((parts) =>
        parts
          .map((part) => part.text)
          .join('')
          .replace(/\s+/g, ''),
      ),
    );
  }
  return pages;
}
