import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import { CancelTraining, HoldTraining, PlanTraining } from './training.commands.js';
import { training } from './training.js';
import { A_TRAINING, cancelledWalk, heldWalk, plannedWalk, TRAINING_ID, TrainingWalk } from './training.walk.js';

describe('a training', () => {
  it('is planned for some of the staff (L-230)', () => {
    const walk = plannedWalk();
    walk.recorded({
      type: 'TrainingPlanned',
      data: {
        trainingId: TRAINING_ID,
        state: 'PLANNED',
        topic: 'PRODUCT',
        title: '冷水机组选型',
        on: '2025-03-14',
        staffIds: ['li-na', 'zhao-lei'],
        by: 'wang-fang',
        plannedOn: '2025-03-10',
      },
    });
    expect(walk.state).toEqual({ ...A_TRAINING, state: 'PLANNED', trainingId: TRAINING_ID, results: [] });
  });
  it('is held on a day that has come, with one result for each (L-230)', () => {
    const walk = heldWalk();
    walk.recorded({
      type: 'TrainingHeld',
      data: {
        trainingId: TRAINING_ID,
        state: 'HELD',
        results: [{ staffId: 'li-na', result: 'PASSED' }],
        by: 'wang-fang',
        heldOn: '2025-03-15',
      },
    });
    expect(walk.state).toMatchObject({ on: '2025-03-15', results: [{ staffId: 'li-na', result: 'PASSED' }] });
    expect(plannedWalk().refused(HoldTraining, { on: '2025-03-11', results: [] }).code).toBe('DATE_IN_FUTURE');
    const results = [
      { staffId: 'li-na', result: 'PASSED' },
      { staffId: 'li-na', result: 'ABSENT' },
    ] as const;
    expect(plannedWalk().refused(HoldTraining, { on: '2025-03-10', results })).toEqual({
      code: 'VALIDATION_FAILED',
      pointer: '/results',
      staffId: 'li-na',
    });
  });
  it('or cancelled with a reason', () =>
    cancelledWalk().recorded({
      type: 'TrainingCancelled',
      data: {
        trainingId: TRAINING_ID,
        state: 'CANCELLED',
        reason: '讲师出差',
        by: 'wang-fang',
        cancelledOn: '2025-03-10',
      },
    }));
});

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: training,
    ids: { trainingId: TRAINING_ID },
    states: { NONE: () => new TrainingWalk(), PLANNED: plannedWalk, HELD: heldWalk, CANCELLED: cancelledWalk },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  possible(PlanTraining, A_TRAINING, ['NONE']);
  possible(HoldTraining, { on: '2025-03-10', results: [] }, ['PLANNED']);
  possible(CancelTraining, { reason: '讲师出差' }, ['PLANNED']);
  possible.every(training.transitions);
});

it('every event of a training is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(training.stored).filter((type) => !written.has(type))).toEqual([]);
});
