import type { SettingDefinition } from '@engsales/service';
import { COMPANY_DEFAULTS } from './domain/company-settings.js';

type Name = keyof typeof COMPANY_DEFAULTS;

function setting(name: Name, variable: string, most: number, meaning: string): SettingDefinition {
  return { variable, fallback: COMPANY_DEFAULTS[name], most, meaning };
}

/** Where the company's settings are configured. */
export const tenderSettings: Readonly<Record<Name, SettingDefinition>> = {
  floorMarginBps: setting(
    'floorMarginBps',
    'TENDER_FLOOR_MARGIN_BPS',
    10_000,
    'margin below which only a company leader approves an offer, in basis points',
  ),
  lateEntryDays: setting(
    'lateEntryDays',
    'TENDER_LATE_ENTRY_DAYS',
    30,
    'days after the deadline within which a bid that was handed in on time may be entered',
  ),
  remindDays: setting('remindDays', 'TENDER_REMIND_DAYS', 30, 'days before the submission: the first reminder'),
  bondLeaderFen: setting(
    'bondLeaderFen',
    'TENDER_BOND_LEADER_FEN',
    Number.MAX_SAFE_INTEGER,
    'bond beyond which a company leader approves, in fen',
  ),
  bondAlertDays1: setting(
    'bondAlertDays1',
    'TENDER_BOND_ALERT_DAYS_1',
    365,
    'days before a guarantee ends: first alert',
  ),
  bondAlertDays2: setting(
    'bondAlertDays2',
    'TENDER_BOND_ALERT_DAYS_2',
    365,
    'days before a guarantee ends: second alert',
  ),
  bondAlertDays3: setting(
    'bondAlertDays3',
    'TENDER_BOND_ALERT_DAYS_3',
    365,
    'days before a guarantee ends: last alert',
  ),
  bondReturnDays: setting(
    'bondReturnDays',
    'TENDER_BOND_RETURN_DAYS',
    365,
    'days after the completion until the bonds of a contract are due back',
  ),
  proposalValidDays: setting(
    'proposalValidDays',
    'TENDER_PROPOSAL_VALID_DAYS',
    365,
    'days for which a proposal is valid that does not say it',
  ),
};
