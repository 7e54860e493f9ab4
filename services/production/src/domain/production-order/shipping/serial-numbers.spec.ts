import { producedWalk, runningWalk, type OrderWalk } from '../production-order.walk.js';
import { CompleteStep, CorrectProgress, ReportProgress, StartStep } from '../shop-floor/shop-floor.commands.js';
import { ConfirmDelivery, CorrectDelivery, DispatchShipment } from './shipping.commands.js';

const made = () => producedWalk('20').open('DISPATCH');
const leaving = (walk: OrderWalk, serialNos: readonly string[]) => {
  walk.prepare(String(serialNos.length));
  return { shipmentId: walk.lastShipmentId, carrierRef: 'C', serialNos };
};
const leave = (walk: OrderWalk, ...serialNos: string[]) => walk.do(DispatchShipment, leaving(walk, serialNos));

describe('serial numbers (P-97)', () => {
  it.each([' SN-1', 'ＳＮ－１', 'S N-1', 'sn\u200B-1', 'sn\u2066-1', 'sn\u034F-1'])(
    'are one number in every width, case and spacing, and with signs that nobody sees: sn-1 and %j',
    (serialNo) => {
      const walk = made();
      expect(walk.refused(DispatchShipment, leaving(walk, ['sn-1', serialNo]))).toMatchObject({
        code: 'DUPLICATE_SERIAL_NO',
        serialNos: [serialNo],
      });
    },
  );
  it('are as many as units, or none', () => {
    const walk = made().prepare('3');
    const { lastShipmentId: shipmentId } = walk;
    const dispatch = (changes: object) => walk.refused(DispatchShipment, { shipmentId, carrierRef: 'C', ...changes });
    expect(dispatch({ serialNos: ['a', 'b'] })).toEqual({
      code: 'SERIAL_NOS_MISMATCH',
      shipmentId,
      qty: '3',
      count: 2,
    });
    expect(dispatch({ qty: '1.5', serialNos: ['a', 'b'] })).toMatchObject({ code: 'SERIAL_NOS_MISMATCH', count: 2 });
    expect(walk.do(DispatchShipment, { shipmentId, carrierRef: 'C', serialNos: [] }).types).toEqual([
      'ShipmentDispatched',
    ]);
  });
  it('stand once in a shipment', () => {
    const walk = made();
    expect(walk.refused(DispatchShipment, leaving(walk, ['a-1', 'b', 'Ａ-1']))).toEqual({
      code: 'DUPLICATE_SERIAL_NO',
      shipmentId: walk.lastShipmentId,
      serialNos: ['Ａ-1'],
    });
  });
  it('are told of good units, each once in a step, and corrected with them', () => {
    const walk = runningWalk('20').report('S1', '2', { serialNos: ['a', 'b'] });
    const report = (goodQty: string, serialNos: string[]) =>
      walk.refused(ReportProgress, { stepId: 'S1', goodQty, scrapQty: '0', doneOn: '2025-03-10', serialNos });
    expect(report('2', ['c'])).toEqual({ code: 'SERIAL_NOS_MISMATCH', stepId: 'S1', qty: '2', count: 1 });
    expect(report('1', ['A'])).toEqual({ code: 'DUPLICATE_SERIAL_NO', stepId: 'S1', serialNos: ['A'] });
    const fewer = { stepId: 'S1', goodQty: '1', scrapQty: '1', reason: 'x' };
    expect(walk.refused(CorrectProgress, fewer)).toMatchObject({ code: 'SERIAL_NOS_MISMATCH', count: 2, qty: '1' });
    expect(walk.refused(CorrectProgress, { ...fewer, serialNos: ['a', 'b'] }).code).toBe('SERIAL_NOS_MISMATCH');
    expect(walk.do(CorrectProgress, { ...fewer, serialNos: ['b'] }).steps[0]?.serialNos).toEqual(['b']);
    // the same unit goes through the next step with its number
    walk.report('S1', '19').do(CompleteStep, { stepId: 'S1' }).do(StartStep, { stepId: 'S2' });
    expect(walk.report('S2', '1', { serialNos: ['b'] }).steps[1]?.serialNos).toEqual(['b']);
  });
});

