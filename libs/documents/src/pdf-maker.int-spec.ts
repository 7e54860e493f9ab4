import { pdfPages } from '../../../tools/testing/pdf-text.js';
import type { BusinessDocument } from './business-document.js';
import { holdPdfMaker, letPdfMakerGo, type PdfMaker } from './pdf-maker.js';
import { PdfQueueFull } from './pdf-queue.js';

const paper = (title: string, generatedOn = '2025-03-10 09:30'): BusinessDocument => ({
  title,
  generatedOn,
  blocks: [{ kind: 'paragraph', text: '𠮷' }],
});

describe('PDFs of a process', () => {
  let maker: PdfMaker;
  beforeEach(() => {
    maker = holdPdfMaker();
  });
  afterEach(() => letPdfMakerGo());

  it('are made by one maker, however many hold it', async () => {
    expect(holdPdfMaker()).toBe(maker);
    await letPdfMakerGo();
    const { pdf, missingGlyphs } = await maker.pdfOf(paper('对账单'));
    expect((await pdfPages(pdf)).join('')).toContain('对账单吉');
    expect(missingGlyphs).toEqual(['U+20BB7']);
  });

  it('are made once: whoever asks for the same, at once or later that day, gets the same bytes', async () => {
    const [first, ...others] = await Promise.all([1, 2, 3, 4, 5].map(() => maker.pdfOf(paper('对账单'))));
    others.push(await maker.pdfOf(paper('对账单', '2025-03-10 17:45')));
    for (const other of others) expect(other.pdf.equals(first!.pdf)).toBe(true);
    expect(maker.made).toBe(1);
    await maker.pdfOf(paper('对账单', '2025-03-11 09:30'));
    await maker.pdfOf(paper('合同执行表'));
    expect(maker.made).toBe(3);
  });

  it('are made one by one, and beyond two that wait none is taken on', async () => {
    const titles = ['甲', '乙', '丙', '丁', '戊'];
    const outcomes = await Promise.allSettled(titles.map((title) => maker.pdfOf(paper(title))));
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([true, true, true, false, false]);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(PdfQueueFull);
    await maker.pdfOf(paper('戊'));
    expect(maker.made).toBe(4);
  });

  it('that cannot be laid out say why, and do not stand in the way of others', async () => {
    const broken: BusinessDocument = {
      title: '清单',
      blocks: [{ kind: 'table', columns: [{ heading: 'a' }], rows: [['1', '2']] }],
    };
    await expect(maker.pdfOf(broken)).rejects.toThrow('column');
    await maker.pdfOf(paper('清单'));
    expect(maker.made).toBe(1);
  });
});
