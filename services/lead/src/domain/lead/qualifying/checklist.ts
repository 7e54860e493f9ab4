import type { Issued } from '@engsales/event-sourcing/domain';
import { factOf } from '../lead-records.js';
import type { CheckedItem, ExistingLead } from '../lead.state.js';
import { CHECKLIST_ITEMS, type ChecklistItem } from '../lead.values.js';
import type { ChecklistItemWithdrawn } from './qualifying.events.js';

/** What a command that changes a fact may record besides. */
export type QualifyingChange = ChecklistItemWithdrawn;

interface Fact {
  /** What has to be recorded first. */
  readonly needs: string;
  isThere(lead: ExistingLead): boolean;
}

const hasStakeholder =
  (...roles: readonly string[]) =>
  ({ stakeholders }: ExistingLead) =>
    stakeholders.some(({ role }) => roles.includes(role));

/** The fact behind each item (H1). */
const FACTS: Readonly<Record<ChecklistItem, Fact>> = {
  OWNER_CONFIRMED: { needs: 'a stakeholder OWNER or USER', isThere: hasStakeholder('OWNER', 'USER') },
  DESIGN_INSTITUTE_CONFIRMED: {
    needs: 'a stakeholder DESIGN_INSTITUTE',
    isThere: hasStakeholder('DESIGN_INSTITUTE'),
  },
  SCALE_KNOWN: { needs: 'scale of the project', isThere: ({ description }) => description !== undefined },
  FUNDING_KNOWN: { needs: 'fundingSource of the project', isThere: ({ description }) => description !== undefined },
  // the organisation charts stand with the parties; here the evidence says so
  ORG_STRUCTURE_KNOWN: { needs: 'evidence', isThere: () => true },
  EQUIPMENT_NEEDS_KNOWN: {
    needs: 'equipment in the needs',
    isThere: ({ needs }) => needs !== undefined && needs.equipment.length > 0,
  },
  TECHNOLOGY_NEEDS_KNOWN: {
    needs: 'technology in the needs',
    isThere: ({ needs }) => needs !== undefined && needs.technology.length > 0,
  },
};

export const factBehind = (item: ChecklistItem): Fact => FACTS[item];

/** Items that nobody has confirmed, in the order of the list. */
export const missingItems = (checklist: readonly CheckedItem[]): ChecklistItem[] =>
  CHECKLIST_ITEMS.filter((item) => !checklist.some((checked) => checked.item === item));

/** `lead` is as it is after the change: confirmed items whose fact it has lost are withdrawn, and the lead is qualified anew. */
export function withdrawnWithFact(lead: ExistingLead, issued: Issued): QualifyingChange[] {
  const lost = lead.checklist.filter(({ item, status }) => status === 'CONFIRMED' && !FACTS[item].isThere(lead));
  return lost.map(({ item }) => ({
    type: 'ChecklistItemWithdrawn',
    data: { ...factOf(lead, issued), state: 'QUALIFYING', item, reason: 'FACT_REMOVED' },
  }));
}
