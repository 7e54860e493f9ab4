import { aDocument, CONTRACT_ID } from '../contract.fixtures.js';
import { executedWalk, signedWalk } from '../contract.walk.js';
import {
  CancelRedLetter,
  RecordInvoice,
  RecordReceipt,
  RecordRefund,
  RecordSupplierPayment,
  RedInvoice,
  ReverseReceipt,
  ReverseRefund,
  ReverseSupplierPayment,
  VoidInvoice,
} from './money.commands.js';

const VAT = { kind: 'VAT_SPECIAL', amountFen: 11_300, taxFen: 1_300 } as const;
const BOUGHT = aDocument().lines.map((line) => (line.lineId === 'L2' ? { ...line, fulfilment: 'BUY' as const } : line));
const paidOut = { supplierPartyId: 'p-7', amountFen: 9, paidOn: '2025-03-10', bankRef: 'OUT-1' };

describe('an invoice that was a mistake', () => {
  const invoiced = () => signedWalk().do(RecordInvoice, { invoiceNo: 'F-1', ...VAT });

  it('is voided, and its number is free again (C-92)', () => {
    const walk = invoiced();
    const invoiceId = walk.lastId;
    walk.do(VoidInvoice, { invoiceId, reason: '票面错误' });
    walk.recorded({
      type: 'InvoiceVoided',
      data: {
        contractId: CONTRACT_ID,
        invoiceId,
        invoiceNo: 'F-1',
        reason: '票面错误',
        voidedBy: 'sun-li',
        voidedOn: '2025-03-10',
        invoicedFen: 0,
      },
    });
    expect(walk.refused(VoidInvoice, { invoiceId, reason: 'x' })).toMatchObject({ code: 'INVALID_TRANSITION' });
    walk.do(RecordInvoice, { invoiceNo: 'f-1', ...VAT });
    expect(walk.now.invoices.map(({ status }) => status)).toEqual(['VOIDED', 'ISSUED']);
  });
  it('is not voided while a red letter takes it back, which is cancelled first (C-92, C-93)', () => {
    const walk = invoiced();
    const invoiceId = walk.lastId;
    walk.do(RedInvoice, { invoiceId, redInvoiceNo: 'H-1', amountFen: 1_130, reason: 'x' });
    expect(walk.refused(VoidInvoice, { invoiceId, reason: 'x' })).toEqual({
      code: 'INVOICE_HAS_RED_LETTERS',
      invoiceId,
      redInvoiceNos: ['H-1'],
    });
    walk.do(CancelRedLetter, { invoiceId, redInvoiceNo: 'h－1', reason: '红字开错' });
    walk.recorded({
      type: 'RedLetterCancelled',
      data: {
        contractId: CONTRACT_ID,
        invoiceId,
        redInvoiceNo: 'H-1',
        reason: '红字开错',
        cancelledBy: 'sun-li',
        cancelledOn: '2025-03-10',
        invoicedFen: 11_300,
      },
    });
    expect(walk.do(VoidInvoice, { invoiceId, reason: 'x' }).types).toEqual(['InvoiceVoided']);
  });
  it('keeps its red letter where the contract would be invoiced beyond its worth without it (C-93)', () => {
    const whole = { kind: 'VAT_SPECIAL', amountFen: 700_000_000, taxFen: 0 } as const;
    const walk = signedWalk().do(RecordInvoice, { invoiceNo: 'F-1', ...whole });
    const invoiceId = walk.lastId;
    walk.do(RedInvoice, { invoiceId, redInvoiceNo: 'H-1', reason: 'x' });
    walk.do(RecordInvoice, { invoiceNo: 'F-2', ...whole });
    expect(walk.refused(CancelRedLetter, { invoiceId, redInvoiceNo: 'H-1', reason: 'x' })).toEqual({
      code: 'INVOICE_EXCEEDS_CONTRACT',
      totalFen: 700_000_000,
      invoicedFen: 700_000_000,
      amountFen: 700_000_000,
    });
  });
  it('and red letters that are not there are not found (C-92, C-93)', () => {
    const walk = invoiced();
    expect(walk.refused(VoidInvoice, { invoiceId: 'none', reason: 'x' }).code).toBe('NOT_FOUND');
    const invoiceId = walk.now.invoices[0]?.invoiceId ?? '';
    expect(walk.refused(CancelRedLetter, { invoiceId, redInvoiceNo: 'H', reason: 'x' }).code).toBe('NOT_FOUND');
  });
});

describe('a refund that was a mistake', () => {
  const refunded = () =>
    executedWalk().receipt(1_000, 'M1').do(RecordRefund, { amountFen: 400, on: '2025-03-10', bankRef: 'OUT-1' });

  it('is reversed: the money is with us, allocated to nothing, and its reference is free (C-94)', () => {
    const walk = refunded();
    const refundId = walk.lastId;
    walk.do(ReverseRefund, { refundId, reason: '重复登记' });
    walk.recorded({
      type: 'RefundReversed',
      data: {
        contractId: CONTRACT_ID,
        refundId,
        amountFen: 400,
        refundedOn: '2025-03-10',
        bankRef: 'OUT-1',
        reason: '重复登记',
        reversedOn: '2025-03-10',
        milestones: [],
        allocationsOf: [],
        contractReceivedFen: 1_000,
        refundedFen: 0,
        contractOutstandingFen: 699_999_400,
        unallocatedFen: 400,
        payment: 'PART',
      },
    });
    expect(walk.refused(ReverseRefund, { refundId, reason: 'x' }).code).toBe('INVALID_TRANSITION');
    expect(walk.refused(ReverseRefund, { refundId: 'none', reason: 'x' }).code).toBe('NOT_FOUND');
    walk.do(RecordRefund, { amountFen: 400, on: '2025-03-10', bankRef: 'OUT-1' });
  });
});

