import type { Block } from '@engsales/documents';
import { signedWalk, TERMINATION } from '../domain/contract/contract.walk.js';
import type { SignedContract } from '../domain/contract/contract.state.js';
import { TerminateContract } from '../domain/contract/ending/ending.commands.js';
import { WaiveMilestone } from '../domain/contract/milestones/milestones.commands.js';
import { RecordInvoice, RecordRefund, RedInvoice, ReverseReceipt } from '../domain/contract/money/money.commands.js';
import { COMPANY } from './company.fixtures.js';
import { statementOfAccount } from './statement-of-account.document.js';

const NOW = '2025-03-12 09:00';
const blocksOf = (contract: SignedContract): readonly Block[] => statementOfAccount(contract, COMPANY, NOW).blocks;
const rowsAt = (contract: SignedContract, index: number) => (blocksOf(contract)[index] as { rows: unknown }).rows;
const milestonesOf = (contract: SignedContract) => rowsAt(contract, 3);
const receiptsOf = (contract: SignedContract) => rowsAt(contract, 5);
const invoicesOf = (contract: SignedContract) => rowsAt(contract, 7);
const factsOf = (contract: SignedContract) => {
  const [, facts] = blocksOf(contract) as [Block, Extract<Block, { kind: 'facts' }>];
  return Object.fromEntries(facts.facts.map(({ label, value }) => [label, value]));
};

/** Money of every kind, on two days; the 500,000.00 that came first are booked second. */
function busyWalk() {
  const walk = signedWalk().on('2025-03-12').receipt(100_000_000, 'M1');
  walk.receipt(50_000_000, undefined, { receivedOn: '2025-03-11' });
  walk.receipt(10_000_000, 'M2', { instrument: 'COMMERCIAL_ACCEPTANCE', maturesOn: '2025-09-10' });
  walk.receipt(5_000, 'M3').do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' });
  walk.do(RecordRefund, { amountFen: 1_000, on: '2025-03-12', bankRef: 'R-1' });
  walk.do(RecordInvoice, { invoiceNo: 'F-1', kind: 'VAT_SPECIAL', amountFen: 210_000_000, taxFen: 24_159_292 });
  walk.do(RedInvoice, { invoiceId: walk.lastId, redInvoiceNo: 'H-1', amountFen: 10_000_000, reason: '部分退回' });
  walk.do(RecordInvoice, { invoiceNo: 'F-2', kind: 'VAT_ORDINARY', amountFen: 1, taxFen: 0, issuedOn: '2025-03-11' });
  return walk.do(WaiveMilestone, { milestoneId: 'M4', reason: '让利' }, 'wang');
}

