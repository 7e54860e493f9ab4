import type { FollowUpLog } from '../domain/follow-up-log/follow-up-log.state.js';

/** A log as it is answered. */
export function followUpLogView(id: string, revision: number, log: FollowUpLog) {
  if (log.state === 'NONE') return { id, revision, state: log.state };
  return {
    id,
    revision,
    state: log.state,
    subject: { type: log.subjectType, id: log.subjectId },
    salespersonId: log.salespersonId ?? null,
    followUp: log.level === 0 ? 'ON_TIME' : `OVERDUE_${log.level}`,
    strikesOn: log.strikesOn ?? null,
    recycleOn: log.recycleOn ?? null,
    entries: log.entries.map((entry) => ({
      entryNo: entry.entryNo,
      medium: entry.medium,
      on: entry.on,
      partyId: entry.partyId,
      contactId: entry.contactId,
      summary: entry.summary,
      questions: entry.questions,
      productLineIdsPresented: entry.productLineIdsPresented,
      nextFollowUpOn: entry.nextFollowUpOn,
      by: entry.by,
      annulledBecause: entry.annulledBecause ?? null,
    })),
  };
}
