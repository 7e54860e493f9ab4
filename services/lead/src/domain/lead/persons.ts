import type { Owner } from '@engsales/event-sourcing/domain';
import type { LeadCommand } from './lead.commands.js';
import { exists, type Lead } from './lead.state.js';

/** Whoever hears of a project records it, and claims what lies in the pool, whoever has had it. */
const FREE = ['CaptureLead', 'ImportLead', 'ClaimLead'];

/** A salesperson acts on the own leads only. */
export function ownersOfLead(lead: Lead, { type }: LeadCommand): Owner[] {
  if (!exists(lead) || FREE.includes(type)) return [];
  const { salespersonId } = lead;
  // one that nobody owns goes to whoever revives it
  if (salespersonId === undefined && type === 'ReviveLead') return [];
  const ids = salespersonId === undefined ? [] : [salespersonId];
  return [{ role: 'SALES', field: 'salespersonId', ids, freedBy: ['SALES_MANAGER', 'COMPANY_LEADER'] }];
}
