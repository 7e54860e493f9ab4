import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { LeadFact } from '../lead-fact.events.js';
import type { ChecklistItem } from '../lead.values.js';

export interface CheckedItemRecord {
  readonly item: ChecklistItem;
  readonly status: 'CONFIRMED' | 'NOT_APPLICABLE';
  readonly on: string;
}

export interface ItemFact extends LeadFact {
  readonly item: ChecklistItem;
}

export type ChecklistItemConfirmed = DomainEvent<
  'ChecklistItemConfirmed',
  ItemFact & {
    readonly status: 'CONFIRMED' | 'NOT_APPLICABLE';
    readonly evidence: string;
    readonly notApplicableReason?: string;
  }
>;

/** `reason` is FACT_REMOVED where the fact behind the item went away. */
export type ChecklistItemWithdrawn = DomainEvent<'ChecklistItemWithdrawn', ItemFact & { readonly reason: string }>;

export type LeadQualified = DomainEvent<
  'LeadQualified',
  {
    readonly leadId: string;
    readonly state: 'DEVELOPING';
    readonly attemptNo: number;
    readonly checklist: readonly CheckedItemRecord[];
    readonly salespersonId?: string;
    readonly by: string;
    readonly qualifiedOn: string;
  }
>;

export type QualifyingEvent = ChecklistItemConfirmed | ChecklistItemWithdrawn | LeadQualified;
