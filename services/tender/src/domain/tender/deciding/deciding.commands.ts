import { CommandTo } from '@engsales/event-sourcing/domain';
import type { NoBidReason } from '../tender.values.js';

export class EngageCommerce extends CommandTo<'tenderId', { readonly commerceOwnerId: string }> {
  readonly type = 'EngageCommerce';
}

/** Whether we bid (投标决策); may be decided again as long as no bid is handed in. */
export class DecideGoNoGo extends CommandTo<
  'tenderId',
  {
    readonly go: boolean;
    readonly reason: string;
    readonly winProbabilityBps: number;
    readonly conditions: readonly { readonly id: string; readonly text: string; readonly dueOn?: string }[];
    /** Only where we do not bid; OTHER when absent. */
    readonly noBidReason?: NoBidReason;
  }
> {
  readonly type = 'DecideGoNoGo';
}

export class MeetGoCondition extends CommandTo<'tenderId', { readonly id: string; readonly evidenceRef: string }> {
  readonly type = 'MeetGoCondition';
}

export class WaiveGoCondition extends CommandTo<'tenderId', { readonly id: string; readonly reason: string }> {
  readonly type = 'WaiveGoCondition';
}

export class DecideNoBid extends CommandTo<'tenderId', { readonly reason?: NoBidReason; readonly note: string }> {
  readonly type = 'DecideNoBid';
}

/** By reaction: the lead behind it was given up. */
export class RequestNoBid extends CommandTo<'tenderId', { readonly reason: string }> {
  readonly type = 'RequestNoBid';
}

export type DecidingCommand =
  EngageCommerce | DecideGoNoGo | MeetGoCondition | WaiveGoCondition | DecideNoBid | RequestNoBid;
