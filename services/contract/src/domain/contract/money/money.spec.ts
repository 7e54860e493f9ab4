import { SIGNED_STATES } from '../contract.values.js';
import { possible } from '../contract.possible.fixtures.js';
import {
  AllocateReceipt,
  CancelRedLetter,
  MatureReceipt,
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
import { moneyRules } from './money.js';

describe('in which state (C-77)', () => {
  possible(
    RecordReceipt,
    { amountFen: 1, receivedOn: '2025-03-10', bankRef: 'new', instrument: 'TRANSFER' },
    SIGNED_STATES,
  );
  possible(AllocateReceipt, { receiptId: 'r', allocations: [] }, SIGNED_STATES);
  possible(ReverseReceipt, { receiptId: 'r', reason: 'x' }, SIGNED_STATES);
  possible(MatureReceipt, { receiptId: 'r' }, SIGNED_STATES);
  possible(RecordRefund, { amountFen: 1, on: '2025-03-10', bankRef: 'b' }, SIGNED_STATES);
  possible(
    RecordSupplierPayment,
    { supplierPartyId: 'p', amountFen: 1, paidOn: '2025-03-10', bankRef: 'b' },
    SIGNED_STATES,
  );
  possible(RecordInvoice, { invoiceNo: 'i', kind: 'VAT_SPECIAL', amountFen: 1, taxFen: 0 }, SIGNED_STATES);
  possible(RedInvoice, { invoiceId: 'i', redInvoiceNo: 'r', reason: 'x' }, SIGNED_STATES);
  possible(VoidInvoice, { invoiceId: 'i', reason: 'x' }, SIGNED_STATES);
  possible(CancelRedLetter, { invoiceId: 'i', redInvoiceNo: 'r', reason: 'x' }, SIGNED_STATES);
  possible(ReverseRefund, { refundId: 'r', reason: 'x' }, SIGNED_STATES);
  possible(ReverseSupplierPayment, { paymentId: 'p', reason: 'x' }, SIGNED_STATES);
  possible.every(moneyRules);
});
