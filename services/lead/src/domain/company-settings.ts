import type { Issued } from '@engsales/event-sourcing/domain';

/** What a company settles for itself, and what holds where it has not. Amounts in fen, days of the calendar unless said. */
export const COMPANY_DEFAULTS = {
  /** Leads in work that one person may claim; 0 is no limit. */
  claimLimit: 20,
  /** Days until the previous owner may claim a lead again. */
  coolOffDays: 7,
  /** Working days without activity until the owner is reminded, the manager told, the lead at high risk. */
  followUpDays: 3,
  escalateDays: 5,
  highRiskDays: 7,
  /** How far ahead the next follow-up may lie. */
  nextFollowUpMaxDays: 90,
  /** Days without activity until a lead goes back to the pool; 0 is never. */
  recycleDays: 30,
  /** Visits of one lead that are closer than this are warned of. */
  visitIntervalDays: 3,
  visitReportHours: 24,
  /** Signs of a company profile in a sales kit. */
  profileChars: 500,
  /** From this estimate on a project is a key project (重点项目). */
  keyProjectFen: 500_000_000,
  /** A sample that costs more needs a company leader. */
  sampleLeaderFen: 5_000_000,
  channelReviewMonths: 12,
  /** Weights of the forecast by state, in basis points. */
  weightCapturedBps: 500,
  weightQualifyingBps: 1_000,
  weightDevelopingBps: 2_500,
  weightConvertedBps: 4_000,
  weightAwardedBps: 9_000,
};

export type CompanySettings = Readonly<typeof COMPANY_DEFAULTS>;

export function companySettings({ settings }: Issued): CompanySettings {
  return { ...COMPANY_DEFAULTS, ...settings };
}
