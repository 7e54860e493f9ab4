import type { SettingDefinitions } from '@engsales/service';
import { COMPANY_DEFAULTS } from './domain/company-settings.js';

/** Where the company's settings are configured. */
export const productionSettings: Required<Record<keyof typeof COMPANY_DEFAULTS, SettingDefinitions[string]>> = {
  overBps: {
    variable: 'PRODUCTION_OVER_BPS',
    fallback: COMPANY_DEFAULTS.overBps,
    most: 10_000,
    meaning: 'how much more than ordered may be made, in basis points',
  },
  feedbackMinutes: {
    variable: 'PRODUCTION_FEEDBACK_MINUTES',
    fallback: COMPANY_DEFAULTS.feedbackMinutes,
    most: 43_200,
    meaning: 'minutes until sales must have heard of an exception',
  },
  answerWorkingHours: {
    variable: 'PRODUCTION_ANSWER_WORKING_HOURS',
    fallback: COMPANY_DEFAULTS.answerWorkingHours,
    most: 240,
    fractions: true,
    meaning: 'working hours in which a question of sales is answered',
  },
  releaseHours: {
    variable: 'PRODUCTION_RELEASE_HOURS',
    fallback: COMPANY_DEFAULTS.releaseHours,
    most: 720,
    meaning: 'hours in which an order is handed over to engineering',
  },
};
