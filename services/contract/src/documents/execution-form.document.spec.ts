import type { Block } from '@engsales/documents';
import { aDocument } from '../domain/contract/contract.fixtures.js';
import { signedWalk } from '../domain/contract/contract.walk.js';
import type { SignedContract } from '../domain/contract/contract.state.js';
import {
  AcceptExecutionForm,
  ReturnExecutionForm,
  SubmitExecutionForm,
} from '../domain/contract/execution/execution.commands.js';
import { COMPANY } from './company.fixtures.js';
import { executionFormDocument } from './execution-form.document.js';

const NAMES: Readonly<Record<string, string>> = { 'li-na': '业务员甲', 'sun-li': '商务乙' };
const nameOf = (id?: string) => (id === undefined ? '' : (NAMES[id] ?? id));
const formOf = (contract: SignedContract) => executionFormDocument(contract, COMPANY, nameOf, '2025-03-10 09:00');
const rowsAt = (contract: SignedContract, index: number) =>
  (formOf(contract).blocks[index] as Extract<Block, { kind: 'table' }>).rows;
const factsOf = (contract: SignedContract) => {
  const [, facts] = formOf(contract).blocks as [Block, Extract<Block, { kind: 'facts' }>];
  return Object.fromEntries(facts.facts.map(({ label, value }) => [label, value]));
};

const signed = signedWalk().now;
const submitted = () => signedWalk().do(SubmitExecutionForm, {}, 'li-na');

