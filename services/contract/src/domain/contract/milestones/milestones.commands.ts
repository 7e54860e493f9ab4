import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Gate, Trigger } from '../contract.values.js';

export class MarkMilestoneDue extends CommandTo<
  'contractId',
  { readonly trigger: Trigger; readonly ref: string; readonly on: string; readonly milestoneIds?: readonly string[] }
> {
  readonly type = 'MarkMilestoneDue';
}

/** A milestone that was marked due by mistake, or for a wrong day, waits for its trigger again. */
export class WithdrawMilestoneDue extends CommandTo<
  'contractId',
  { readonly milestoneId: string; readonly reason: string }
> {
  readonly type = 'WithdrawMilestoneDue';
}

/** By timer, when the known day of a trigger has come. */
export class TriggerMilestone extends CommandTo<'contractId', { readonly milestoneId: string }> {
  readonly type = 'TriggerMilestone';
}

/** By timer on the day after `dueOn`, or by hand. */
export class MarkMilestoneOverdue extends CommandTo<'contractId', { readonly asOf?: string }> {
  readonly type = 'MarkMilestoneOverdue';
}

export class WaiveMilestone extends CommandTo<'contractId', { readonly milestoneId: string; readonly reason: string }> {
  readonly type = 'WaiveMilestone';
}

/** A waiver that was a mistake: what was given up is asked for again. */
export class RevokeWaiver extends CommandTo<'contractId', { readonly milestoneId: string; readonly reason: string }> {
  readonly type = 'RevokeWaiver';
}

export class GrantCreditRelease extends CommandTo<
  'contractId',
  { readonly gate: Gate; readonly until: string; readonly reason: string }
> {
  readonly type = 'GrantCreditRelease';
}

/** A credit release that was a mistake, or is no longer wanted: the gate closes again. */
export class RevokeCreditRelease extends CommandTo<'contractId', { readonly gate: Gate; readonly reason: string }> {
  readonly type = 'RevokeCreditRelease';
}

/** By timer, on the day after the last one of a credit release. */
export class CloseExpiredRelease extends CommandTo<'contractId', { readonly gate: Gate }> {
  readonly type = 'CloseExpiredRelease';
}

export type MilestoneCommand =
  | MarkMilestoneDue
  | WithdrawMilestoneDue
  | TriggerMilestone
  | MarkMilestoneOverdue
  | WaiveMilestone
  | RevokeWaiver
  | GrantCreditRelease
  | RevokeCreditRelease
  | CloseExpiredRelease;
