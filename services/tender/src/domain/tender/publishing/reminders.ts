import type { Issued } from '@engsales/event-sourcing/domain';
import { addDays, businessDateOf } from '@engsales/values';
import { companySettings } from '../../company-settings.js';
import type { Announcement } from '../tender.state.js';
import type { DeadlineKind } from '../tender.values.js';

/** A date of the tender that somebody is reminded of, and how many days before. */
export interface Reminder {
  readonly kind: DeadlineKind;
  readonly at: string;
  readonly daysLeft: number;
}

/** The reminders that still lie ahead: twice of the submission, once each of questions and opening. */
export function remindersOf(announcement: Announcement, issued: Issued): Reminder[] {
  const { clarificationDeadline, submissionDeadline, openingAt } = announcement;
  const { remindDays } = companySettings(issued);
  const all: (Reminder | undefined)[] = [
    { kind: 'SUBMISSION', at: submissionDeadline, daysLeft: remindDays },
    remindDays === 1 ? undefined : { kind: 'SUBMISSION', at: submissionDeadline, daysLeft: 1 },
    clarificationDeadline === undefined ? undefined : { kind: 'CLARIFICATION', at: clarificationDeadline, daysLeft: 1 },
    { kind: 'OPENING', at: openingAt, daysLeft: 1 },
  ];
  return all.filter((one) => one !== undefined).filter((one) => remindedOn(one) >= issued.today);
}

export const remindedOn = ({ at, daysLeft }: Reminder): string => addDays(businessDateOf(at), -daysLeft);
