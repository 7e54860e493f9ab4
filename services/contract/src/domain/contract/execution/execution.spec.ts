import { refusalOf } from '@engsales/event-sourcing/testing';
import { aDocument, PROJECT_ID } from './contract.fixtures.js';
import { RecordNegotiationRound, ReviseContract, SubmitForApproval } from './contract.commands.js';
import {
  AcceptExecutionForm,
  CloseContract,
  CompleteContract,
  ReturnExecutionForm,
  SubmitExecutionForm,
} from './execution.commands.js';
import { ImportContract } from './import.commands.js';
import { RecordInvoice, RecordSupplierPayment, RedInvoice } from './money.commands.js';
import { draftedWalk, executedWalk, finishedWalk, signedWalk, Walk } from '../../../test/walk.fixtures.js';

describe('negotiation', () => {
  it('is kept round by round', () => {
    const walk = draftedWalk()
      .do(RecordNegotiationRound, { topic: '价格', ours: '700 万', theirs: '690 万' })
      .do(RecordNegotiationRound, { topic: '价格', ours: '698 万', theirs: '698 万', agreed: '698 万' });
    expect(walk.now).toMatchObject({ state: 'NEGOTIATING', rounds: [{ round: 1 }, { round: 2, agreed: '698 万' }] });
  });
});

describe('a contract that deviates from the award', () => {
  it('needs an approved exception', () => {
    const walk = draftedWalk({ awardedFen: 690_000_000 });
    expect(refusalOf(() => walk.do(SubmitForApproval, {}))).toMatchObject({ code: 'CONTRACT_DEVIATES_FROM_AWARD' });
    walk.do(ReviseContract, { document: { ...aDocument(), awardedFen: 690_000_000, awardExceptionRef: 'ex-1' } });
    expect(walk.do(SubmitForApproval, {}).now.state).toBe('PENDING_APPROVAL');
  });
});

describe('the execution form', () => {
  it('is filled from the contract, returned once, submitted again, and accepted: the formal handover', () => {
    const walk = signedWalk().do(SubmitExecutionForm, { specialRequirements: '夜间进场' }, 'li-na');
    expect(walk.now.executionForm).toMatchObject({ state: 'SUBMITTED', submission: 1 });
    expect(walk.now.executionForm?.tracks.goods.map((item) => item.ref)).toEqual(['L1', 'L2', 'L3']);
    expect(walk.now.executionForm?.tracks.service.map((item) => item.ref)).toEqual(['L4']);
    expect(walk.now.executionForm?.tracks.money).toHaveLength(5);
    const { formId } = walk.now.executionForm!;
    expect(refusalOf(() => walk.do(SubmitExecutionForm, {}))).toMatchObject({
      code: 'INVALID_TRANSITION',
      executionForm: 'SUBMITTED',
    });
    walk.do(ReturnExecutionForm, { reason: '缺少进场计划' });
    expect(walk.now).toMatchObject({
      state: 'SIGNED',
      executionForm: { state: 'RETURNED', returnReason: '缺少进场计划' },
    });
    walk.do(SubmitExecutionForm, { tracks: { service: [{ item: '11 月 3 日进场' }] } }, 'li-na');
    expect(walk.now.executionForm).toMatchObject({
      formId,
      submission: 2,
      tracks: { service: [{ item: '11 月 3 日进场' }] },
    });
    walk.do(AcceptExecutionForm, {}, 'sun-li');
    expect(walk.now).toMatchObject({
      state: 'IN_EXECUTION',
      executionForm: { state: 'ACCEPTED', commerceOwnerId: 'sun-li' },
    });
    expect(walk.last[0]?.data).toMatchObject({ orderLineIds: ['L1', 'L2', 'L3'], contractVersion: 1, formId });
  });
  it('is not accepted or returned before it was submitted', () => {
    expect(refusalOf(() => signedWalk().do(AcceptExecutionForm, {}))).toMatchObject({
      code: 'INVALID_TRANSITION',
      executionForm: 'DRAFT',
    });
    expect(refusalOf(() => signedWalk().do(ReturnExecutionForm, { reason: 'x' })).code).toBe('INVALID_TRANSITION');
  });
});

