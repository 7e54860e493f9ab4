import type { ShownPersons } from '@engsales/personal-data';
import { aDocument, CONTRACT_ID, PROJECT_ID } from '../domain/contract/contract.fixtures.js';
import type { Contract } from '../domain/contract/contract.state.js';
import {
  approvedWalk,
  contractLives,
  ContractWalk,
  draftedWalk,
  executedWalk,
  IMPORT,
  settledWalk,
  signedWalk,
} from '../domain/contract/contract.walk.js';
import {
  AbandonContract,
  RecordNegotiationRound,
  RejectContract,
  ReviseContract,
  SubmitForApproval,
} from '../domain/contract/drafting/drafting.commands.js';
import { SuspendContract } from '../domain/contract/ending/ending.commands.js';
import { ReturnExecutionForm, SubmitExecutionForm } from '../domain/contract/execution/execution.commands.js';
import { ImportContract } from '../domain/contract/importing/importing.commands.js';
import { GrantCreditRelease, WaiveMilestone } from '../domain/contract/milestones/milestones.commands.js';
import {
  RecordInvoice,
  RecordRefund,
  RecordSupplierPayment,
  RedInvoice,
  ReverseReceipt,
} from '../domain/contract/money/money.commands.js';
import { contractView, personsIn } from './contract.view.js';

/** What GET answers, as it goes over the wire. */
function answered(state: Contract, people: ShownPersons = new Map()): Record<string, unknown> {
  if (state.state === 'NONE') throw new Error('there is no contract');
  return JSON.parse(JSON.stringify(contractView(state, people))) as Record<string, unknown>;
}

const CLOSED = { state: 'CLOSED' };
const keys = (key: string) => ({ packageKey: key, trackingKey: key });
const good = (lineId: string, qty: string, unitPrice: string, amountFen: number, taxFen: number, day: string) => ({
  lineId,
  itemCode: `ITEM-${lineId}`,
  name: `设备 ${lineId}`,
  qty,
  uom: '台',
  unitPrice,
  discountFen: 0,
  amountFen,
  taxFen,
  taxRateBps: 1_300,
  fulfilment: 'MAKE',
  committedDate: day,
  ...keys(lineId),
});
const unpaid = { netDays: 7, gate: 'NONE', status: 'PLANNED', paidFen: 0, unclearedFen: 0, waivedFen: 0 };
const M1 = {
  ...unpaid,
  id: 'M1',
  kind: 'ADVANCE',
  amountFen: 210_000_000,
  trigger: 'SIGNED',
  gate: 'RELEASE_PRODUCTION',
};
const OTHERS = [
  { ...unpaid, id: 'M2', kind: 'PRE_SHIPMENT', amountFen: 210_000_000, trigger: 'GOODS_READY', gate: 'DISPATCH' },
  { ...unpaid, id: 'M3', kind: 'INSTALLATION', amountFen: 140_000_000, trigger: 'INSTALLED' },
  { ...unpaid, id: 'M4', kind: 'ACCEPTANCE', amountFen: 119_000_000, trigger: 'ACCEPTED' },
  { ...unpaid, id: 'M5', kind: 'RETENTION', amountFen: 21_000_000, trigger: 'ACCEPTED', netMonths: 24 },
];
const DUE = { ...M1, status: 'DUE', triggeredOn: '2025-03-10', dueOn: '2025-03-17', triggeredBy: 'FACT' };

/** What takes the place of the schedule when 10.00 yuan are agreed in the end. */
const SETTLEMENT = {
  ...unpaid,
  id: 'SETTLEMENT',
  kind: 'PROGRESS',
  amountFen: 1_000,
  trigger: 'DATE',
  date: '2025-03-10',
  status: 'DUE',
  triggersOn: '2025-03-10',
  triggeredOn: '2025-03-10',
  triggeredBy: 'CALENDAR',
  dueOn: '2025-03-17',
};

