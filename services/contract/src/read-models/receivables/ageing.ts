import { addDays, daysBetween } from '@engsales/values';

/** NOT_DUE: its trigger has not come about; CURRENT: the last day to pay is today or later; then days after that day. */
export const AGEING_BUCKETS = ['NOT_DUE', 'CURRENT', 'DAYS_1_30', 'DAYS_31_60', 'DAYS_61_90', 'OVER_90'] as const;
export type AgeingBucket = (typeof AGEING_BUCKETS)[number];

const NEVER = '2999-12-31';

export function bucketOf(dueOn: string | null, today: string): AgeingBucket {
  if (dueOn === null || dueOn === NEVER) return 'NOT_DUE';
  const days = daysBetween(dueOn, today);
  if (days <= 0) return 'CURRENT';
  if (days <= 30) return 'DAYS_1_30';
  if (days <= 60) return 'DAYS_31_60';
  return days <= 90 ? 'DAYS_61_90' : 'OVER_90';
}

/** First and last due date of a bucket, both inclusive. */
export function spanOf(bucket: AgeingBucket, today: string): { readonly from: string; readonly to: string } {
  switch (bucket) {
    case 'NOT_DUE':
      return { from: NEVER, to: NEVER };
    case 'CURRENT':
      return { from: today, to: '2999-12-30' };
    case 'DAYS_1_30':
      return { from: addDays(today, -30), to: addDays(today, -1) };
    case 'DAYS_31_60':
      return { from: addDays(today, -60), to: addDays(today, -31) };
    case 'DAYS_61_90':
      return { from: addDays(today, -90), to: addDays(today, -61) };
    case 'OVER_90':
      return { from: '1900-01-01', to: addDays(today, -91) };
  }
}
