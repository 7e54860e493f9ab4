/** Codes of a sample project (样板), as they stand in requests, events and answers. */

export const SAMPLE_STATES = [
  'PROPOSED',
  'APPROVED',
  'REFUSED',
  'INSTALLED',
  'ACCEPTED',
  'REJECTED',
  'PAID',
  'CANCELLED',
] as const;
export type SampleState = (typeof SAMPLE_STATES)[number];

export const SAMPLE_MODES = ['FREE_TRIAL', 'PAID'] as const;
export type SampleMode = (typeof SAMPLE_MODES)[number];