describe('a statement of account (C-84)', () => {
  const busy = busyWalk().now;

  it('is of one contract, at one time', () => {
    const { title, subtitle, number, generatedOn, footer } = statementOfAccount(busy, COMPANY, NOW);
    expect({ title, subtitle, number, generatedOn, footer }).toEqual({
      title: '对账单',
      subtitle: '临江市第二人民医院新院区中央空调',
      number: 'HT-2025-0031',
      generatedOn: '2025-03-12 09:00',
      footer: '金额单位：元（人民币）',
    });
  });

  it('adds up what came less what went, what is on account, and what is still to come', () =>
    expect(factsOf(busy)).toEqual({
      签订日期: '2025-03-10',
      合同总额: '7,000,000.00 元',
      // 1,000,000.00 + 500,000.00 + 100,000.00 - 10.00, without the reversed receipt
      已收金额: '1,599,990.00 元',
      其中未分配: '499,990.00 元',
      // 2,100,000.00 - 100,000.00 + 0.01
      已开票金额: '2,000,000.01 元',
      // 4,710,000.00 on the milestones less what is on account
      未收金额: '4,210,010.00 元',
      未收金额大写: '人民币肆佰贰拾壹万零壹拾元整',
    }));

  it('lists each milestone with what was agreed, paid, waived and is open', () =>
    expect(milestonesOf(busy)).toEqual([
      ['M1', '预付款', '合同签订', '2025-03-17', '2,100,000.00', '1,000,000.00', '0.00', '1,100,000.00', '部分收款'],
      ['M2', '提货款', '货物备妥', '', '2,100,000.00', '100,000.00', '0.00', '2,000,000.00', '部分收款'],
      ['M3', '安装款', '安装完成', '', '1,400,000.00', '0.00', '0.00', '1,400,000.00', '未到期'],
      ['M4', '验收款', '验收合格', '', '1,190,000.00', '0.00', '1,190,000.00', '0.00', '已豁免'],
      ['M5', '质保金', '验收合格', '', '210,000.00', '0.00', '0.00', '210,000.00', '未到期'],
      ['', '未分配收款', '', '', '', '499,990.00', '', '-499,990.00', ''],
    ]));

  it('adds the milestones up by column to what the facts say (C-122)', () =>
    expect(blocksOf(busy)[3]).toMatchObject({
      total: ['合计', '', '', '', '7,000,000.00', '1,599,990.00', '1,190,000.00', '4,210,010.00', ''],
    }));

  it('lists money by its day; a bill with its maturity, a reversal as such, a refund below zero', () =>
    expect(receiptsOf(busy)).toEqual([
      ['2025-03-11', 'B-2', '电汇', '500,000.00', '未分配'],
      ['2025-03-12', 'B-1', '电汇', '1,000,000.00', 'M1 1,000,000.00'],
      ['2025-03-12', 'B-3', '商业承兑', '100,000.00', 'M2 100,000.00；到期日 2025-09-10'],
      ['2025-03-12', 'B-4', '电汇', '50.00', '已冲销'],
      ['2025-03-12', 'R-1', '退款', '-10.00', ''],
    ]));

  it('lists each invoice with what a red letter has taken back of it', () =>
    expect(invoicesOf(busy)).toEqual([
      ['2025-03-12', 'F-1', '增值税专用发票', '2,100,000.00', '241,592.92', '-100,000.00'],
      ['2025-03-11', 'F-2', '增值税普通发票', '0.01', '0.00', ''],
    ]));

  it('asks the customer to confirm the same amount that the facts say, as of the day', () =>
    expect(blocksOf(busy)[8]).toEqual({
      kind: 'paragraph',
      text: '截至 2025-03-12，贵方在本合同项下尚有 4,210,010.00 元（人民币肆佰贰拾壹万零壹拾元整）未付。如无异议，请盖章确认。',
    }));

  it('is stamped by both sides, by name (C-121)', () =>
    expect(blocksOf(busy)[9]).toEqual({
      kind: 'signatures',
      parties: [
        { name: '供方（盖章）：某某工程设备有限公司', lines: ['经办人', '日期'] },
        { name: '需方（盖章）：临江市第二人民医院', lines: ['经办人', '日期'] },
      ],
    }));

  it('has empty tables while nothing has come', () => {
    const fresh = signedWalk().now;
    expect([receiptsOf(fresh), invoicesOf(fresh)]).toEqual([[], []]);
    expect(factsOf(fresh)).toMatchObject({
      已收金额: '0.00 元',
      未收金额: '7,000,000.00 元',
      未收金额大写: '人民币柒佰万元整',
    });
  });

  it('names every milestone that a receipt pays', () => {
    const allocations = [
      { milestoneId: 'M1', amountFen: 1 },
      { milestoneId: 'M3', amountFen: 99 },
    ];
    expect(receiptsOf(signedWalk().receipt(100, undefined, { allocations }).now)).toEqual([
      ['2025-03-10', 'B-1', '电汇', '1.00', 'M1 0.01；M3 0.99'],
    ]);
  });

  it('says that nothing is to come where more has come than is open, never less than nothing', () => {
    const walk = signedWalk().receipt(700_000_100, undefined, { unallocatedFen: 700_000_100 });
    expect(factsOf(walk.now)).toMatchObject({
      其中未分配: '7,000,001.00 元',
      未收金额: '0.00 元',
      未收金额大写: '人民币零元整',
    });
  });

  it('asks for one fen to the fen', () => {
    const walk = signedWalk().receipt(699_999_999, undefined, { unallocatedFen: 699_999_999 });
    expect(factsOf(walk.now)).toMatchObject({ 未收金额: '0.01 元', 未收金额大写: '人民币壹分' });
  });

  it('asks for nothing that the end of the contract has cancelled (C-73)', () => {
    const ended = signedWalk().do(TerminateContract, TERMINATION).now;
    expect(milestonesOf(ended)).toEqual([
      ['M1', '预付款', '合同签订', '2025-03-17', '2,100,000.00', '0.00', '0.00', '2,100,000.00', '应收'],
      ['M2', '提货款', '货物备妥', '', '0.00', '0.00', '0.00', '0.00', '已取消'],
      ['M3', '安装款', '安装完成', '', '0.00', '0.00', '0.00', '0.00', '已取消'],
      ['M4', '验收款', '验收合格', '', '0.00', '0.00', '0.00', '0.00', '已取消'],
      ['M5', '质保金', '验收合格', '', '0.00', '0.00', '0.00', '0.00', '已取消'],
    ]);
    expect(factsOf(ended)).toMatchObject({ 未收金额: '2,100,000.00 元' });
  });
});