describe('an execution form on paper (C-84)', () => {
  it('is of one contract, at one time', () => {
    const { title, subtitle, number, generatedOn } = formOf(signed);
    expect({ title, subtitle, number, generatedOn }).toEqual({
      title: '合同执行表',
      subtitle: '临江市第二人民医院新院区中央空调',
      number: 'HT-2025-0031',
      generatedOn: '2025-03-10 09:00',
    });
  });

  it('has its parts in the order in which they are signed', () =>
    expect(formOf(signed).blocks.map((block) => (block.kind === 'heading' ? block.text : block.kind))).toEqual([
      'table',
      'facts',
      '一、合同明细',
      'table',
      '二、收付款',
      'table',
      'paragraph',
      'table',
      '三、收发货',
      'table',
      '四、现场服务',
      'table',
      '五、特殊要求',
      'paragraph',
      'signatures',
    ]));

  it('says the facts, with staff by name where it is known', () =>
    expect(factsOf(submitted().do(AcceptExecutionForm, { commerceOwnerId: 'sun-li' }).now)).toEqual({
      签订日期: '2025-03-10',
      运作方式: '自产',
      业务员: '业务员甲',
      跟单员: 'zhou-min',
      商务负责人: '商务乙',
      合同总额: '7,000,000.00 元',
      其中税额: '777,952.42 元',
      大写: '人民币柒佰万元整',
    }));

  it('has nobody of commerce before it is accepted (C-64)', () =>
    expect(factsOf(submitted().now)).toMatchObject({ 商务负责人: '' }));

  it.each([
    ['BUYOUT', { riskAssessmentId: 'ra-1', writtenConsentRef: 'wc-1' }, '买断'],
    ['AGENCY', { agreementId: 'ag-1' }, '代理'],
  ] as const)('calls the mode %s by its name', (operationMode, papers, name) =>
    expect(factsOf(signedWalk({ operationMode, ...papers }).now)).toMatchObject({ 运作方式: name }),
  );

  it('lists the lines with their amounts and promised days, and adds them up (C-03, C-04)', () => {
    expect(rowsAt(signed, 3)).toEqual([
      ['L1', '设备 L1', '2', '台', '1,860,000.00', '3,720,000.00', '2025-09-01'],
      ['L2', '设备 L2', '24', '台', '68,500.00', '1,644,000.00', '2025-09-15'],
      ['L3', '设备 L3', '620', '台', '1,280.00', '793,600.00', '2025-09-01'],
      ['L4', '设备 L4', '1', '项', '842,400.00', '842,400.00', '2025-11-30'],
    ]);
    expect(formOf(signed).blocks[3]).toMatchObject({ total: ['合计', '', '', '', '', '7,000,000.00', ''] });
  });

  it('puts the specification after the name where there is one', () => {
    const lines = aDocument().lines.map((line, index) => (index === 0 ? { ...line, spec: 'R134a' } : line));
    expect(rowsAt(signedWalk({ lines }).now, 3)[0]?.[1]).toBe('设备 L1 R134a');
  });

  it('says of each payment what it waits for, how long, and what it must come before (C-34, C-58)', () =>
    expect(rowsAt(signed, 5)).toEqual([
      ['M1', '预付款', '2,100,000.00', '30%', '合同签订后 7 天', '投产前'],
      ['M2', '提货款', '2,100,000.00', '30%', '货物备妥后 7 天', '发货前'],
      ['M3', '安装款', '1,400,000.00', '20%', '安装完成后 7 天', ''],
      ['M4', '验收款', '1,190,000.00', '17%', '验收合格后 7 天', ''],
      ['M5', '质保金', '210,000.00', '3%', '验收合格后 24 个月加 7 天', ''],
    ]));

  it('names the day of a payment that waits for one (C-37)', () => {
    const [, ...rest] = aDocument().paymentMilestones;
    const dated = {
      id: 'M1',
      kind: 'DEPOSIT',
      amountFen: 140_000_000,
      trigger: 'DATE',
      date: '2025-06-01',
      netDays: 0,
      gate: 'NONE',
    } as const;
    const more = { ...dated, id: 'M0', kind: 'PROGRESS', amountFen: 70_000_000, netMonths: 1 } as const;
    const walk = signedWalk({ paymentMilestones: [dated, more, ...rest] });
    expect(rowsAt(walk.now, 5).slice(0, 2)).toEqual([
      ['M1', '定金', '1,400,000.00', '20%', '约定日期 2025-06-01后 0 天', ''],
      ['M0', '进度款', '700,000.00', '10%', '约定日期 2025-06-01后 1 个月加 0 天', ''],
    ]);
  });

  it('has empty tracks before it is submitted', () =>
    expect([rowsAt(signed, 7), rowsAt(signed, 9), rowsAt(signed, 11)]).toEqual([[], [], []]));

  it('fills its tracks from the contract, payments by what they are called (C-62)', () => {
    const form = submitted().now;
    expect(rowsAt(form, 7)).toEqual([
      ['预付款', 'M1', '2025-03-17', ''],
      ['提货款', 'M2', '', ''],
      ['安装款', 'M3', '', ''],
      ['验收款', 'M4', '', ''],
      ['质保金', 'M5', '', ''],
    ]);
    expect(rowsAt(form, 9)).toEqual([
      ['设备 L1 2 台', 'L1', '2025-09-01', ''],
      ['设备 L2 24 台', 'L2', '2025-09-15', ''],
      ['设备 L3 620 台', 'L3', '2025-09-01', ''],
    ]);
    expect(rowsAt(form, 11)).toEqual([['设备 L4 1 项', 'L4', '2025-11-30', '']]);
  });

  it('keeps what the salesperson has written, with the owner by name (C-62)', () => {
    const service = [{ item: '进场', ownerId: 'li-na' }, { item: '培训' }];
    const walk = signedWalk().do(
      SubmitExecutionForm,
      { tracks: { service }, specialRequirements: '夜间进场' },
      'li-na',
    );
    expect(rowsAt(walk.now, 11)).toEqual([
      ['进场', '', '', '业务员甲'],
      ['培训', '', '', ''],
    ]);
    expect(formOf(walk.now).blocks[13]).toEqual({ kind: 'paragraph', text: '夜间进场' });
  });

  it('says that there are no special requirements where there are none', () =>
    expect(formOf(submitted().now).blocks[13]).toEqual({ kind: 'paragraph', text: '无' }));

  it.each([
    ['not submitted', signed, '状态：未提交'],
    ['submitted', submitted().now, '状态：待商务部接收'],
    [
      'returned, with the reason',
      submitted().do(ReturnExecutionForm, { reason: '缺少进场计划' }).now,
      '状态：已退回（缺少进场计划）',
    ],
    ['accepted', submitted().do(AcceptExecutionForm, {}).now, '状态：已接收'],
  ])('says at its foot that it is %s (C-63)', (_title, contract, footer) =>
    expect(formOf(contract).footer).toBe(footer),
  );

  it('says a part of the total as per cent, round half up (C-124)', () => {
    const [first, ...rest] = aDocument().paymentMilestones;
    const last = rest.at(-1);
    if (!first || !last) throw new Error('the schedule is too short');
    const milestones = [
      { ...first, bps: undefined, amountFen: 233_333_333 },
      { ...last, bps: undefined, amountFen: 466_666_667 },
    ];
    expect(rowsAt(signedWalk({ paymentMilestones: milestones }).now, 5).map((row) => row[3])).toEqual([
      '33.33%',
      '66.67%',
    ]);
  });

  it('says who it is between, and in a frame that it is not configured who we are (C-121)', () => {
    expect(rowsAt(signed, 0)[0]).toEqual(['名称', '某某工程设备有限公司', '临江市第二人民医院']);
    expect(executionFormDocument(signed, {}, nameOf, '2025-03-10 09:00').blocks[0]).toEqual({
      kind: 'notice',
      text: '供方信息未配置，本文件不得盖章',
    });
  });
});
