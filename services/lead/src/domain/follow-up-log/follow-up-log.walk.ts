import { Walk } from '@engsales/event-sourcing/testing';
import { followUpLogId } from '../ids.js';
import { followUpLog } from './follow-up-log.js';
import {
  AnnulFollowUp,
  MarkFollowUpOverdue,
  NoteActivity,
  RecordFollowUp,
  StartClock,
  StopClock,
  type FollowUpLogCommand,
} from './follow-up-log.commands.js';
import type { FollowUpLogEvent } from './follow-up-log.events.js';
import type { FollowUpLog } from './follow-up-log.state.js';

export const LEAD_ID = '3f9a2c10-6d7e-5f90-91a2-c3d4e5f60718';
export const LOG_ID = followUpLogId('LEAD', LEAD_ID);
export const SUBJECT = { type: 'LEAD', id: LEAD_ID } as const;
export const LEAD_THEN = { state: 'CAPTURED', projectId: LEAD_ID, salespersonId: 'li-na' };
export const SALES = { id: 'li-na', role: 'SALES' };
export const SYSTEM = { id: 'system:test', role: 'SYSTEM' };

/** The log of a lead that is led through commands, from Friday 2025-03-07 on. */
export class LogWalk extends Walk<FollowUpLog, FollowUpLogCommand, FollowUpLogEvent, 'logId'> {
  constructor() {
    super(followUpLog, { logId: LOG_ID }, SALES);
    this.on('2025-03-07');
  }
}

export const CALL = {
  subject: SUBJECT,
  medium: 'PHONE',
  on: '2025-03-07',
  summary: '已发样本',
  subjectThen: LEAD_THEN,
} as const;

export const runningWalk = (): LogWalk =>
  new LogWalk().do(
    StartClock,
    { subject: SUBJECT, projectId: LEAD_ID, salespersonId: 'li-na', on: '2025-03-07' },
    SYSTEM,
  );

/** Nobody follows it up; something was said before. */
export const idleWalk = (): LogWalk => new LogWalk().do(RecordFollowUp, CALL);

/** Lives of logs that together record every type of event; their streams are frozen in `history/`. */
export const logLives: Readonly<Record<string, () => LogWalk>> = {
  late: () =>
    runningWalk()
      .on('2025-03-13')
      .do(MarkFollowUpOverdue, { level: 1, strikesOn: '2025-03-13' }, SYSTEM)
      .do(RecordFollowUp, { ...CALL, on: '2025-03-13', nextFollowUpOn: '2025-03-28' })
      .do(AnnulFollowUp, { entryNo: 1, reason: '登记错项目', subjectThen: LEAD_THEN })
      .do(NoteActivity, { kind: 'VISIT', ref: 'visit-1', on: '2025-03-13' }, SYSTEM)
      .do(StopClock, { on: '2025-03-13' }, SYSTEM),
};
