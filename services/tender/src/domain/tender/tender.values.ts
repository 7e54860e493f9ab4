/** Codes of a tender, as they stand in requests, events and answers. */

export const TENDER_STATES = [
  'REGISTERED',
  'PUBLISHED',
  'PREPARING',
  'SUBMITTED',
  'OPENED',
  'AWARDED',
  'CONTRACTED',
  'LOST',
  'WITHDRAWN',
  'NO_BID',
  'AWARD_DECLINED',
  'AWARD_REVOKED',
  'CANCELLED_BY_OWNER',
] as const;
export type TenderState = (typeof TENDER_STATES)[number];

/** Before the bid is handed in. */
export const BEFORE_SUBMISSION = ['REGISTERED', 'PUBLISHED', 'PREPARING'] as const satisfies readonly TenderState[];
/** As long as the tenderee may still decide. */
export const OPEN_STATES = [
  ...BEFORE_SUBMISSION,
  'SUBMITTED',
  'OPENED',
  'AWARDED',
] as const satisfies readonly TenderState[];

export const BID_STATES = ['NONE', 'DRAFT', 'UNDER_REVIEW', 'APPROVED', 'SEALED', 'SUBMITTED'] as const;
export type BidState = (typeof BID_STATES)[number];

export const TENDER_METHODS = ['OPEN', 'INVITED', 'NEGOTIATION', 'SINGLE_SOURCE'] as const;
export type TenderMethod = (typeof TENDER_METHODS)[number];

/** Under which law: 招标投标法, or 政府采购法. */
export const TENDER_REGIMES = ['BIDDING_LAW', 'GOVERNMENT_PROCUREMENT'] as const;
export type TenderRegime = (typeof TENDER_REGIMES)[number];

export const ENVELOPE_STRUCTURES = ['SINGLE', 'TWO', 'THREE'] as const;
export type EnvelopeStructure = (typeof ENVELOPE_STRUCTURES)[number];

/** 资格, 商务, 技术, 报价. */
export const BID_VOLUMES = ['QUALIFICATION', 'COMMERCIAL', 'TECHNICAL', 'PRICE'] as const;
export type BidVolume = (typeof BID_VOLUMES)[number];

export const LOSS_REASONS = [
  'PRICE',
  'TECHNICAL',
  'COMMERCIAL_TERMS',
  'DELIVERY',
  'QUALIFICATION',
  'RELATIONSHIP',
  'DISQUALIFIED',
  'BID_REVOKED',
  'VALIDITY_NOT_EXTENDED',
  'COMPETITOR_LOCKED',
  'OTHER',
] as const;
export type LossReason = (typeof LOSS_REASONS)[number];

export const NO_BID_REASONS = [
  'UNPROFITABLE',
  'RISK',
  'CAPACITY',
  'QUALIFICATION',
  'RELATIONSHIP_LACKING',
  'SPEC_UNFAVOURABLE',
  'LEAD_ABANDONED',
  'DEADLINE_MISSED',
  'OTHER',
] as const;
export type NoBidReason = (typeof NO_BID_REASONS)[number];

export const CANCEL_KINDS = ['FAILED', 'ALL_REJECTED', 'TERMINATED'] as const;
export type CancelKind = (typeof CANCEL_KINDS)[number];

export const OBJECTORS = ['US', 'OTHERS'] as const;
export type Objector = (typeof OBJECTORS)[number];

export const KEY_PERSON_KINDS = ['DECISION_MAKER', 'TECHNICAL_KEY', 'COMMERCIAL_KEY'] as const;
export type KeyPersonKind = (typeof KEY_PERSON_KINDS)[number];

export const SUPPORT_LEVELS = ['SUPPORTS', 'NEUTRAL', 'OPPOSES', 'UNKNOWN'] as const;
export type SupportLevel = (typeof SUPPORT_LEVELS)[number];

/** What a reminder is about. */
export const DEADLINE_KINDS = ['SUBMISSION', 'CLARIFICATION', 'OPENING'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];