const DRAFT = {
  state: 'DRAFT',
  contractId: CONTRACT_ID,
  projectId: PROJECT_ID,
  draftNo: 1,
  document: {
    projectName: '临江市第二人民医院新院区中央空调',
    customer: { name: '临江市第二人民医院' },
    salespersonId: 'li-na',
    merchandiserId: 'zhou-min',
    operationMode: 'OWN_PRODUCTION',
    lines: [
      good('L1', '2', '1860000.00', 372_000_000, 42_796_460, '2025-09-01'),
      good('L2', '24', '68500.00', 164_400_000, 18_913_274, '2025-09-15'),
      good('L3', '620', '1280.00', 79_360_000, 9_129_912, '2025-09-01'),
      {
        ...good('L4', '1', '842400.00', 84_240_000, 6_955_596, '2025-11-30'),
        uom: '项',
        taxRateBps: 900,
        fulfilment: 'SERVICE',
      },
    ],
    milestones: [M1, ...OTHERS],
    totalFen: 700_000_000,
    taxFen: 77_795_242,
    rightsAndObligations: '供方供货安装，需方按节点付款。',
    drawings: [],
    deviations: [],
  },
  rounds: [],
  draftedBy: 'li-na',
  draftedOn: '2025-03-10',
  revisers: [],
  submitters: [],
};
const APPROVED = {
  ...DRAFT,
  state: 'APPROVED',
  submittedBy: 'li-na',
  approvedBy: 'wang',
  approvedOn: '2025-03-10',
};
const idle = { readyQty: '0', shippedQty: '0', grossShippedQty: '0', deliveredQty: '0', refusedQty: '0' };
const SIGNED = {
  ...APPROVED,
  state: 'SIGNED',
  document: { ...DRAFT.document, milestones: [DUE, ...OTHERS] },
  contractNo: 'HT-2025-0031',
  contractVersion: 1,
  signedOn: '2025-03-10',
  signatories: [
    { side: 'OURS', personRef: 'p-1', masked: null, erasedAt: null },
    { side: 'THEIRS', personRef: 'p-2', masked: null, erasedAt: null },
  ],
  orderLineIds: ['L1', 'L2', 'L3'],
  gates: { RELEASE_PRODUCTION: CLOSED, DISPATCH: CLOSED },
  creditReleases: {},
  milestones: [DUE, ...OTHERS],
  receipts: [],
  refunds: [],
  invoices: [],
  supplierPayments: [],
  progress: { L1: idle, L2: idle, L3: idle, L4: idle },
  payment: 'DUE',
  delivery: 'NONE',
  acceptance: 'NONE',
  suspensions: 0,
  orderEnds: {},
};

describe('what is answered of a contract that is not signed', () => {
  it('is the document as it was drafted, with every amount (C-03, C-04)', () =>
    expect(answered(draftedWalk().state)).toEqual(DRAFT));
  it('is who has approved it, and when (C-22)', () => expect(answered(approvedWalk().state)).toEqual(APPROVED));
  it('is each round of its negotiation (C-16)', () => {
    const round = { topic: '价格', ours: '700 万', theirs: '690 万' };
    const walk = draftedWalk().do(RecordNegotiationRound, round, 'li-na').on('2025-03-11');
    walk.do(RecordNegotiationRound, { ...round, agreed: '695 万' }, 'wang');
    expect(answered(walk.state)).toEqual({
      ...DRAFT,
      state: 'NEGOTIATING',
      rounds: [
        { round: 1, ...round, recordedBy: 'li-na', recordedOn: '2025-03-10' },
        { round: 2, ...round, agreed: '695 万', recordedBy: 'wang', recordedOn: '2025-03-11' },
      ],
    });
  });
  it('is why it was rejected, until it is revised by somebody (C-13, C-23)', () => {
    const walk = draftedWalk().do(SubmitForApproval, {}, 'li-na').do(RejectContract, { reason: '价格' }, 'wang');
    expect(answered(walk.state)).toMatchObject({ state: 'NEGOTIATING', draftNo: 1, rejectionReason: '价格' });
    walk.do(ReviseContract, { document: aDocument() }, 'zhao');
    expect(answered(walk.state)).toMatchObject({ state: 'NEGOTIATING', draftNo: 2, revisedBy: 'zhao' });
  });
  it('is why it was abandoned, and no approval any more (C-23)', () => {
    const walk = draftedWalk().do(AbandonContract, { reason: '业主撤项' }, 'li-na');
    expect(answered(walk.state)).toEqual({ ...DRAFT, state: 'ABANDONED', abandonReason: '业主撤项' });
  });
  it('is everything that a document can say', () => {
    const more = {
      source: { type: 'TENDER', id: 't-1' } as const,
      customer: { partyId: 'p-1', name: '医院' },
      riskAssessmentId: 'ra-1',
      writtenConsentRef: 'wc-1',
      agreementId: 'ag-1',
      warrantyTerms: { defectsLiabilityMonths: 24, text: '整机' },
      penaltyTerms: { lateDeliveryBpsPerDay: 5, capBps: 500 },
      drawings: [{ drawingNo: 'D-1', rev: 'A', docRef: 'dwg-1' }],
      awardedFen: 700_000_001,
      awardExceptionRef: 'ex-1',
      signingDueOn: '2025-04-01',
    };
    const deviations = [{ what: 'AMOUNT', awarded: '700000001', contract: '700000000' }];
    expect(answered(draftedWalk(more).state)).toEqual({
      ...DRAFT,
      document: { ...DRAFT.document, ...more, deviations },
    });
  });
});

