import { CommandTo } from '@engsales/event-sourcing/domain';
import type { FromLead, NamedParty } from '../tender.state.js';
import type { TenderMethod, TenderRegime } from '../tender.values.js';

/** What a person may correct as long as the tender is not published. */
export interface RegistrationFields {
  readonly projectName: string;
  readonly tenderee: NamedParty;
  readonly title?: string;
  readonly city?: string;
  readonly tenderNo?: string;
  readonly lotNo?: string;
  readonly agency?: NamedParty;
  readonly method?: TenderMethod;
  readonly regime?: TenderRegime;
  readonly mandatory?: boolean;
  readonly estimatedPriceFen?: number;
  readonly expectedTenderDate?: string;
  readonly teamId?: string;
  readonly channelId?: string;
}

/** By hand, or by reaction to a converted lead or to a tender that is tendered again. */
export class RegisterTender extends CommandTo<
  'tenderId',
  RegistrationFields & {
    readonly leadId?: string;
    readonly projectId?: string;
    readonly salespersonId: string;
    readonly round?: number;
    readonly previousTenderId?: string;
    readonly fromLead?: FromLead;
  }
> {
  readonly type = 'RegisterTender';
}

export class CorrectTender extends CommandTo<'tenderId', RegistrationFields & { readonly reason: string }> {
  readonly type = 'CorrectTender';
}

/** By a manager, or by reaction when the lead behind it changes hands. */
export class ReassignTender extends CommandTo<
  'tenderId',
  { readonly salespersonId: string; readonly reason?: string }
> {
  readonly type = 'ReassignTender';
}

/** The draft of the tender documents that the owner lets us see (招标文件征求意见稿). */
export class ObtainDraftTender extends CommandTo<'tenderId', { readonly docRef: string; readonly on: string }> {
  readonly type = 'ObtainDraftTender';
}

/** A clause that we proposed and that suits us; closed by publication. */
export class LogSpecInfluence extends CommandTo<
  'tenderId',
  { readonly clause: string; readonly ourAdvantage: string; readonly taken?: boolean }
> {
  readonly type = 'LogSpecInfluence';
}

export type RegisteringCommand = RegisterTender | CorrectTender | ReassignTender | ObtainDraftTender | LogSpecInfluence;
