import { Rejected } from '@engsales/event-sourcing/domain';

/** What has happened has happened by today. @throws Rejected DATE_IN_FUTURE */
export function refuseFuture(field: string, on: string, today: string): void {
  if (on <= today) return;
  throw new Rejected('DATE_IN_FUTURE', `${field} is ${on}, after today`, { [field]: on, today });
}

/** Nothing happens before what it follows. @throws Rejected DATE_BEFORE_<fact> {field, earliest} */
export function refuseBefore(fact: string, field: string, on: string, earliest: string | undefined): void {
  if (earliest === undefined || on >= earliest) return;
  throw new Rejected(`DATE_BEFORE_${fact}`, `${field} is ${on}, before ${earliest}`, { field, earliest });
}
