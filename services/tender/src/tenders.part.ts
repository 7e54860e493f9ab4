import type { ServicePart } from '@engsales/service';

/** The tender itself, from its announcement to the award (投标). */
export const tenderWork: ServicePart = {
  deciders: [],
  reactions: [],
  projections: [],
  timers: [],
  migrations: [],
  controllers: [],
  queries: [],
};
