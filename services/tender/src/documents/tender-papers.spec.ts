import type { Block } from '@engsales/documents';
import {
  DecideGoNoGo,
  DecideNoBid,
  MeetGoCondition,
  WaiveGoCondition,
} from '../domain/tender/deciding/deciding.commands.js';
import { PlanCompetition } from '../domain/tender/competing/competing.commands.js';
import { RecordOpening } from '../domain/tender/opening/opening.commands.js';
import { PrepareBidVolume, TickBidItem } from '../domain/tender/preparing/preparing.commands.js';
import { LEADER, MANAGER, OPENING } from '../domain/tender/tender.fixtures.js';
import type { ExistingTender } from '../domain/tender/tender.state.js';
import {
  openedWalk,
  preparingWalk,
  publishedWalk,
  registeredWalk,
  submittedWalk,
} from '../domain/tender/tender.walk.js';
import { bidChecklistDocument } from './bid-checklist.document.js';
import { goNoGoDocument } from './go-no-go.document.js';
import { openingRecordDocument } from './opening-record.document.js';

const nameOf = (id?: string) => (id === undefined ? '' : `姓名 ${id}`);
const NOW = '2025-01-10 09:00';
const ofKind = <Kind extends Block['kind']>(blocks: readonly Block[], kind: Kind) =>
  blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
const factsIn = (blocks: readonly Block[]) =>
  ofKind(blocks, 'facts').flatMap(({ facts }) => facts.map(({ label, value }) => [label, value]));
const notices = (blocks: readonly Block[]) => ofKind(blocks, 'notice').map(({ text }) => text);
const rowsOf = (blocks: readonly Block[], nth = 0) => ofKind(blocks, 'table')[nth]?.rows;

describe('投标文件清单 (T-85)', () => {
  it('has the files by volume, a star at what is required, who has ticked it, and what is missing', () => {
    const walk = preparingWalk()
      .do(TickBidItem, { id: 'BID_LETTER', docRef: 'DOC-1' })
      .do(PrepareBidVolume, { volume: 'COMMERCIAL', contentRef: 'DOC-2' })
      .do(PrepareBidVolume, { volume: 'TECHNICAL', notApplicableReason: '无技术标' });
    const { title, subtitle, footer, blocks } = bidChecklistDocument(walk.now, nameOf, NOW);
    expect([title, subtitle, footer]).toEqual(['投标文件清单', '临江市第二人民医院新院区中央空调', '* 为必备']);
    expect(notices(blocks)).toEqual(['必备文件未齐：授权委托书、营业执照、保证金凭证、开标一览表、分项报价表。']);
    expect(factsIn(blocks)).toEqual([
      ['招标人', '临江市第二人民医院'],
      ['招标代理', ''],
      ['招标编号', 'LJ-2025-018'],
      ['标段', ''],
      ['轮次', '第 1 轮'],
      ['投标截止', '2025-01-27 09:30'],
      ['标书', '第 1 版，编制中'],
      ['已备', '1 / 13 项'],
      ['商务负责人', '姓名 sun-li'],
    ]);
    expect(rowsOf(blocks)?.slice(0, 7)).toEqual([
      ['1', '资格', '授权委托书 *', '', '', '', ''],
      ['2', '资格', '营业执照 *', '', '', '', ''],
      ['3', '资格', '资质证书', '', '', '', ''],
      ['4', '资格', '业绩/用户清单', '', '', '', ''],
      ['5', '资格', '财务报表', '', '', '', ''],
      ['6', '商务', '投标函 *', '✓', 'DOC-1', '姓名 li-na', '2025-01-06'],
      ['7', '商务', '保证金凭证 *', '', '', '', ''],
    ]);
    expect(rowsOf(blocks, 1)).toEqual([
      ['资格', '未编制', ''],
      ['商务', 'DOC-2', '姓名 li-na'],
      ['技术', '不适用：无技术标', '姓名 li-na'],
      ['报价', '未编制', ''],
    ]);
  });

  it('says nothing of what is missing once all that is required is there, nor before there is a list', () => {
    expect(notices(bidChecklistDocument(preparingWalk().write().now, nameOf, NOW).blocks)).toEqual([]);
    const early = bidChecklistDocument(registeredWalk().now, nameOf, NOW);
    expect([notices(early.blocks), rowsOf(early.blocks)]).toEqual([[], []]);
  });
});

