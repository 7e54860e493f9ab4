import { Rejected } from '@engsales/event-sourcing/domain';

/** Nothing of a contract comes about before its signature. @throws Rejected DATE_BEFORE_SIGNING */
export const refuseBeforeSigning = (
  field: string,
  date: string,
  signedOn: string,
  of: Readonly<Record<string, unknown>> = {},
): void => refuseBefore('SIGNING', field, date, signedOn, of);

/** No money belongs to a contract that nobody has written yet; a deposit may come before the signature. @throws Rejected DATE_BEFORE_DRAFTING */
export const refuseBeforeDrafting = (field: string, date: string, draftedOn: string): void =>
  refuseBefore('DRAFTING', field, date, draftedOn);

/** @throws Rejected DATE_BEFORE_RECEIPT */
export const refuseBeforeReceipt = (field: string, date: string, receivedOn: string): void =>
  refuseBefore('RECEIPT', field, date, receivedOn);

/** @throws Rejected DATE_IN_FUTURE */
export function refuseFuture(field: string, date: string, today: string): void {
  if (date > today) throw new Rejected('DATE_IN_FUTURE', `${field} lies after today`, { [field]: date, today });
}

/** @throws Rejected DATE_IN_PAST */
export function refusePast(
  field: string,
  date: string,
  today: string,
  of: Readonly<Record<string, unknown>> = {},
): void {
  if (date >= today) return;
  throw new Rejected('DATE_IN_PAST', `${field} lies before today`, { field, [field]: date, earliest: today, ...of });
}

function refuseBefore(
  fact: 'SIGNING' | 'DRAFTING' | 'RECEIPT',
  field: string,
  date: string,
  earliest: string,
  of: Readonly<Record<string, unknown>> = {},
): void {
  if (date >= earliest) return;
  const words = `${field} lies before the ${fact.toLowerCase()}`;
  throw new Rejected(`DATE_BEFORE_${fact}`, words, { field, [field]: date, earliest, ...of });
}
