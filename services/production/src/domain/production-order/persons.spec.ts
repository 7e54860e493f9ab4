import { AcceptBom, ReleaseOrder } from './planning/planning.commands.js';
import { anOrder, MERCHANDISER } from './production-order.fixtures.js';
import { engineeredWalk, OrderWalk, receivedWalk, releasedWalk } from './production-order.walk.js';
import { ReassignMerchandiser, ReceiveOrder } from './receiving/receiving.commands.js';
import { DeferDelivery, RecordCallOff } from './shipping/shipping.commands.js';
import { StartStep } from './shop-floor/shop-floor.commands.js';

const other = { id: 'qian-fang', role: 'MERCHANDISER' };
const STRANGER = { code: 'ROLE_NOT_ALLOWED', merchandiserId: 'zhou-min' };
const callOff = { qty: '1', deliverTo: '工地', requiredOn: '2025-08-01' };

describe('a merchandiser (P-172)', () => {
  it('acts on the own orders only, whatever the command', () => {
    expect(releasedWalk().refused(RecordCallOff, callOff, other)).toEqual(STRANGER);
    expect(releasedWalk().refused(DeferDelivery, { by: 'CUSTOMER', until: '2025-10-01' }, other)).toEqual(STRANGER);
    expect(releasedWalk().do(RecordCallOff, callOff, MERCHANDISER).types).toEqual(['CallOffRecorded']);
  });
  it('is bound for PMC too, and not beside PMC', () => {
    const actingFor = { ...other, actingFor: 'PMC' };
    expect(engineeredWalk().refused(AcceptBom, { actingFor: 'PMC' }, actingFor)).toEqual(STRANGER);
    expect(engineeredWalk().refused(ReleaseOrder, { instructionNo: 'SC-1' }, actingFor)).toEqual(STRANGER);
    const both = { id: 'qian-fang', role: 'PMC', roles: ['MERCHANDISER', 'PMC'] };
    expect(engineeredWalk().do(AcceptBom, {}, both).types).toEqual(['BomAccepted']);
  });
  it('changes with the order', () => {
    const walk = receivedWalk().do(ReassignMerchandiser, { merchandiserId: 'qian-fang', reason: '休假' });
    expect(walk.refused(RecordCallOff, callOff, MERCHANDISER)).toEqual({ ...STRANGER, merchandiserId: 'qian-fang' });
  });
  it('takes in no order for another one', () => {
    expect(new OrderWalk().refused(ReceiveOrder, anOrder, other)).toEqual(STRANGER);
    expect(new OrderWalk().do(ReceiveOrder, anOrder, MERCHANDISER).now.merchandiserId).toBe('zhou-min');
  });
  it('may start a step of which the same person is the owner', () => {
    const owner = { id: 'ma-jun', role: 'STEP_OWNER', roles: ['MERCHANDISER', 'STEP_OWNER'] };
    expect(releasedWalk().do(StartStep, { stepId: 'S1' }, owner).types).toEqual(['StepStarted']);
  });
  it('is told that an order or a step is not there before anything else', () => {
    expect(new OrderWalk().refused(RecordCallOff, callOff, other).code).toBe('NOT_FOUND');
    const owner = { id: 'ma-jun', role: 'STEP_OWNER' };
    expect(releasedWalk().refused(StartStep, { stepId: 'S9' }, owner).code).toBe('NOT_FOUND');
  });
});
