import { refuseBefore, refuseFuture, Rejected, type Issued } from '@engsales/event-sourcing/domain';
import { addDays } from '@engsales/values';
import { companySettings } from '../company-settings.js';
import { demandActiveParty, demandContactOf } from '../party-then.js';
import { levelOnceActive } from './clock-commands.js';
import type { AnnulFollowUp, RecordFollowUp } from './follow-up-log.commands.js';
import type { FollowUpLogEvent } from './follow-up-log.events.js';
import type { ExistingLog, FollowUpLog } from './follow-up-log.state.js';
import { standingAfter } from './log-standing.js';

const LEAD_STATES = ['CAPTURED', 'QUALIFYING', 'DEVELOPING', 'CONVERTED'];

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION {leadState}, DATE_IN_FUTURE, DATE_BEFORE_TODAY, FOLLOW_UP_TOO_FAR {latest}, PARTY_INACTIVE */
export function recordFollowUp({ data, issued }: RecordFollowUp, log: FollowUpLog): FollowUpLogEvent[] {
  const { on, partyId, contactId, nextFollowUpOn } = data;
  judgeSubject(data);
  refuseFuture('on', on, issued.today);
  refuseTooFar(nextFollowUpOn, issued);
  const parties = data.parties ?? [];
  if (partyId !== undefined && contactId !== undefined) demandContactOf({ partyId, contactId }, parties);
  else if (partyId !== undefined) demandActiveParty(partyId, parties);
  const before = log.state === 'NONE' ? emptyLog(data) : log;
  const entryNo = before.entries.length + 1;
  const activity = { ref: `entry:${entryNo}`, on, nextFollowUpOn };
  const standing = standingAfter(before, [...before.activities, activity], levelOnceActive(before, on), issued);
  return [
    {
      type: 'FollowUpRecorded',
      data: {
        ...standing,
        entryNo,
        medium: data.medium,
        on,
        partyId,
        contactId,
        summary: data.summary,
        questions: (data.questions ?? []).map(({ topic, question, answer }) => ({ topic, question, answer })),
        productLineIdsPresented: data.productLineIdsPresented ?? [],
        plannedNextOn: nextFollowUpOn,
        by: issued.by.id,
        recordedOn: issued.today,
      },
    },
  ];
}

function judgeSubject({ subject, subjectThen }: RecordFollowUp['data']): void {
  const words = subject.type.toLowerCase();
  if (!subjectThen) throw new Rejected('NOT_FOUND', `there is no ${words} ${subject.id}`, { id: subject.id });
  if (subject.type !== 'LEAD' || LEAD_STATES.includes(subjectThen.state)) return;
  const details = { command: 'RecordFollowUp', leadState: subjectThen.state, possibleIn: LEAD_STATES };
  throw new Rejected('INVALID_TRANSITION', `the lead is ${subjectThen.state}`, details);
}

function refuseTooFar(nextFollowUpOn: string | undefined, issued: Issued): void {
  if (nextFollowUpOn === undefined) return;
  refuseBefore('TODAY', 'nextFollowUpOn', nextFollowUpOn, issued.today);
  const latest = addDays(issued.today, companySettings(issued).nextFollowUpMaxDays);
  if (nextFollowUpOn <= latest) return;
  throw new Rejected('FOLLOW_UP_TOO_FAR', `the next follow-up lies after ${latest}`, { nextFollowUpOn, latest });
}

const emptyLog = ({ logId, subject, subjectThen }: RecordFollowUp['data']): ExistingLog => ({
  state: 'IDLE',
  logId,
  subjectType: subject.type,
  subjectId: subject.id,
  projectId: subjectThen?.projectId,
  salespersonId: subjectThen?.salespersonId,
  level: 0,
  entries: [],
  activities: [],
});

/** The clock counts again from what was before; a level that has struck stays. @throws Rejected NOT_FOUND, INVALID_TRANSITION */
export function annulFollowUp({ data, issued }: AnnulFollowUp, log: ExistingLog): FollowUpLogEvent[] {
  const { entryNo, reason } = data;
  const entry = log.entries.find((other) => other.entryNo === entryNo);
  if (!entry) throw new Rejected('NOT_FOUND', `the log has no entry ${entryNo}`, { entryNo });
  if (entry.annulledBecause !== undefined) {
    throw new Rejected('INVALID_TRANSITION', 'the entry is annulled', { command: 'AnnulFollowUp', entryNo });
  }
  const left = log.activities.filter(({ ref }) => ref !== `entry:${entryNo}`);
  const standing = standingAfter(log, left, log.level, issued);
  const said = { entryNo, reason, by: issued.by.id, recordedOn: issued.today };
  return [{ type: 'FollowUpAnnulled', data: { ...standing, ...said } }];
}
