import { DOCUMENT, MILESTONES } from '../contract.fixtures.js';
import { documentFromRecord } from '../drafting/document-records.js';
import { afterTrigger, isWaiting } from './milestone-triggers.js';
import type { PaymentMilestone } from './milestones.state.js';
import { trigger, triggerBySigning } from './payment-schedule.js';

const [M1, M2] = MILESTONES as unknown as [PaymentMilestone, PaymentMilestone];
const document = documentFromRecord(DOCUMENT);
const term = (netMonths: number | undefined, netDays: number, on: string) =>
  trigger({ ...M1, netMonths, netDays }, on, 'FACT').dueOn;

describe('the last day to pay (C-34)', () => {
  it.each<[string, number | undefined, number, string, string]>([
    ['the day itself without a term', undefined, 0, '2025-03-10', '2025-03-10'],
    ['days from the day after', undefined, 7, '2025-03-10', '2025-03-17'],
    ['the corresponding day of a month', 1, 0, '2025-03-10', '2025-04-10'],
    ['the end of a month that has no such day', 1, 0, '2025-01-31', '2025-02-28'],
    ['the leap day where there is one', 1, 0, '2024-01-31', '2024-02-29'],
    ['first the months, then the days', 1, 1, '2025-01-31', '2025-03-01'],
    ['the 28th a year after a leap day', 12, 0, '2024-02-29', '2025-02-28'],
    ['over the end of a year', 0, 30, '2025-12-15', '2026-01-14'],
    ['two years and a week', 24, 7, '2025-12-20', '2027-12-27'],
  ])('is %s', (_title, months, days, on, dueOn) => expect(term(months, days, on)).toBe(dueOn));
});

describe('a milestone after its trigger', () => {
  it.each<[string, Partial<PaymentMilestone>, string]>([
    ['is due', {}, 'DUE'],
    ['is paid still when it was paid before (C-41)', { status: 'PAID', paidFen: 210_000_000 }, 'PAID'],
    ['is part paid still (C-41)', { status: 'PART_PAID', paidFen: 1 }, 'PART_PAID'],
    ['is waived still (C-42)', { status: 'WAIVED', waivedFen: 210_000_000 }, 'WAIVED'],
    ['is cancelled still (C-73)', { status: 'CANCELLED' }, 'CANCELLED'],
    ['of nothing is paid still (C-09)', { status: 'PAID', amountFen: 0 }, 'PAID'],
  ])('%s', (_title, changes, status) =>
    expect(trigger({ ...M1, ...changes }, '2025-03-10', 'FACT')).toMatchObject({ status, triggeredOn: '2025-03-10' }),
  );
});

describe('the signature (C-28)', () => {
  const dated = (date: string): PaymentMilestone => ({ ...M2, trigger: 'DATE', date });
  const bySigning = (milestone: PaymentMilestone) => triggerBySigning([milestone], '2025-03-10')[0];

  it('makes due what waits for it', () =>
    expect(bySigning(M1)).toMatchObject({ status: 'DUE', triggeredOn: '2025-03-10', dueOn: '2025-03-17' }));
  it('leaves what waits for goods as it is', () => expect(bySigning(M2)).toBe(M2));
  it.each([
    ['the day before', '2025-03-09', '2025-03-16'],
    ['its own day', '2025-03-10', '2025-03-17'],
  ])('makes due what is of %s, from that day', (_title, date, dueOn) =>
    expect(bySigning(dated(date))).toMatchObject({ status: 'DUE', triggersOn: date, triggeredOn: date, dueOn }),
  );
  it('lets what is of the day after wait for it (C-37)', () => {
    const waiting = bySigning(dated('2025-03-11'));
    expect(waiting).toMatchObject({ status: 'PLANNED', triggersOn: '2025-03-11' });
    expect(waiting?.dueOn).toBeUndefined();
  });
});

describe('a retention after the acceptance (C-38)', () => {
  const retention = (changes: Partial<PaymentMilestone>): PaymentMilestone => ({
    ...M1,
    kind: 'RETENTION',
    trigger: 'ACCEPTED',
    ...changes,
  });
  const accepted = (milestone: PaymentMilestone, today: string, months?: number) =>
    afterTrigger(
      milestone,
      { on: '2025-12-20', triggeredBy: 'FACT', today },
      { ...document, warrantyTerms: months === undefined ? undefined : { defectsLiabilityMonths: months } },
    );

  it('waits for the end of its months', () => {
    const waiting = accepted(retention({ netMonths: 24 }), '2027-12-19');
    expect([waiting.status, waiting.triggersOn, waiting.dueOn]).toEqual(['PLANNED', '2027-12-20', undefined]);
  });
  it('is due on the day on which the months are over; its days count from there, the months no second time', () =>
    expect(accepted(retention({ netMonths: 24 }), '2027-12-20')).toMatchObject({
      status: 'DUE',
      triggeredOn: '2027-12-20',
      dueOn: '2027-12-27',
    }));
  it('waits for the months of the warranty where it names none', () =>
    expect(accepted(retention({}), '2025-12-20', 12).triggersOn).toBe('2026-12-20'));
  it('waits for its own months where the warranty has others', () =>
    expect(accepted(retention({ netMonths: 6 }), '2025-12-20', 12).triggersOn).toBe('2026-06-20'));
  it('has no period of nothing: it is due at once', () =>
    expect(accepted(retention({}), '2025-12-20')).toMatchObject({ status: 'DUE', dueOn: '2025-12-27' }));
  it('is like any other where it waits for something else', () =>
    expect(accepted(retention({ trigger: 'DELIVERED', netMonths: 1 }), '2025-12-20')).toMatchObject({
      status: 'DUE',
      triggeredOn: '2025-12-20',
      dueOn: '2026-01-27',
    }));
});

describe('a milestone waits for its trigger', () => {
  it.each<[string, Partial<PaymentMilestone>, boolean]>([
    ['before it', {}, true],
    ['no longer after it', { dueOn: '2025-03-17' }, false],
    ['no longer while the period of a retention runs (C-38)', { triggersOn: '2027-12-20' }, false],
    ['while the day of its date is known (C-39)', { trigger: 'DATE', triggersOn: '2025-06-01' }, true],
    ['no longer when it is cancelled (C-73)', { status: 'CANCELLED' }, false],
    ['when it was paid before (C-41)', { status: 'PAID', paidFen: 210_000_000 }, true],
  ])('%s', (_title, changes, waits) => expect(isWaiting({ ...M1, ...changes })).toBe(waits));
});
