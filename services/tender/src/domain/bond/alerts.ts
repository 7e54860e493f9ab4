import type { Issued } from '@engsales/event-sourcing/domain';
import { addDays } from '@engsales/values';
import { companySettings } from '../company-settings.js';
import type { BondAlertRecord } from './bond-record.events.js';
import { expires, type Instrument } from './bond.values.js';

interface Ending {
  readonly instrument: Instrument;
  readonly validUntil?: string;
}

/** When somebody is told that a guarantee ends: on the days that the company has settled, those gone by left out; the last one is given in any case. */
export function alertsOf({ instrument, validUntil }: Ending, issued: Issued): BondAlertRecord[] {
  if (!expires(instrument) || validUntil === undefined) return [];
  const { bondAlertDays1, bondAlertDays2, bondAlertDays3 } = companySettings(issued);
  const days = [...new Set([bondAlertDays1, bondAlertDays2, bondAlertDays3])].sort((a, b) => b - a);
  const all = days.map((each) => ({ days: each, on: addDays(validUntil, -each) }));
  const ahead = all.filter(({ on }) => on >= issued.today);
  return ahead.length > 0 ? ahead : all.slice(-1);
}
