import type { Block, BusinessDocument } from './business-document.js';
import { renderHtml } from './html.js';

const EVIL = `<script>alert("1")</script> & 'Co.'`;
const SAFE = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Co.&#39;';
const page = (...blocks: Block[]) => renderHtml({ title: '设备清单', blocks });
const count = (text: string, part: string) => text.split(part).length - 1;

describe('a document as HTML', () => {
  it('escapes every text that it is given', () => {
    const document: Required<BusinessDocument> = {
      title: EVIL,
      subtitle: EVIL,
      number: EVIL,
      generatedOn: EVIL,
      footer: EVIL,
      blocks: [
        { kind: 'heading', text: EVIL },
        { kind: 'paragraph', text: EVIL },
        { kind: 'paragraph', text: EVIL, strong: true },
        { kind: 'notice', text: EVIL },
        { kind: 'facts', facts: [{ label: EVIL, value: EVIL }] },
        { kind: 'table', columns: [{ heading: EVIL }], rows: [[EVIL]], total: [EVIL] },
        { kind: 'table', columns: [{ heading: '附件' }], rows: [], empty: EVIL },
        { kind: 'signatures', parties: [{ name: EVIL, lines: [EVIL] }] },
      ],
    };
    const html = renderHtml(document);
    expect(html).not.toContain('<script');
    expect(html).not.toContain(`'Co.'`);
    // twice more for title and number in <title>
    expect(count(html, SAFE)).toBe(2 + 5 + 4 + 2 + 3 + 1 + 2);
  });

  it('is a whole page in UTF-8 for A4 that fetches nothing', () => {
    const html = page({ kind: 'paragraph', text: '一段话' });
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(html).toContain('<meta charset="utf-8">');
    expect(html).toMatch(/@page \{\s+size: A4;/);
    expect(html).not.toMatch(/https?:|<link|<img|<script|@import|url\(/);
    expect(html.trimEnd().endsWith('</html>')).toBe(true);
  });

  it('leaves out what a document does not have', () => {
    expect(page()).not.toMatch(/编号|生成时间|undefined|class="(subtitle|note)"/);
  });

  it('aligns columns, shares out the width and spreads the first text of the total', () => {
    const html = page({
      kind: 'table',
      columns: [
        { heading: '名称', width: 3 },
        { heading: '单位', align: 'center' },
        { heading: '金额', align: 'right' },
      ],
      rows: [['水泵', '台', '1,000.00']],
      total: ['合计', '', '1,000.00'],
    });
    expect(html).toContain('<col style="width:60.00%"><col style="width:20.00%"><col style="width:20.00%">');
    expect(html).toContain(
      '<tr class="row"><td class="left">水泵</td><td class="center">台</td><td class="right">1,000.00</td></tr>',
    );
    expect(html).toContain(
      '<tr class="total"><td class="center" colspan="2">合计</td><td class="right">1,000.00</td></tr>',
    );
  });

  it('says that a table has no rows', () => {
    const html = page({ kind: 'table', columns: [{ heading: '附件' }, { heading: '份数' }], rows: [] });
    expect(html).toContain('<tr class="empty"><td class="center" colspan="2">无</td></tr>');
  });

  it('sets facts in rows that all reach the right edge', () => {
    const fact = (label: string, wide = false) => ({ label, value: label.toUpperCase(), wide });
    const html = page({ kind: 'facts', facts: [fact('a'), fact('b', true), fact('c'), fact('d'), fact('e')] });
    expect(html.match(/<tr>.*<\/tr>/g)).toEqual([
      '<tr><th scope="row">a</th><td colspan="3">A</td></tr>',
      '<tr><th scope="row">b</th><td colspan="3">B</td></tr>',
      '<tr><th scope="row">c</th><td>C</td><th scope="row">d</th><td>D</td></tr>',
      '<tr><th scope="row">e</th><td colspan="3">E</td></tr>',
    ]);
  });

  it('keeps amounts in one line: in columns at the right, and as a fact (C-120)', () => {
    const html = page({
      kind: 'facts',
      facts: [
        { label: '总额', value: '100,000,003.05 元' },
        { label: '日期', value: '2025-03-10' },
      ],
    });
    expect(html).toContain('<td class="amount">100,000,003.05 元</td>');
    expect(html).toContain('<td>2025-03-10</td>');
    expect(html).toContain('td.right, td.amount { white-space: nowrap; }');
    // widths are shares only as far as amounts leave room
    expect(html).not.toContain('table-layout: fixed');
  });

  it('prints a warning in a frame, as an alert', () =>
    expect(page({ kind: 'notice', text: '不得盖章' })).toContain('<p class="notice" role="alert">不得盖章</p>'));

  it('refuses a table whose rows do not fit its columns, and a column without width', () => {
    const columns = [{ heading: 'a' }, { heading: 'b' }];
    expect(() => page({ kind: 'table', columns, rows: [['1']] })).toThrow(RangeError);
    expect(() => page({ kind: 'table', columns, rows: [], total: ['1', '2', '3'] })).toThrow(RangeError);
    expect(() => page({ kind: 'table', columns: [{ heading: 'a', width: 0 }], rows: [] })).toThrow(RangeError);
  });
});
