import { Rejected, type Issued } from '@engsales/event-sourcing/domain';
import type { LeadFact } from './lead-fact.events.js';
import type { ExistingLead } from './lead.state.js';

export const factOf = ({ leadId, state }: ExistingLead, issued: Issued): LeadFact => ({
  leadId,
  state,
  by: issued.by.id,
  recordedOn: issued.today,
});

/** Before its project is registered nothing is worked on. */
export const notRegistered = (state: string): string | undefined =>
  state === 'CAPTURED' ? 'PROJECT_NOT_REGISTERED' : undefined;

/** Lists keep the order in which things were recorded; one with the same key is put in its place. */
export function withItem<Item>(items: readonly Item[], item: Item, isSame: (other: Item) => boolean): Item[] {
  const at = items.findIndex(isSame);
  return at < 0 ? [...items, item] : items.map((other, index) => (index === at ? item : other));
}

/** @throws Rejected NOT_FOUND */
export function demandItem<Item>(
  item: Item | undefined,
  words: string,
  details: Readonly<Record<string, string>>,
): Item {
  if (item === undefined) throw new Rejected('NOT_FOUND', `the lead has no ${words}`, details);
  return item;
}

/** Roles of a manager of sales; reactions act for the company. */
const MANAGERS = ['SALES_MANAGER', 'COMPANY_LEADER', 'SYSTEM'];

/** @throws Rejected ROLE_NOT_ALLOWED {field} */
export function demandManager(field: string, { by }: Issued): void {
  if ((by.roles ?? [by.role]).some((role) => MANAGERS.includes(role))) return;
  throw new Rejected('ROLE_NOT_ALLOWED', `${field} is a manager's to say`, {
    field,
    allowed: ['SALES_MANAGER', 'COMPANY_LEADER'],
  });
}
