import { Rejected } from './decider.js';

/** What has happened lies not after today. @throws Rejected DATE_IN_FUTURE */
export function refuseFuture(field: string, date: string, today: string): void {
  if (date > today) throw new Rejected('DATE_IN_FUTURE', `${field} is ${date}, after today`, { [field]: date, today });
}

/** Nothing comes before what it follows; an unknown day says nothing. @throws Rejected DATE_BEFORE_<fact> {field, earliest} */
export function refuseBefore(
  fact: string,
  field: string,
  date: string,
  earliest: string | undefined,
  of: Readonly<Record<string, unknown>> = {},
): void {
  if (earliest === undefined || date >= earliest) return;
  const words = `${field} is ${date}, before ${earliest}`;
  throw new Rejected(`DATE_BEFORE_${fact}`, words, { field, [field]: date, earliest, ...of });
}
