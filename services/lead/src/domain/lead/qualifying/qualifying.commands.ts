import { CommandTo } from '@engsales/event-sourcing/domain';
import type { ChecklistItem } from '../lead.values.js';

/** Confirms an item of the checklist (信息核查). */
export class ConfirmChecklistItem extends CommandTo<
  'leadId',
  {
    readonly item: ChecklistItem;
    readonly evidence: string;
    /** Why the project needs no such thing; for the design institute only. */
    readonly notApplicableReason?: string;
  }
> {
  readonly type = 'ConfirmChecklistItem';
}

export class WithdrawChecklistItem extends CommandTo<
  'leadId',
  { readonly item: ChecklistItem; readonly reason: string }
> {
  readonly type = 'WithdrawChecklistItem';
}

export type QualifyingCommand = ConfirmChecklistItem | WithdrawChecklistItem;
