import { decides } from '@engsales/event-sourcing';
import { PAPERS, type ServicePart } from '@engsales/service';
import { bondHandlers } from './commands/bond.handlers.js';
import { ExpireBond, MarkBondExpiring, MarkBondReleaseOverdue } from './domain/bond/bond.commands.js';
import { bond } from './domain/bond/bond.js';
import { BondLedgerController } from './http/bond-ledger.controller.js';
import { BondReadsController } from './http/bond-reads.controller.js';
import { BondCommandsController, RequestBondController } from './http/bonds.controller.js';
import { BondReadModels } from './migrations/1764100020000-bond-read-models.js';
import * as contractReactions from './reactions/bonds-by-contract.reaction.js';
import * as tenderReactions from './reactions/bonds-by-tender.reaction.js';
import { GetBondLedgerHandler } from './read-models/bonds/bond-ledger.query.js';
import { bonds } from './read-models/bonds/bonds.projection.js';
import { FindBondsHandler } from './read-models/bonds/bonds.query.js';
import { bondDeadlines } from './timers/bond-deadlines.projection.js';

/** Bonds and guarantees (保证金与保函). */
export const bondWork: ServicePart = {
  deciders: [decides(bond, bondHandlers)],
  reactions: [...Object.values(tenderReactions), ...Object.values(contractReactions)],
  projections: [bonds, bondDeadlines],
  timers: [MarkBondExpiring, ExpireBond, MarkBondReleaseOverdue],
  migrations: [BondReadModels],
  controllers: [RequestBondController, BondReadsController, BondCommandsController, BondLedgerController],
  queries: [...PAPERS, FindBondsHandler, GetBondLedgerHandler],
};
