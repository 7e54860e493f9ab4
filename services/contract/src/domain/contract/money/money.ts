import { invoiceFold, invoiceRules } from './invoices.js';
import { receiptFold, receiptRules } from './receipts.js';
import { refundFold, refundRules } from './refunds.js';
import { supplierPaymentFold, supplierPaymentRules } from './supplier-payments.js';

/** Money that comes, goes back, is invoiced, or is paid to suppliers. */
export const moneyRules = { ...receiptRules, ...refundRules, ...supplierPaymentRules, ...invoiceRules };
export const moneyFold = { ...receiptFold, ...refundFold, ...supplierPaymentFold, ...invoiceFold };