describe('开标记录 (T-86)', () => {
  const paperOf = (tender: ExistingTender) => {
    if (!tender.opening) throw new Error('nothing was opened');
    return openingRecordDocument(tender, tender.opening, NOW);
  };

  it('has the bids by rank as they were read out, and how far ours lies above each', () => {
    const { title, footer, blocks } = paperOf(openedWalk().now);
    expect([title, footer, notices(blocks)]).toEqual(['开标记录', '记录存档编号 KB-1', []]);
    expect(factsIn(blocks).slice(-4)).toEqual([
      ['开标时间', '2025-01-27 09:30'],
      ['招标方式', '公开招标'],
      ['信封', '单信封'],
      ['最高限价', ''],
    ]);
    expect(rowsOf(blocks)).toEqual([
      ['1', '华东机电', '6,820,000.00', '1', '2.64%', ''],
      ['2', '本公司', '7,000,000.00', '2', '', '我方'],
      ['3', '北方制冷', '7,210,000.00', '3', '-2.91%', '否决投标'],
    ]);
  });

  it('says what was noticed, and leaves blank what was not read out', () => {
    const bids = [
      { bidderName: '华东机电', ours: false },
      { bidderName: '本公司', priceFen: 699_000_000, ours: true },
    ];
    const { blocks } = paperOf(
      submittedWalk()
        .on('2025-01-27')
        .do(RecordOpening, { ...OPENING, bids }).now,
    );
    expect(notices(blocks)).toEqual([
      '投标人仅 2 家，少于三家。',
      '唱标价 6,990,000.00 元与我方递交价 7,000,000.00 元不一致。',
    ]);
    expect(rowsOf(blocks)).toEqual([
      ['1', '华东机电', '', '', '', ''],
      ['2', '本公司', '6,990,000.00', '', '', '我方'],
    ]);
  });
});

describe('投标决策表 (T-87)', () => {
  it('has the decision, its conditions as they stand, price and margin, and how we mean to win', () => {
    const conditions = [
      { id: 'C1', text: '厂家授权书', dueOn: '2025-01-20' },
      { id: 'C2', text: '保函' },
      { id: 'C3', text: '踏勘' },
    ];
    const walk = preparingWalk()
      .go(conditions)
      .do(MeetGoCondition, { id: 'C1', evidenceRef: 'D-4' })
      .do(WaiveGoCondition, { id: 'C2', reason: '现金缴纳' }, LEADER)
      .do(PlanCompetition, {
        ourPosition: '领先',
        technical: '能效',
        commercial: '付款',
        price: '居中',
        relationship: ['基建科', '设备科'],
        competitors: [{ name: '华东机电', threat: 4, expectedPriceFen: 690_000_000, counter: '本地服务' }],
      })
      .write();
    const { title, footer, blocks } = goNoGoDocument(walk.now, 'BUYOUT', nameOf, NOW);
    expect([title, footer, notices(blocks)]).toEqual(['投标决策表', '内部资料，不得外传', []]);
    expect(factsIn(blocks).slice(6)).toEqual([
      ['业务员', '姓名 li-na'],
      ['商务负责人', '姓名 sun-li'],
      ['结论', '投标'],
      ['中标概率', '60%'],
      ['决策人', '姓名 wang-fang'],
      ['决策日期', '2025-01-06'],
      ['理由', '有把握'],
      ['招标估价', '7,500,000.00 元'],
      ['最高限价', ''],
      ['投标报价', '7,000,000.00 元'],
      ['成本', '6,160,000.00 元'],
      ['毛利率', '12%'],
      ['运作方式', '买断'],
      ['我方地位', '领先'],
      ['技术', '能效'],
      ['商务', '付款'],
      ['价格', '居中'],
      ['关系', '基建科；设备科'],
    ]);
    expect(rowsOf(blocks)).toEqual([
      ['C1', '厂家授权书', '2025-01-20', '已满足 姓名 li-na D-4'],
      ['C2', '保函', '', '已豁免：现金缴纳'],
      ['C3', '踏勘', '', '未满足'],
    ]);
    expect(rowsOf(blocks, 1)).toEqual([['华东机电', '4', '6,900,000.00 元', '本地服务']]);
  });

  it('says when nothing is decided, or that we do not bid', () => {
    const undecided = goNoGoDocument(publishedWalk().now, undefined, nameOf, NOW).blocks;
    expect(notices(undecided)).toEqual(['尚未决策，不得编制投标文件。']);
    expect([rowsOf(undecided), ofKind(undecided, 'paragraph').map(({ text }) => text)]).toEqual([[], ['尚未策划']]);
    expect(factsIn(undecided)).toContainEqual(['运作方式', '未定']);
    const given = publishedWalk().do(DecideNoBid, { reason: 'CAPACITY', note: '排产已满' }, MANAGER);
    const { blocks } = goNoGoDocument(given.now, undefined, nameOf, NOW);
    expect([notices(blocks), factsIn(blocks)[8]]).toEqual([['不投标（产能不足）：排产已满'], ['结论', '不投标']]);
    const no = { go: false, reason: '无利润', winProbabilityBps: 1_000, conditions: [] };
    const refused = publishedWalk().do(DecideGoNoGo, no, MANAGER).now;
    expect(factsIn(goNoGoDocument(refused, undefined, nameOf, NOW).blocks)).toContainEqual(['结论', '不投标']);
  });
});
