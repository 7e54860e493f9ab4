import { aggregate, CommandTo, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { companySettings } from '../company-settings.js';
import type { LeadHoldingEvent } from './lead-holding.events.js';

interface SlotOfLead {
  readonly staffId: string;
  readonly leadId: string;
}

/** A salesperson is about to claim a lead; only this is refused at the limit. */
export class TakeSlot extends CommandTo<'holdingId', SlotOfLead> {
  readonly type = 'TakeSlot';
}

/** By reaction: a lead was captured for, or assigned to, a salesperson. */
export class HoldLead extends CommandTo<'holdingId', SlotOfLead> {
  readonly type = 'HoldLead';
}

/** The lead is no longer in work, or no longer theirs. */
export class FreeSlot extends CommandTo<'holdingId', SlotOfLead> {
  readonly type = 'FreeSlot';
}

export type LeadHoldingCommand = TakeSlot | HoldLead | FreeSlot;

/** The leads in work that one person holds (库容). */
export interface LeadHolding {
  readonly state: 'NONE' | 'OPEN';
  readonly leadIds: readonly string[];
}

const ALWAYS = ['NONE', 'OPEN'] as const;

const rules = {
  TakeSlot: { command: TakeSlot, in: ALWAYS, decide: takeSlot },
  HoldLead: { command: HoldLead, in: ALWAYS, decide: holdLead },
  FreeSlot: { command: FreeSlot, in: ALWAYS, decide: freeSlot },
} satisfies RulesOf<LeadHoldingCommand, LeadHolding, LeadHoldingEvent>;

const fold = {
  SlotTaken: ({ leadIds }, { state, leadId }) => ({ state, leadIds: [...leadIds, leadId] }),
  SlotFreed: ({ leadIds }, { state, leadId }) => ({ state, leadIds: leadIds.filter((other) => other !== leadId) }),
} satisfies FoldOf<LeadHoldingEvent, LeadHolding>;

export const leadHolding = aggregate<LeadHolding, LeadHoldingCommand, LeadHoldingEvent>({
  category: 'leadHolding',
  id: 'holdingId',
  initialState: { state: 'NONE', leadIds: [] },
  absent: [],
  rules,
  fold,
});

/** @throws Rejected CLAIM_LIMIT_REACHED {limit, held} */
function takeSlot({ data, issued }: TakeSlot, { leadIds }: LeadHolding): LeadHoldingEvent[] {
  const { claimLimit: limit } = companySettings(issued);
  if (leadIds.includes(data.leadId)) return [];
  if (limit > 0 && leadIds.length >= limit) {
    const details = { limit, held: leadIds.length };
    throw new Rejected('CLAIM_LIMIT_REACHED', `the salesperson holds ${leadIds.length} leads`, details);
  }
  return [takenSlot(data)];
}

function holdLead({ data }: HoldLead, { leadIds }: LeadHolding): LeadHoldingEvent[] {
  return leadIds.includes(data.leadId) ? [] : [takenSlot(data)];
}

const takenSlot = ({ holdingId, staffId, leadId }: TakeSlot['data']): LeadHoldingEvent => ({
  type: 'SlotTaken',
  data: { holdingId, state: 'OPEN', staffId, leadId },
});

function freeSlot({ data: { holdingId, staffId, leadId } }: FreeSlot, { leadIds }: LeadHolding): LeadHoldingEvent[] {
  if (!leadIds.includes(leadId)) return [];
  return [{ type: 'SlotFreed', data: { holdingId, state: 'OPEN', staffId, leadId } }];
}