describe('the end of a contract', () => {
  it('says what is open', () => {
    expect(refusalOf(() => executedWalk().do(CompleteContract, {}))).toMatchObject({
      code: 'CONTRACT_NOT_COMPLETABLE',
      open: expect.arrayContaining([
        { what: 'LINE_NOT_DELIVERED', lineId: 'L1', deliveredQty: '0', qty: '2' },
        { what: 'LINE_NOT_ACCEPTED', lineId: 'L4' },
      ]),
    });
    const walk = finishedWalk().do(CompleteContract, {});
    expect(refusalOf(() => walk.do(CloseContract, {}))).toEqual({
      code: 'CONTRACT_NOT_CLOSABLE',
      open: ['M1', 'M2', 'M3', 'M4'].map((milestoneId) =>
        expect.objectContaining({ what: 'MILESTONE_NOT_PAID', milestoneId }),
      ),
    });
    for (const { id, amountFen } of walk.now.milestones?.slice(0, 4) ?? []) walk.receipt(amountFen, id);
    expect(walk.do(CloseContract, {}).now.state).toBe('CLOSED');
  });
  it('leaves the retention to come years later', () => {
    const walk = finishedWalk().do(CompleteContract, {});
    for (const { id, amountFen } of walk.now.milestones?.slice(0, 4) ?? []) walk.receipt(amountFen, id);
    walk.do(CloseContract, {}).on('2027-03-12').receipt(21_000_000, 'M5');
    expect([walk.milestone('M5')?.status, walk.now.payment]).toEqual(['PAID', 'PAID']);
  });
});

describe('invoices', () => {
  const invoice = (invoiceNo: string, amountFen: number, more: object = {}) => ({
    invoiceNo,
    kind: 'VAT_SPECIAL' as const,
    amountFen,
    taxFen: 13,
    ...more,
  });
  it('come before or after the payment, and red letters take them back', () => {
    const walk = signedWalk().do(
      RecordInvoice,
      invoice('F-1', 210_000_000, { milestoneIds: ['M1'], taxFen: 24_159_292 }),
    );
    expect(walk.last[0]?.data).toMatchObject({ timing: 'BEFORE_PAYMENT', invoicedFen: 210_000_000 });
    walk.receipt(210_000_000, 'M1').do(RecordInvoice, invoice('F-2', 1_000, { milestoneIds: ['M1'] }));
    expect(walk.last[0]?.data).toMatchObject({ timing: 'AFTER_PAYMENT', invoicedFen: 210_001_000 });
    const invoiceId = walk.now.invoices?.[0]?.invoiceId ?? '';
    walk.do(RedInvoice, { invoiceId, redInvoiceNo: 'H-1', amountFen: 100_000_000, reason: '部分退回' });
    expect(walk.last[0]?.data).toMatchObject({ taxFen: 11_504_425, invoicedFen: 110_001_000 });
    walk.do(RedInvoice, { invoiceId, redInvoiceNo: 'H-2', reason: '余额' });
    expect(walk.last[0]?.data).toMatchObject({
      amountFen: 110_000_000,
      taxFen: 24_159_292 - 11_504_425,
      invoicedFen: 1_000,
    });
    expect(refusalOf(() => walk.do(RedInvoice, { invoiceId, redInvoiceNo: 'H-3', reason: 'x' })).code).toBe(
      'RED_EXCEEDS_INVOICE',
    );
  });
  it.each([
    ['the same number', invoice('f-1', 1), 'DUPLICATE_INVOICE'],
    ['more than the contract', invoice('F-2', 699_999_991), 'INVOICE_EXCEEDS_CONTRACT'],
    ['tax over the amount', invoice('F-2', 12), 'VALIDATION_FAILED'],
    ['a milestone that is not there', invoice('F-2', 100, { milestoneIds: ['M9'] }), 'NOT_FOUND'],
    ['a day to come', invoice('F-2', 100, { issuedOn: '2025-03-11' }), 'DATE_IN_FUTURE'],
  ])('are refused for %s', (_title, second, code) => {
    const walk = signedWalk().do(RecordInvoice, invoice('F-1', 20));
    expect(refusalOf(() => walk.do(RecordInvoice, second)).code).toBe(code);
  });
});

