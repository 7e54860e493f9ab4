import { CONTRACT_ID as id } from '../domain/contract/contract.fixtures.js';
import {
  AllocateReceiptRequest,
  MoneyController,
  RecordInvoiceRequest,
  RecordReceiptRequest,
  RecordRefundRequest,
  RecordSupplierPaymentRequest,
  RedInvoiceRequest,
  ReverseReceiptRequest,
} from './money.controller.js';
import { faultsOf, taken } from './requests.fixtures.js';

const money = new MoneyController();
const UUID = '5b0f4b53-6f6b-4f0e-9d0c-2f1f3a8f7a01';
const RECEIPT = { amountFen: 1, receivedOn: '2025-03-10', bankRef: 'ICBC 0007', instrument: 'TRANSFER' };
const ALLOCATIONS = [
  { milestoneId: 'M1', amountFen: 1 },
  { milestoneId: 'M2', amountFen: 2 },
];

describe('a receipt of a request', () => {
  it('becomes the command with everything that it says (C-46)', async () => {
    const body = {
      ...RECEIPT,
      payer: { partyId: 'p-1', name: '临江二院', personRef: UUID },
      maturesOn: '2025-09-10',
      allocations: ALLOCATIONS,
      unallocatedFen: 0,
    };
    expect(money.recordReceipt(id, await taken(RecordReceiptRequest, body))).toEqual({ contractId: id, ...body });
  });
  it('becomes the command without a milestone too (C-46)', async () =>
    expect(money.recordReceipt(id, await taken(RecordReceiptRequest, RECEIPT))).toEqual({
      contractId: id,
      ...RECEIPT,
    }));

  it.each<[string, object, string]>([
    ['nothing', { amountFen: 0 }, '/amountFen'],
    ['less than nothing', { amountFen: -1 }, '/amountFen'],
    ['half a fen', { amountFen: 0.5 }, '/amountFen'],
    ['more than 2^53-1 fen (C-07)', { amountFen: 9_007_199_254_740_992 }, '/amountFen'],
    ['a text for the amount', { amountFen: '1' }, '/amountFen'],
    ['a day that does not exist', { receivedOn: '2025-02-30' }, '/receivedOn'],
    ['blanks for a bank reference (C-43)', { bankRef: ' ' }, '/bankRef'],
    ['a bank reference of 65 characters', { bankRef: 'B'.repeat(65) }, '/bankRef'],
    ['an instrument that there is not', { instrument: 'CASH' }, '/instrument'],
    ['null for the maturity (C-47)', { maturesOn: null }, '/maturesOn'],
    [
      'an allocation of nothing (C-45)',
      { allocations: [{ milestoneId: 'M1', amountFen: 0 }] },
      '/allocations/0/amountFen',
    ],
    ['an allocation to nobody', { allocations: [{ amountFen: 1 }] }, '/allocations/0/milestoneId'],
    ['a list among its allocations', { allocations: [[]] }, '/allocations'],
    ['a rest below zero (C-46)', { unallocatedFen: -1 }, '/unallocatedFen'],
    ['a payer who is named by a telephone number (C-27)', { payer: { personRef: '13800138000' } }, '/payer/personRef'],
    ['a payer whose reference is a name (C-27)', { payer: { personRef: '王芳' } }, '/payer/personRef'],
    ['a payer whose reference is no uuid (C-27)', { payer: { personRef: 'p-4' } }, '/payer/personRef'],
    ['a telephone number for the name of a payer (C-27)', { payer: { name: '王先生 138-0013-8000' } }, '/payer/name'],
    ['a payer with an account number', { payer: { account: '6222' } }, '/payer/account'],
    ['a status: a receipt begins as it is', { status: 'RECORDED' }, '/status'],
  ])('is refused with %s', async (_title, changes, pointer) =>
    expect(await faultsOf(RecordReceiptRequest, { ...RECEIPT, ...changes })).toEqual([pointer]),
  );
  it.each([1, 9_007_199_254_740_991])('takes %d fen (C-07)', async (amountFen) =>
    expect(await faultsOf(RecordReceiptRequest, { ...RECEIPT, amountFen })).toEqual([]),
  );
  it('takes 200 allocations and no more', async () => {
    const allocations = Array.from({ length: 201 }, (_one, index) => ({ milestoneId: `M${index}`, amountFen: 1 }));
    expect(await faultsOf(RecordReceiptRequest, { ...RECEIPT, allocations })).toEqual(['/allocations']);
    expect(await faultsOf(RecordReceiptRequest, { ...RECEIPT, allocations: allocations.slice(1) })).toEqual([]);
  });
});

describe('a receipt that is there', () => {
  it('is allocated to milestones (C-46)', async () => {
    const body = { receiptId: UUID, allocations: ALLOCATIONS };
    expect(money.allocateReceipt(id, await taken(AllocateReceiptRequest, body))).toEqual({ contractId: id, ...body });
  });
  it('is not allocated to none', async () => {
    expect(await faultsOf(AllocateReceiptRequest, { receiptId: UUID, allocations: [] })).toEqual(['/allocations']);
    expect(await faultsOf(AllocateReceiptRequest, { receiptId: UUID })).toEqual(['/allocations']);
  });
  it('is reversed with a reason (C-48)', async () => {
    const body = { receiptId: UUID, reason: '退票' };
    expect(money.reverseReceipt(id, await taken(ReverseReceiptRequest, body))).toEqual({ contractId: id, ...body });
    expect(await faultsOf(ReverseReceiptRequest, { ...body, reason: '\t' })).toEqual(['/reason']);
  });
  it('is named by its id, not by its bank reference', async () =>
    expect(await faultsOf(ReverseReceiptRequest, { receiptId: 'B-1', reason: 'x' })).toEqual(['/receiptId']));
});

