import { refuseFuture, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { isSameNumber, sumFen } from '@engsales/values';
import { MarkSamplePaymentOverdue, RecordSamplePayment, type PaymentCommand } from './sample-project.commands.js';
import type { PaymentEvent, SampleProjectEvent } from './sample-project.events.js';
import type { ExistingSample } from './sample-project.state.js';
import { sampleRecord } from './sample-record.js';

/** The customer pays for what was taken over. */
export const paymentRules = {
  RecordSamplePayment: { command: RecordSamplePayment, in: ['ACCEPTED'], decide: recordSamplePayment },
  MarkSamplePaymentOverdue: { command: MarkSamplePaymentOverdue, in: ['ACCEPTED'], decide: markSamplePaymentOverdue },
} satisfies RulesOf<PaymentCommand, ExistingSample, SampleProjectEvent>;

export const paymentFold = {
  SamplePaymentRecorded: (sample, { state, amountFen, paidFen, paidOn, bankRef, by }) => ({
    ...sample,
    state,
    paidFen,
    payments: [...sample.payments, { amountFen, paidOn, bankRef, by }],
  }),
  SamplePaymentOverdue: (sample) => ({ ...sample, paymentOverdue: true }),
} satisfies FoldOf<PaymentEvent, ExistingSample>;

/** @throws Rejected DATE_IN_FUTURE, DUPLICATE_SAMPLE_PAYMENT, AMOUNT_EXCEEDS_PRICE */
function recordSamplePayment({ data, issued }: RecordSamplePayment, sample: ExistingSample): SampleProjectEvent[] {
  const { amountFen, on, bankRef } = data;
  refuseFuture('on', on, issued.today);
  if (sample.payments.some((payment) => isSameNumber(payment.bankRef, bankRef))) {
    throw new Rejected('DUPLICATE_SAMPLE_PAYMENT', `${bankRef} was recorded already`, { bankRef });
  }
  const { priceFen } = sample;
  const paidFen = sumFen([sample.paidFen, amountFen]);
  if (paidFen > priceFen) {
    const details = { priceFen, openFen: priceFen - sample.paidFen };
    throw new Rejected('AMOUNT_EXCEEDS_PRICE', `${amountFen} fen are more than what is open`, details);
  }
  const record = sampleRecord(sample, paidFen === priceFen ? 'PAID' : 'ACCEPTED', issued);
  const paid = { amountFen, paidFen, bankRef, paidOn: on, recordedOn: issued.today };
  return [{ type: 'SamplePaymentRecorded', data: { ...record, ...paid } }];
}

/** Once, and only after the day on which it was due. */
function markSamplePaymentOverdue(
  { data, issued }: MarkSamplePaymentOverdue,
  sample: ExistingSample,
): SampleProjectEvent[] {
  const { paymentDueOn } = data;
  const stands = sample.paymentDueOn === paymentDueOn && !sample.paymentOverdue && issued.today > paymentDueOn;
  if (!stands) return [];
  const openFen = sample.priceFen - sample.paidFen;
  const record = sampleRecord(sample, sample.state, issued);
  return [{ type: 'SamplePaymentOverdue', data: { ...record, paymentDueOn, openFen, overdueOn: issued.today } }];
}
