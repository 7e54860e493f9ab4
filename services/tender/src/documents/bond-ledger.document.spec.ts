import type { BondLedger, LedgerRow } from '../read-models/bonds/bond-ledger.query.js';
import { ledgerSums } from '../read-models/bonds/ledger-sums.js';
import { bondLedgerDocument } from './bond-ledger.document.js';

const row: LedgerRow = {
  bondId: 'b-1',
  requestNo: 1,
  type: 'BID_BOND',
  refId: 't-1',
  projectId: 'p-1',
  projectName: '临江市第二人民医院',
  tenderNo: 'LJ-2025-018',
  state: 'RELEASE_DUE',
  standing: 'OVERDUE',
  instrument: 'BANK_GUARANTEE',
  issuer: '临江农商银行',
  lodgedOn: '2025-01-20',
  validUntil: '2025-04-27',
  basis: 'CONTRACT_SIGNED',
  releaseDueOn: '2025-03-17',
  daysOverdue: 1,
  chased: 0,
  amountFen: 15_000_000,
  remainingFen: 10_000_000,
  releasedFen: 5_000_000,
  interestFen: 8_630,
  convertedFen: 0,
  forfeitedFen: 0,
  lapsedFen: 0,
};
const bare: LedgerRow = {
  ...row,
  type: 'PERFORMANCE_BOND',
  instrument: 'CASH_TRANSFER',
  projectName: null,
  tenderNo: null,
  issuer: null,
  validUntil: null,
  releaseDueOn: null,
  daysOverdue: 0,
  releasedFen: 0,
  interestFen: 0,
};
const sums = ledgerSums([
  {
    standing: 'OVERDUE',
    issuer: null,
    projectId: null,
    projectName: null,
    bonds: 9,
    amountFen: '30000000',
    remainingFen: '25000000',
    releasedFen: '5000000',
    interestFen: '8630',
    convertedFen: '0',
    forfeitedFen: '0',
    lapsedFen: '0',
  },
]);
const ledger: BondLedger = { asOf: '2025-03-18', items: [row, bare], nextCursor: null, sums };

describe('投标保证金台账 (T-251)', () => {
  const paper = bondLedgerDocument(ledger, '2025-03-18 09:00');
  const [table] = paper.blocks;
  if (table?.kind !== 'table') throw new Error('the ledger is a table');

  it('has its columns in the order of the trade', () =>
    expect(table.columns.map(({ heading }) => heading)).toEqual([
      '序号',
      '项目',
      '招标编号',
      '类型',
      '金额',
      '方式',
      '开具行',
      '缴纳日',
      '到期日',
      '应退日',
      '已退',
      '利息',
      '逾期天数',
    ]));

  it('has a row per bond in words, nothing where nothing is known, and a total', () => {
    expect(table.rows).toEqual([
      [
        '1',
        '临江市第二人民医院',
        'LJ-2025-018',
        '投标',
        '150,000.00',
        '银行保函',
        '临江农商银行',
        '2025-01-20',
        '2025-04-27',
        '2025-03-17',
        '50,000.00',
        '86.30',
        '1',
      ],
      ['2', '', '', '履约', '150,000.00', '转账', '', '2025-01-20', '', '', '0.00', '0.00', ''],
    ]);
    expect(table.total).toEqual(['合计', '', '', '', '300,000.00', '', '', '', '', '', '50,000.00', '86.30', '']);
    expect([paper.subtitle, paper.footer]).toEqual(['截至 2025-03-18，单位：元', '共 9 笔']);
  });

  it('says where it does not list all', () =>
    expect(bondLedgerDocument({ ...ledger, nextCursor: 'x' }, 'now').footer).toBe('仅列前 2 笔，合计为全部 9 笔'));
});
