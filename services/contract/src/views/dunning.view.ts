import type { DunningEntry } from '../domain/dunning/dunning.js';

export const dunningView = (entry: DunningEntry) => ({
  no: entry.no,
  channel: entry.channel,
  promiseDate: entry.promiseDate,
  promisedFen: entry.promisedFen,
  milestoneIds: entry.milestoneIds,
  note: entry.note,
  loggedBy: entry.loggedBy,
  loggedOn: entry.loggedOn,
});
