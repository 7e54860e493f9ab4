import { Rejected } from '@engsales/event-sourcing/domain';

/** What has happened lies not after today. @throws Rejected DATE_IN_FUTURE */
export function refuseFuture(field: string, date: string, today: string): void {
  if (date > today) throw new Rejected('DATE_IN_FUTURE', `${field} is ${date}, after today`, { [field]: date, today });
}

/** Nothing comes before what it follows; an unknown day says nothing. @throws Rejected DATE_BEFORE_<fact> */
export function refuseBefore(fact: DatedFact, field: string, date: string, earliest: string | undefined): void {
  if (earliest === undefined || date >= earliest) return;
  throw new Rejected(`DATE_BEFORE_${fact}`, `${field} is ${date}, before ${earliest}`, {
    field,
    [field]: date,
    earliest,
  });
}

type DatedFact = 'RELEASE' | 'START' | 'INSPECTION' | 'PREVIOUS_STEP';
