import { minutesAfter, startOfDay } from '@engsales/values';

/** Nine in the morning of a day in Shanghai. */
export const nineOn = (day: string): string => minutesAfter(startOfDay(day), 9 * 60);
