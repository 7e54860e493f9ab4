import type { Block, BusinessDocument, TableBlock } from '@engsales/documents';
import { formatYuan, rmbCapitals, sumFen } from '@engsales/values';
import type { SignedContract } from '../domain/contract/contract.state.js';
import { outstandingFen, type PaymentMilestone } from '../domain/contract/milestones/milestones.state.js';
import { SETTLEMENT_ID } from '../domain/contract/milestones/payment-schedule.js';
import {
  invoicedFen,
  redFen,
  standingInvoices,
  standingRefunds,
  type Invoice,
} from '../domain/contract/money/money.state.js';
import { missingFacts, partiesBlocks, type Company } from './company.js';
import { balanceOf, owedOn, sentenceOf, type Balance } from './statement-balance.js';
import { INSTRUMENT, INVOICE_KIND, MILESTONE_KIND, MILESTONE_STATUS, TRIGGER } from './terms.js';

/** 对账单: what was agreed, what came, what is still to come, for the customer to confirm. */
export function statementOfAccount(contract: SignedContract, company: Company, generatedOn: string): BusinessDocument {
  const { document } = contract;
  const balance = balanceOf(contract);
  const today = generatedOn.slice(0, 10);
  return {
    title: '对账单',
    subtitle: document.projectName,
    number: contract.contractNo,
    generatedOn,
    footer: '金额单位：元（人民币）',
    blocks: [
      ...partiesBlocks(company, contract),
      factsOf(contract, balance),
      { kind: 'heading', text: '一、收款节点' },
      milestonesTable(contract, balance, today),
      { kind: 'heading', text: '二、收款与退款' },
      receiptsTable(contract),
      { kind: 'heading', text: '三、发票' },
      invoicesTable(contract.invoices),
      ...confirmation(company, sentenceOf(contract, balance, today), document.customer?.name ?? ''),
    ],
  };
}

/** What is said is stamped only where it is said who we are (C-121). */
function confirmation(company: Company, sentence: string, customer: string): Block[] {
  if (missingFacts(company).length > 0) return [{ kind: 'paragraph', text: sentence }];
  return [
    { kind: 'paragraph', text: `${sentence}如无异议，请盖章确认。` },
    {
      kind: 'signatures',
      parties: [
        { name: `供方（盖章）：${company.name ?? ''}`, lines: ['经办人', '日期'] },
        { name: `需方（盖章）：${customer}`, lines: ['经办人', '日期'] },
      ],
    },
  ];
}

function factsOf(contract: SignedContract, balance: Balance): Block {
  const { document, settlement, signedOn, invoices } = contract;
  const amount = (label: string, fen: number) => ({ label, value: `${formatYuan(fen)} 元` });
  const some = (label: string, fen: number) => (fen > 0 ? [amount(label, fen)] : []);
  return {
    kind: 'facts',
    facts: [
      { label: '签订日期', value: signedOn },
      amount('合同总额', document.totalFen),
      ...(settlement ? [amount('结算金额', settlement.finalFen)] : []),
      amount('已收金额', balance.receivedFen),
      amount('其中未分配', balance.unallocatedFen),
      amount('已开票金额', invoicedFen(invoices)),
      amount('未收金额', balance.outstandingFen),
      ...some('多付金额', balance.overpaidFen),
      ...some('应退金额', balance.refundDueFen),
      { label: '未收金额大写', value: rmbCapitals(balance.outstandingFen), wide: true },
    ],
  };
}

/** Each column adds up to the figure that the facts say (C-122). */
function milestonesTable({ milestones, state }: SignedContract, balance: Balance, today: string): TableBlock {
  const add = (fenOf: (milestone: PaymentMilestone) => number) => sumFen(milestones.map(fenOf));
  const onAccount = [formatYuan(balance.unallocatedFen), '', formatYuan(balance.outstandingFen - add(outstandingFen))];
  const settledFen = balance.owedFen - add(owedOn);
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
    rows: [
      ...milestones.map((milestone) => milestoneRow(milestone, today)),
      ...(balance.unallocatedFen > 0 ? [['', '未分配收款', '', '', '', ...onAccount, '']] : []),
      ...(state === 'SETTLED' && settledFen !== 0
        ? [['', '结算调整', '', '', formatYuan(settledFen), '', '', '', '']]
        : []),
    ],
    total: [
      '合计',
      '',
      '',
      '',
      formatYuan(balance.owedFen),
      formatYuan(balance.receivedFen),
      formatYuan(add((m) => m.waivedFen)),
      formatYuan(balance.outstandingFen),
      '',
    ],
  };
}

function milestoneRow(milestone: PaymentMilestone, today: string): string[] {
  const { id, kind, trigger, dueOn = '', paidFen, waivedFen } = milestone;
  return [
    id === SETTLEMENT_ID ? '结算' : id,
    id === SETTLEMENT_ID ? '结算款' : MILESTONE_KIND[kind],
    TRIGGER[trigger],
    dueOn,
    formatYuan(owedOn(milestone)),
    formatYuan(paidFen),
    formatYuan(waivedFen),
    formatYuan(outstandingFen(milestone)),
    statusOf(milestone, today),
  ];
}

/** Late is late, whatever part has come and whether or not the timer has rung yet. */
function statusOf(milestone: PaymentMilestone, today: string): string {
  const isLate = outstandingFen(milestone) > 0 && milestone.dueOn !== undefined && milestone.dueOn < today;
  return isLate ? MILESTONE_STATUS.OVERDUE : MILESTONE_STATUS[milestone.status];
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
