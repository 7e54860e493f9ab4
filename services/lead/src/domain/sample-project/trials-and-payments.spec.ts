import {
  AcceptSample,
  InstallSample,
  MarkSamplePaymentOverdue,
  RecordSamplePayment,
  RejectSample,
} from './sample-project.commands.js';
import { aLead, CASHIER, LEAD_ID, SAMPLE_ID } from './sample-project.fixtures.js';
import { acceptedWalk, approvedWalk, installedWalk, paidWalk, rejectedWalk } from './sample-project.walk.js';

const RECORD = {
  sampleProjectId: SAMPLE_ID,
  leadId: LEAD_ID,
  projectId: LEAD_ID,
  salespersonId: 'li-na',
  costFen: 3_000_000,
  priceFen: 2_000_000,
};
const accepting = { on: '2025-03-17', docRef: 'YS-1', paymentDueOn: '2025-04-06', lead: aLead };

describe('a sample at the customer’s', () => {
  it('is installed on a day that has come (L-144)', () => {
    installedWalk().recorded({
      type: 'SampleInstalled',
      data: { ...RECORD, state: 'INSTALLED', by: 'li-na', installedOn: '2025-03-17' },
    });
    expect(approvedWalk().refused(InstallSample, { on: '2025-03-11', lead: aLead }).code).toBe('DATE_IN_FUTURE');
  });

  it('is taken over, and where it has a price paid by a day (L-145)', () => {
    acceptedWalk().recorded({
      type: 'SampleAccepted',
      data: {
        ...RECORD,
        state: 'ACCEPTED',
        acceptedOn: '2025-03-24',
        docRef: 'YS-1',
        paymentDueOn: '2025-04-06',
        by: 'li-na',
      },
    });
    expect(installedWalk().refused(AcceptSample, { ...accepting, paymentDueOn: undefined })).toEqual({
      code: 'PAYMENT_DATE_REQUIRED',
      priceFen: 2_000_000,
    });
  });

  it('is at its end when it is taken over for nothing (L-145)', () => {
    const walk = installedWalk({ priceFen: 0 }).do(AcceptSample, accepting);
    expect(walk.now).toMatchObject({ state: 'ACCEPTED', paymentDueOn: undefined });
    expect(walk.refused(RecordSamplePayment, { amountFen: 1, on: '2025-03-17', bankRef: 'B' }, CASHIER)).toEqual({
      code: 'AMOUNT_EXCEEDS_PRICE',
      priceFen: 0,
      openFen: 0,
    });
  });

  it('is rejected at our cost (L-146)', () => {
    rejectedWalk().recorded({
      type: 'SampleRejected',
      data: { ...RECORD, state: 'REJECTED', reason: '噪声偏大', by: 'li-na', rejectedOn: '2025-03-24' },
    });
    expect(rejectedWalk().now.reason).toBe('噪声偏大');
  });

  it.each([
    ['taken over', (on: string) => installedWalk().refused(AcceptSample, { ...accepting, on })],
    ['rejected', (on: string) => installedWalk().refused(RejectSample, { reason: 'x', on, lead: aLead })],
  ])('is %s neither before it stands there nor after today (L-144)', (_title, refused) => {
    expect(refused('2025-03-16')).toEqual({
      code: 'DATE_BEFORE_INSTALLATION',
      field: 'on',
      on: '2025-03-16',
      earliest: '2025-03-17',
    });
    expect(refused('2025-03-18').code).toBe('DATE_IN_FUTURE');
    expect(refused('2025-03-17').code).toBe('accepted');
  });
});

describe('the payment of a sample', () => {
  it('may come in parts, and is done with the last fen (L-147)', () => {
    const walk = acceptedWalk().pay(500_000, 'B-1');
    walk.recorded({
      type: 'SamplePaymentRecorded',
      data: {
        ...RECORD,
        state: 'ACCEPTED',
        amountFen: 500_000,
        paidFen: 500_000,
        bankRef: 'B-1',
        paidOn: '2025-03-24',
        recordedOn: '2025-03-24',
        by: 'qian-hui',
      },
    });
    walk.pay(1_500_000, 'B-2');
    expect(walk.now).toMatchObject({ state: 'PAID', paidFen: 2_000_000, payments: [{ bankRef: 'B-1' }, {}] });
    expect(paidWalk().now.state).toBe('PAID');
  });

  it('is never more than its price, and no receipt counts twice (L-147)', () => {
    const walk = acceptedWalk().pay(500_000, 'B-1');
    const paying = { amountFen: 1_500_001, on: '2025-03-24', bankRef: 'B-2' };
    expect(walk.refused(RecordSamplePayment, paying, CASHIER)).toEqual({
      code: 'AMOUNT_EXCEEDS_PRICE',
      priceFen: 2_000_000,
      openFen: 1_500_000,
    });
    expect(walk.refused(RecordSamplePayment, { ...paying, bankRef: 'b-1', amountFen: 1 }, CASHIER)).toEqual({
      code: 'DUPLICATE_SAMPLE_PAYMENT',
      bankRef: 'b-1',
    });
    expect(walk.refused(RecordSamplePayment, { ...paying, on: '2025-03-25' }, CASHIER).code).toBe('DATE_IN_FUTURE');
  });

  it('is overdue on the day after it was due, once (L-148)', () => {
    const due = { paymentDueOn: '2025-04-06' };
    const walk = acceptedWalk().pay(500_000, 'B-1').on('2025-04-06').do(MarkSamplePaymentOverdue, due);
    walk.recorded();
    walk.on('2025-04-07').do(MarkSamplePaymentOverdue, { paymentDueOn: '2025-04-05' }).recorded();
    walk.do(MarkSamplePaymentOverdue, due).recorded({
      type: 'SamplePaymentOverdue',
      data: {
        ...RECORD,
        state: 'ACCEPTED',
        paymentDueOn: '2025-04-06',
        openFen: 1_500_000,
        overdueOn: '2025-04-07',
        by: 'li-na',
      },
    });
    walk.do(MarkSamplePaymentOverdue, due).recorded();
    expect(walk.now.paymentOverdue).toBe(true);
  });
});
