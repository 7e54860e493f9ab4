/** Codes of a party (单位), as they stand in requests, events and answers. */

export const PARTY_STATES = ['ACTIVE', 'INACTIVE'] as const;
export type PartyState = (typeof PARTY_STATES)[number];

/** A person who acts for nobody else is a party too: a relationship partner, say. */
export const PARTY_KINDS = ['ORGANISATION', 'INDIVIDUAL'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** One party may have several: a design institute may inform and compete. */
export const PARTY_ROLES = [
  'OWNER',
  'USER',
  'DEVELOPER',
  'DESIGN_INSTITUTE',
  'CONTRACTOR',
  'SUPERVISOR',
  'PROPERTY',
  'MANUFACTURER',
  'COMPETITOR',
  'PARTNER',
  'AGENT',
  'TENDER_AGENCY',
  'BANK',
  'OTHER',
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const CUSTOMER_SEGMENTS = ['REAL_ESTATE_DEVELOPER', 'GOVERNMENT', 'ENTERPRISE_INSTITUTION'] as const;
export type CustomerSegment = (typeof CUSTOMER_SEGMENTS)[number];

export const COMPETITOR_TYPES = ['ENGINEERING_COMPANY', 'DESIGN_INSTITUTE', 'CONTRACTOR', 'MANUFACTURER'] as const;
export type CompetitorType = (typeof COMPETITOR_TYPES)[number];

export const MOST_CONTACTS = 200;
