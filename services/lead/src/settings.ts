import type { SettingDefinition } from '@engsales/service';
import { COMPANY_DEFAULTS } from './domain/company-settings.js';

type Name = keyof typeof COMPANY_DEFAULTS;

function setting(name: Name, variable: string, most: number, meaning: string): SettingDefinition {
  return { variable, fallback: COMPANY_DEFAULTS[name], most, meaning };
}

const weight = (name: Name, variable: string, of: string) =>
  setting(name, variable, 10_000, `weight of ${of} in the forecast, in basis points`);

/** Where the company's settings are configured. */
export const leadSettings: Readonly<Record<Name, SettingDefinition>> = {
  claimLimit: setting('claimLimit', 'LEAD_CLAIM_LIMIT', 10_000, 'leads in work that one person may claim; 0: no limit'),
  coolOffDays: setting('coolOffDays', 'LEAD_COOL_OFF_DAYS', 365, 'days until the previous owner may claim again'),
  followUpDays: setting(
    'followUpDays',
    'LEAD_FOLLOW_UP_DAYS',
    60,
    'working days without activity: the owner is reminded',
  ),
  escalateDays: setting('escalateDays', 'LEAD_ESCALATE_DAYS', 60, 'working days without activity: the manager is told'),
  highRiskDays: setting('highRiskDays', 'LEAD_HIGH_RISK_DAYS', 60, 'working days without activity: high risk'),
  nextFollowUpMaxDays: setting(
    'nextFollowUpMaxDays',
    'LEAD_NEXT_FOLLOW_UP_MAX_DAYS',
    730,
    'days ahead of which the next follow-up may lie',
  ),
  recycleDays: setting('recycleDays', 'LEAD_RECYCLE_DAYS', 730, 'days without activity until the pool; 0: never'),
  visitIntervalDays: setting('visitIntervalDays', 'LEAD_VISIT_INTERVAL_DAYS', 60, 'days between two visits of a lead'),
  visitReportHours: setting('visitReportHours', 'LEAD_VISIT_REPORT_HOURS', 720, 'hours until a visit is reported'),
  profileChars: setting('profileChars', 'LEAD_PROFILE_CHARS', 2_000, 'signs of the company profile in a sales kit'),
  keyProjectFen: setting(
    'keyProjectFen',
    'LEAD_KEY_PROJECT_FEN',
    Number.MAX_SAFE_INTEGER,
    'estimate from which on a project is a key project, in fen',
  ),
  sampleLeaderFen: setting(
    'sampleLeaderFen',
    'LEAD_SAMPLE_LEADER_FEN',
    Number.MAX_SAFE_INTEGER,
    'cost of a sample beyond which a company leader approves, in fen',
  ),
  channelReviewMonths: setting(
    'channelReviewMonths',
    'LEAD_CHANNEL_REVIEW_MONTHS',
    120,
    'months between two reviews of a channel',
  ),
  weightCapturedBps: weight('weightCapturedBps', 'LEAD_WEIGHT_CAPTURED_BPS', 'a captured lead'),
  weightQualifyingBps: weight('weightQualifyingBps', 'LEAD_WEIGHT_QUALIFYING_BPS', 'a lead that is being qualified'),
  weightDevelopingBps: weight('weightDevelopingBps', 'LEAD_WEIGHT_DEVELOPING_BPS', 'a qualified lead'),
  weightConvertedBps: weight('weightConvertedBps', 'LEAD_WEIGHT_CONVERTED_BPS', 'a converted lead'),
  weightAwardedBps: weight('weightAwardedBps', 'LEAD_WEIGHT_AWARDED_BPS', 'a lead whose tender is won'),
};
