import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Announcement } from '../tender.state.js';
import type { DeadlineKind } from '../tender.values.js';

/** The tender is published (招标公告). Its number is reserved for this lot and round. */
export class PublishTender extends CommandTo<'tenderId', Announcement & { readonly estimatedPriceFen?: number }> {
  readonly type = 'PublishTender';
}

/** What an addendum (补遗) may change; what it does not name stays. */
export interface AmendableFields {
  readonly clarificationDeadline?: string;
  readonly submissionDeadline?: string;
  readonly openingAt?: string;
  readonly bidValidityDays?: number;
  readonly bondRequiredFen?: number;
  readonly maxPriceFen?: number;
}

export class AmendTender extends CommandTo<
  'tenderId',
  AmendableFields & {
    readonly addendumNo: string;
    readonly issuedOn: string;
    readonly docRef: string;
    readonly affectsBid: boolean;
  }
> {
  readonly type = 'AmendTender';
}

export class ObtainTenderDocuments extends CommandTo<
  'tenderId',
  { readonly docRef: string; readonly feeFen?: number; readonly on: string }
> {
  readonly type = 'ObtainTenderDocuments';
}

export class AskClarification extends CommandTo<'tenderId', { readonly question: string }> {
  readonly type = 'AskClarification';
}

export class RecordClarificationReply extends CommandTo<
  'tenderId',
  { readonly no: number; readonly answer: string; readonly docRef: string; readonly on: string }
> {
  readonly type = 'RecordClarificationReply';
}

/** By timer, at nine in the morning some days before. */
export class RemindDeadline extends CommandTo<
  'tenderId',
  { readonly kind: DeadlineKind; readonly at: string; readonly daysLeft: number }
> {
  readonly type = 'RemindDeadline';
}

/** By timer, at the deadline, while no bid is handed in. */
export class MarkDeadlinePassed extends CommandTo<'tenderId', { readonly submissionDeadline: string }> {
  readonly type = 'MarkDeadlinePassed';
}

export type PublishingCommand =
  | PublishTender
  | AmendTender
  | ObtainTenderDocuments
  | AskClarification
  | RecordClarificationReply
  | RemindDeadline
  | MarkDeadlinePassed;
