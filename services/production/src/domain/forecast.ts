import { addDays } from '@engsales/values';

/** The expected day and the delay of all exceptions; never before today. */
export function forecastAfter(expectedOn: string, delayDays: number, today: string): string {
  const day = addDays(expectedOn, delayDays);
  return day < today ? today : day;
}
