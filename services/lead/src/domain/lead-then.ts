import { Rejected, type Owner } from '@engsales/event-sourcing/domain';

/** What a lead says when a command comes that belongs to it, read beside the aggregate that decides. */
export interface LeadThen {
  readonly leadId: string;
  /** The lead's own id: the project is the lead's from its first day on. */
  readonly projectId: string;
  readonly state: string;
  readonly salespersonId?: string;
}

/** States in which a project is worked on that was registered. */
const AT_WORK: readonly string[] = ['QUALIFYING', 'DEVELOPING', 'CONVERTED'];

/** A lead that there is, whose project is registered and not at its end. @throws Rejected NOT_FOUND, PROJECT_NOT_REGISTERED, INVALID_TRANSITION */
export function demandLeadAtWork(leadId: string, lead: LeadThen | undefined): LeadThen {
  if (!lead) throw new Rejected('NOT_FOUND', `there is no lead ${leadId}`, { leadId });
  const { state } = lead;
  if (state === 'CAPTURED') {
    throw new Rejected('PROJECT_NOT_REGISTERED', `the project of the lead ${leadId} is not registered`, { leadId });
  }
  if (AT_WORK.includes(state)) return lead;
  const details = { leadId, leadState: state, possibleIn: AT_WORK };
  throw new Rejected('INVALID_TRANSITION', `the lead ${leadId} is ${state}`, details);
}

/**
 * A salesperson acts on what belongs to the own leads, whoever held them before (L-100). Who holds a lead is read with the command, for
 * what belongs to a lead goes with it when it is assigned anew.
 */
export function ownersByLead({ data }: { readonly data: unknown }): Owner[] {
  const { lead } = data as { readonly lead?: LeadThen };
  if (!lead) return [];
  const ids = lead.salespersonId === undefined ? [] : [lead.salespersonId];
  return [{ role: 'SALES', field: 'salespersonId', ids, freedBy: ['SALES_MANAGER', 'COMPANY_LEADER'] }];
}