describe('a refund of a request', () => {
  const REFUND = { amountFen: 400, on: '2025-03-10', bankRef: 'R-1' };
  it('becomes the command, with or without milestones (C-50)', async () => {
    const named = { ...REFUND, allocations: ALLOCATIONS };
    expect(money.recordRefund(id, await taken(RecordRefundRequest, named))).toEqual({ contractId: id, ...named });
    expect(money.recordRefund(id, await taken(RecordRefundRequest, REFUND))).toEqual({ contractId: id, ...REFUND });
  });
  it.each<[string, object, string]>([
    ['nothing to give back', { amountFen: 0 }, '/amountFen'],
    ['no reference of the bank (C-49)', { bankRef: undefined }, '/bankRef'],
    ['no day', { on: undefined }, '/on'],
    ['a reason, which it does not have', { reason: 'x' }, '/reason'],
  ])('is refused with %s', async (_title, changes, pointer) =>
    expect(await faultsOf(RecordRefundRequest, { ...REFUND, ...changes })).toEqual([pointer]),
  );
});

describe('a payment to a supplier', () => {
  const PAYMENT = { supplierPartyId: 'p-7', amountFen: 9, paidOn: '2025-03-10', bankRef: 'OUT-1' };
  it('becomes the command for the lines that it names, or for all (C-53)', async () => {
    const named = { ...PAYMENT, lineIds: ['L2'] };
    const data = (body: RecordSupplierPaymentRequest) => money.recordSupplierPayment(id, body);
    expect(data(await taken(RecordSupplierPaymentRequest, named))).toEqual({ contractId: id, ...named });
    expect(data(await taken(RecordSupplierPaymentRequest, PAYMENT))).toEqual({ contractId: id, ...PAYMENT });
  });
  it.each<[string, object, string]>([
    ['a name for the supplier', { supplierPartyId: '铜管厂' }, '/supplierPartyId'],
    ['a line in Chinese', { lineIds: ['L1', '二'] }, '/lineIds'],
    ['one line that is no list', { lineIds: 'L1' }, '/lineIds'],
    ['nothing paid', { amountFen: 0 }, '/amountFen'],
  ])('is refused with %s', async (_title, changes, pointer) =>
    expect(await faultsOf(RecordSupplierPaymentRequest, { ...PAYMENT, ...changes })).toEqual([pointer]),
  );
});

describe('an invoice of a request', () => {
  const INVOICE = { invoiceNo: 'F-1', kind: 'VAT_SPECIAL', amountFen: 11_300, taxFen: 1_300 };
  it('becomes the command with milestones and day where it has them (C-55)', async () => {
    const whole = { ...INVOICE, milestoneIds: ['M1', 'M2'], issuedOn: '2025-03-09' };
    expect(money.recordInvoice(id, await taken(RecordInvoiceRequest, whole))).toEqual({ contractId: id, ...whole });
    expect(money.recordInvoice(id, await taken(RecordInvoiceRequest, INVOICE))).toEqual({ contractId: id, ...INVOICE });
  });
  it('may have no tax, but not none said (C-55)', async () => {
    expect(await faultsOf(RecordInvoiceRequest, { ...INVOICE, taxFen: 0 })).toEqual([]);
    expect(await faultsOf(RecordInvoiceRequest, { ...INVOICE, taxFen: undefined })).toEqual(['/taxFen']);
  });
  it.each<[string, object, string]>([
    ['a kind that there is not', { kind: 'PROFORMA' }, '/kind'],
    ['nothing to pay', { amountFen: 0 }, '/amountFen'],
    ['the same milestone twice', { milestoneIds: ['M1', 'M1'] }, '/milestoneIds'],
    ['a number of blanks (C-54)', { invoiceNo: '   ' }, '/invoiceNo'],
  ])('is refused with %s', async (_title, changes, pointer) =>
    expect(await faultsOf(RecordInvoiceRequest, { ...INVOICE, ...changes })).toEqual([pointer]),
  );
  it('is taken back by a red letter, whole or in part (C-56)', async () => {
    const whole = { invoiceId: UUID, redInvoiceNo: 'H-1', reason: '退货' };
    const part = { ...whole, amountFen: 1, taxFen: 0 };
    expect(money.redInvoice(id, await taken(RedInvoiceRequest, whole))).toEqual({ contractId: id, ...whole });
    expect(money.redInvoice(id, await taken(RedInvoiceRequest, part))).toEqual({ contractId: id, ...part });
    expect(await faultsOf(RedInvoiceRequest, { ...part, amountFen: 0 })).toEqual(['/amountFen']);
    expect(await faultsOf(RedInvoiceRequest, { ...whole, reason: undefined })).toEqual(['/reason']);
  });
});
