import type { ExistingBond } from './bond.state.js';

/** What has not happened to a bond that begins. */
export const NOTHING_YET = {
  convertedFrom: [],
  extensions: [],
  adjustments: [],
  alerts: [],
  alerted: [],
  risk: 'NONE',
  chasings: [],
  releasedFen: 0,
  interestFen: 0,
  convertedFen: 0,
  forfeitedFen: 0,
  lapsedFen: 0,
  releases: [],
  conversions: [],
  forfeitures: [],
} as const satisfies Partial<ExistingBond>;