describe('payments to a supplier', () => {
  const payment = { supplierPartyId: 'party-7', amountFen: 1_000, paidOn: '2025-03-10', bankRef: 'OUT-1' };
  const bought = () => {
    const lines = aDocument().lines.map((line) =>
      line.lineId === 'L1' ? { ...line, fulfilment: 'BUY' as const } : line,
    );
    return signedWalk({ lines, operationMode: 'BUYOUT', riskAssessmentId: 'ra-1', writtenConsentRef: 'wc-1' });
  };
  it('are booked on bought-in lines', () => {
    const walk = bought().do(RecordSupplierPayment, payment);
    expect(walk.last[0]?.data).toMatchObject({ lineIds: ['L1'], supplierPaidFen: 1_000 });
    expect(refusalOf(() => walk.do(RecordSupplierPayment, { ...payment, bankRef: 'out-1' })).code).toBe(
      'DUPLICATE_SUPPLIER_PAYMENT',
    );
    expect(
      refusalOf(() => walk.do(RecordSupplierPayment, { ...payment, bankRef: 'OUT-2', lineIds: ['L2'] })).code,
    ).toBe('LINE_UNKNOWN');
  });
  it('need such lines', () =>
    expect(refusalOf(() => signedWalk().do(RecordSupplierPayment, payment)).code).toBe('NO_SUPPLIER_LINES'));
});

describe('an imported contract', () => {
  const data = {
    projectId: PROJECT_ID,
    document: aDocument(),
    contractNo: 'HT-2024-0117',
    signedOn: '2024-06-03',
    triggered: [{ milestoneId: 'M2', on: '2025-02-01' }],
    receipts: [
      {
        receiptId: 'r-1',
        bankRef: 'B-1',
        amountFen: 210_000_000,
        receivedOn: '2024-06-10',
        instrument: 'TRANSFER' as const,
        allocations: [{ milestoneId: 'M1', amountFen: 210_000_000 }],
      },
    ],
    shipped: [{ lineId: 'L3', qty: '300' }],
    delivered: [{ lineId: 'L3', qty: '290' }],
  };
  it('stands as it stood: money, gates, goods', () => {
    const walk = new Walk().do(ImportContract, data);
    expect(walk.types).toEqual(['ContractImported']);
    expect(walk.now).toMatchObject({
      state: 'IN_EXECUTION',
      gates: { RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'CLOSED' } },
      payment: 'PART',
      delivery: 'PARTIAL',
      progress: { L3: { shippedQty: '300', deliveredQty: '290' } },
    });
    expect([walk.milestone('M1')?.status, walk.milestone('M2')?.dueOn]).toEqual(['PAID', '2025-02-08']);
    expect(walk.receipt(210_000_000, 'M2').now.gates?.DISPATCH.state).toBe('OPEN');
  });
  it.each<[string, object, string]>([
    ['signed after today', { signedOn: '2025-03-11' }, 'SIGNING_DATE_INVALID'],
    ['more shipped than sold', { shipped: [{ lineId: 'L3', qty: '621' }] }, 'OVER_SHIPMENT'],
    ['a line that is not there', { shipped: [{ lineId: 'L9', qty: '1' }] }, 'LINE_UNKNOWN'],
    ['a milestone that is not there', { triggered: [{ milestoneId: 'M9', on: '2025-01-01' }] }, 'NOT_FOUND'],
    [
      'more paid than the milestone',
      {
        receipts: [
          { ...data.receipts[0], amountFen: 300_000_000, allocations: [{ milestoneId: 'M1', amountFen: 210_000_001 }] },
        ],
      },
      'ALLOCATION_EXCEEDS_MILESTONE',
    ],
    [
      'more allocated than received',
      { receipts: [{ ...data.receipts[0], amountFen: 1 }] },
      'ALLOCATION_EXCEEDS_RECEIPT',
    ],
  ])('is refused when %s', (_title, changes, code) =>
    expect(refusalOf(() => new Walk().do(ImportContract, { ...data, ...changes })).code).toBe(code),
  );
});
