import type { DomainEvent } from '@engsales/event-sourcing/domain';

export interface Slot {
  readonly holdingId: string;
  readonly state: 'OPEN';
  readonly staffId: string;
  readonly leadId: string;
}

export type SlotTaken = DomainEvent<'SlotTaken', Slot>;
export type SlotFreed = DomainEvent<'SlotFreed', Slot>;

export type LeadHoldingEvent = SlotTaken | SlotFreed;
