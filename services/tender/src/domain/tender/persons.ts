import type { Owner } from '@engsales/event-sourcing/domain';
import type { TenderCommand } from './tender.commands.js';
import { exists, type Tender } from './tender.state.js';

/** A salesperson acts on the own tenders only. */
export function ownersOfTender(tender: Tender, command: TenderCommand): Owner[] {
  const salespersonId = exists(tender) ? tender.salespersonId : ownerToCome(command);
  const ids = salespersonId === undefined ? [] : [salespersonId];
  return [{ role: 'SALES', field: 'salespersonId', ids, freedBy: ['SALES_MANAGER', 'COMPANY_LEADER'] }];
}

const ownerToCome = (command: TenderCommand): string | undefined =>
  command.type === 'RegisterTender' ? command.data.salespersonId : undefined;
