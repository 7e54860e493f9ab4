import type { Owner } from '@engsales/event-sourcing/domain';
import type { BondCommand } from './bond.commands.js';
import { exists, type Bond } from './bond.state.js';

/** A salesperson acts on the bonds of the own tenders only; the bond of a contract may have no salesperson, and binds nobody then. */
export function ownersOfBond(bond: Bond, command: BondCommand): Owner[] {
  const salespersonId = salespersonOf(bond, command);
  if (salespersonId === undefined) return [];
  return [
    { role: 'SALES', field: 'salespersonId', ids: [salespersonId], freedBy: ['SALES_MANAGER', 'COMPANY_LEADER'] },
  ];
}

/** The tender as its handler has read it knows it best: it may have been given to another one since. */
function salespersonOf(bond: Bond, command: BondCommand): string | undefined {
  const { tender } = command.data as { readonly tender?: { readonly salespersonId: string } };
  if (tender) return tender.salespersonId;
  const isNew = command.type === 'RequestBond';
  return exists(bond) && !isNew ? bond.salespersonId : undefined;
}
