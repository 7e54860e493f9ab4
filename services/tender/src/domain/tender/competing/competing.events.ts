import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { TenderRecord } from '../tender-record.events.js';
import type { KeyPersonKind, SupportLevel } from '../tender.values.js';

export type CompetitionPlanned = DomainEvent<
  'CompetitionPlanned',
  TenderRecord & {
    readonly ourPosition: string;
    readonly technical: string;
    readonly commercial: string;
    readonly price: string;
    readonly relationship: readonly string[];
    readonly competitors: readonly {
      readonly partyId?: string;
      readonly name: string;
      readonly threat: number;
      readonly expectedPriceFen?: number;
      readonly counter: string;
    }[];
    readonly plannedOn: string;
  }
>;

export type CompetitorMoveLogged = DomainEvent<
  'CompetitorMoveLogged',
  TenderRecord & {
    readonly name: string;
    readonly partyId?: string;
    readonly on: string;
    readonly move: string;
    readonly response?: string;
    readonly evidenceRef?: string;
  }
>;

export type KeyPersonUpdated = DomainEvent<
  'KeyPersonUpdated',
  TenderRecord & {
    readonly personRef: string;
    readonly kind: KeyPersonKind;
    readonly supportLevel: SupportLevel;
    readonly note?: string;
    readonly updatedOn: string;
  }
>;

export type CompetingEvent = CompetitionPlanned | CompetitorMoveLogged | KeyPersonUpdated;
