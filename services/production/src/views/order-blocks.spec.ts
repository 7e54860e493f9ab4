import { NoteException, OrderStopWork, PlaceHold, SetGate } from '../domain/production-order/holds/holds.commands.js';
import { ENGINEER, PROJECT_ID } from '../domain/production-order/production-order.fixtures.js';
import { plannedWalk, receivedWalk, releasedWalk } from '../domain/production-order/production-order.walk.js';
import { NoteExecutionForm } from '../domain/production-order/receiving/receiving.commands.js';
import { blocksOf } from './order-blocks.js';

const TODAY = '2025-03-10';
const DISPATCH = {
  what: 'SHIPMENT_PAYMENT_GATE_CLOSED',
  blocks: ['DispatchShipment'],
  ref: 'DISPATCH',
  liftedBy: 'FINANCE: RecordReceipt, or COMPANY_LEADER: GrantCreditRelease',
};

describe('what blocks an order (P-20)', () => {
  it('is the form and both gates after its receipt, each with who can lift it', () =>
    expect(blocksOf(receivedWalk().now, TODAY)).toEqual([
      {
        what: 'EXECUTION_FORM_NOT_ACCEPTED',
        blocks: ['ReleaseOrder'],
        liftedBy: 'COMMERCE: AcceptExecutionForm',
      },
      {
        what: 'PAYMENT_GATE_CLOSED',
        blocks: ['ReleaseOrder'],
        ref: 'RELEASE_PRODUCTION',
        liftedBy: 'FINANCE: RecordReceipt, or COMPANY_LEADER: GrantCreditRelease',
      },
      DISPATCH,
    ]));
  it('is no longer the form once it is accepted, nor a gate once it is open', () => {
    const walk = plannedWalk().do(NoteExecutionForm, {}).open('RELEASE_PRODUCTION');
    expect(blocksOf(walk.now, TODAY)).toEqual([DISPATCH]);
    expect(blocksOf(walk.open('DISPATCH').now, TODAY)).toEqual([]);
  });
  it('is an overridden gate from the day after its last one (P-28)', () => {
    const walk = releasedWalk().do(SetGate, { gate: 'DISPATCH', state: 'OVERRIDDEN', until: '2025-03-31' });
    expect(blocksOf(walk.now, '2025-03-31')).toEqual([]);
    expect(blocksOf(walk.now, '2025-04-01')).toEqual([DISPATCH]);
  });
  it('is neither the form nor the release gate after the release; that gate is a hold then (P-14)', () => {
    const walk = releasedWalk().open('DISPATCH').do(SetGate, { gate: 'RELEASE_PRODUCTION', state: 'CLOSED' });
    expect(blocksOf(walk.now, TODAY)).toEqual([
      {
        what: 'PAYMENT_GATE',
        blocks: ['StartStep'],
        ref: 'RELEASE_PRODUCTION',
        since: '2025-03-10',
        liftedBy: 'FINANCE: RecordReceipt, or a credit release',
      },
    ]);
  });
  it('is every hold that stands, of its step where it is of one', () => {
    const walk = releasedWalk().open('DISPATCH').suspend();
    const stop = { scope: 'STEP', stepId: 'S1', violatedArtefact: { type: 'DRAWING' } } as const;
    const stopId = walk.do(OrderStopWork, stop, ENGINEER).lastId;
    walk.do(PlaceHold, { projectId: PROJECT_ID, code: 'QUALITY', ref: 'q', since: '2025-03-10' });
    walk.do(NoteException, { exceptionId: 'e', since: '2025-03-09', stopsWork: true, delayDays: 1, sequence: 1 });
    const step = ['StartStep', 'ReportProgress', 'CompleteStep'];
    expect(blocksOf(walk.now, TODAY)).toEqual([
      {
        what: 'CONTRACT_SUSPENDED',
        blocks: ['ReleaseOrder', ...step, 'DispatchShipment'],
        ref: '1',
        since: '2025-03-10',
        liftedBy: 'COMMERCE, SALES_MANAGER: ResumeContract',
      },
      {
        what: 'ENGINEERING_STOP',
        blocks: step,
        ref: stopId,
        stepId: 'S1',
        since: '2025-03-10',
        liftedBy: 'ENGINEERING: LiftStopWork',
      },
      {
        what: 'QUALITY',
        blocks: [...step, 'DispatchShipment'],
        ref: 'q',
        since: '2025-03-10',
        liftedBy: 'WORKSHOP_DIRECTOR, QC: DispositionNonconformance',
      },
      {
        what: 'MATERIAL',
        blocks: ['StartStep'],
        ref: 'e',
        since: '2025-03-09',
        liftedBy: 'WORKSHOP_DIRECTOR: ResolveException',
      },
    ]);
  });
});
