import { LIVE, possible } from '../production-order.possible.fixtures.js';
import { planningRules } from './planning.js';
import { DropHold, SetGate } from '../holds/holds.commands.js';
import { ASSEMBLY, BOM, HEAD, SHEET, STEPS } from '../production-order.fixtures.js';
import {
  closedWalk,
  engineeredWalk,
  handedWalk,
  plannedWalk,
  producedWalk,
  receivedWalk,
  releasedWalk,
} from '../production-order.walk.js';
import { NoteExecutionForm } from '../receiving/receiving.commands.js';
import { AcceptBom, EngineerOrder, PlanOrder, ReleaseOrder } from './planning.commands.js';

const [sheet, assembly] = STEPS;
const acceptedWalk = (changes: Parameters<typeof engineeredWalk>[0] = {}) => engineeredWalk(changes).do(AcceptBom, {});

describe('a released BOM', () => {
  it('makes the order engineered (P-21)', () => {
    const walk = handedWalk().do(EngineerOrder, BOM);
    walk.recorded({
      type: 'OrderEngineered',
      data: { ...HEAD, state: 'ENGINEERED', bom: { bomId: 'bom-1', rev: 1, drawingRev: 'B', unitCost: '10' } },
    });
    expect(walk.now.bom).toEqual({ bomId: 'bom-1', rev: 1, drawingRev: 'B', unitCost: '10', accepted: false });
  });
  it('is kept by an order that lies with its merchandiser (P-21)', () => {
    const walk = receivedWalk().do(EngineerOrder, BOM);
    expect(walk.now).toMatchObject({ state: 'RECEIVED', bom: { rev: 1 } });
  });
  it('of an older or the same revision changes nothing, of a newer one is accepted anew (P-21, P-22)', () => {
    const walk = handedWalk()
      .do(EngineerOrder, { ...BOM, rev: 2 })
      .do(AcceptBom, {});
    walk.do(EngineerOrder, { ...BOM, rev: 2 }).recorded();
    walk.do(EngineerOrder, BOM).recorded();
    walk.do(EngineerOrder, { ...BOM, rev: 3, drawingRev: 'C' });
    expect(walk.now.bom).toMatchObject({ rev: 3, drawingRev: 'C', accepted: false });
  });
  it.each([
    ['planned', plannedWalk],
    ['released', releasedWalk],
    ['produced', producedWalk],
  ])('stays what an order was planned with once it is %s (P-21)', (_title, walk) =>
    walk()
      .do(EngineerOrder, { ...BOM, rev: 2 })
      .recorded(),
  );
  it('is accepted by PMC, or for it, once (P-22, P-23)', () => {
    const walk = engineeredWalk().do(AcceptBom, { actingFor: 'PMC' }, 'zhou-min');
    walk.recorded({
      type: 'BomAccepted',
      data: {
        ...HEAD,
        state: 'ENGINEERED',
        bomId: 'bom-1',
        rev: 1,
        acceptedBy: 'zhou-min',
        acceptedOn: '2025-03-10',
        actingFor: 'PMC',
      },
    });
    walk.do(AcceptBom, {}).recorded();
  });
});

describe('an order is planned', () => {
  it('step by step, by their numbers', () =>
    acceptedWalk()
      .do(PlanOrder, { steps: [assembly, sheet] }, 'zhao-qiang')
      .recorded({
        type: 'OrderPlanned',
        data: {
          ...HEAD,
          state: 'PLANNED',
          steps: [
            {
              stepId: 'S1',
              seq: 1,
              name: '钣金',
              ownerId: 'ma-jun',
              plannedStart: '2025-04-10',
              plannedEnd: '2025-06-10',
              drawingRev: 'B',
              state: 'PLANNED',
              goodQty: '0',
              scrapQty: '0',
            },
            {
              stepId: 'S2',
              seq: 2,
              name: '总装',
              ownerId: 'tang-yi',
              plannedStart: '2025-06-11',
              plannedEnd: '2025-08-10',
              state: 'PLANNED',
              goodQty: '0',
              scrapQty: '0',
            },
          ],
          plannedBy: 'zhao-qiang',
          plannedOn: '2025-03-10',
        },
      }));
  it('again, before its release', () => {
    const walk = plannedWalk().do(PlanOrder, { steps: [sheet] });
    expect([walk.now.state, walk.steps.map((step) => step.stepId)]).toEqual(['PLANNED', ['S1']]);
  });
  it('not before PMC has the BOM (P-22)', () =>
    expect(engineeredWalk().refused(PlanOrder, { steps: STEPS })).toEqual({ code: 'BOM_NOT_ACCEPTED', rev: 1 }));
  it.each([
    [
      'without a responsible person (P-24)',
      { ...sheet, ownerId: undefined },
      { code: 'WORK_STEP_OWNER_REQUIRED', seq: 1, name: '钣金' },
    ],
    [
      'by a drawing that is not the released one (P-25)',
      { ...sheet, drawingRev: 'A' },
      { code: 'DRAWING_REVISION_STALE', seq: 1, drawingRev: 'A', releasedRev: 'B' },
    ],
    [
      'with a step that ends before it begins (P-26)',
      { ...sheet, plannedEnd: '2025-04-09' },
      { code: 'VALIDATION_FAILED', pointer: '/steps', seq: 1 },
    ],
    [
      'with a number twice (P-26)',
      { ...sheet, seq: 2 },
      { code: 'VALIDATION_FAILED', pointer: '/steps', seqs: [2, 2] },
    ],
  ])('not %s', (_title, step, refusal) =>
    expect(acceptedWalk().refused(PlanOrder, { steps: [step, assembly] })).toEqual(refusal),
  );
  it('with a step of one day (P-26)', () =>
    expect(acceptedWalk().do(PlanOrder, { steps: [{ ...sheet, plannedEnd: '2025-04-10' }] }).types).toEqual([
      'OrderPlanned',
    ]));
  it('not when it is bought (P-38)', () =>
    expect(acceptedWalk({ kind: 'PROCURE' }).refused(PlanOrder, { steps: STEPS })).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'PlanOrder',
      kind: 'PROCURE',
    }));
});

