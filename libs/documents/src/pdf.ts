import pdfmake from 'pdfmake';
import type { Column, Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { BusinessDocument } from './business-document.js';
import { generatedLine, numberLine, pageLine } from './labels.js';
import { flow, pageBreaks } from './pdf-flow.js';
import { FONT, loadFonts } from './pdf-fonts.js';
import { toPrintable } from './pdf-glyphs.js';
import { GREY_TEXT, PAGE, RULE, STYLES } from './pdf-style.js';

export interface RenderedPdf {
  readonly pdf: Buffer;
  /** Signs that the font lacks, such as "U+20BB7": the paper says them in another form. */
  readonly missingGlyphs: readonly string[];
}

/** A paper has one place for signatures, so that the second layout is the last; more of them may need one more each. */
const MOST_LAYOUTS = 4;

/** The document on A4 with its Chinese font inside; it looks the same on a machine without any font. Layout takes CPU time. */
export async function renderPdf(document: BusinessDocument): Promise<RenderedPdf> {
  const { hasGlyph, widthInEm } = await loadFonts();
  const { document: printable, missingGlyphs } = toPrintable(document, hasGlyph);
  const alone = new Set<number>();
  for (let layout = 1; ; layout += 1) {
    const found = new Set<number>();
    const content = [...head(printable), ...flow(printable.blocks, widthInEm, alone)];
    const pdf = await pdfmake.createPdf(definition(printable, content, pageBreaks(found))).getBuffer();
    const isNew = [...found].some((place) => !alone.has(place));
    if (!isNew || layout === MOST_LAYOUTS) return { pdf, missingGlyphs };
    found.forEach((place) => alone.add(place));
  }
}

function definition(
  document: BusinessDocument,
  content: Content[],
  pageBreakBefore: TDocumentDefinitions['pageBreakBefore'],
): TDocumentDefinitions {
  const { title, number } = document;
  return {
    version: '1.7',
    pageSize: 'A4',
    pageMargins: [PAGE.side, PAGE.top, PAGE.side, PAGE.bottom],
    language: 'zh-CN',
    displayTitle: true,
    info: { title: number ? `${title} ${number}` : title, creator: 'engsales', producer: 'engsales' },
    defaultStyle: { font: FONT, fontSize: 9.5, lineHeight: 1.0 },
    styles: STYLES,
    header: (page) => (page > 1 ? runningTitle(document) : null),
    footer: (page, pages) => pageFoot(document, page, pages),
    content,
    pageBreakBefore,
  };
}

function head({ title, subtitle, number }: BusinessDocument): Content[] {
  const lines: Content[] = [{ text: title, style: 'title' }];
  if (subtitle) lines.push({ text: subtitle, style: 'subtitle' });
  if (number) lines.push({ text: numberLine(number), style: 'number' });
  return lines;
}

function runningTitle({ title, number }: BusinessDocument): Content {
  return {
    margin: [PAGE.side, 24, PAGE.side, 0],
    color: GREY_TEXT,
    fontSize: 8,
    columns: [{ text: title }, { text: number ?? '', alignment: 'right' }],
  };
}

function pageFoot({ footer, generatedOn }: BusinessDocument, page: number, pages: number): Content {
  const generated: Column = { text: generatedOn ? generatedLine(generatedOn) : '', alignment: 'right', width: '*' };
  return {
    margin: [PAGE.side, 10, PAGE.side, 0],
    color: GREY_TEXT,
    fontSize: 8,
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: PAGE.width, y2: 0, lineWidth: RULE, lineColor: GREY_TEXT }] },
      {
        margin: [0, 4, 0, 0],
        columns: [
          { text: footer ?? '', width: '*' },
          { text: pageLine(page, pages), alignment: 'center', width: 90 },
          generated,
        ],
      },
    ],
  };
}
