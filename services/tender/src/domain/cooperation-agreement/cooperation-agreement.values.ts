/** Codes of a cooperation agreement (合作协议), as they stand in requests, events and answers. */

export const AGREEMENT_STATES = ['DRAFT', 'SIGNED', 'EXPIRED', 'TERMINATED', 'CANCELLED'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** Whether we alone act for the manufacturer 独家, or others too. */
export const EXCLUSIVITIES = ['EXCLUSIVE', 'NON_EXCLUSIVE'] as const;
export type Exclusivity = (typeof EXCLUSIVITIES)[number];

export const SIGNATORY_SIDES = ['OURS', 'THEIRS'] as const;
export type SignatorySide = (typeof SIGNATORY_SIDES)[number];
