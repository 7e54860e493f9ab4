import { decides } from '@engsales/event-sourcing';
import type { ServicePart } from '@engsales/service';
import { bondHandlers } from './commands/bond.handlers.js';
import { bond } from './domain/bond/bond.js';
import { BondCommandsController, RequestBondController } from './http/bonds.controller.js';

/** Bonds and guarantees (保证金与保函). */
export const bondWork: ServicePart = {
  deciders: [decides(bond, bondHandlers)],
  reactions: [],
  projections: [],
  timers: [],
  migrations: [],
  controllers: [RequestBondController, BondCommandsController],
  queries: [],
};
