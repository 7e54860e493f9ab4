import { pdfPages } from '../../../tools/testing/pdf-text.js';
import type { Block, BusinessDocument } from './business-document.js';
import { renderPdf } from './pdf.js';

const LONG = '螺杆式冷水机组LSBLG-1200_WITHOUT_ANY_BREAK_OPPORTUNITY_0123456789_0123456789,含现场安装指导及两年质保';
const list = (rows: number): Block => ({
  kind: 'table',
  columns: [
    { heading: '序号', align: 'center' },
    { heading: '名称及规格', width: 5 },
    { heading: '金额(元)', align: 'right', width: 2.5 },
  ],
  rows: Array.from({ length: rows }, (_, index) => [
    `№${index + 1}`,
    index % 7 === 3 ? LONG : '循环水泵 & <b>',
    '90,071,992,547,409.91',
  ]),
  total: ['合计', '', '7,000,000.00'],
});
const document = (...blocks: Block[]): BusinessDocument => ({
  title: '设备销售合同',
  subtitle: '华东物流园',
  number: 'HT-2025-0012',
  generatedOn: '2025-03-10 09:30',
  footer: '某某工程公司',
  blocks,
});

describe('a document as PDF', () => {
  it('says everything that was put in, in Chinese, with its own font', async () => {
    const pdf = await renderPdf(
      document(
        { kind: 'facts', facts: [{ label: '合同总价', value: '人民币柒佰万元整', wide: true }] },
        { kind: 'heading', text: '一、设备' },
        list(3),
        { kind: 'table', columns: [{ heading: '附件' }], rows: [] },
        { kind: 'paragraph', text: '本合同一式肆份。王喆、李堃。' },
        { kind: 'signatures', parties: [{ name: '甲方', lines: ['签字', '日期'] }] },
      ),
    );
    const [page, ...more] = await pdfPages(pdf);
    expect(more).toEqual([]);
    for (const text of [
      '设备销售合同',
      '华东物流园',
      'HT-2025-0012',
      '合同总价人民币柒佰万元整',
      '一、设备',
      '循环水泵&<b>90,071,992,547,409.91',
      '合计7,000,000.00',
      '附件无',
      '本合同一式肆份。王喆、李堃。',
      '甲方签字',
      '某某工程公司',
      '2025-03-1009:30',
      '第1页共1页',
    ])
      expect(page).toContain(text);
    expect(pdf.toString('latin1')).toMatch(/\/FontFile2/);
    expect(pdf.length).toBeLessThan(200_000);
  });

  it('prints 500 rows over many pages, each with heading, number and page count, and breaks no row', async () => {
    const began = performance.now();
    const pdf = await renderPdf(document(list(500)));
    expect(performance.now() - began).toBeLessThan(20_000);
    const pages = await pdfPages(pdf);
    expect(pages.length).toBeGreaterThan(10);
    pages.forEach((page, index) => {
      expect(page).toContain('序号名称及规格金额(元)');
      expect(page).toContain('HT-2025-0012');
      expect(page).toContain(`第${index + 1}页共${pages.length}页`);
      // whole rows only: a row begins, is named and ends with its amount on one page
      const begun = page.split('№').length - 1;
      expect(page.split(LONG).length - 1 + page.split('循环水泵&<b>').length - 1).toBe(begun);
      expect(page.split('90,071,992,547,409.91').length - 1).toBe(begun);
    });
    const all = pages.join('');
    for (let row = 1; row <= 500; row += 1) expect(all).toContain(`№${row}`);
    expect(pages.at(-1)).toContain('合计7,000,000.00');
  });

  it('loses nothing of texts that are longer than a page', async () => {
    const pages = await pdfPages(
      await renderPdf(
        document(
          { kind: 'table', columns: [{ heading: '备注' }, { heading: '甲' }], rows: [['长'.repeat(6000), '']] },
          { kind: 'facts', columns: 4, facts: [{ label: '说明', value: '值'.repeat(3000) }] },
          { kind: 'paragraph', text: '段'.repeat(5000) },
          { kind: 'signatures', parties: [{ name: '乙方', lines: Array<string>(60).fill('签') }] },
        ),
      ),
    );
    const count = (sign: string) => pages.join('').split(sign).length - 1;
    expect([count('长'), count('值'), count('段'), count('签')]).toEqual([6000, 3000, 5000, 60]);
  });

  const bodies: Block[] = [
    { kind: 'paragraph', text: '正文' },
    { kind: 'paragraph', text: '正文'.repeat(1200) },
    { kind: 'facts', facts: [{ label: '正文', value: '一' }] },
    { kind: 'table', columns: [{ heading: '栏' }], rows: [['正文'], ['二']] },
    { kind: 'signatures', parties: [{ name: '正文', lines: ['签字', '日期'] }] },
  ];
  it.each(bodies)('leaves no heading alone at the foot of a page: before $kind', async (body) => {
    for (let lines = 22; lines <= 32; lines += 1) {
      const above = Array.from({ length: lines }, (_, index): Block => ({ kind: 'paragraph', text: `行${index}` }));
      const headings: Block[] = [
        { kind: 'heading', text: '甲乙' },
        { kind: 'heading', text: '丙丁' },
      ];
      const pages = await pdfPages(await renderPdf({ title: '题', blocks: [...above, ...headings, body] }));
      const first = pages.find((page) => page.includes('甲乙'));
      expect(first).toMatch(/甲乙丙丁.*正文/);
    }
  });

  it('prints signs that its font lacks as boxes, and empty blocks not at all', async () => {
    const pdf = await renderPdf({
      title: '空',
      blocks: [
        { kind: 'facts', facts: [] },
        { kind: 'signatures', parties: [] },
        { kind: 'paragraph', text: '😀\u0000\ud800\t完' },
      ],
    });
    expect((await pdfPages(pdf))[0]).toContain('完');
  });

  it('refuses a row that does not fit its columns', async () => {
    await expect(
      renderPdf(document({ kind: 'table', columns: [{ heading: 'a' }], rows: [['1', '2']] })),
    ).rejects.toThrow(RangeError);
  });
});
