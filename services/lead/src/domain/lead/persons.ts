import type { Owner } from '@engsales/event-sourcing/domain';
import type { LeadCommand } from './lead.commands.js';
import { exists, type Lead } from './lead.state.js';

/** A lead that nobody owns may be claimed and revived by everybody. */
const FREE_IN_POOL = ['ClaimLead', 'ReviveLead'];

/** A salesperson acts on the own leads only. */
export function ownersOfLead(lead: Lead, { type }: LeadCommand): Owner[] {
  if (!exists(lead) || type === 'ClaimLead') return [];
  const { salespersonId } = lead;
  if (salespersonId === undefined && FREE_IN_POOL.includes(type)) return [];
  const ids = salespersonId === undefined ? [] : [salespersonId];
  return [{ role: 'SALES', field: 'salespersonId', ids, freedBy: ['SALES_MANAGER', 'COMPANY_LEADER'] }];
}
