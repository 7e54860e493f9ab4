import type { BusinessDocument, TableBlock } from '@engsales/documents';
import { formatYuan, rmbCapitals, sumFen } from '@engsales/values';
import type { SignedContract } from '../domain/contract/contract.state.js';
import { outstandingFen, type PaymentMilestone } from '../domain/contract/milestones/milestones.state.js';
import { accountOf, netReceivedFen, unallocatedFen } from '../domain/contract/money/account.js';
import {
  invoicedFen,
  redFen,
  standingInvoices,
  standingRefunds,
  type Invoice,
} from '../domain/contract/money/money.state.js';
import { INSTRUMENT, INVOICE_KIND, MILESTONE_KIND, MILESTONE_STATUS, TRIGGER } from './terms.js';

/** 对账单: what was agreed, what came, what is still to come, for the customer to confirm. */
export function statementOfAccount(contract: SignedContract, generatedOn: string): BusinessDocument {
  const { document } = contract;
  const account = accountOf(contract);
  const received = netReceivedFen(account);
  const unallocated = unallocatedFen(account);
  const outstanding = Math.max(0, sumFen(account.milestones.map(outstandingFen)) - unallocated);
  const amount = (label: string, fen: number) => ({ label, value: `${formatYuan(fen)} 元` });
  return {
    title: '对账单',
    subtitle: document.projectName,
    number: contract.contractNo,
    generatedOn,
    footer: '金额单位：元（人民币）',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: '客户', value: document.customer?.name ?? '' },
          { label: '签订日期', value: contract.signedOn },
          amount('合同总额', document.totalFen),
          amount('已收金额', received),
          amount('其中未分配', unallocated),
          amount('已开票金额', invoicedFen(contract.invoices)),
          amount('未收金额', outstanding),
          { label: '未收金额大写', value: rmbCapitals(outstanding), wide: true },
        ],
      },
      { kind: 'heading', text: '一、收款节点' },
      milestonesTable(account.milestones),
      { kind: 'heading', text: '二、收款与退款' },
      receiptsTable(contract),
      { kind: 'heading', text: '三、发票' },
      invoicesTable(contract.invoices),
      {
        kind: 'paragraph',
        text: `截至 ${generatedOn.slice(0, 10)}，贵方在本合同项下尚有 ${formatYuan(outstanding)} 元（${rmbCapitals(outstanding)}）未付。如无异议，请盖章确认。`,
      },
      {
        kind: 'signatures',
        parties: [
          { name: '供方（盖章）', lines: ['经办人', '日期'] },
          { name: `需方（盖章）：${document.customer?.name ?? ''}`, lines: ['经办人', '日期'] },
        ],
      },
    ],
  };
}

function milestonesTable(milestones: readonly PaymentMilestone[]): TableBlock {
  const sum = (fenOf: (milestone: PaymentMilestone) => number) => formatYuan(sumFen(milestones.map(fenOf)));
  return {
    kind: 'table',
    columns: [
      { heading: '节点', width: 0.8 },
      { heading: '款项', width: 1.1 },
      { heading: '条件', width: 1.3 },
      { heading: '到期日', width: 1.8, align: 'center' },
      { heading: '应收', width: 1.8, align: 'right' },
      { heading: '已收', width: 1.8, align: 'right' },
      { heading: '豁免', width: 1.4, align: 'right' },
      { heading: '未收', width: 1.8, align: 'right' },
      { heading: '状态', width: 1.2, align: 'center' },
    ],
    rows: milestones.map((milestone) => [
      milestone.id,
      MILESTONE_KIND[milestone.kind],
      TRIGGER[milestone.trigger],
      milestone.dueOn ?? '',
      formatYuan(milestone.amountFen),
      formatYuan(milestone.paidFen),
      formatYuan(milestone.waivedFen),
      formatYuan(outstandingFen(milestone)),
      MILESTONE_STATUS[milestone.status],
    ]),
    total: [
      '合计',
      '',
      '',
      '',
      sum((m) => m.amountFen),
      sum((m) => m.paidFen),
      sum((m) => m.waivedFen),
      sum(outstandingFen),
      '',
    ],
  };
}

function receiptsTable({ receipts, refunds }: SignedContract): TableBlock {
  const came = receipts.map(
    ({ receivedOn, bankRef, instrument, amountFen, allocations, status, cleared, maturesOn }) => {
      const paid = allocations.map((a) => `${a.milestoneId} ${formatYuan(a.amountFen)}`).join('；');
      const standing = cleared ? '' : `到期日 ${maturesOn ?? ''}`;
      return [
        receivedOn,
        bankRef,
        INSTRUMENT[instrument],
        formatYuan(amountFen),
        status === 'REVERSED' ? '已冲销' : [paid || '未分配', standing].filter(Boolean).join('；'),
      ];
    },
  );
  const went = standingRefunds(refunds).map(({ refundedOn, bankRef, amountFen }) => [
    refundedOn,
    bankRef,
    '退款',
    formatYuan(-amountFen),
    '',
  ]);
  return {
    kind: 'table',
    columns: [
      { heading: '日期', width: 1.2, align: 'center' },
      { heading: '银行流水号', width: 2 },
      { heading: '方式', width: 1 },
      { heading: '金额', width: 1.6, align: 'right' },
      { heading: '分配', width: 3 },
    ],
    rows: [...came, ...went].sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0)),
  };
}

function invoicesTable(invoices: readonly Invoice[]): TableBlock {
  return {
    kind: 'table',
    columns: [
      { heading: '开票日期', width: 1.2, align: 'center' },
      { heading: '发票号码', width: 2 },
      { heading: '种类', width: 1.6 },
      { heading: '价税合计', width: 1.6, align: 'right' },
      { heading: '税额', width: 1.4, align: 'right' },
      { heading: '红字冲回', width: 1.6, align: 'right' },
    ],
    rows: standingInvoices(invoices).map((invoice) => [
      invoice.issuedOn,
      invoice.invoiceNo,
      INVOICE_KIND[invoice.kind],
      formatYuan(invoice.amountFen),
      formatYuan(invoice.taxFen),
      invoice.redLetters.length > 0 ? formatYuan(-redFen(invoice)) : '',
    ]),
  };
}
