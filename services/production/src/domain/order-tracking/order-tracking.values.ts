/** Codes of a tracking, as they stand in requests, events and answers. */

export const EXCEPTION_TYPES = ['POWER_OUTAGE', 'MATERIAL_SHORTAGE', 'EQUIPMENT_FAILURE', 'QUALITY', 'OTHER'] as const;
export type ExceptionType = (typeof EXCEPTION_TYPES)[number];
export type ExceptionState = 'OPEN' | 'FED_BACK' | 'RESOLVED';
export type InquiryState = 'ASKED' | 'ANSWERED' | 'OVERDUE';
