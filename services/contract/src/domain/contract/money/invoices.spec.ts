import { refusalOf } from '@engsales/event-sourcing/testing';
import { aDocument, CONTRACT_ID } from '../contract.fixtures.js';
import { signedWalk } from '../contract.walk.js';
import { RecordInvoice, RecordSupplierPayment, RedInvoice } from './money.commands.js';

describe('invoices', () => {
  const invoice = (invoiceNo: string, amountFen: number, more: object = {}) => ({
    invoiceNo,
    kind: 'VAT_SPECIAL' as const,
    amountFen,
    taxFen: 13,
    ...more,
  });
  it('come before or after the payment, and red letters take them back (C-55, C-56)', () => {
    const walk = signedWalk().do(
      RecordInvoice,
      invoice('F-1', 210_000_000, { milestoneIds: ['M1'], taxFen: 24_159_292 }),
    );
    expect(walk.last[0]?.data).toMatchObject({ timing: 'BEFORE_PAYMENT', invoicedFen: 210_000_000 });
    walk.receipt(210_000_000, 'M1').do(RecordInvoice, invoice('F-2', 1_000, { milestoneIds: ['M1'] }));
    expect(walk.last[0]?.data).toMatchObject({ timing: 'AFTER_PAYMENT', invoicedFen: 210_001_000 });
    const invoiceId = walk.now.invoices[0]?.invoiceId ?? '';
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
    ['the same number (C-54)', invoice('f-1', 1), 'DUPLICATE_INVOICE'],
    ['more than the contract (C-55)', invoice('F-2', 699_999_991), 'INVOICE_EXCEEDS_CONTRACT'],
    ['tax over the amount (C-55)', invoice('F-2', 12), 'VALIDATION_FAILED'],
    ['a milestone that is not there', invoice('F-2', 100, { milestoneIds: ['M9'] }), 'NOT_FOUND'],
    ['a day to come (C-44)', invoice('F-2', 100, { issuedOn: '2025-03-11' }), 'DATE_IN_FUTURE'],
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
  it('are booked on bought-in lines (C-53)', () => {
    const walk = bought().do(RecordSupplierPayment, payment);
    expect(walk.last[0]?.data).toMatchObject({ lineIds: ['L1'], supplierPaidFen: 1_000 });
    expect(refusalOf(() => walk.do(RecordSupplierPayment, { ...payment, bankRef: 'out-1' })).code).toBe(
      'DUPLICATE_SUPPLIER_PAYMENT',
    );
    expect(
      refusalOf(() => walk.do(RecordSupplierPayment, { ...payment, bankRef: 'OUT-2', lineIds: ['L2'] })).code,
    ).toBe('LINE_UNKNOWN');
  });
  it('are for one line at least (C-53)', () =>
    expect(bought().refused(RecordSupplierPayment, { ...payment, lineIds: [] })).toEqual({
      code: 'VALIDATION_FAILED',
      pointer: '/lineIds',
    }));
  it('need such lines (C-53)', () =>
    expect(refusalOf(() => signedWalk().do(RecordSupplierPayment, payment)).code).toBe('NO_SUPPLIER_LINES'));
});

describe('what is invoiced and paid to suppliers is recorded', () => {
  it('an invoice and its red letter (C-54, C-55, C-56)', () => {
    const said = { invoiceNo: 'F-1', kind: 'VAT_SPECIAL', amountFen: 210_000_000, taxFen: 24_159_292 } as const;
    const walk = signedWalk().do(RecordInvoice, { ...said, milestoneIds: ['M1'], issuedOn: '2025-03-10' });
    const invoiceId = walk.lastId;
    walk.recorded({
      type: 'InvoiceRecorded',
      data: {
        contractId: CONTRACT_ID,
        invoiceId,
        invoiceNo: 'F-1',
        kind: 'VAT_SPECIAL',
        amountFen: 210_000_000,
        taxFen: 24_159_292,
        milestoneIds: ['M1'],
        issuedOn: '2025-03-10',
        timing: 'BEFORE_PAYMENT',
        invoicedFen: 210_000_000,
      },
    });
    walk.do(RedInvoice, { invoiceId, redInvoiceNo: 'H-1', amountFen: 100_000_000, reason: '部分退回' }).recorded({
      type: 'InvoiceReddened',
      data: {
        contractId: CONTRACT_ID,
        invoiceId,
        invoiceNo: 'F-1',
        redInvoiceNo: 'H-1',
        amountFen: 100_000_000,
        taxFen: 11_504_425,
        reason: '部分退回',
        redOn: '2025-03-10',
        invoicedFen: 110_000_000,
      },
    });
    expect(walk.refused(RedInvoice, { invoiceId, redInvoiceNo: 'f 1'.replace(' ', '-'), reason: 'x' }).code).toBe(
      'DUPLICATE_INVOICE',
    );
    expect(walk.refused(RedInvoice, { invoiceId: 'i-9', redInvoiceNo: 'H-2', reason: 'x' })).toEqual({
      code: 'NOT_FOUND',
      invoiceId: 'i-9',
    });
  });
  it('a payment to a supplier, not of a day to come (C-44, C-53)', () => {
    const lines = aDocument().lines.map((line) => ({ ...line, fulfilment: 'BUY' as const }));
    const mode = { operationMode: 'BUYOUT', riskAssessmentId: 'ra-1', writtenConsentRef: 'wc-1' } as const;
    const walk = signedWalk({ lines, ...mode });
    const payment = { supplierPartyId: 'p-7', amountFen: 1_000, paidOn: '2025-03-10', bankRef: 'OUT-1' };
    walk.do(RecordSupplierPayment, { ...payment, lineIds: ['L2'] });
    walk.do(RecordSupplierPayment, { ...payment, bankRef: 'OUT-2', amountFen: 500, lineIds: ['L2'] });
    walk.recorded({
      type: 'SupplierPaymentRecorded',
      data: {
        contractId: CONTRACT_ID,
        paymentId: walk.lastId,
        supplierPartyId: 'p-7',
        amountFen: 500,
        paidOn: '2025-03-10',
        bankRef: 'OUT-2',
        lineIds: ['L2'],
        supplierPaidFen: 1_500,
      },
    });
    const late = { ...payment, bankRef: 'OUT-3', paidOn: '2025-03-11' };
    expect(walk.refused(RecordSupplierPayment, late)).toEqual({
      code: 'DATE_IN_FUTURE',
      paidOn: '2025-03-11',
      today: '2025-03-10',
    });
  });
});
