import type { ServicePart } from '@engsales/service';

/** Bonds and guarantees (保证金与保函). */
export const bondWork: ServicePart = {
  deciders: [],
  reactions: [],
  projections: [],
  timers: [],
  migrations: [],
  controllers: [],
  queries: [],
};
