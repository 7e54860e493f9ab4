/** Whether a product line comes at the right time of a building (J1); a lead shows its best line, in this order. */
export const STAGE_FITS = ['FIT', 'EARLY', 'LATE', 'UNKNOWN'] as const;
export type StageFit = (typeof STAGE_FITS)[number];
