import { Rejected } from '@engsales/event-sourcing/domain';

/** Nothing of a contract comes about before it. @throws Rejected DATE_BEFORE_SIGNING */
export function refuseBeforeSigning(on: string, signedOn: string, of: Readonly<Record<string, unknown>> = {}): void {
  if (on >= signedOn) return;
  throw new Rejected('DATE_BEFORE_SIGNING', `${on} lies before the signature`, { on, signedOn, ...of });
}

/** @throws Rejected DATE_IN_FUTURE */
export function refuseFuture(field: string, date: string, today: string): void {
  if (date > today) throw new Rejected('DATE_IN_FUTURE', `${field} lies after today`, { [field]: date, today });
}
