import { CommandTo } from '@engsales/event-sourcing/domain';
import type { TrainingResult, TrainingTopic } from './training.values.js';

/** A training (培训) of some of the staff. */
export class PlanTraining extends CommandTo<
  'trainingId',
  {
    readonly topic: TrainingTopic;
    readonly title: string;
    readonly on: string;
    readonly staffIds: readonly string[];
  }
> {
  readonly type = 'PlanTraining';
}

export interface ResultOfOne {
  readonly staffId: string;
  readonly result: TrainingResult;
}

/** Who took part, also of those who were not planned. */
export class HoldTraining extends CommandTo<
  'trainingId',
  { readonly on: string; readonly results: readonly ResultOfOne[] }
> {
  readonly type = 'HoldTraining';
}

export class CancelTraining extends CommandTo<'trainingId', { readonly reason: string }> {
  readonly type = 'CancelTraining';
}

export type TrainingCommand = PlanTraining | HoldTraining | CancelTraining;
