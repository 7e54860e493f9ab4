import { pdfLines, pdfPages } from '../../../tools/testing/pdf-text.js';
import type { Block, BusinessDocument } from './business-document.js';
import { GLYPH_VARIANTS } from './glyph-variants.js';
import { loadFonts } from './pdf-fonts.js';
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
const codeOf = (sign: string) => sign.codePointAt(0) ?? 0;
const render = async (paper: BusinessDocument) => (await renderPdf(paper)).pdf;
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
    const pdf = await render(
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
    const pdf = await render(document(list(500)));
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
      await render(
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
      const pages = await pdfPages(await render({ title: '题', blocks: [...above, ...headings, body] }));
      const first = pages.find((page) => page.includes('甲乙'));
      expect(first).toMatch(/甲乙丙丁.*正文/);
    }
  });

  it('says signs that its font lacks by their usual form or their code, and tells them (C-126)', async () => {
    const { pdf, missingGlyphs } = await renderPdf({
      title: '𠮷野工程',
      number: 'a\u200bb',
      blocks: [
        { kind: 'facts', facts: [] },
        { kind: 'signatures', parties: [] },
        { kind: 'paragraph', text: '😀\u0000\ud800\t完，𣲗水 ⅛ ⌀20 𠮷' },
        { kind: 'table', columns: [{ heading: '𪚥' }], rows: [['葛󠄀城']] },
      ],
    });
    const [page] = await pdfPages(pdf);
    for (const text of ['吉野工程', '编号：ab', '〔U+1F600〕〔U+D800〕完，𣲗水1/8Ø20吉', '〔U+2A6A5〕', '葛城'])
      expect(page).toContain(text);
    expect(missingGlyphs).toEqual(['U+20BB7', 'U+1F600', 'U+D800', 'U+215B', 'U+2300', 'U+2A6A5']);
  });

  it('knows usual forms only of signs that its font lacks, and has each of these forms', async () => {
    const { hasGlyph } = await loadFonts();
    const wrong = [...GLYPH_VARIANTS].filter(([sign, usual]) => hasGlyph(codeOf(sign)) || !hasGlyph(codeOf(usual)));
    expect(GLYPH_VARIANTS.size).toBeGreaterThan(2_000);
    expect(wrong).toEqual([]);
  });

  it('has nothing to tell where its font has every sign', async () =>
    expect((await renderPdf(document(list(1)))).missingGlyphs).toEqual([]));

  it('refuses a row that does not fit its columns', async () => {
    await expect(
      renderPdf(document({ kind: 'table', columns: [{ heading: 'a' }], rows: [['1', '2']] })),
    ).rejects.toThrow(RangeError);
  });

  const AMOUNTS = ['100,000,003.05', '90,071,992,547,409.91', '-90,071,992,547,409.91'];
  const NAMES = ['水泵', '螺杆式冷水机组（含现场安装指导、两年质保及备件）'.repeat(4), LONG];
  const amountColumns = (count: number): Block => ({
    kind: 'table',
    columns: [
      { heading: '名称', width: 4 },
      { heading: '日期', align: 'center' },
      ...Array.from({ length: count }, (_, index) => ({
        heading: `金额${index}`,
        align: 'right' as const,
        width: 0.5,
      })),
    ],
    rows: AMOUNTS.flatMap((amount) => NAMES.map((name) => [name, '2025-03-17', ...Array<string>(count).fill(amount)])),
    total: ['合计', '', ...Array<string>(count).fill('90,071,992,547,409.91')],
  });

  it.each([1, 2, 3, 4])(
    'breaks no amount and no day over lines in a table with %i columns of amounts (C-120)',
    async (count) => {
      const lines = (await pdfLines(await render(document(amountColumns(count))))).flat();
      const rows = (amount: string) => lines.filter((line) => line.includes(amount.repeat(count))).length;
      expect(rows('100,000,003.05')).toBe(3);
      // also the rows with a minus, where the columns do not repeat it without, and the total
      expect(rows('90,071,992,547,409.91')).toBe(count === 1 ? 7 : 4);
      expect(rows('-90,071,992,547,409.91')).toBe(3);
      expect(lines.filter((line) => line.includes('2025-03-17'))).toHaveLength(9);
    },
  );

  it('breaks no amount in facts, four in a row, and none that stands in a column of text', async () => {
    const value = '90,071,992,547,409.91 元';
    const facts = ['合同总额', '已收金额', '已开票金额', '未收金额'].map((label) => ({ label, value }));
    const told = 'M1 90,071,992,547,409.91；M2 100,000,003.05';
    const narrow: Block = {
      kind: 'table',
      columns: [{ heading: '说明', width: 20 }, { heading: '分配' }],
      rows: [['甲', told]],
    };
    const lines = (await pdfLines(await render(document({ kind: 'facts', columns: 4, facts }, narrow)))).flat();
    expect(lines.join('\n').split('90,071,992,547,409.91')).toHaveLength(6);
    expect(lines.some((line) => line.includes('100,000,003.05'))).toBe(true);
  });

  const signed: Block = {
    kind: 'signatures',
    parties: [
      { name: '供方', lines: ['经办人', '日期'] },
      { name: '需方', lines: ['经办人', '日期'] },
    ],
  };
  const rows = (count: number) => Array.from({ length: count }, (_, index) => [`行${index + 1}完`]);
  const before: [string, (size: number) => Block[], RegExp][] = [
    [
      'a short paragraph',
      (size) => [...lined(20 + size), { kind: 'paragraph', text: '请盖章确认。' }],
      /请盖章确认。供方/,
    ],
    [
      'a heading and a short paragraph',
      (size) => [...lined(20 + size), { kind: 'heading', text: '特殊要求' }, { kind: 'paragraph', text: '无异议' }],
      /特殊要求无异议供方/,
    ],
    [
      'a long paragraph',
      (size) => [
        ...lined(10),
        { kind: 'paragraph', text: `${'设备须逐台验收并留存记录。'.repeat(55 + 4 * size)}终。` },
      ],
      /设备须逐台验收并留存记录。终。供方/,
    ],
    [
      'a paragraph without an end of a sentence',
      (size) => [...lined(10), { kind: 'paragraph', text: `${'字'.repeat(750 + 47 * size)}终` }],
      /字{20,}终供方/,
    ],
    [
      'a table',
      (size) => [{ kind: 'table', columns: [{ heading: '栏目' }], rows: rows(25 + size), total: ['合计额'] }],
      /栏目.*行\d+完合计额供方/,
    ],
    [
      'facts',
      (size) => [{ kind: 'facts', columns: 1, facts: rows(25 + size).map(([value = '']) => ({ label: '项', value })) }],
      /项行\d+完供方/,
    ],
  ];
  const lined = (count: number): Block[] =>
    Array.from({ length: count }, (_, index) => ({ kind: 'paragraph', text: `第${index}条` }));

  it.each(before)(
    'leaves signatures never alone at the head of a page: after %s (C-125)',
    async (_title, blocksOf, kept) => {
      const pageCounts = new Set<number>();
      for (let size = 0; size < 16; size += 1) {
        const pages = await pdfPages(await render(document(...blocksOf(size), signed)));
        pageCounts.add(pages.length);
        expect(pages.find((page) => page.includes('需方'))).toMatch(kept);
      }
      // both sides of the break were tried
      expect([...pageCounts]).toEqual([1, 2]);
    },
  );

  it('loses and doubles no row where the end of a table goes over with the signatures', async () => {
    for (let size = 25; size < 41; size += 1) {
      const table: Block = { kind: 'table', columns: [{ heading: '栏目' }], rows: rows(size), total: ['合计额'] };
      const text = (await pdfPages(await render(document(table, signed)))).join('');
      expect(text.match(/行\d+完/g)).toEqual(rows(size).flat());
      expect(text.match(/合计额/g)).toHaveLength(1);
    }
  });

  it('keeps words in bold with the table that they stand above', async () => {
    for (let count = 20; count < 34; count += 1) {
      const caption: Block = { kind: 'paragraph', text: '收付款安排', strong: true };
      const pages = await pdfPages(await render(document(...lined(count), caption, list(3))));
      expect(pages.find((page) => page.includes('收付款安排'))).toContain('收付款安排序号名称及规格');
    }
  });

  it('prints a warning with everything that it says', async () => {
    const text = '供方信息未配置，本文件不得盖章';
    expect((await pdfPages(await render(document({ kind: 'notice', text }))))[0]).toContain(text);
  });
});
