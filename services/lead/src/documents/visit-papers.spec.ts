import type { Block, BusinessDocument } from '@engsales/documents';
import { COMPETITOR, CONTACT_ID, OWNER_PARTY } from '../domain/visit/visit.fixtures.js';
import { doneWalk, missedWalk, plannedWalk } from '../domain/visit/visit.walk.js';
import { aLead } from '../domain/visit/visit.fixtures.js';
import { SendWrittenMaterial } from '../domain/visit/visit.commands.js';
import { visitOutlineDocument } from './visit-outline.document.js';
import type { VisitWords } from './visit-paper.js';
import { visitReportDocument } from './visit-report.document.js';

const PARTY_NAMES: Readonly<Record<string, string>> = { [OWNER_PARTY]: '临江二院', [COMPETITOR]: '某某空调' };
const words: VisitWords = {
  projectName: '二院新院区',
  staffNameOf: (id) => (id === undefined ? '' : `员工 ${id}`),
  partyNameOf: (id) => PARTY_NAMES[id] ?? id,
  contactNameOf: (id) => (id === CONTACT_ID ? '基建科科长 王*国' : ''),
  generatedOn: '2025-03-10 09:00',
};

const partsOf = ({ blocks }: BusinessDocument) =>
  blocks.map((block) => (block.kind === 'heading' ? block.text : block.kind));
const rowsUnder = ({ blocks }: BusinessDocument, text: string) => {
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === text);
  return (blocks[at + 1] as Extract<Block, { kind: 'table' }>).rows;
};
const factsAt = ({ blocks }: BusinessDocument, index: number) => {
  const { facts } = blocks[index] as Extract<Block, { kind: 'facts' }>;
  return Object.fromEntries(facts.map(({ label, value }) => [label, value]));
};

describe('the outline of a visit on paper (L-150)', () => {
  const paper = visitOutlineDocument(plannedWalk().now, words);

  it('is of one project, at one time', () => {
    const { title, subtitle, generatedOn } = paper;
    expect({ title, subtitle, generatedOn }).toEqual({
      title: '访客提纲',
      subtitle: '二院新院区',
      generatedOn: '2025-03-10 09:00',
    });
    expect(factsAt(paper, 0)).toEqual({
      项目: '二院新院区',
      计划时间: '2025-03-12 09:00',
      目的: '上门拜访',
      业务员: '员工 li-na',
      同行人员: '员工 zhao-lei',
      状态: '已计划',
    });
  });

  it('has its points in the order in which they are thought through', () =>
    expect(partsOf(paper)).toEqual([
      'facts',
      '一、路线',
      'table',
      '二、拜访对象',
      'table',
      '三、话题',
      'table',
      '四、对方可能的要求',
      'table',
      '五、可能的结果',
      'table',
      '六、备品',
      'table',
      'paragraph',
    ]));

  it('says the way, whom we see, what we talk about and what may come of it', () => {
    expect(rowsUnder(paper, '一、路线')).toEqual([['行政楼 302', '地铁']]);
    expect(rowsUnder(paper, '二、拜访对象')).toEqual([
      ['见谁', '临江二院 基建科科长 王*国', ''],
      ['不在时', '副科长', '电话预约'],
      ['目标人', '分管副院长', '请科长引荐'],
    ]);
    expect(rowsUnder(paper, '三、话题')).toEqual([
      ['1', '能耗'],
      ['2', '交期'],
    ]);
    expect(rowsUnder(paper, '四、对方可能的要求')).toEqual([['降价', '说明能效收益']]);
    expect(rowsUnder(paper, '五、可能的结果')).toEqual([['推迟决定', '约定答复日期']]);
  });

  it('has a packing list, and the notes', () => {
    const checklist = [
      { item: 'BUSINESS_CARDS', packed: true },
      { item: 'OTHER', packed: false },
    ] as const;
    const bare = visitOutlineDocument(plannedWalk({ checklist, preparationNotes: undefined }).now, words);
    expect(rowsUnder(bare, '六、备品')).toEqual([
      ['名片', '是'],
      ['其他', '否'],
    ]);
    expect(bare.blocks.at(-1)).toEqual({ kind: 'paragraph', text: '备注：无' });
    expect(paper.blocks.at(-1)).toEqual({ kind: 'paragraph', text: '备注：带样本' });
  });
});

describe('the report of a visit on paper (L-151)', () => {
  const walk = doneWalk().do(SendWrittenMaterial, { pointNo: 1, docRef: 'DOC-1', on: '2025-03-12', lead: aLead });
  const paper = visitReportDocument(walk.now, words);

  it('says when it was, and what came of it', () =>
    expect(factsAt(paper, 1)).toEqual({
      拜访日期: '2025-03-12',
      报告人: '员工 li-na',
      语气: '友好',
      下次跟进: '2025-03-19',
      客户看法: '认可品牌',
      结果: '下周技术交流',
    }));

  it.each([
    ['一、会见人员', [['1', '临江二院 基建科科长 王*国']]],
    ['二、寒暄', [['1', '孩子高考']]],
    ['三、客户所说', [['1', '预算已批']]],
    ['四、我方所说', [['同类项目节能 30%', '某某空调', 'EV-1']]],
    ['五、客户提问', [['运行费用', '电费多少？', '每平米 12 元']]],
    [
      '六、客户表现与建议',
      [
        ['有意签约', '提出签约'],
        ['疲倦', '稍作休息'],
      ],
    ],
    [
      '七、异议与书面材料',
      [
        ['噪声', '2025-03-20', '2025-03-12', 'DOC-1'],
        ['工期', '2025-03-21', '', ''],
      ],
    ],
  ])('has %s', (heading, rows) => expect(rowsUnder(paper, heading)).toEqual(rows));

  it('says before the report that there is none', () => {
    const { blocks } = visitReportDocument(plannedWalk().now, words);
    expect(blocks.slice(1)).toEqual([{ kind: 'notice', text: '尚未登记拜访结果' }]);
  });

  it('is short where nobody was there', () => {
    const missed = visitReportDocument(missedWalk().now, words);
    expect(factsAt(missed, 0)).toMatchObject({ 状态: '未遇' });
    expect(rowsUnder(missed, '三、客户所说')).toEqual([]);
  });
});
