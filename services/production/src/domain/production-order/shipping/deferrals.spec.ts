import { holdLife } from '@engsales/event-sourcing/testing';
import path from 'node:path';
import { scheduleOf } from '../../../views/order-schedule.js';
import { HEAD } from '../production-order.fixtures.js';
import { productionOrder } from '../production-order.js';
import { handedWalk, producedWalk, runningWalk, type OrderWalk } from '../production-order.walk.js';
import { RescheduleOrder } from '../receiving/receiving.commands.js';
import { CorrectDeferral, DeferDelivery, MarkShipmentDelayed, WithdrawDeferral } from './shipping.commands.js';

const until = (day: string) => ({ by: 'CUSTOMER', until: day }) as const;
const WHY = { reason: '日期录错' } as const;
const deferred = (walk: OrderWalk = runningWalk()) => walk.do(DeferDelivery, until('2025-09-30'));
const delayedFor = (walk: OrderWalk, lateAfter: string) => walk.do(MarkShipmentDelayed, { lateAfter }).types;

describe('a delivery that the customer defers', () => {
  it('keeps its promise, and says from which day to which it moves (P-50)', () => {
    const walk = deferred();
    walk.recorded({
      type: 'DeliveryDeferred',
      data: { ...HEAD, state: 'IN_PROGRESS', lineId: 'L1', by: 'CUSTOMER', from: '2025-09-01', until: '2025-09-30' },
    });
    expect(walk.now).toMatchObject({ deferredUntil: '2025-09-30', committedDate: '2025-09-01', delayDays: 0 });
    walk.do(DeferDelivery, until('2025-10-31'));
    expect(walk.last[0]?.data).toMatchObject({ from: '2025-09-30', until: '2025-10-31' });
  });
  it('is late after the day of the deferral, not after the promise (P-50, P-47)', () => {
    const walk = deferred();
    expect(delayedFor(walk.on('2025-09-02'), '2025-09-01')).toEqual([]);
    expect(delayedFor(walk.on('2025-09-30'), '2025-09-30')).toEqual([]);
    walk.on('2025-10-01').do(MarkShipmentDelayed, { lateAfter: '2025-09-30' });
    expect(walk.last).toMatchObject([
      {
        type: 'ShipmentDelayed',
        data: { committedDate: '2025-09-01', deferredUntil: '2025-09-30', forecastDate: '2025-10-01', daysLate: 1 },
      },
    ]);
    expect(delayedFor(walk, '2025-09-30')).toEqual([]);
  });
  it('has no days late when it comes by then (P-50)', () => {
    const walk = deferred(producedWalk()).open('DISPATCH').on('2025-09-30').ship('1');
    expect(walk.last).toMatchObject([{ data: { daysLate: 0 } }]);
    expect(walk.deliver().last).toMatchObject([{ data: { daysLate: 0 } }]);
    expect(walk.on('2025-10-03').ship('1').last).toMatchObject([{ data: { daysLate: 3 } }]);
  });
  it('is forecast no earlier than the customer takes it (P-130)', () => {
    expect(scheduleOf(deferred().now, '2025-03-10')).toMatchObject({
      committedDate: '2025-09-01',
      deferredUntil: '2025-09-30',
      forecastDate: '2025-09-30',
    });
    expect(scheduleOf(handedWalk().now, '2025-03-10')).toMatchObject({
      deferredUntil: null,
      forecastDate: '2025-09-01',
    });
  });
  it('counts the promise where that moves beyond it (P-50)', () => {
    const walk = deferred().do(RescheduleOrder, { to: '2025-10-15', reason: '停工' });
    expect(walk.last[0]?.data).toMatchObject({ deferredUntil: '2025-09-30' });
    expect(delayedFor(walk.on('2025-10-02'), '2025-09-30')).toEqual([]);
    expect(delayedFor(walk.on('2025-10-16'), '2025-10-15')).toEqual(['ShipmentDelayed']);
  });
  it('is deferred to a day from today and from the promise on (P-131)', () => {
    const walk = runningWalk();
    expect(walk.refused(DeferDelivery, until('2025-08-31'))).toEqual({
      code: 'DATE_BEFORE_COMMITTED_DATE',
      field: 'until',
      until: '2025-08-31',
      earliest: '2025-09-01',
    });
    expect(walk.on('2025-09-20').refused(DeferDelivery, until('2025-09-19'))).toEqual({
      code: 'DATE_BEFORE_TODAY',
      field: 'until',
      until: '2025-09-19',
      earliest: '2025-09-20',
    });
  });
});

describe('a deferral that was entered wrongly', () => {
  it('gets its right day with a reason, also one that has passed (P-131)', () => {
    const walk = deferred()
      .on('2025-09-25')
      .do(CorrectDeferral, { until: '2025-09-20', ...WHY }, 'zhou-min');
    walk.recorded({
      type: 'DeferralCorrected',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        lineId: 'L1',
        by: 'CUSTOMER',
        from: '2025-09-30',
        until: '2025-09-20',
        reason: '日期录错',
        correctedBy: 'zhou-min',
      },
    });
    expect(walk.now.deferredUntil).toBe('2025-09-20');
    expect(delayedFor(walk, '2025-09-20')).toEqual(['ShipmentDelayed']);
    expect(walk.refused(CorrectDeferral, { until: '2025-08-31', ...WHY }).code).toBe('DATE_BEFORE_COMMITTED_DATE');
  });
  it('is withdrawn, and the one before it holds again, at last the promise (P-131)', () => {
    const walk = deferred().do(DeferDelivery, until('2025-10-31')).do(WithdrawDeferral, WHY, 'zhou-min');
    const moved = { ...HEAD, state: 'IN_PROGRESS', lineId: 'L1', by: 'CUSTOMER' } as const;
    walk.recorded({
      type: 'DeferralWithdrawn',
      data: { ...moved, from: '2025-10-31', until: '2025-09-30', reason: '日期录错', withdrawnBy: 'zhou-min' },
    });
    walk.do(WithdrawDeferral, WHY);
    expect(walk.last[0]?.data).toMatchObject({ from: '2025-09-30', until: '2025-09-01' });
    expect(walk.now.deferredUntil).toBeUndefined();
    expect(delayedFor(walk.on('2025-09-02'), '2025-09-01')).toEqual(['ShipmentDelayed']);
  });
  it('is there to be corrected (P-131)', () => {
    expect(runningWalk().refused(WithdrawDeferral, WHY).code).toBe('NOT_FOUND');
    expect(runningWalk().refused(CorrectDeferral, { until: '2025-09-20', ...WHY }).code).toBe('NOT_FOUND');
  });
});

holdLife(productionOrder, path.join(__dirname, '../history'), 'deferred', () => {
  const walk = deferred()
    .do(DeferDelivery, until('2025-10-31'))
    .do(CorrectDeferral, { until: '2025-10-30', ...WHY });
  walk.do(WithdrawDeferral, WHY).on('2025-10-01').do(MarkShipmentDelayed, { lateAfter: '2025-09-30' });
  return walk.do(RescheduleOrder, { to: '2025-11-01', reason: '停工' });
});
