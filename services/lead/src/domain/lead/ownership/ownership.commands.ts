import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Siblings } from '../lead-siblings.js';

/** Gives the lead to a salesperson (分配). */
export class AssignLead extends CommandTo<
  'leadId',
  { readonly salespersonId: string; readonly reason?: string; readonly siblings?: Siblings }
> {
  readonly type = 'AssignLead';
}

/** Gives the lead back (退回公海). */
export class ReleaseToPool extends CommandTo<'leadId', { readonly reason: string }> {
  readonly type = 'ReleaseToPool';
}

/** By timer: nobody has followed the lead up for too long (自动回收). */
export class RecycleLead extends CommandTo<
  'leadId',
  {
    /** Day of the activity from which the timer has counted. */
    readonly lastOn: string;
    /** The last activity that the log knows now; its handler reads it. */
    readonly knownOn?: string;
  }
> {
  readonly type = 'RecycleLead';
}

/** A salesperson takes the lead out of the pool (领取). */
export class ClaimLead extends CommandTo<'leadId', { readonly siblings?: Siblings }> {
  readonly type = 'ClaimLead';
}

/** The lead came through a channel (渠道). */
export class AttachChannel extends CommandTo<'leadId', { readonly channelId: string; readonly siblings?: Siblings }> {
  readonly type = 'AttachChannel';
}

export class DetachChannel extends CommandTo<'leadId', { readonly reason: string }> {
  readonly type = 'DetachChannel';
}

export type OwnershipCommand = AssignLead | ReleaseToPool | RecycleLead | ClaimLead | AttachChannel | DetachChannel;
