import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type {
  ContractStanding,
  LeadOutcome,
  LeadSource,
  LeadState,
  PursuitEnd,
  PursuitType,
  SalesStep,
} from '../lead.values.js';

export interface OfPursuit {
  readonly leadId: string;
  readonly state: LeadState;
  readonly pursuitType: PursuitType;
  readonly id: string;
  readonly attemptNo: number;
  readonly recordedOn: string;
}

export type PursuitOpened = DomainEvent<'PursuitOpened', OfPursuit & { readonly previousId?: string }>;
export type PursuitAwarded = DomainEvent<'PursuitAwarded', OfPursuit>;
export type PursuitEnded = DomainEvent<
  'PursuitEnded',
  OfPursuit & {
    readonly how: PursuitEnd;
    readonly reasons: readonly string[];
    readonly winner?: { readonly partyId?: string; readonly name?: string; readonly priceFen?: number };
  }
>;

export type LeadOutcomeRecorded = DomainEvent<
  'LeadOutcomeRecorded',
  {
    readonly leadId: string;
    readonly state: 'CLOSED';
    readonly outcome: LeadOutcome;
    readonly attemptNo: number;
    readonly contracts: readonly {
      readonly contractId: string;
      readonly state: ContractStanding;
      readonly amountFen: number;
      readonly attemptNo: number;
    }[];
    /** Of the signed contracts. */
    readonly amountFen: number;
    readonly reasons: readonly string[];
    readonly source: LeadSource;
    readonly channelId?: string;
    readonly salespersonId?: string;
    readonly recordedOn: string;
  }
>;

export interface OfLead {
  readonly leadId: string;
  readonly state: LeadState;
}

export type SalesStepReached = DomainEvent<
  'SalesStepReached',
  OfLead & { readonly step: SalesStep; readonly on: string; readonly ref: string }
>;
export type LeadHintNoted = DomainEvent<
  'LeadHintNoted',
  OfLead & {
    readonly source: LeadSource;
    readonly ref: string;
    readonly text?: string;
    readonly salespersonId?: string;
    readonly notedOn: string;
  }
>;
export type SampleCostNoted = DomainEvent<
  'SampleCostNoted',
  OfLead & {
    readonly sampleProjectId: string;
    readonly costFen: number;
    /** Of all samples of the lead. */
    readonly acquisitionCostFen: number;
    readonly notedOn: string;
  }
>;

export type OutcomeEvent =
  | PursuitOpened
  | PursuitAwarded
  | PursuitEnded
  | LeadOutcomeRecorded
  | SalesStepReached
  | LeadHintNoted
  | SampleCostNoted;
