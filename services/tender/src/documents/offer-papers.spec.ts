import type { Block } from '@engsales/documents';
import { ReviseProposal } from '../domain/proposal/proposal.commands.js';
import { aBudget, aQuotation, LINE } from '../domain/proposal/proposal.fixtures.js';
import {
  approvedWalk as approvedProposal,
  draftedWalk,
  expiredWalk,
  sentWalk,
} from '../domain/proposal/proposal.walk.js';
import {
  aDraft,
  approvedWalk,
  consentedWalk,
  ofLead,
  submittedWalk,
} from '../domain/risk-assessment/risk-assessment.walk.js';
import * as risk from '../domain/risk-assessment/risk-assessment.walk.js';
import { buyoutConsentDocument } from './buyout-consent.document.js';
import { quotationDocument } from './quotation.document.js';

const nameOf = (id?: string) => (id === undefined ? '' : `姓名 ${id}`);
const NOW = '2025-03-10 09:00';
const ofKind = <Kind extends Block['kind']>(blocks: readonly Block[], kind: Kind) =>
  blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
const factsIn = (blocks: readonly Block[]) =>
  ofKind(blocks, 'facts').flatMap(({ facts }) => facts.map(({ label, value }) => [label, value]));
const notices = (blocks: readonly Block[]) => ofKind(blocks, 'notice').map(({ text }) => text);

describe('the paper of a buyout (T-317)', () => {
  const deal = { projectName: '新院区中央空调', tenderNo: 'LJ-2025-018', customerName: '临江市第二人民医院' };

  it('has the seven risks, what is done about them, and the prices', () => {
    const { title, subtitle, footer, blocks } = buyoutConsentDocument(approvedWalk().now, deal, nameOf, NOW);
    expect([title, subtitle, footer]).toEqual([
      '买断风险评估表及书面同意书',
      '新院区中央空调',
      '第 1 版，状态：已批准',
    ]);
    expect(factsIn(blocks)).toEqual([
      ['客户', '临江市第二人民医院'],
      ['招标编号', 'LJ-2025-018'],
      ['厂家', 'party-12'],
      ['编制日期', '2025-03-10'],
      ['采购价', '1,800,000.00 元'],
      ['销售价', '2,200,000.00 元'],
      ['差价率', '18.18%'],
      ['批准', '姓名 chen-zong 2025-03-10'],
    ]);
    const [table] = ofKind(blocks, 'table');
    expect(table?.rows[3]).toEqual(['4', '供货', '4', 'DELIVERY 已核实', '厂家锁定排产']);
    expect([table?.rows.length, table?.total]).toEqual([7, ['合计', '', '18', '', '']]);
    expect(ofKind(blocks, 'paragraph').map(({ text }) => text)).toEqual([
      '厂家现货',
      '有条件可行',
      '本人已阅上述评估，同意本项目按买断方式运作：由我司向厂家采购后销售给客户，风险由我司承担。',
    ]);
    expect(ofKind(blocks, 'signatures')[0]?.parties.map(({ name }) => name)).toEqual(['评估人', '商务部', '公司领导']);
    expect(notices(blocks)).toEqual([]);
  });

  it('says that nothing is bought on it before the approval, and what is not scored yet', () => {
    const one = risk.draftedWalk({ ...ofLead, items: aDraft.items.slice(0, 1), salePriceFen: undefined }).now;
    const { blocks } = buyoutConsentDocument(one, {}, nameOf, NOW);
    expect(notices(blocks)).toEqual(['本评估尚未批准，不得据此采购或对外承诺。']);
    expect(ofKind(blocks, 'table')[0]?.rows[1]).toEqual(['2', '资金落实', '', '', '']);
    expect(factsIn(blocks)).toContainEqual(['招标编号', '直接洽谈']);
    expect(factsIn(blocks)).toContainEqual(['差价率', '']);
    expect(notices(buyoutConsentDocument(submittedWalk().now, {}, nameOf, NOW).blocks)).toHaveLength(1);
  });

  it('names the consent once it is given', () =>
    expect(ofKind(buyoutConsentDocument(consentedWalk().now, deal, nameOf, NOW).blocks, 'paragraph').at(-1)?.text).toBe(
      '书面同意书已于 2025-03-12 出具，存档编号 DOC-210。',
    ));
});

describe('the paper of a quotation (T-352)', () => {
  it('has lines, tax, the total in words and its last day', () => {
    const line = {
      ...LINE,
      lineId: 'L2',
      name: '安装',
      spec: '含调试',
      qty: '1',
      uom: '项',
      unitPrice: '10900',
      taxRateBps: 900,
    };
    const { title, subtitle, number, footer, blocks } = quotationDocument(
      sentWalk({ ...aQuotation, lines: [LINE, line] }).now,
      nameOf,
      NOW,
    );
    expect([title, subtitle, number, footer]).toEqual([
      '报价单',
      '门诊楼中央空调报价',
      'BJ-20250307-4A2B3C',
      'BJ-20250307-4A2B3C，状态：已发出',
    ]);
    expect(ofKind(blocks, 'table').at(-1)).toMatchObject({
      rows: [
        ['1', '离心式冷水机组', '2', '台', '1,860,000.00', '13%', '3,720,000.00', '2025-09-01'],
        ['2', '安装 含调试', '1', '项', '10,900.00', '9%', '10,900.00', '2025-09-01'],
      ],
      total: ['合计（含税）', '', '', '', '', '', '3,730,900.00', ''],
    });
    expect(factsIn(blocks)).toEqual([
      ['客户', '临江市第二人民医院'],
      ['报价日期', '2025-03-07'],
      ['有效期至', '2025-04-06'],
      ['业务员', '姓名 li-na'],
      ['交货期', '合同签订后 120 天'],
      ['其中税额', '428,864.60 元'],
      ['不含税额', '3,302,035.40 元'],
      ['大写', '人民币叁佰柒拾叁万零玖佰元整'],
      ['付款方式', '预付 30%'],
      ['质保', '质保期 24 个月'],
    ]);
    expect(notices(blocks)).toEqual([]);
  });

  it('says nothing of our cost', () =>
    expect(JSON.stringify(quotationDocument(sentWalk().now, nameOf, NOW))).not.toMatch(/成本|毛利|3,273,600/));

  it('says when it is no offer: not sent yet, too late, or a budget', () => {
    const said = (walk: ReturnType<typeof sentWalk>) => notices(quotationDocument(walk.now, nameOf, NOW).blocks);
    expect(said(approvedProposal())).toEqual(['本件尚未发出，不得交给客户。']);
    expect(said(expiredWalk())).toEqual(['本报价已过有效期。']);
    expect(said(sentWalk(aBudget))).toEqual(['预算报价仅供参考，不构成要约。']);
    const revised = sentWalk().do(ReviseProposal, aQuotation);
    expect(quotationDocument(revised.now, nameOf, NOW).number).toBe('BJ-20250307-4A2B3C 第 2 版');
  });

  it('without lines and terms is what there is to say', () => {
    const { title, blocks } = quotationDocument(draftedWalk(aBudget).now, nameOf, NOW);
    expect([title, blocks.map(({ kind }) => kind)]).toEqual([
      '预算报价单',
      ['notice', 'notice', 'facts', 'signatures'],
    ]);
  });
});
