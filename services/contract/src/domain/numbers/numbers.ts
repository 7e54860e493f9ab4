import { reservation } from '@engsales/event-sourcing/domain';
import { foldedNumber } from '@engsales/values';

/** The number of a signed contract belongs to one contract of the company. */
export const contractNumber = reservation('ContractNumber', {
  code: 'DUPLICATE_CONTRACT_NO',
  foldedBy: foldedNumber,
});

/** The number of an invoice or a red letter belongs to one contract of the company: the tax office gives it once. */
export const invoiceNumber = reservation('InvoiceNumber', { code: 'DUPLICATE_INVOICE', foldedBy: foldedNumber });
