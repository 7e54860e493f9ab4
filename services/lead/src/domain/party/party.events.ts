import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { CompetitorType, CustomerSegment, PartyKind, PartyRole, PartyState } from './party.values.js';

/** The party as it is after the event; of persons only their references. */
export interface PartyRecord {
  readonly partyId: string;
  readonly state: PartyState;
  readonly kind: PartyKind;
  readonly name?: string;
  readonly personRef?: string;
  readonly uscc?: string;
  readonly roles: readonly PartyRole[];
  readonly customerSegment?: CustomerSegment;
  readonly competitorType?: CompetitorType;
  readonly city?: string;
  readonly industry?: string;
  readonly by: string;
}

export interface ContactRecord {
  readonly contactId: string;
  readonly personRef: string;
  readonly post: string;
  readonly department?: string;
}

export interface OrgUnitRecord {
  readonly unitId: string;
  readonly name: string;
  readonly parentId?: string;
  readonly headContactId?: string;
}

export interface ContactChange {
  readonly partyId: string;
  readonly state: PartyState;
  readonly contact: ContactRecord;
  readonly by: string;
}

export type PartyRegistered = DomainEvent<'PartyRegistered', PartyRecord & { readonly registeredOn: string }>;
export type PartyChanged = DomainEvent<'PartyChanged', PartyRecord & { readonly changedOn: string }>;
export type PartyDeactivated = DomainEvent<
  'PartyDeactivated',
  {
    readonly partyId: string;
    readonly state: PartyState;
    readonly reason: string;
    readonly by: string;
    readonly deactivatedOn: string;
  }
>;
export type PartyReactivated = DomainEvent<
  'PartyReactivated',
  { readonly partyId: string; readonly state: PartyState; readonly by: string; readonly reactivatedOn: string }
>;

export type ContactAdded = DomainEvent<'ContactAdded', ContactChange & { readonly addedOn: string }>;
export type ContactChanged = DomainEvent<'ContactChanged', ContactChange & { readonly changedOn: string }>;
export type ContactRemoved = DomainEvent<
  'ContactRemoved',
  ContactChange & { readonly reason: string; readonly removedOn: string }
>;
export type OrgChartRecorded = DomainEvent<
  'OrgChartRecorded',
  {
    readonly partyId: string;
    readonly state: PartyState;
    readonly units: readonly OrgUnitRecord[];
    readonly by: string;
    readonly recordedOn: string;
  }
>;

export type RegisterEvent = PartyRegistered | PartyChanged | PartyDeactivated | PartyReactivated;
export type ContactEvent = ContactAdded | ContactChanged | ContactRemoved | OrgChartRecorded;
export type PartyEvent = RegisterEvent | ContactEvent;