describe('a payment to a supplier that was a mistake', () => {
  it('is reversed, and its reference is free (C-95)', () => {
    const walk = signedWalk({ lines: BOUGHT }).do(RecordSupplierPayment, paidOut);
    const paymentId = walk.lastId;
    walk.do(ReverseSupplierPayment, { paymentId, reason: '付错供应商' });
    walk.recorded({
      type: 'SupplierPaymentReversed',
      data: {
        contractId: CONTRACT_ID,
        paymentId,
        amountFen: 9,
        reason: '付错供应商',
        reversedBy: 'sun-li',
        reversedOn: '2025-03-10',
        supplierPaidFen: 0,
      },
    });
    expect(walk.refused(ReverseSupplierPayment, { paymentId, reason: 'x' }).code).toBe('INVALID_TRANSITION');
    expect(walk.refused(ReverseSupplierPayment, { paymentId: 'none', reason: 'x' }).code).toBe('NOT_FOUND');
    expect(walk.do(RecordSupplierPayment, paidOut).last[0]?.data).toMatchObject({ supplierPaidFen: 9 });
  });
});

describe('the day of money (C-96)', () => {
  const receipt = { amountFen: 1_000, receivedOn: '2025-03-10', bankRef: 'B-9', instrument: 'TRANSFER' } as const;
  const bill = { ...receipt, instrument: 'COMMERCIAL_ACCEPTANCE' } as const;

  it('is not before the contract was drafted', () => {
    const walk = signedWalk({ lines: BOUGHT });
    const tooEarly = { code: 'DATE_BEFORE_DRAFTING', earliest: '2025-03-10' };
    expect(walk.refused(RecordReceipt, { ...receipt, receivedOn: '1962-01-01' })).toEqual({
      ...tooEarly,
      field: 'receivedOn',
      receivedOn: '1962-01-01',
    });
    expect(walk.refused(RecordInvoice, { invoiceNo: 'F', ...VAT, issuedOn: '2025-03-09' })).toMatchObject(tooEarly);
    expect(walk.refused(RecordSupplierPayment, { ...paidOut, paidOn: '2025-03-09' })).toMatchObject(tooEarly);
  });
  it('of the maturity of a bill is not before its receipt', () => {
    expect(signedWalk().refused(RecordReceipt, { ...bill, maturesOn: '2025-03-09' })).toEqual({
      code: 'DATE_BEFORE_RECEIPT',
      field: 'maturesOn',
      maturesOn: '2025-03-09',
      earliest: '2025-03-10',
    });
    signedWalk().do(RecordReceipt, { ...bill, maturesOn: '2025-03-10' });
  });
  it('of maturity stands on bills only (C-47)', () => {
    for (const instrument of ['TRANSFER', 'OFFSET'] as const) {
      expect(signedWalk().refused(RecordReceipt, { ...receipt, instrument, maturesOn: '2025-04-10' })).toEqual({
        code: 'VALIDATION_FAILED',
        pointer: '/maturesOn',
        instrument,
      });
    }
    signedWalk().do(RecordReceipt, { ...receipt, instrument: 'BANK_ACCEPTANCE', maturesOn: '2025-04-10' });
  });
  it('of a refund counts the refunds until then, not the later ones', () => {
    const walk = signedWalk().on('2025-04-15').receipt(100, undefined, { receivedOn: '2025-03-12' });
    walk.receipt(100, undefined, { bankRef: 'B-2', receivedOn: '2025-04-01' });
    walk.do(RecordRefund, { amountFen: 100, on: '2025-04-15', bankRef: 'OUT-1' });
    walk.do(RecordRefund, { amountFen: 100, on: '2025-03-12', bankRef: 'OUT-2' });
  });
  it('of a refund keeps the receipt that covered it from being reversed', () => {
    const walk = signedWalk().on('2025-03-12').receipt(100);
    walk.do(RecordRefund, { amountFen: 100, on: '2025-03-12', bankRef: 'OUT' });
    walk.on('2025-03-13').receipt(100, undefined, { bankRef: 'B-2' });
    const [first, second] = walk.now.receipts.map(({ receiptId }) => receiptId);
    expect(walk.refused(ReverseReceipt, { receiptId: first!, reason: 'x' })).toEqual({
      code: 'RECEIPT_ALREADY_REFUNDED',
      receiptId: first,
      receivedOn: '2025-03-12',
    });
    walk.do(ReverseReceipt, { receiptId: second!, reason: 'x' });
  });
  it('of a refund is not before the receipts that cover it', () => {
    const walk = signedWalk().on('2025-03-12').receipt(100).on('2025-03-15').receipt(50, undefined, { bankRef: 'B-2' });
    const refund = { amountFen: 100, on: '2025-03-11', bankRef: 'OUT' };
    expect(walk.refused(RecordRefund, refund)).toMatchObject({ code: 'DATE_BEFORE_RECEIPT', earliest: '2025-03-12' });
    expect(walk.refused(RecordRefund, { ...refund, amountFen: 101, on: '2025-03-14' })).toMatchObject({
      code: 'DATE_BEFORE_RECEIPT',
      earliest: '2025-03-15',
    });
    walk.do(RecordRefund, { ...refund, on: '2025-03-12' });
  });
});
