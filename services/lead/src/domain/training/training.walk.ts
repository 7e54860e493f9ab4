import { Walk } from '@engsales/event-sourcing/testing';
import { CancelTraining, HoldTraining, PlanTraining, type TrainingCommand } from './training.commands.js';
import type { TrainingEvent } from './training.events.js';
import { training, type Training } from './training.js';

export const TRAINING_ID = '4f2a5da3-7e86-5a4b-8d92-3b5eaf702c64';

export const A_TRAINING = {
  topic: 'PRODUCT',
  title: '冷水机组选型',
  on: '2025-03-14',
  staffIds: ['li-na', 'zhao-lei'],
} as const;

/** A training that is led through commands. */
export class TrainingWalk extends Walk<Training, TrainingCommand, TrainingEvent, 'trainingId'> {
  constructor() {
    super(training, { trainingId: TRAINING_ID }, { id: 'wang-fang', role: 'SALES_MANAGER' });
  }
}

export const plannedWalk = (): TrainingWalk => new TrainingWalk().do(PlanTraining, A_TRAINING);
export const heldWalk = (): TrainingWalk =>
  plannedWalk()
    .on('2025-03-15')
    .do(HoldTraining, { on: '2025-03-15', results: [{ staffId: 'li-na', result: 'PASSED' }] });
export const cancelledWalk = (): TrainingWalk => plannedWalk().do(CancelTraining, { reason: '讲师出差' });

/** Lives of trainings that together record every type of event; their streams are frozen in `history/`. */
export const trainingLives: Readonly<Record<string, () => TrainingWalk>> = {
  held: heldWalk,
  cancelled: cancelledWalk,
};
