import type { CompetitorType, CustomerSegment, PartyKind, PartyRole, PartyState } from './party.values.js';

/** Somebody at a party; who it is stands in the vault alone. */
export interface PartyContact {
  readonly contactId: string;
  readonly personRef: string;
  readonly post: string;
  readonly department?: string;
}

/** A unit of the party's organisation (组织机构). */
export interface OrgUnit {
  readonly unitId: string;
  readonly name: string;
  readonly parentId?: string;
  readonly headContactId?: string;
}

export interface NoParty {
  readonly state: 'NONE';
}

export interface ExistingParty {
  readonly state: PartyState;
  readonly partyId: string;
  readonly kind: PartyKind;
  /** Of an organisation. */
  readonly name?: string;
  /** Of an individual. */
  readonly personRef?: string;
  /** 统一社会信用代码, in capitals. */
  readonly uscc?: string;
  readonly roles: readonly PartyRole[];
  readonly customerSegment?: CustomerSegment;
  readonly competitorType?: CompetitorType;
  readonly city?: string;
  readonly industry?: string;
  readonly contacts: readonly PartyContact[];
  readonly orgChart: readonly OrgUnit[];
  /** Why it is not active. */
  readonly inactiveReason?: string;
}

export type Party = NoParty | ExistingParty;
