import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { TrainingResult, TrainingTopic } from './training.values.js';

export type TrainingPlanned = DomainEvent<
  'TrainingPlanned',
  {
    readonly trainingId: string;
    readonly state: 'PLANNED';
    readonly topic: TrainingTopic;
    readonly title: string;
    readonly on: string;
    readonly staffIds: readonly string[];
    readonly by: string;
    readonly plannedOn: string;
  }
>;
export type TrainingHeld = DomainEvent<
  'TrainingHeld',
  {
    readonly trainingId: string;
    readonly state: 'HELD';
    readonly results: readonly { readonly staffId: string; readonly result: TrainingResult }[];
    readonly by: string;
    readonly heldOn: string;
  }
>;
export type TrainingCancelled = DomainEvent<
  'TrainingCancelled',
  {
    readonly trainingId: string;
    readonly state: 'CANCELLED';
    readonly reason: string;
    readonly by: string;
    readonly cancelledOn: string;
  }
>;

export type TrainingEvent = TrainingPlanned | TrainingHeld | TrainingCancelled;
