import { Walk } from '@engsales/event-sourcing/testing';
import { leadHoldingId } from '../ids.js';
import {
  FreeSlot,
  HoldLead,
  leadHolding,
  TakeSlot,
  type LeadHolding,
  type LeadHoldingCommand,
} from './lead-holding.js';
import type { LeadHoldingEvent } from './lead-holding.events.js';

export const HOLDING_ID = leadHoldingId('li-na');
export const slot = (n: number) => ({ staffId: 'li-na', leadId: `lead-${n}` });

/** What a salesperson holds, led through commands. */
export class HoldingWalk extends Walk<LeadHolding, LeadHoldingCommand, LeadHoldingEvent, 'holdingId'> {
  constructor() {
    super(leadHolding, { holdingId: HOLDING_ID }, { id: 'li-na', role: 'SALES' });
  }
}

/** Lives that together record every type of event; their streams are frozen in `history/`. */
export const holdingLives: Readonly<Record<string, () => HoldingWalk>> = {
  held: () => new HoldingWalk().do(TakeSlot, slot(1)).do(HoldLead, slot(2)).do(FreeSlot, slot(1)),
};
