import type { Block } from '@engsales/documents';
import type { ContractWalk } from '../domain/contract/contract.walk.js';
import { executedWalk, signedWalk, TERMINATION } from '../domain/contract/contract.walk.js';
import type { SignedContract } from '../domain/contract/contract.state.js';
import {
  RecordOrderEnd,
  SettleTermination,
  TerminateContract,
  VoidContract,
} from '../domain/contract/ending/ending.commands.js';
import { WaiveMilestone } from '../domain/contract/milestones/milestones.commands.js';
import { RecordRefund, RecordInvoice, ReverseRefund, VoidInvoice } from '../domain/contract/money/money.commands.js';
import { COMPANY } from './company.fixtures.js';
import { statementOfAccount } from './statement-of-account.document.js';

type Table = Extract<Block, { kind: 'table' }>;
type Facts = Extract<Block, { kind: 'facts' }>;

/** What the paper says of 未收 in its facts, in the total of its table and in its sentence. */
function saysOf(contract: SignedContract, now = '2025-03-12 09:00') {
  const { blocks } = statementOfAccount(contract, COMPANY, now);
  const facts = Object.fromEntries((blocks[1] as Facts).facts.map(({ label, value }) => [label, value]));
  const { rows, total = [] } = blocks[3] as Table;
  return { facts, rows, total, sentence: (blocks[8] as { text: string }).text };
}

const RIGHT = '如无异议，请盖章确认。';
const settle = (walk: ContractWalk, finalFen: number) => {
  walk.do(TerminateContract, TERMINATION);
  for (const lineId of ['L1', 'L2', 'L3']) walk.do(RecordOrderEnd, { lineId, outcome: 'CANCELLED', sunkCostFen: 0 });
  return walk.do(SettleTermination, { finalFen }).now;
};
const deposit = () => executedWalk().receipt(100_000, 'M1');

/** Fen of a cell; an empty one says nothing. */
const fenOf = (cell = '') => Math.round(Number(cell.replaceAll(',', '')) * 100);

describe('the sentence that is stamped (C-123)', () => {
  it('says what is outstanding', () => {
    expect(saysOf(signedWalk().receipt(100_000, 'M1').now).sentence).toBe(
      `截至 2025-03-12，贵方在本合同项下尚有 6,999,000.00 元（人民币陆佰玖拾玖万玖仟元整）未付。${RIGHT}`,
    );
  });

  it('says that nothing is outstanding, also where a part was given up', () => {
    const walk = signedWalk().do(WaiveMilestone, { milestoneId: 'M5', reason: '让利' }, 'wang');
    walk.receipt(679_000_000);
    expect(saysOf(walk.now).sentence).toBe(`截至 2025-03-12，贵方在本合同项下没有未付款项。${RIGHT}`);
  });

  it('says what was paid too much, and what becomes of it', () => {
    const { facts, total, sentence } = saysOf(
      signedWalk().receipt(700_000_100, undefined, { unallocatedFen: 700_000_100 }).now,
    );
    expect(facts).toMatchObject({ 未收金额: '0.00 元', 多付金额: '1.00 元' });
    expect(total.slice(4, 8)).toEqual(['7,000,000.00', '7,000,001.00', '0.00', '0.00']);
    expect(sentence).toBe(
      `截至 2025-03-12，贵方在本合同项下没有未付款项，多付 1.00 元（人民币壹元整），将抵扣后续款项或退还贵方。${RIGHT}`,
    );
  });

  it('confirms no debt of a void contract', () => {
    const { facts, rows, total, sentence } = saysOf(signedWalk().do(VoidContract, TERMINATION).now);
    expect(facts).toMatchObject({ 合同总额: '7,000,000.00 元', 未收金额: '0.00 元', 未收金额大写: '人民币零元整' });
    expect(rows.map((row) => [row[4], row[7], row[8]])).toEqual(Array(5).fill(['0.00', '0.00', '已取消']));
    expect(total.slice(4, 8)).toEqual(['0.00', '0.00', '0.00', '0.00']);
    expect(sentence).toBe(`本合同已作废，不产生付款义务。截至 2025-03-12，贵方在本合同项下没有未付款项。${RIGHT}`);
  });

  it('says what a void contract has to give back', () => {
    const walk = signedWalk().receipt(100_000, 'M1');
    walk.do(RecordRefund, { amountFen: 100_000, on: '2025-03-10', bankRef: 'R-1' });
    const refundId = walk.now.refunds[0]?.refundId ?? '';
    walk.do(VoidContract, TERMINATION).do(ReverseRefund, { refundId, reason: '退票' });
    const { facts, sentence } = saysOf(walk.now);
    expect(facts).toMatchObject({ 已收金额: '1,000.00 元', 未收金额: '0.00 元', 应退金额: '1,000.00 元' });
    expect(sentence).toBe(
      `本合同已作废，不产生付款义务。截至 2025-03-12，贵方没有未付款项，我方应退还贵方 1,000.00 元（人民币壹仟元整）。${RIGHT}`,
    );
  });

  it('asks of a terminated contract only what is due, and says that it is not settled', () => {
    const { facts, sentence } = saysOf(deposit().do(TerminateContract, TERMINATION).now);
    expect(facts).toMatchObject({ 未收金额: '2,099,000.00 元' });
    expect(sentence).toMatch(/^本合同已解除，尚未结算。截至 2025-03-12，贵方在本合同项下尚有 2,099,000.00 元/);
  });

  it('says the settled sum and what is left of it', () => {
    const { facts, rows, total, sentence } = saysOf(settle(deposit(), 250_000));
    expect(facts).toMatchObject({ 结算金额: '2,500.00 元', 已收金额: '1,000.00 元', 未收金额: '1,500.00 元' });
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['结算', '结算款']);
    expect(total.slice(4, 8)).toEqual(['2,500.00', '1,000.00', '0.00', '1,500.00']);
    expect(sentence).toBe(
      '本合同已解除并结算，结算金额 2,500.00 元（人民币贰仟伍佰元整）。' +
        `截至 2025-03-12，贵方在本合同项下尚有 1,500.00 元（人民币壹仟伍佰元整）未付。${RIGHT}`,
    );
  });

  it('counts money on account once in a settlement', () => {
    const { facts, total } = saysOf(settle(executedWalk().receipt(100_000), 250_000));
    expect(facts).toMatchObject({ 其中未分配: '1,000.00 元', 未收金额: '1,500.00 元' });
    expect(total.slice(4, 8)).toEqual(['2,500.00', '1,000.00', '0.00', '1,500.00']);
  });

  it('says that a settled contract is paid, and what is given back of it', () => {
    expect(saysOf(settle(deposit(), 100_000)).sentence).toMatch(/没有未付款项。如无异议/);
    const { facts, total, sentence } = saysOf(settle(deposit(), 25_000));
    expect(facts).toMatchObject({ 结算金额: '250.00 元', 未收金额: '0.00 元', 应退金额: '750.00 元' });
    expect(total.slice(4, 8)).toEqual(['250.00', '1,000.00', '0.00', '0.00']);
    expect(sentence).toContain('贵方没有未付款项，我方应退还贵方 750.00 元（人民币柒佰伍拾元整）。');
  });
});

