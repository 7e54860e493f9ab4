import { decides } from '@engsales/event-sourcing';
import type { ServicePart } from '@engsales/service';
import { bondHandlers } from './commands/bond.handlers.js';
import { ExpireBond, MarkBondExpiring, MarkBondReleaseOverdue } from './domain/bond/bond.commands.js';
import { bond } from './domain/bond/bond.js';
import { BondCommandsController, RequestBondController } from './http/bonds.controller.js';
import * as contractReactions from './reactions/bonds-by-contract.reaction.js';
import * as tenderReactions from './reactions/bonds-by-tender.reaction.js';
import { bondDeadlines } from './timers/bond-deadlines.projection.js';

/** Bonds and guarantees (保证金与保函). */
export const bondWork: ServicePart = {
  deciders: [decides(bond, bondHandlers)],
  reactions: [...Object.values(tenderReactions), ...Object.values(contractReactions)],
  projections: [bondDeadlines],
  timers: [MarkBondExpiring, ExpireBond, MarkBondReleaseOverdue],
  migrations: [],
  controllers: [RequestBondController, BondCommandsController],
  queries: [],
};
