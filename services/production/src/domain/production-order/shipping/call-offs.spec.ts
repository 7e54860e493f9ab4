import { holdLife } from '@engsales/event-sourcing/testing';
import path from 'node:path';
import { HEAD } from '../production-order.fixtures.js';
import { productionOrder } from '../production-order.js';
import { producedWalk, runningWalk, type OrderWalk } from '../production-order.walk.js';
import { CorrectCallOff, RecordCallOff, WithdrawCallOff } from './shipping.commands.js';

const WHY = { reason: '客户改口' } as const;
const callOff = (qty: string, requiredOn = '2025-08-01') => ({ qty, requiredOn });

/** An order of 20, produced, with call-offs of 5 on 1 August and 10 on 1 September. */
function calledOff(): { walk: OrderWalk; first: string; second: string } {
  const walk = producedWalk('20').do(RecordCallOff, callOff('5'));
  const first = walk.lastId;
  walk.do(RecordCallOff, callOff('10', '2025-09-01'));
  return { walk, first, second: walk.lastId };
}

describe('a call-off', () => {
  it('says how much, where and when (P-49)', () => {
    const walk = runningWalk().do(RecordCallOff, { qty: '1', deliverTo: '工地', requiredOn: '2025-08-01' });
    walk.recorded({
      type: 'CallOffRecorded',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        callOff: { callOffId: walk.lastId, qty: '1', deliverTo: '工地', requiredOn: '2025-08-01' },
      },
    });
    expect(walk.now.callOffs).toHaveLength(1);
  });
  it('is for today or later (P-135)', () => {
    const walk = runningWalk();
    expect(walk.refused(RecordCallOff, callOff('1', '2025-03-09'))).toEqual({
      code: 'DATE_BEFORE_TODAY',
      field: 'requiredOn',
      requiredOn: '2025-03-09',
      earliest: '2025-03-10',
    });
    expect(walk.do(RecordCallOff, callOff('1', '2025-03-10')).types).toEqual(['CallOffRecorded']);
  });
  it('asks, with the others, for no more than is ordered, whatever was delivered (P-135)', () => {
    const { walk } = calledOff();
    expect(walk.refused(RecordCallOff, callOff('5.1'))).toEqual({
      code: 'CALL_OFF_EXCEEDS_ORDER',
      orderedQty: '20',
      calledOffQty: '20.1',
      openQty: '20.1',
    });
    walk.open('DISPATCH').ship('6').deliver(undefined, '1');
    expect(walk.refused(RecordCallOff, callOff('6'))).toMatchObject({ calledOffQty: '21', openQty: '16' });
    expect(walk.do(RecordCallOff, callOff('5')).types).toEqual(['CallOffRecorded']);
  });
  it('is corrected with a reason (P-136)', () => {
    const { walk, first } = calledOff();
    const right = { callOffId: first, qty: '8', deliverTo: '二期', requiredOn: '2025-08-02' };
    walk.do(CorrectCallOff, { ...right, ...WHY }, 'zhou-min').recorded({
      type: 'CallOffCorrected',
      data: {
        ...HEAD,
        state: 'PRODUCED',
        callOff: { callOffId: first, qty: '8', deliverTo: '二期', requiredOn: '2025-08-02' },
        reason: '客户改口',
        correctedBy: 'zhou-min',
      },
    });
    expect(walk.now.callOffs).toMatchObject([right, { qty: '10' }]);
    expect(walk.refused(CorrectCallOff, { ...right, qty: '10.1', ...WHY }).code).toBe('CALL_OFF_EXCEEDS_ORDER');
    expect(walk.refused(CorrectCallOff, { ...right, requiredOn: '2025-03-09', ...WHY }).code).toBe('DATE_BEFORE_TODAY');
    // a day that is not touched may have passed
    expect(walk.on('2025-08-05').do(CorrectCallOff, { ...right, qty: '7', ...WHY }).types).toEqual([
      'CallOffCorrected',
    ]);
  });
  it('is withdrawn with a reason, and what it asked for may be called off again (P-136)', () => {
    const { walk, first } = calledOff();
    walk.do(WithdrawCallOff, { callOffId: first, ...WHY }, 'zhou-min').recorded({
      type: 'CallOffWithdrawn',
      data: { ...HEAD, state: 'PRODUCED', callOffId: first, reason: '客户改口', withdrawnBy: 'zhou-min' },
    });
    expect(walk.now.callOffs).toMatchObject([{ qty: '10' }]);
    expect(walk.do(RecordCallOff, callOff('10')).types).toEqual(['CallOffRecorded']);
    expect(walk.refused(WithdrawCallOff, { callOffId: first, ...WHY })).toEqual({
      code: 'NOT_FOUND',
      callOffId: first,
    });
    expect(walk.refused(CorrectCallOff, { callOffId: first, ...callOff('1'), ...WHY }).code).toBe('NOT_FOUND');
  });
  it('stays as far as goods have left for it, the one that is required first before the others (P-136)', () => {
    const { walk, first, second } = calledOff();
    walk.open('DISPATCH').ship('8').deliver(undefined, '1');
    const correct = (callOffId: string, qty: string, requiredOn?: string) =>
      walk.refused(CorrectCallOff, { callOffId, ...callOff(qty, requiredOn), ...WHY });
    expect(walk.refused(WithdrawCallOff, { callOffId: first, ...WHY })).toEqual({
      code: 'CALL_OFF_SHIPPED',
      callOffId: first,
      qty: '0',
      coveredQty: '5',
    });
    expect(correct(second, '1.9', '2025-09-01')).toMatchObject({ code: 'CALL_OFF_SHIPPED', coveredQty: '2' });
    expect(correct(second, '2', '2025-09-01').code).toBe('accepted');
  });
});

holdLife(productionOrder, path.join(__dirname, '../history'), 'call-offs-corrected', () => {
  const { walk, first, second } = calledOff();
  walk.do(CorrectCallOff, { callOffId: first, ...callOff('4'), deliverTo: '二期', ...WHY });
  walk.do(CorrectCallOff, { callOffId: first, ...callOff('4'), ...WHY });
  return walk.do(WithdrawCallOff, { callOffId: second, ...WHY });
});
