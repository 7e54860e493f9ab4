import pdfmake from 'pdfmake';
import type { Column, Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { BusinessDocument } from './business-document.js';
import { generatedLine, numberLine, pageLine } from './labels.js';
import { flow, pageBreakBefore } from './pdf-flow.js';
import { FONT, loadFonts } from './pdf-fonts.js';
import { GREY_TEXT, PAGE, RULE, STYLES } from './pdf-style.js';

/** The document on A4 with its Chinese font inside; it looks the same on a machine without any font. Layout takes CPU time. */
export async function renderPdf(document: BusinessDocument): Promise<Buffer> {
  await loadFonts();
  return pdfmake.createPdf(definition(document)).getBuffer();
}

function definition(document: BusinessDocument): TDocumentDefinitions {
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
    content: [...head(document), ...flow(document.blocks)],
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
