import type { Issued } from '@engsales/event-sourcing/domain';

/** What a company settles for itself, and what holds where it has not. */
export const COMPANY_DEFAULTS = {
  /** Basis points of the ordered quantity that may be made beyond it. */
  overBps: 0,
  /** Minutes until sales must have heard of an exception. */
  feedbackMinutes: 120,
  /** Working hours in which the merchandiser answers a question of sales. */
  answerWorkingHours: 4,
  /** Hours in which an order must be handed over to engineering. */
  releaseHours: 24,
};

export function companySettings({ settings }: Issued): Readonly<typeof COMPANY_DEFAULTS> {
  return { ...COMPANY_DEFAULTS, ...settings };
}
