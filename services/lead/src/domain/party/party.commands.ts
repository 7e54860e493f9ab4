import { CommandTo } from '@engsales/event-sourcing/domain';
import type { CompetitorType, CustomerSegment, PartyKind, PartyRole } from './party.values.js';

/** What is said of a party as a whole. */
export interface PartyWords {
  readonly kind: PartyKind;
  /** An organisation has a name, an individual a person in the vault. */
  readonly name?: string;
  readonly personRef?: string;
  readonly uscc?: string;
  readonly roles: readonly PartyRole[];
  readonly customerSegment?: CustomerSegment;
  readonly competitorType?: CompetitorType;
  readonly city?: string;
  readonly industry?: string;
}

export interface ContactWords {
  readonly personRef: string;
  readonly post: string;
  readonly department?: string;
}

export interface OrgUnitWords {
  readonly unitId: string;
  readonly name: string;
  readonly parentId?: string;
  readonly headContactId?: string;
}

/** Its handler reserves what the party is known by. */
export class RegisterParty extends CommandTo<'partyId', PartyWords> {
  readonly type = 'RegisterParty';
}

/** The whole of it again. */
export class ChangeParty extends CommandTo<'partyId', PartyWords> {
  readonly type = 'ChangeParty';
}

export class DeactivateParty extends CommandTo<'partyId', { readonly reason: string }> {
  readonly type = 'DeactivateParty';
}

export class ReactivateParty extends CommandTo<'partyId'> {
  readonly type = 'ReactivateParty';
}

export class AddContact extends CommandTo<'partyId', ContactWords> {
  readonly type = 'AddContact';
}

export class ChangeContact extends CommandTo<'partyId', ContactWords & { readonly contactId: string }> {
  readonly type = 'ChangeContact';
}

export class RemoveContact extends CommandTo<'partyId', { readonly contactId: string; readonly reason: string }> {
  readonly type = 'RemoveContact';
}

export class RecordOrgChart extends CommandTo<'partyId', { readonly units: readonly OrgUnitWords[] }> {
  readonly type = 'RecordOrgChart';
}

export type RegisterCommand = RegisterParty | ChangeParty | DeactivateParty | ReactivateParty;
export type ContactCommand = AddContact | ChangeContact | RemoveContact | RecordOrgChart;
export type PartyCommand = RegisterCommand | ContactCommand;