describe('what is answered of a signed contract', () => {
  it('is money, gates and progress beside the document, and who signed (C-27, C-28, C-29)', () =>
    expect(answered(signedWalk().state)).toEqual(SIGNED));

  it('is the form as it was returned, with the reason (C-62, C-63)', () => {
    const tracks = { money: [], goods: [], service: [{ item: '进场', ownerId: 'li-na' }] };
    const walk = signedWalk().do(SubmitExecutionForm, { tracks, specialRequirements: '夜间进场' }, 'li-na');
    const formId = walk.lastId;
    walk.do(ReturnExecutionForm, { reason: '缺少进场计划' });
    expect(answered(walk.state)).toEqual({
      ...SIGNED,
      executionForm: {
        formId,
        state: 'RETURNED',
        submission: 1,
        tracks,
        specialRequirements: '夜间进场',
        submittedBy: 'li-na',
        submittedOn: '2025-03-10',
        returnReason: '缺少进场计划',
      },
    });
  });

  it('is each receipt with its payer and what it is allocated to; a reversed one is allocated to nothing (C-27, C-48)', () => {
    const payer = { partyId: 'p-9', name: '临江二院', personRef: 'p-4' };
    const walk = signedWalk().receipt(1_000, 'M1', { payer });
    const first = walk.lastReceiptId;
    walk.receipt(500, 'M3', { instrument: 'COMMERCIAL_ACCEPTANCE', maturesOn: '2025-09-10' });
    const second = walk.lastReceiptId;
    walk.do(ReverseReceipt, { receiptId: second, reason: '退票' });
    const booked = { receivedOn: '2025-03-10', recordedBy: 'sun-li', recordedOn: '2025-03-10' };
    const people = new Map([['p-4', { personRef: 'p-4', masked: { name: '王*国' }, erasedAt: null }]]);
    expect(personsIn(walk.state)).toEqual(['p-1', 'p-2', 'p-4']);
    expect(answered(walk.state, people).receipts).toEqual([
      {
        ...booked,
        receiptId: first,
        bankRef: 'B-1',
        amountFen: 1_000,
        payer: { ...payer, masked: { name: '王*国' }, erasedAt: null },
        instrument: 'TRANSFER',
        cleared: true,
        status: 'RECORDED',
        allocations: [{ milestoneId: 'M1', amountFen: 1_000 }],
      },
      {
        ...booked,
        receiptId: second,
        bankRef: 'B-2',
        amountFen: 500,
        instrument: 'COMMERCIAL_ACCEPTANCE',
        maturesOn: '2025-09-10',
        cleared: false,
        status: 'REVERSED',
        allocations: [],
      },
    ]);
  });

  it('is each refund, payment to a supplier and invoice with its red letter (C-49, C-53, C-56)', () => {
    const lines = aDocument().lines.map((line) =>
      line.lineId === 'L2' ? { ...line, fulfilment: 'BUY' as const } : line,
    );
    const walk = signedWalk({ lines }).receipt(1_000);
    walk.do(RecordRefund, { amountFen: 400, on: '2025-03-10', bankRef: 'R-1' });
    const refundId = walk.lastId;
    walk.do(RecordSupplierPayment, { supplierPartyId: 'p-7', amountFen: 9, paidOn: '2025-03-10', bankRef: 'OUT-1' });
    const paymentId = walk.lastId;
    const vat = { kind: 'VAT_SPECIAL', amountFen: 11_300, taxFen: 1_300 } as const;
    walk.do(RecordInvoice, { invoiceNo: 'F-1', ...vat, milestoneIds: ['M1'] });
    const invoiceId = walk.lastId;
    walk.do(RedInvoice, { invoiceId, redInvoiceNo: 'H-1', amountFen: 1_130, reason: '部分退回' });
    const { refunds, supplierPayments, invoices } = answered(walk.state);
    expect({ refunds, supplierPayments, invoices }).toEqual({
      refunds: [{ refundId, status: 'RECORDED', amountFen: 400, refundedOn: '2025-03-10', bankRef: 'R-1' }],
      supplierPayments: [
        {
          paymentId,
          supplierPartyId: 'p-7',
          amountFen: 9,
          paidOn: '2025-03-10',
          bankRef: 'OUT-1',
          lineIds: ['L2'],
          status: 'RECORDED',
        },
      ],
      invoices: [
        {
          invoiceId,
          invoiceNo: 'F-1',
          ...vat,
          milestoneIds: ['M1'],
          issuedOn: '2025-03-10',
          status: 'ISSUED',
          redFen: 1_130,
          redTaxFen: 130,
          redInvoiceNos: ['H-1'],
          redLetters: [{ redInvoiceNo: 'H-1', amountFen: 1_130, taxFen: 130 }],
        },
      ],
    });
  });

  it('is the credit release with its last day, who granted it and why (C-60)', () => {
    const release = { until: '2025-03-31', reason: '拨款延迟' };
    const walk = signedWalk().do(GrantCreditRelease, { gate: 'DISPATCH', ...release }, 'wang');
    expect(answered(walk.state)).toEqual({
      ...SIGNED,
      gates: { RELEASE_PRODUCTION: CLOSED, DISPATCH: { state: 'OVERRIDDEN', until: '2025-03-31' } },
      creditReleases: { DISPATCH: { ...release, approvedBy: 'wang' } },
    });
  });

  it('is what a leader has waived, and the gate that it opens (C-42)', () => {
    const walk = signedWalk().do(WaiveMilestone, { milestoneId: 'M2', reason: '让利' }, 'wang');
    const [pre, ...others] = OTHERS;
    expect(answered(walk.state)).toEqual({
      ...SIGNED,
      milestones: [DUE, { ...pre, status: 'WAIVED', waivedFen: 210_000_000 }, ...others],
      gates: { RELEASE_PRODUCTION: CLOSED, DISPATCH: { state: 'OPEN' } },
    });
  });

  it('is the suspension with the day since which it stands (C-70)', () => {
    const walk = executedWalk().do(SuspendContract, { reason: '业主停工', since: '2025-03-10' });
    const { state, contractVersion, suspensions, suspension } = answered(walk.state);
    expect({ state, contractVersion, suspensions, suspension }).toEqual({
      state: 'SUSPENDED',
      contractVersion: 2,
      suspensions: 1,
      suspension: { suspensionNo: 1, since: '2025-03-10', from: 'IN_EXECUTION' },
    });
  });

  it('is what its orders have cost and what is paid in the end when it is settled (C-75, C-76)', () => {
    const walk = settledWalk();
    const end = { outcome: 'CANCELLED', sunkCostFen: 100 };
    const cancelled = OTHERS.map((milestone) => ({ ...milestone, status: 'CANCELLED' }));
    expect(answered(walk.state)).toEqual({
      ...SIGNED,
      state: 'SETTLED',
      contractVersion: 2,
      document: SIGNED.document,
      milestones: [{ ...DUE, status: 'CANCELLED' }, ...cancelled, SETTLEMENT],
      executionForm: {
        formId: walk.now.executionForm?.formId,
        state: 'ACCEPTED',
        submission: 1,
        tracks: {
          money: [
            { item: 'ADVANCE', ref: 'M1', plannedOn: '2025-03-17' },
            { item: 'PRE_SHIPMENT', ref: 'M2' },
            { item: 'INSTALLATION', ref: 'M3' },
            { item: 'ACCEPTANCE', ref: 'M4' },
            { item: 'RETENTION', ref: 'M5' },
          ],
          goods: [
            { item: '设备 L1 2 台', ref: 'L1', plannedOn: '2025-09-01' },
            { item: '设备 L2 24 台', ref: 'L2', plannedOn: '2025-09-15' },
            { item: '设备 L3 620 台', ref: 'L3', plannedOn: '2025-09-01' },
          ],
          service: [{ item: '设备 L4 1 项', ref: 'L4', plannedOn: '2025-11-30' }],
        },
        submittedBy: 'li-na',
        submittedOn: '2025-03-10',
        commerceOwnerId: 'sun-li',
        acceptedOn: '2025-03-10',
      },
      orderEnds: { L1: end, L2: end, L3: end },
      settlement: { finalFen: 1_000, on: '2025-03-10' },
    });
  });

  it('is what an imported one had when it came (C-78, C-81)', () => {
    const moved = { readyQty: '300', shippedQty: '300', grossShippedQty: '300', deliveredQty: '290', refusedQty: '0' };
    const { approvedBy, progress, payment, delivery } = answered(new ContractWalk().do(ImportContract, IMPORT).state);
    expect({ approvedBy, progress, payment, delivery }).toEqual({
      progress: { L1: idle, L2: idle, L3: moved, L4: idle },
      payment: 'PART',
      delivery: 'PARTIAL',
    });
  });
});

describe('what is answered of any contract', () => {
  it.each(Object.entries(contractLives))('leaves nothing out: %s', (_name, life) => {
    const { state } = life();
    const kept = Object.keys(JSON.parse(JSON.stringify(state)) as object);
    expect(Object.keys(answered(state)).sort()).toEqual(kept.sort());
  });
});