describe('an order is released', () => {
  const released = { instructionNo: 'SC-1' };
  it('with the production instruction, and its first step is ready (P-29)', () =>
    releasedWalk().recorded({
      type: 'ProductionOrderReleased',
      data: {
        ...HEAD,
        state: 'RELEASED',
        instructionNo: 'SC-1',
        bomRev: 1,
        plannedStart: '2025-04-10',
        plannedEnd: '2025-08-10',
        steps: [{ ...SHEET, state: 'READY' }, ASSEMBLY],
        releasedBy: 'pmc-1',
        releasedOn: '2025-03-10',
      },
    }));
  it('not before the form, then the money, then holds, then what is not ready (P-27)', () => {
    const walk = engineeredWalk().suspend();
    expect(walk.refused(ReleaseOrder, released)).toEqual({ code: 'EXECUTION_FORM_NOT_ACCEPTED' });
    walk.do(NoteExecutionForm, {});
    expect(walk.refused(ReleaseOrder, released)).toMatchObject({
      code: 'PAYMENT_GATE_CLOSED',
      gate: 'RELEASE_PRODUCTION',
      state: 'CLOSED',
    });
    walk.open('RELEASE_PRODUCTION');
    expect(walk.refused(ReleaseOrder, released).code).toBe('ORDER_ON_HOLD');
    walk.do(DropHold, { code: 'CONTRACT_SUSPENDED', ref: '1' });
    expect(walk.refused(ReleaseOrder, released)).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'ReleaseOrder',
      state: 'ENGINEERED',
      possibleIn: ['PLANNED'],
    });
    walk.do(AcceptBom, {}).do(PlanOrder, { steps: STEPS }).do(ReleaseOrder, released);
    expect(walk.now.state).toBe('RELEASED');
  });
  it('on credit until its last day, included (P-28)', () => {
    const walk = plannedWalk().do(NoteExecutionForm, {});
    walk.do(SetGate, { gate: 'RELEASE_PRODUCTION', state: 'OVERRIDDEN', until: '2025-03-12' });
    expect(walk.on('2025-03-13').refused(ReleaseOrder, released)).toEqual({
      code: 'PAYMENT_GATE_CLOSED',
      gate: 'RELEASE_PRODUCTION',
      state: 'OVERRIDDEN',
      until: '2025-03-12',
    });
    expect(walk.on('2025-03-12').do(ReleaseOrder, released).types).toEqual(['ProductionOrderReleased']);
  });
  it('without a plan when it is bought, but not without the BOM (P-22, P-38)', () => {
    const walk = engineeredWalk({ kind: 'PROCURE' }).do(NoteExecutionForm, {}).open('RELEASE_PRODUCTION');
    expect(walk.refused(ReleaseOrder, released)).toEqual({ code: 'BOM_NOT_ACCEPTED', rev: 1 });
    walk.do(AcceptBom, {}).do(ReleaseOrder, released);
    expect(walk.last).toMatchObject([{ type: 'ProductionOrderReleased', data: { state: 'RELEASED', steps: [] } }]);
    expect(walk.last[0]?.data).not.toHaveProperty('plannedEnd');
  });
  it('not before it is engineered, bought or made (P-27)', () => {
    const walk = handedWalk({ kind: 'PROCURE' }).do(NoteExecutionForm, {}).open('RELEASE_PRODUCTION');
    expect(walk.refused(ReleaseOrder, released)).toMatchObject({
      code: 'INVALID_TRANSITION',
      possibleIn: ['ENGINEERED'],
    });
  });
});

describe('in which state (P-60)', () => {
  possible(EngineerOrder, BOM, LIVE);
  possible(AcceptBom, {}, ['ENGINEERED']);
  possible(PlanOrder, { steps: STEPS }, ['ENGINEERED', 'PLANNED']);
  // where it is possible it still refuses by the form, the money, holds, and then by what is not ready
  possible(ReleaseOrder, { instructionNo: 'SC-1' }, ['RECEIVED', 'WITH_ENGINEERING', 'ENGINEERED', 'PLANNED']);
  possible.every(planningRules);

  it('too late is another code than too early, and says where the command is possible (P-60)', () => {
    const details = { command: 'PlanOrder', possibleIn: ['ENGINEERED', 'PLANNED'] };
    expect(receivedWalk().refused(PlanOrder, { steps: STEPS })).toEqual({
      code: 'INVALID_TRANSITION',
      ...details,
      state: 'RECEIVED',
    });
    expect(closedWalk().refused(PlanOrder, { steps: STEPS })).toEqual({
      code: 'ORDER_ENDED',
      ...details,
      state: 'CLOSED',
    });
  });
});
