import { eachOf, projection } from '@engsales/read-models';
import { dropTimer, setTimer } from '@engsales/timers';
import { addDays, startOfDay } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type { BondAlertRecord, BondRecord } from '../domain/bond/bond-record.events.js';
import type { BondEvent } from '../domain/bond/bond.events.js';
import { expires } from '../domain/bond/bond.values.js';
import { nineOn } from './nine-on.js';

const each = eachOf<BondEvent>();

/** What becomes true of a bond by the calendar: its guarantee comes near its end and ends, and it is not back in time. */
export const bondDeadlines = projection<BondEvent>({
  name: 'bond-deadlines',
  tables: [],
  on: {
    ...each(['BondLodged', 'BondExtended'], async ({ data }, rows) => {
      await dropAlerts(rows, data.bondId);
      // what is due back is chased, not extended
      if (data.state === 'LODGED') await setAlerts(rows, data, data.alerts);
      await setExpiry(rows, data);
      await setOverdue(rows, data);
    }),
    BondReleaseDue: async ({ data }, rows) => {
      await dropAlerts(rows, data.bondId);
      await setOverdue(rows, data);
    },
    BondAtRisk: ({ data }, rows) => dropTimer(rows, overdueKey(data.bondId)),
    BondReleaseOverdue: ({ data }, rows) => dropTimer(rows, overdueKey(data.bondId)),
    ...each(['BondReleased', 'BondConverted', 'BondForfeited', 'BondExpired'], async ({ data }, rows) => {
      if (data.remainingFen > 0) return;
      await dropAlerts(rows, data.bondId);
      await dropTimer(rows, expiredKey(data.bondId));
      await dropTimer(rows, overdueKey(data.bondId));
    }),
    BondExpiring: ({ data: { bondId, alertPlace } }, rows) => dropTimer(rows, alertKey(bondId, alertPlace)),
  },
});

/** The company may have settled other days by the next extension, so a key says which alert it is, not how early. */
const alertKey = (bondId: string, place: number) => `bond-expiry:${bondId}:${place}`;
const expiredKey = (bondId: string) => `bond-expired:${bondId}`;
const overdueKey = (bondId: string) => `bond-overdue:${bondId}`;
const MOST_ALERTS = 3;

async function dropAlerts(rows: EntityManager, bondId: string): Promise<void> {
  for (let place = 1; place <= MOST_ALERTS; place += 1) await dropTimer(rows, alertKey(bondId, place));
}

async function setAlerts(
  rows: EntityManager,
  { bondId, validUntil }: BondRecord,
  alerts: readonly BondAlertRecord[],
): Promise<void> {
  for (const [index, { days: daysLeft, on }] of alerts.entries()) {
    await setTimer(rows, {
      key: alertKey(bondId, index + 1),
      dueAt: nineOn(on),
      command: 'MarkBondExpiring',
      data: { bondId, daysLeft, validUntil },
    });
  }
}

async function setExpiry(rows: EntityManager, { bondId, instrument, validUntil }: BondRecord): Promise<void> {
  if (!expires(instrument) || validUntil === undefined) return;
  const due = { key: expiredKey(bondId), dueAt: startOfDay(addDays(validUntil, 1)), command: 'ExpireBond' };
  await setTimer(rows, { ...due, data: { bondId, validUntil } });
}

async function setOverdue(rows: EntityManager, { bondId, state, releaseDueOn }: BondRecord): Promise<void> {
  if (state !== 'RELEASE_DUE' || releaseDueOn === undefined) return;
  const due = {
    key: overdueKey(bondId),
    dueAt: startOfDay(addDays(releaseDueOn, 1)),
    command: 'MarkBondReleaseOverdue',
  };
  await setTimer(rows, { ...due, data: { bondId, releaseDueOn } });
}
