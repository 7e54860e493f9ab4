import { AGEING_BUCKETS, bucketOf, spanOf, type AgeingBucket } from './ageing.js';

const TODAY = '2025-03-10';

describe('a receivable ages', () => {
  it.each<[string, string, AgeingBucket]>([
    ['a day far off', '2026-01-01', 'CURRENT'],
    ['tomorrow', '2025-03-11', 'CURRENT'],
    ['today', '2025-03-10', 'CURRENT'],
    ['yesterday', '2025-03-09', 'DAYS_1_30'],
    ['30 days ago', '2025-02-08', 'DAYS_1_30'],
    ['31 days ago', '2025-02-07', 'DAYS_31_60'],
    ['60 days ago', '2025-01-09', 'DAYS_31_60'],
    ['61 days ago', '2025-01-08', 'DAYS_61_90'],
    ['90 days ago, in the year before', '2024-12-10', 'DAYS_61_90'],
    ['91 days ago', '2024-12-09', 'OVER_90'],
    ['years ago', '2019-02-28', 'OVER_90'],
  ])('from its last day to pay: %s (%s) is %s (C-83)', (_title, dueOn, bucket) =>
    expect(bucketOf(dueOn, TODAY)).toBe(bucket),
  );

  it('not at all before its trigger: it has no day', () => expect(bucketOf(null, TODAY)).toBe('NOT_DUE'));
  it('not at all with the day that stands for none', () => expect(bucketOf('2999-12-31', TODAY)).toBe('NOT_DUE'));
  it('over the leap day: 30 days before 30 March 2024 is 29 February', () => {
    expect(bucketOf('2024-02-29', '2024-03-30')).toBe('DAYS_1_30');
    expect(bucketOf('2024-02-28', '2024-03-30')).toBe('DAYS_31_60');
  });
});

describe('a bucket spans', () => {
  it.each<[AgeingBucket, string, string]>([
    ['NOT_DUE', '2999-12-31', '2999-12-31'],
    ['CURRENT', '2025-03-10', '2999-12-30'],
    ['DAYS_1_30', '2025-02-08', '2025-03-09'],
    ['DAYS_31_60', '2025-01-09', '2025-02-07'],
    ['DAYS_61_90', '2024-12-10', '2025-01-08'],
    ['OVER_90', '1900-01-01', '2024-12-09'],
  ])('%s: from %s to %s, both included (C-83)', (bucket, from, to) =>
    expect(spanOf(bucket, TODAY)).toEqual({ from, to }),
  );

  it.each(AGEING_BUCKETS)('%s: exactly the days that are of it', (bucket) => {
    const { from, to } = spanOf(bucket, TODAY);
    expect([bucketOf(from, TODAY), bucketOf(to, TODAY)]).toEqual([bucket, bucket]);
  });
});
