import { CommandTo } from '@engsales/event-sourcing/domain';
import type { ContractStanding, LeadSource, PursuitEnd, PursuitType, SalesStep } from '../lead.values.js';

/** By reaction: a tender of the project was begun; a re-tender takes the place of the one before. */
export class NotePursuit extends CommandTo<
  'leadId',
  { readonly pursuitType: PursuitType; readonly id: string; readonly previousId?: string }
> {
  readonly type = 'NotePursuit';
}

export interface Winner {
  readonly partyId?: string;
  readonly name?: string;
  readonly priceFen?: number;
}

/** By reaction: a tender or a contract came to nothing. */
export class EndPursuit extends CommandTo<
  'leadId',
  {
    readonly pursuitType: PursuitType;
    readonly id: string;
    readonly how: PursuitEnd;
    readonly reasons: readonly string[];
    readonly winner?: Winner;
  }
> {
  readonly type = 'EndPursuit';
}

/** By reaction: a tender was won. */
export class NoteAward extends CommandTo<'leadId', { readonly id: string }> {
  readonly type = 'NoteAward';
}

/** By reaction: a contract of the project was signed, voided or terminated. */
export class RecordOutcome extends CommandTo<
  'leadId',
  { readonly contractId: string; readonly kind: ContractStanding; readonly amountFen?: number; readonly on: string }
> {
  readonly type = 'RecordOutcome';
}

/** By reaction: a step of the sale was reached; the first time counts. */
export class NoteStep extends CommandTo<
  'leadId',
  { readonly step: SalesStep; readonly on: string; readonly ref: string }
> {
  readonly type = 'NoteStep';
}

/** By reaction: somebody was told of the project again. */
export class NoteLeadHint extends CommandTo<
  'leadId',
  { readonly source: LeadSource; readonly ref: string; readonly text?: string }
> {
  readonly type = 'NoteLeadHint';
}

/** By reaction: a rejected sample was paid for by the company. */
export class NoteSampleCost extends CommandTo<
  'leadId',
  { readonly sampleProjectId: string; readonly costFen: number }
> {
  readonly type = 'NoteSampleCost';
}

export type OutcomeCommand =
  NotePursuit | EndPursuit | NoteAward | RecordOutcome | NoteStep | NoteLeadHint | NoteSampleCost;
