import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Siblings } from '../lead-siblings.js';
import type { AbandonReason, LeadState, RevivalTrigger, Route } from '../lead.values.js';

/** The project goes on as a tender or as a direct negotiation (转化). */
export class ConvertLead extends CommandTo<
  'leadId',
  {
    readonly route: Route;
    readonly estimatedAmountFen: number;
    readonly expectedTenderDate?: string;
    /** Names of the stakeholders. */
    readonly siblings?: Siblings;
  }
> {
  readonly type = 'ConvertLead';
}

/** The project is given up (放弃). */
export class AbandonLead extends CommandTo<
  'leadId',
  {
    /** To give up without a reason is refused. */
    readonly reason?: AbandonReason;
    readonly note: string;
    /** Day on which somebody looks again. */
    readonly revisitOn?: string;
  }
> {
  readonly type = 'AbandonLead';
}

/** A project that was given up or lost is taken up again (重新激活). */
export class ReviveLead extends CommandTo<
  'leadId',
  {
    readonly trigger: RevivalTrigger;
    readonly note: string;
    readonly partner?: { readonly partyId: string; readonly agreementRef?: string };
    readonly siblings?: Siblings;
  }
> {
  readonly type = 'ReviveLead';
}

/** The lead that another one is merged into, as its handler has read it. */
export interface MergeTarget {
  readonly leadId: string;
  readonly state: LeadState;
}

/** Two leads are the same project (合并). */
export class MergeLead extends CommandTo<
  'leadId',
  { readonly intoLeadId: string; readonly reason: string; readonly target?: MergeTarget }
> {
  readonly type = 'MergeLead';
}

/** By timer: the day has come on which an abandoned lead is looked at again. */
export class MarkRevisitDue extends CommandTo<'leadId', { readonly revisitOn: string }> {
  readonly type = 'MarkRevisitDue';
}

export type ConvertingCommand = ConvertLead | AbandonLead | ReviveLead | MergeLead | MarkRevisitDue;
