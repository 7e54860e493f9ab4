export const CASE_STATES = ['DRAFT', 'APPROVED', 'WITHDRAWN'] as const;
export type CaseState = (typeof CASE_STATES)[number];
