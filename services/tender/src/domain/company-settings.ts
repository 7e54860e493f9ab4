import type { Issued } from '@engsales/event-sourcing/domain';

/** What a company settles for itself, and what holds where it has not. What a statute fixes is no setting. */
export const COMPANY_DEFAULTS = {
  /** Below this margin only a company leader approves an offer. */
  floorMarginBps: 800,
  /** Days after the deadline within which a bid that was handed in on time may be entered. */
  lateEntryDays: 3,
  /** Days before the submission of a bid: the first reminder. */
  remindDays: 3,
  /** A bond beyond this needs a company leader, fen. */
  bondLeaderFen: 50_000_000,
  /** Days before a guarantee ends. */
  bondAlertDays1: 30,
  bondAlertDays2: 15,
  bondAlertDays3: 7,
  /** Days after the completion until the bonds of a contract are due back. */
  bondReturnDays: 28,
  /** Days for which a proposal is valid that does not say it. */
  proposalValidDays: 30,
};

export type CompanySettings = Readonly<typeof COMPANY_DEFAULTS>;

export function companySettings({ settings }: Issued): CompanySettings {
  return { ...COMPANY_DEFAULTS, ...settings };
}
