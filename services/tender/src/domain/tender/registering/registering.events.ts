import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { TenderRecord } from '../tender-record.events.js';
import type { TenderMethod, TenderRegime } from '../tender.values.js';

export interface PartyRecord {
  readonly partyId?: string;
  readonly name: string;
}

export interface RegistrationRecord {
  readonly projectName: string;
  readonly tenderee: PartyRecord;
  readonly title?: string;
  readonly city?: string;
  readonly tenderNo?: string;
  readonly lotNo?: string;
  readonly agency?: PartyRecord;
  readonly method?: TenderMethod;
  readonly regime: TenderRegime;
  readonly mandatory: boolean;
  readonly estimatedPriceFen?: number;
  readonly expectedTenderDate?: string;
}

export interface FromLeadRecord {
  readonly keyPersons: readonly {
    readonly personRef: string;
    readonly kind: string;
    readonly supportLevel: string;
  }[];
  readonly competitors: readonly PartyRecord[];
  readonly manufacturerPartyId?: string;
}

/** What the next round begins with, where the tenderee tenders again: nothing of the old bid. */
export interface NextRoundRecord {
  readonly tenderId: string;
  readonly projectId: string;
  readonly round: number;
  readonly registration: RegistrationRecord;
  readonly salespersonId: string;
  readonly teamId?: string;
  readonly channelId?: string;
  readonly fromLead: FromLeadRecord;
}

export type TenderRegistered = DomainEvent<
  'TenderRegistered',
  TenderRecord & {
    readonly projectId: string;
    readonly round: number;
    readonly previousTenderId?: string;
    readonly registration: RegistrationRecord;
    readonly salespersonId: string;
    readonly teamId?: string;
    readonly channelId?: string;
    readonly fromLead: FromLeadRecord;
    readonly registeredOn: string;
  }
>;

export type TenderCorrected = DomainEvent<
  'TenderCorrected',
  TenderRecord & {
    readonly registration: RegistrationRecord;
    readonly teamId?: string;
    readonly channelId?: string;
    readonly reason: string;
    readonly correctedOn: string;
  }
>;

export type TenderReassigned = DomainEvent<
  'TenderReassigned',
  TenderRecord & {
    readonly salespersonId: string;
    readonly previousSalespersonId: string;
    readonly reason?: string;
    readonly reassignedOn: string;
  }
>;

export type DraftTenderObtained = DomainEvent<
  'DraftTenderObtained',
  TenderRecord & { readonly docRef: string; readonly obtainedOn: string }
>;

export type SpecInfluenceLogged = DomainEvent<
  'SpecInfluenceLogged',
  TenderRecord & {
    readonly clause: string;
    readonly ourAdvantage: string;
    readonly taken?: boolean;
    readonly loggedOn: string;
  }
>;

export type RegisteringEvent =
  TenderRegistered | TenderCorrected | TenderReassigned | DraftTenderObtained | SpecInfluenceLogged;
