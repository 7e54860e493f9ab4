import { Rejected } from '@engsales/event-sourcing/decider';
import { sumFen } from '@engsales/values';
import { refuseFuture, sameReference } from './booking.js';
import type { ContractEvent } from './contract.events.js';
import type { ExistingContract } from './contract-state.js';
import type { RecordSupplierPayment } from './money.commands.js';

/** What we pay for bought-in goods (买断). @throws Rejected NO_SUPPLIER_LINES, LINE_UNKNOWN, DUPLICATE_SUPPLIER_PAYMENT, DATE_IN_FUTURE */
export function recordSupplierPayment(
  { data, issued }: RecordSupplierPayment,
  contract: ExistingContract,
): ContractEvent[] {
  const bought = contract.document.lines.filter((line) => line.fulfilment === 'BUY').map((line) => line.lineId);
  if (bought.length === 0) throw new Rejected('NO_SUPPLIER_LINES', 'no line of the contract is bought in');
  const { lineIds = bought, supplierPartyId, amountFen, paidOn, bankRef } = data;
  const unknown = lineIds.filter((lineId) => !bought.includes(lineId));
  if (unknown.length > 0) throw new Rejected('LINE_UNKNOWN', 'not bought-in lines of the contract', { unknown });
  refuseFuture('paidOn', paidOn, issued.today);
  const { contractId, supplierPayments: before = [] } = contract;
  if (before.some((payment) => sameReference(payment.bankRef, bankRef))) {
    throw new Rejected('DUPLICATE_SUPPLIER_PAYMENT', 'this payment is booked already', { bankRef });
  }
  const supplierPaidFen = sumFen([...before.map((payment) => payment.amountFen), amountFen]);
  const payment = { paymentId: issued.commandId, supplierPartyId, amountFen, paidOn, bankRef, lineIds };
  return [{ type: 'SupplierPaymentRecorded', data: { contractId, ...payment, supplierPaidFen } }];
}
