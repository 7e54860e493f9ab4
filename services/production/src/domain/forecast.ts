import { addDays } from '@engsales/values';

/** When the goods are expected, and until when the customer has deferred taking them. */
export interface Expectation {
  readonly expectedOn: string;
  readonly deferredUntil?: string | null;
}

/** The expected day and the delay of all exceptions; never before today, nor before the customer takes the goods. */
export function forecastAfter({ expectedOn, deferredUntil }: Expectation, delayDays: number, today: string): string {
  return [addDays(expectedOn, delayDays), deferredUntil ?? today, today].sort().at(-1) as string;
}
