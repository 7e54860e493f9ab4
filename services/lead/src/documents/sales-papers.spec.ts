import type { Block } from '@engsales/documents';
import {
  approvedWalk as approvedCase,
  CASE_ID,
  draftedWalk as draftedCase,
} from '../domain/case-study/case-study.walk.js';
import type { DraftedCase } from '../domain/case-study/case-study.js';
import { publishedWalk, SECTIONS } from '../domain/sales-kit/sales-kit.walk.js';
import { ACHIEVED } from '../domain/sales-plan/sales-plan.fixtures.js';
import { draftedWalk, evaluatedWalk, startedWalk } from '../domain/sales-plan/sales-plan.walk.js';
import { salesKitDocument } from './sales-kit.document.js';
import { salesPlanDocument } from './sales-plan.document.js';

const nameOf = (id?: string) => (id === undefined ? '' : `姓名 ${id}`);
const NOW = '2025-03-10 09:00';
const tables = (blocks: readonly Block[]) => blocks.filter((block) => block.kind === 'table');
const headings = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

describe('a sales plan on paper (L-251)', () => {
  it('has targets beside what was achieved, in units that people read', () => {
    const { title, subtitle, footer, blocks } = salesPlanDocument(startedWalk().now, ACHIEVED, nameOf, NOW);
    expect({ title, subtitle, footer }).toEqual({
      title: '销售工作计划',
      subtitle: '2025 年度销售计划',
      footer: '状态：执行中',
    });
    const [targets, competitors, strategies, actions, budget, resources] = tables(blocks);
    expect(targets?.rows).toEqual([
      ['销售额', '元', '350,000,000.00', '420,000,000.00', '7,000,000.00', '1.67%', '2025-12-31'],
      ['客户满意度', '分', '4.20', '4.50', '4.65', '103.33%', '2025-12-31'],
    ]);
    expect(competitors?.rows).toEqual([['party-9', '价格低', '售后慢']]);
    expect(strategies?.rows[0]).toEqual(['客户开发', '客户开发：走访目标客户，扩大客户群']);
    expect(actions?.rows).toEqual([['走访设计院', '姓名 li-na', '2025-01-06', '2025-06-30']]);
    expect(budget).toMatchObject({
      rows: [
        ['差旅', '200,000.00'],
        ['展会', '100,000.00'],
      ],
      total: ['合计', '300,000.00'],
    });
    expect(resources?.rows).toEqual([['人', '两名销售工程师', '姓名 li-na']]);
  });
  it('says who approved it, and how it was evaluated', () => {
    const { blocks } = salesPlanDocument(evaluatedWalk().now, ACHIEVED, nameOf, NOW);
    expect(headings(blocks)).toContain('五、评估');
    expect(blocks[0]).toMatchObject({ facts: expect.arrayContaining([{ label: '批准人', value: '姓名 zhang-wei' }]) });
    expect(blocks.at(-1)).toMatchObject({ parties: [{}, { lines: ['姓名 zhang-wei', '2025-03-10'] }] });
  });
  it('is printed as a draft too, with what is open left empty', () => {
    const { blocks } = salesPlanDocument(draftedWalk().now, [], nameOf, NOW);
    expect(tables(blocks)[0]?.rows[0]).toEqual(['销售额', '元', '', '', '0.00', '', '2025-12-31']);
    expect(blocks).toContainEqual({ kind: 'paragraph', text: '无' });
    expect(blocks.at(-1)).toMatchObject({ parties: [{}, { lines: ['公司领导', '日期'] }] });
  });
});

describe('a sales kit on paper (L-248)', () => {
  const kit = publishedWalk().state;
  const published = kit.state === 'NONE' ? undefined : kit.published;
  const paperOf = (study: unknown) => salesKitDocument(published!, [study as DraftedCase], NOW);

  it('has its eight sections in order, of the version that is published', () => {
    const { number, footer, blocks } = paperOf(approvedCase().state);
    expect({ number, footer }).toEqual({ number: 'V1', footer: '发布日期：2025-03-10' });
    expect(headings(blocks)).toHaveLength(SECTIONS.length);
    expect(headings(blocks)[6]).toBe('七、合作流程');
    expect(tables(blocks).map(({ rows }) => rows)).toEqual([
      [['能效高 8%', 'TEST-8']],
      [['1', '一周', '销售工程师', '现场勘察']],
    ]);
    expect(JSON.stringify(blocks)).toContain('24 个月');
  });
  it('shows a case while it is approved', () => {
    expect(JSON.stringify(paperOf(approvedCase().state).blocks)).toContain('提前两周投用');
    expect(JSON.stringify(paperOf(draftedCase().state).blocks)).not.toContain('提前两周投用');
    expect(JSON.stringify(paperOf({ state: 'APPROVED', caseStudyId: `not-${CASE_ID}` }).blocks)).toContain(
      '八、联系方式',
    );
  });
});
