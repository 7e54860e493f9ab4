import type { Provider, Type } from '@nestjs/common';
import type { ServiceDefinition } from '@engsales/service';

/** A part of the index of this service; the parts together are the whole. */
export interface ServicePart extends Pick<ServiceDefinition, 'deciders' | 'reactions' | 'projections' | 'migrations'> {
  readonly timers: NonNullable<ServiceDefinition['timers']>;
  readonly controllers: readonly Type[];
  /** What answers queries, and what else the controllers ask for. */
  readonly queries: readonly Provider[];
}