describe('the figures of a statement (C-122)', () => {
  const cases: [string, () => SignedContract][] = [
    ['nothing has come', () => signedWalk().now],
    ['a part has come, not allocated', () => signedWalk().receipt(123_457).now],
    [
      'more has come than was agreed',
      () => signedWalk().receipt(700_000_001, undefined, { unallocatedFen: 700_000_001 }).now,
    ],
    [
      'a part was given up',
      () => signedWalk().do(WaiveMilestone, { milestoneId: 'M4', reason: '让利' }, 'wang').receipt(5).now,
    ],
    ['it is void', () => signedWalk().do(VoidContract, TERMINATION).now],
    ['it is terminated', () => deposit().do(TerminateContract, TERMINATION).now],
    ['it is settled with a balance', () => settle(deposit(), 250_000)],
    ['it is settled with a refund', () => settle(deposit(), 25_000)],
    ['it is settled for nothing', () => settle(deposit().receipt(7), 0)],
    ['it is settled with money on account', () => settle(executedWalk().receipt(100_000), 250_000)],
  ];
  it.each(cases)('have one 未收, and columns that add up, where %s', (_title, contractOf) => {
    const { facts, rows, total, sentence } = saysOf(contractOf());
    const outstanding = facts['未收金额'];
    expect(`${total[7] ?? ''} 元`).toBe(outstanding);
    expect(`${total[5] ?? ''} 元`).toBe(facts['已收金额']);
    expect(sentence.includes(`尚有 ${outstanding ?? ''}`)).toBe(outstanding !== '0.00 元');
    for (const column of [4, 5, 6, 7])
      expect([column, rows.reduce((sum, row) => sum + fenOf(row[column]), 0)]).toEqual([column, fenOf(total[column])]);
  });

  it('call a milestone late from the day after its last day, whatever part has come', () => {
    const part = signedWalk().receipt(1, 'M1').now;
    const statusOn = (day: string) => saysOf(part, `${day} 09:00`).rows[0]?.[8];
    expect([statusOn('2025-03-17'), statusOn('2025-03-18')]).toEqual(['部分收款', '逾期']);
  });

  it('leave out what was reversed or voided', () => {
    const walk = signedWalk()
      .receipt(100_000, 'M1')
      .do(RecordRefund, { amountFen: 1_000, on: '2025-03-10', bankRef: 'R-1' });
    walk.do(ReverseRefund, { refundId: walk.now.refunds[0]?.refundId ?? '', reason: '误录' });
    walk.do(RecordInvoice, { invoiceNo: 'F-1', kind: 'VAT_SPECIAL', amountFen: 100, taxFen: 10 });
    walk.do(VoidInvoice, { invoiceId: walk.lastId, reason: '误开' });
    const { blocks } = statementOfAccount(walk.now, COMPANY, '2025-03-12 09:00');
    expect([(blocks[5] as Table).rows.map((row) => row[1]), (blocks[7] as Table).rows]).toEqual([['B-1'], []]);
    expect(saysOf(walk.now).facts).toMatchObject({ 已收金额: '1,000.00 元', 已开票金额: '0.00 元' });
  });
});
