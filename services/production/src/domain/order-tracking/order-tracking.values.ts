/** Codes of a tracking, as they stand in requests, events and answers. */

export const EXCEPTION_TYPES = ['POWER_OUTAGE', 'MATERIAL_SHORTAGE', 'EQUIPMENT_FAILURE', 'QUALITY', 'OTHER'] as const;
export type ExceptionType = (typeof EXCEPTION_TYPES)[number];
/** An order that was received by hand belongs to a contract that lives elsewhere. */
export type ContractOrigin = 'EXTERNAL';

export const EXCEPTION_STATES = ['OPEN', 'FED_BACK', 'RESOLVED'] as const;
export type ExceptionState = (typeof EXCEPTION_STATES)[number];
export const INQUIRY_STATES = ['ASKED', 'ANSWERED', 'OVERDUE'] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];
