import { Rejected } from '@engsales/event-sourcing';

/** First and last day of a report, both inclusive; open where absent. */
export interface SpanFilter {
  readonly from?: string;
  readonly to?: string;
  readonly minPosition?: string;
}

/** @throws Rejected VALIDATION_FAILED when it ends before it begins */
export function spanOf({ from = '1900-01-01', to = '2999-12-31' }: SpanFilter): { from: string; to: string } {
  if (from > to) throw new Rejected('VALIDATION_FAILED', 'from is not after to', { parameter: 'from', from, to });
  return { from, to };
}