describe('a unit (P-98)', () => {
  it('leaves once', () => {
    const walk = leave(made(), 'n-1', 'n-2');
    const first = walk.lastShipmentId;
    const again = leaving(walk, ['N-2', 'n-3']);
    expect(walk.refused(DispatchShipment, again)).toEqual({
      code: 'DUPLICATE_SERIAL_NO',
      shipmentId: again.shipmentId,
      serialNos: ['N-2'],
      existing: [first],
    });
    walk.deliver(first);
    expect(walk.refused(DispatchShipment, again).code).toBe('DUPLICATE_SERIAL_NO');
    expect(walk.do(DispatchShipment, { ...again, serialNos: ['n-3', 'n-4'] }).types).toEqual(['ShipmentDispatched']);
  });
  it('leaves again after it came back and was restocked, and only that one', () => {
    const walk = leave(made(), 'n-1', 'n-2');
    const shipmentId = walk.lastShipmentId;
    walk.do(ConfirmDelivery, {
      ...{ shipmentId, signedByRef: 'p', on: '2025-03-10' },
      ...{ refusedQty: '1', refusedSerialNos: ['n-1'] },
    });
    const again = leaving(walk, ['n-1']);
    expect(walk.refused(DispatchShipment, again).code).toBe('DUPLICATE_SERIAL_NO');
    walk.decideReturn('1', 'RESTOCK', shipmentId);
    expect(walk.refused(DispatchShipment, { ...again, serialNos: ['n-2'] }).code).toBe('DUPLICATE_SERIAL_NO');
    expect(walk.do(DispatchShipment, again).types).toEqual(['ShipmentDispatched']);
    expect(walk.refused(CorrectDelivery, { shipmentId, refusedSerialNos: ['n-2'], reason: 'x' })).toMatchObject({
      code: 'DUPLICATE_SERIAL_NO',
      serialNos: ['n-1'],
    });
  });
  it('that was mistyped is put right after its delivery, within the same limits', () => {
    const walk = leave(made(), 'n-1', 'n-2').deliver();
    const first = walk.lastShipmentId;
    const { lastShipmentId: shipmentId } = leave(walk, 'n-3').deliver();
    const correct = (serialNos: string[]) => walk.refused(CorrectDelivery, { shipmentId, serialNos, reason: 'x' });
    expect(correct(['n-2'])).toMatchObject({ code: 'DUPLICATE_SERIAL_NO', existing: [first] });
    expect(correct(['n-4', 'n-5'])).toMatchObject({ code: 'SERIAL_NOS_MISMATCH', qty: '1', count: 2 });
    walk.do(CorrectDelivery, { shipmentId, serialNos: ['n-4'], carrierRef: '沪A12345', reason: '抄错' });
    expect(walk.now.shipments.at(-1)).toMatchObject({ serialNos: ['n-4'], carrierRef: '沪A12345', state: 'DELIVERED' });
    expect(leave(walk, 'n-3').types).toEqual(['ShipmentDispatched']);
  });
  it('of several that came back and were not named leaves again as far as they were restocked', () => {
    const walk = leave(made(), 'n-1', 'n-2', 'n-3');
    const shipmentId = walk.lastShipmentId;
    walk.deliver(shipmentId, '2').decideReturn('1', 'RESTOCK', shipmentId).decideReturn('1', 'SCRAP', shipmentId);
    expect(walk.refused(DispatchShipment, leaving(walk, ['n-1', 'n-2']))).toMatchObject({
      code: 'DUPLICATE_SERIAL_NO',
    });
    expect(leave(walk, 'n-2').types).toEqual(['ShipmentDispatched']);
  });
});

describe('only what was made leaves (P-99)', () => {
  it('a number that a step has not told is of a unit whose number it has not told', () => {
    const walk = runningWalk('20')
      .report('S1', '20')
      .do(CompleteStep, { stepId: 'S1' })
      .do(StartStep, { stepId: 'S2' });
    walk
      .open('DISPATCH')
      .report('S2', '2', { serialNos: ['n-1', 'n-2'] })
      .report('S2', '1');
    const wrong = leaving(walk, ['x-1', 'x-2']);
    expect(walk.refused(DispatchShipment, wrong)).toEqual({
      code: 'SERIAL_NO_NOT_MADE',
      stepId: 'S2',
      serialNos: ['x-1', 'x-2'],
      madeQty: '3',
      toldCount: 2,
    });
    expect(walk.do(DispatchShipment, { ...wrong, serialNos: ['x-1', 'n-2'] }).types).toEqual(['ShipmentDispatched']);
    const taken = { stepId: 'S2', goodQty: '3', scrapQty: '0', serialNos: ['n-1', 'n-3', 'n-4'], reason: 'x' };
    expect(walk.refused(CorrectProgress, taken)).toMatchObject({
      code: 'SERIAL_NO_NOT_MADE',
      serialNos: ['x-1', 'n-2'],
    });
  });
  it('and a step works on the units of the step before it', () => {
    const walk = runningWalk('3')
      .report('S1', '2', { serialNos: ['n-1', 'n-2'] })
      .report('S1', '1')
      .do(CompleteStep, { stepId: 'S1' })
      .do(StartStep, { stepId: 'S2' });
    walk.report('S2', '1', { serialNos: ['x-1'] });
    const wrong = { stepId: 'S2', goodQty: '1', scrapQty: '0', doneOn: '2025-03-10', serialNos: ['x-2'] };
    expect(walk.refused(ReportProgress, wrong)).toEqual({
      code: 'SERIAL_NO_NOT_MADE',
      stepId: 'S1',
      serialNos: ['x-1', 'x-2'],
      madeQty: '3',
      toldCount: 2,
    });
    expect(walk.report('S2', '1', { serialNos: ['N-2'] }).types).toEqual(['ProductionProgressReported']);
  });
  it('also where an earlier step has told the numbers alone', () => {
    const walk = runningWalk('2')
      .report('S1', '2', { serialNos: ['n-1', 'n-2'] })
      .do(CompleteStep, { stepId: 'S1' });
    walk.do(StartStep, { stepId: 'S2' }).report('S2', '2').open('DISPATCH');
    const wrong = leaving(walk, ['n-1', 'n-3']);
    expect(walk.refused(DispatchShipment, wrong)).toMatchObject({ code: 'SERIAL_NO_NOT_MADE', stepId: 'S1' });
    expect(walk.do(DispatchShipment, { ...wrong, serialNos: ['n-1', 'N-2'] }).types).toEqual(['ShipmentDispatched']);
  });
});
