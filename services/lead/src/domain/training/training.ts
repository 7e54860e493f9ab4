import { aggregate, refuseFuture, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import {
  CancelTraining,
  HoldTraining,
  PlanTraining,
  type ResultOfOne,
  type TrainingCommand,
} from './training.commands.js';
import type { TrainingEvent, TrainingPlanned } from './training.events.js';
import type { TrainingState, TrainingTopic } from './training.values.js';

interface NoTraining {
  readonly state: 'NONE';
}

export interface PlannedTraining {
  readonly state: TrainingState;
  readonly trainingId: string;
  readonly topic: TrainingTopic;
  readonly title: string;
  /** The day that was planned; of one that was held, the day on which it was. */
  readonly on: string;
  readonly staffIds: readonly string[];
  readonly results: readonly ResultOfOne[];
}

export type Training = NoTraining | PlannedTraining;

const rules = {
  PlanTraining: { command: PlanTraining, in: ['NONE'], decide: planTraining },
  HoldTraining: { command: HoldTraining, in: ['PLANNED'], decide: holdTraining },
  CancelTraining: { command: CancelTraining, in: ['PLANNED'], decide: cancelTraining },
} satisfies RulesOf<PlanTraining, NoTraining, TrainingEvent> &
  RulesOf<HoldTraining | CancelTraining, PlannedTraining, TrainingEvent>;

const fold = {
  TrainingPlanned: (_none, { state, trainingId, topic, title, on, staffIds }) => ({
    state,
    trainingId,
    topic,
    title,
    on,
    staffIds,
    results: [],
  }),
  TrainingHeld: (planned, { state, heldOn, results }) => ({ ...planned, state, on: heldOn, results }),
  TrainingCancelled: (planned, { state }) => ({ ...planned, state }),
} satisfies FoldOf<TrainingPlanned, NoTraining, PlannedTraining> &
  FoldOf<Exclude<TrainingEvent, TrainingPlanned>, PlannedTraining>;

/** A training (培训), and who has passed it. */
export const training = aggregate<Training, TrainingCommand, TrainingEvent>({
  category: 'training',
  id: 'trainingId',
  initialState: { state: 'NONE' },
  rules,
  fold,
});

function planTraining({ data, issued }: PlanTraining): TrainingEvent[] {
  const { trainingId, topic, title, on, staffIds } = data;
  const planned = { trainingId, state: 'PLANNED', topic, title, on, staffIds } as const;
  return [{ type: 'TrainingPlanned', data: { ...planned, by: issued.by.id, plannedOn: issued.today } }];
}

/** @throws Rejected DATE_IN_FUTURE, VALIDATION_FAILED */
function holdTraining({ data: { trainingId, on, results }, issued }: HoldTraining): TrainingEvent[] {
  refuseFuture('on', on, issued.today);
  const staffIds = results.map(({ staffId }) => staffId);
  const twice = staffIds.find((staffId, index) => staffIds.indexOf(staffId) !== index);
  if (twice) throw new Rejected('VALIDATION_FAILED', `${twice} stands twice`, { pointer: '/results', staffId: twice });
  const copies = results.map(({ staffId, result }) => ({ staffId, result }));
  return [{ type: 'TrainingHeld', data: { trainingId, state: 'HELD', results: copies, by: issued.by.id, heldOn: on } }];
}

function cancelTraining({ data: { trainingId, reason }, issued }: CancelTraining): TrainingEvent[] {
  return [
    {
      type: 'TrainingCancelled',
      data: { trainingId, state: 'CANCELLED', reason, by: issued.by.id, cancelledOn: issued.today },
    },
  ];
}
