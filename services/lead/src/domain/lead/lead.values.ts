export const LEAD_STATES = [
  'CAPTURED',
  'QUALIFYING',
  'DEVELOPING',
  'CONVERTED',
  'CLOSED',
  'ABANDONED',
  'MERGED',
] as const;
export type LeadState = (typeof LEAD_STATES)[number];

/** Where hints come from (信息来源). */
export const LEAD_SOURCES = [
  'ENGINEERING_INFO_SITE',
  'BILLBOARD',
  'PHONE_DIRECTORY',
  'DESIGN_INSTITUTE',
  'PLOTTING_ROOM',
  'PRESS_MEDIA',
  'DEALER_PARTNER',
  'GOVERNMENT_DOCUMENT',
  'PERSONAL_REFERRAL',
  'ENVIRONMENTAL_BUREAU',
  'INVESTMENT_FAIR',
  'CONSTRUCTION_SITE',
  'DEVELOPER',
  'PROPERTY_STAFF',
  'HOME_DECORATOR',
  'PAST_CUSTOMER_REFERRAL',
  'PHONE_MARKETING',
  'EMAIL_MARKETING',
  'TRADE_SHOW',
  'MARKET_RESEARCH',
  'CUSTOMER_VISIT',
  'RETURN_VISIT',
  'PROJECT_HANDOVER',
  'OTHER',
] as const;
export type LeadSource = (typeof LEAD_SOURCES)[number];

/** Sources that name who referred the project. */
export const REFERRED_SOURCES: readonly LeadSource[] = [
  'DEALER_PARTNER',
  'PERSONAL_REFERRAL',
  'PAST_CUSTOMER_REFERRAL',
  'RETURN_VISIT',
  'PROJECT_HANDOVER',
];

export const OWNERSHIPS = ['OWNED', 'POOLED'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

export const RELATIONSHIP_LEVELS = ['UNKNOWN', 'LACKING', 'DEVELOPING', 'STRONG'] as const;
export type RelationshipLevel = (typeof RELATIONSHIP_LEVELS)[number];

export const OUTCOMES = ['WON', 'LOST', 'VOID', 'TERMINATED'] as const;
export type LeadOutcome = (typeof OUTCOMES)[number];

/** What must be known of a project before it is worked on (信息核查). */
export const CHECKLIST_ITEMS = [
  'OWNER_CONFIRMED',
  'DESIGN_INSTITUTE_CONFIRMED',
  'SCALE_KNOWN',
  'FUNDING_KNOWN',
  'ORG_STRUCTURE_KNOWN',
  'EQUIPMENT_NEEDS_KNOWN',
  'TECHNOLOGY_NEEDS_KNOWN',
] as const;
export type ChecklistItem = (typeof CHECKLIST_ITEMS)[number];

export const FUNDING_STATUSES = ['SECURED', 'PARTIAL', 'SEEKING', 'UNKNOWN'] as const;
export type FundingStatus = (typeof FUNDING_STATUSES)[number];

export const KEY_PERSON_KINDS = ['DECISION_MAKER', 'TECHNICAL_KEY', 'COMMERCIAL_KEY'] as const;
export type KeyPersonKind = (typeof KEY_PERSON_KINDS)[number];

export const SUPPORT_LEVELS = ['SUPPORTS', 'NEUTRAL', 'OPPOSES', 'UNKNOWN'] as const;
export type SupportLevel = (typeof SUPPORT_LEVELS)[number];

export const COMPETITION_DIMENSIONS = ['TECHNICAL', 'COMMERCIAL'] as const;
export type CompetitionDimension = (typeof COMPETITION_DIMENSIONS)[number];

export const PARTNER_VERDICTS = ['SUITABLE', 'CONDITIONAL', 'UNSUITABLE'] as const;
export type PartnerVerdict = (typeof PARTNER_VERDICTS)[number];

export const WORK_STATUSES = ['PLANNED', 'IN_PROGRESS', 'DONE'] as const;
export type WorkStatus = (typeof WORK_STATUSES)[number];

export const ROUTES = ['TENDER', 'DIRECT_NEGOTIATION'] as const;
export type Route = (typeof ROUTES)[number];

export const ABANDON_REASONS = [
  'RELATIONSHIP_LACKING',
  'NO_FUNDING',
  'PROJECT_CANCELLED',
  'NO_TECH_FIT',
  'COMPETITOR_LOCKED',
  'LOST_TO_COMPETITOR',
  'UNPROFITABLE',
  'OTHER',
] as const;
export type AbandonReason = (typeof ABANDON_REASONS)[number];

export const REVIVAL_TRIGGERS = [
  'PARTNER_ENGAGED',
  'FUNDING_SECURED',
  'PROJECT_RESTARTED',
  'RETENDER',
  'CUSTOMER_RETURNED',
  'OTHER',
] as const;
export type RevivalTrigger = (typeof REVIVAL_TRIGGERS)[number];

/** How a deal goes on (跟进): as a tender or as a contract. */
export type PursuitType = 'TENDER' | 'CONTRACT';
export type PursuitState = 'OPEN' | 'AWARDED' | 'ENDED';

/** Why a pursuit ended: the event that told it. */
export type PursuitEnd =
  | 'BID_LOST'
  | 'NO_BID'
  | 'AWARD_DECLINED'
  | 'BID_WITHDRAWN'
  | 'TENDER_CANCELLED'
  | 'AWARD_REVOKED'
  | 'CONTRACT_ABANDONED';

export type ContractStanding = 'SIGNED' | 'VOIDED' | 'TERMINATED';

/** Steps of a sale that other services tell of; the funnels count them. */
export type SalesStep =
  'PROPOSAL_OR_BID' | 'CONTRACT_OR_BID' | 'SIGNED' | 'DISPATCHED' | 'ACCEPTED' | 'HANDED_TO_ENGINEERING';
