import { Rejected, type FoldOf, type RulesOf, refuseBefore, refuseFuture } from '@engsales/event-sourcing/domain';
import { isSameNumber, sumFen } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { SIGNED_STATES } from '../contract.values.js';
import { RecordSupplierPayment, ReverseSupplierPayment, type SupplierPaymentCommand } from './money.commands.js';
import type { SupplierPaymentEvent } from './money.events.js';
import { standingPayments } from './money.state.js';

/** What we pay for bought-in goods (买断). */
export const supplierPaymentRules = {
  RecordSupplierPayment: { command: RecordSupplierPayment, in: SIGNED_STATES, decide: recordSupplierPayment },
  ReverseSupplierPayment: { command: ReverseSupplierPayment, in: SIGNED_STATES, decide: reverseSupplierPayment },
} satisfies RulesOf<SupplierPaymentCommand, SignedContract, ContractEvent>;

export const supplierPaymentFold = {
  SupplierPaymentRecorded(contract, { paymentId, supplierPartyId, amountFen, paidOn, bankRef, lineIds }) {
    const status = 'RECORDED' as const;
    const payment = { paymentId, supplierPartyId, amountFen, paidOn, bankRef, lineIds, status };
    return { ...contract, supplierPayments: [...contract.supplierPayments, payment] };
  },
  SupplierPaymentReversed: (contract, { paymentId }) => ({
    ...contract,
    supplierPayments: contract.supplierPayments.map((payment) =>
      payment.paymentId === paymentId ? { ...payment, status: 'REVERSED' as const } : payment,
    ),
  }),
} satisfies FoldOf<SupplierPaymentEvent, SignedContract>;

/** @throws Rejected NO_SUPPLIER_LINES, VALIDATION_FAILED, LINE_UNKNOWN, DUPLICATE_SUPPLIER_PAYMENT, DATE_IN_FUTURE, DATE_BEFORE_DRAFTING */
function recordSupplierPayment({ data, issued }: RecordSupplierPayment, contract: SignedContract): ContractEvent[] {
  const bought = contract.document.lines.filter((line) => line.fulfilment === 'BUY').map((line) => line.lineId);
  if (bought.length === 0) throw new Rejected('NO_SUPPLIER_LINES', 'no line of the contract is bought in');
  const { lineIds = bought, supplierPartyId, amountFen, paidOn, bankRef } = data;
  if (lineIds.length === 0) {
    throw new Rejected('VALIDATION_FAILED', 'the payment is for no line', { pointer: '/lineIds' });
  }
  const unknown = lineIds.filter((lineId) => !bought.includes(lineId));
  if (unknown.length > 0)
    throw new Rejected('LINE_UNKNOWN', `the lines ${unknown.join(', ')} are not bought in by the contract`, {
      unknown,
    });
  refuseFuture('paidOn', paidOn, issued.today);
  refuseBefore('DRAFTING', 'paidOn', paidOn, contract.draftedOn);
  const { contractId } = contract;
  const before = standingPayments(contract.supplierPayments);
  if (before.some((payment) => isSameNumber(payment.bankRef, bankRef))) {
    throw new Rejected('DUPLICATE_SUPPLIER_PAYMENT', 'this payment is booked already', { bankRef });
  }
  const supplierPaidFen = sumFen([...before.map((payment) => payment.amountFen), amountFen]);
  const payment = { paymentId: issued.commandId, supplierPartyId, amountFen, paidOn, bankRef, lineIds };
  return [{ type: 'SupplierPaymentRecorded', data: { contractId, ...payment, supplierPaidFen } }];
}

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION */
function reverseSupplierPayment({ data, issued }: ReverseSupplierPayment, contract: SignedContract): ContractEvent[] {
  const { paymentId, reason } = data;
  const payment = contract.supplierPayments.find((other) => other.paymentId === paymentId);
  if (!payment) throw new Rejected('NOT_FOUND', `the contract has no payment ${paymentId}`, { paymentId });
  if (payment.status === 'REVERSED') {
    throw new Rejected('INVALID_TRANSITION', 'the payment is reversed', { paymentId, status: payment.status });
  }
  const others = standingPayments(contract.supplierPayments).filter((other) => other !== payment);
  return [
    {
      type: 'SupplierPaymentReversed',
      data: {
        contractId: contract.contractId,
        paymentId,
        amountFen: payment.amountFen,
        reason,
        reversedBy: issued.by.id,
        reversedOn: issued.today,
        supplierPaidFen: sumFen(others.map((other) => other.amountFen)),
      },
    },
  ];
}
