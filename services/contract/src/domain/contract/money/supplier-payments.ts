import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { isSameNumber, sumFen } from '@engsales/values';
import { refuseFuture } from '../contract.dates.js';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { SIGNED_STATES } from '../contract.values.js';
import { RecordSupplierPayment } from './money.commands.js';
import type { SupplierPaymentRecorded } from './money.events.js';

/** What we pay for bought-in goods (买断). */
export const supplierPaymentRules = {
  RecordSupplierPayment: { command: RecordSupplierPayment, in: SIGNED_STATES, decide: recordSupplierPayment },
} satisfies RulesOf<RecordSupplierPayment, SignedContract, ContractEvent>;

export const supplierPaymentFold = {
  SupplierPaymentRecorded(contract, { paymentId, supplierPartyId, amountFen, paidOn, bankRef, lineIds }) {
    const payment = { paymentId, supplierPartyId, amountFen, paidOn, bankRef, lineIds };
    return { ...contract, supplierPayments: [...contract.supplierPayments, payment] };
  },
} satisfies FoldOf<SupplierPaymentRecorded, SignedContract>;

/** @throws Rejected NO_SUPPLIER_LINES, LINE_UNKNOWN, DUPLICATE_SUPPLIER_PAYMENT, DATE_IN_FUTURE */
function recordSupplierPayment({ data, issued }: RecordSupplierPayment, contract: SignedContract): ContractEvent[] {
  const bought = contract.document.lines.filter((line) => line.fulfilment === 'BUY').map((line) => line.lineId);
  if (bought.length === 0) throw new Rejected('NO_SUPPLIER_LINES', 'no line of the contract is bought in');
  const { lineIds = bought, supplierPartyId, amountFen, paidOn, bankRef } = data;
  const unknown = lineIds.filter((lineId) => !bought.includes(lineId));
  if (unknown.length > 0)
    throw new Rejected('LINE_UNKNOWN', `the lines ${unknown.join(', ')} are not bought in by the contract`, {
      unknown,
    });
  refuseFuture('paidOn', paidOn, issued.today);
  const { contractId, supplierPayments: before } = contract;
  if (before.some((payment) => isSameNumber(payment.bankRef, bankRef))) {
    throw new Rejected('DUPLICATE_SUPPLIER_PAYMENT', 'this payment is booked already', { bankRef });
  }
  const supplierPaidFen = sumFen([...before.map((payment) => payment.amountFen), amountFen]);
  const payment = { paymentId: issued.commandId, supplierPartyId, amountFen, paidOn, bankRef, lineIds };
  return [{ type: 'SupplierPaymentRecorded', data: { contractId, ...payment, supplierPaidFen } }];
}
