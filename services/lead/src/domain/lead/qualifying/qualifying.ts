import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { demandItem, factOf, notRegistered, withItem } from '../lead-records.js';
import type { CheckedItem, ExistingLead } from '../lead.state.js';
import { factBehind, missingItems } from './checklist.js';
import { ConfirmChecklistItem, WithdrawChecklistItem, type QualifyingCommand } from './qualifying.commands.js';
import type { QualifyingEvent } from './qualifying.events.js';

const WORKED_ON = { in: ['QUALIFYING', 'DEVELOPING'], otherwise: notRegistered } as const;

export const qualifyingRules = {
  ConfirmChecklistItem: { command: ConfirmChecklistItem, ...WORKED_ON, decide: confirmChecklistItem },
  WithdrawChecklistItem: { command: WithdrawChecklistItem, ...WORKED_ON, decide: withdrawChecklistItem },
} satisfies RulesOf<QualifyingCommand, ExistingLead, QualifyingEvent>;

export const qualifyingFold = {
  ChecklistItemConfirmed: (lead, { item, status, evidence, notApplicableReason, recordedOn: on }) => ({
    ...lead,
    checklist: withChecked(lead.checklist, { item, status, evidence, notApplicableReason, on }),
  }),
  ChecklistItemWithdrawn: (lead, { state, item }) => ({
    ...lead,
    state,
    checklist: lead.checklist.filter((checked) => checked.item !== item),
  }),
  LeadQualified: (lead, { state }) => ({ ...lead, state }),
} satisfies FoldOf<QualifyingEvent, ExistingLead>;

/** The last item qualifies the lead. @throws Rejected CHECKLIST_FACT_MISSING {item, needs} */
function confirmChecklistItem({ data, issued }: ConfirmChecklistItem, lead: ExistingLead): QualifyingEvent[] {
  const { item, evidence, notApplicableReason } = data;
  const isWithout = notApplicableReason !== undefined && item === 'DESIGN_INSTITUTE_CONFIRMED';
  const fact = factBehind(item);
  if (!isWithout && !fact.isThere(lead)) {
    throw new Rejected('CHECKLIST_FACT_MISSING', `${item} needs ${fact.needs}`, { item, needs: fact.needs });
  }
  const checked: CheckedItem = {
    item,
    status: isWithout ? 'NOT_APPLICABLE' : 'CONFIRMED',
    evidence,
    notApplicableReason: isWithout ? notApplicableReason : undefined,
    on: issued.today,
  };
  const said = { item, status: checked.status, evidence, notApplicableReason: checked.notApplicableReason };
  const confirmed: QualifyingEvent = { type: 'ChecklistItemConfirmed', data: { ...factOf(lead, issued), ...said } };
  const checklist = withChecked(lead.checklist, checked);
  if (lead.state === 'DEVELOPING' || missingItems(checklist).length > 0) return [confirmed];
  return [
    confirmed,
    {
      type: 'LeadQualified',
      data: {
        leadId: lead.leadId,
        state: 'DEVELOPING',
        attemptNo: lead.attemptNo,
        checklist: checklist.map(({ item: each, status, on }) => ({ item: each, status, on })),
        salespersonId: lead.salespersonId,
        by: issued.by.id,
        qualifiedOn: issued.today,
      },
    },
  ];
}

/** @throws Rejected NOT_FOUND for an item that nobody has confirmed */
function withdrawChecklistItem({ data, issued }: WithdrawChecklistItem, lead: ExistingLead): QualifyingEvent[] {
  const { item, reason } = data;
  demandItem(
    lead.checklist.find((checked) => checked.item === item),
    `confirmed item ${item}`,
    { item },
  );
  const after = { ...factOf(lead, issued), state: 'QUALIFYING' as const };
  return [{ type: 'ChecklistItemWithdrawn', data: { ...after, item, reason } }];
}

const withChecked = (checklist: readonly CheckedItem[], checked: CheckedItem): CheckedItem[] =>
  withItem(checklist, checked, ({ item }) => item === checked.item);
