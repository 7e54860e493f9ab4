import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import {
  AnnulFollowUp,
  MarkFollowUpOverdue,
  NoteActivity,
  RecordFollowUp,
  StartClock,
  StopClock,
} from './follow-up-log.commands.js';
import { followUpLog } from './follow-up-log.js';
import {
  CALL,
  idleWalk,
  LEAD_ID,
  LEAD_THEN,
  LOG_ID,
  LogWalk,
  runningWalk,
  SUBJECT,
  SYSTEM,
} from './follow-up-log.walk.js';

const about = {
  logId: LOG_ID,
  subjectType: 'LEAD',
  subjectId: LEAD_ID,
  projectId: LEAD_ID,
  salespersonId: 'li-na',
} as const;
const running = { ...about, state: 'RUNNING' } as const;
const late = (level: 1 | 2 | 3, strikesOn: string) => ({ level, strikesOn }) as const;

describe('the clock of a lead', () => {
  it('starts with its owner: three, five and seven working days, thirty days until the pool (L-80, L-81)', () =>
    runningWalk().recorded({
      type: 'FollowUpClockStarted',
      data: {
        ...running,
        level: 0,
        strikesOn: '2025-03-13',
        lastOn: '2025-03-07',
        recycleOn: '2025-04-07',
        on: '2025-03-07',
      },
    }));
  it('strikes three times, none earlier (L-80)', () => {
    const walk = runningWalk().on('2025-03-13').do(MarkFollowUpOverdue, late(1, '2025-03-13'), SYSTEM);
    walk.recorded({
      type: 'LeadFollowUpOverdue',
      data: {
        ...running,
        level: 1,
        strikesOn: '2025-03-15',
        lastOn: '2025-03-07',
        recycleOn: '2025-04-07',
        overdueOn: '2025-03-13',
      },
    });
    walk.on('2025-03-15').do(MarkFollowUpOverdue, late(2, '2025-03-15'), SYSTEM);
    expect(walk.state).toMatchObject({ level: 2, strikesOn: '2025-03-19' });
    walk.on('2025-03-19').do(MarkFollowUpOverdue, late(3, '2025-03-19'), SYSTEM);
    expect(walk.state).toMatchObject({ level: 3, strikesOn: undefined });
    expect(walk.refused(MarkFollowUpOverdue, late(3, '2025-03-19'), SYSTEM)).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'MarkFollowUpOverdue',
      strikesOn: '2025-03-19',
      standing: null,
    });
  });
  it('counts from the day that was agreed on, and the pool too (L-80, L-81)', () => {
    const walk = runningWalk().on('2025-03-19').do(MarkFollowUpOverdue, late(1, '2025-03-13'), SYSTEM);
    walk.do(RecordFollowUp, { ...CALL, on: '2025-03-19', nextFollowUpOn: '2025-03-28' });
    expect(walk.state).toMatchObject({ level: 0, strikesOn: '2025-03-29', recycleOn: '2025-04-28' });
    walk.on('2025-03-29').do(MarkFollowUpOverdue, late(1, '2025-03-29'), SYSTEM);
    expect(walk.state).toMatchObject({ level: 1, strikesOn: '2025-04-02' });
    walk.on('2025-04-02').do(MarkFollowUpOverdue, late(2, '2025-04-02'), SYSTEM);
    expect(walk.state).toMatchObject({ level: 2, strikesOn: '2025-04-04' });
  });
  it('never gives a lead to the pool where the company does not want it (L-81)', () => {
    const walk = new LogWalk().settling({ recycleDays: 0 });
    walk.do(StartClock, { subject: SUBJECT, projectId: LEAD_ID, salespersonId: 'li-na', on: '2025-03-07' }, SYSTEM);
    expect(walk.state).toMatchObject({ recycleOn: undefined });
  });
  it('starts anew with another owner, and stops (L-82)', () => {
    const walk = runningWalk().on('2025-03-10');
    walk.do(StartClock, { subject: SUBJECT, projectId: LEAD_ID, salespersonId: 'zhao-lei', on: '2025-03-10' }, SYSTEM);
    expect(walk.state).toMatchObject({ salespersonId: 'zhao-lei', strikesOn: '2025-03-14' });
    walk.do(StopClock, { on: '2025-03-10' }, SYSTEM).recorded({
      type: 'FollowUpClockStopped',
      data: { ...about, state: 'IDLE', salespersonId: 'zhao-lei', level: 0, lastOn: '2025-03-10', on: '2025-03-10' },
    });
  });
  it('is set back by what was done, once, and only by what came later (L-83)', () => {
    const walk = runningWalk().on('2025-03-13').do(MarkFollowUpOverdue, late(1, '2025-03-13'), SYSTEM);
    walk.do(NoteActivity, { kind: 'VISIT', ref: 'visit-1', on: '2025-03-06' }, SYSTEM);
    expect(walk.state).toMatchObject({ level: 1 });
    walk
      .do(NoteActivity, { kind: 'VISIT', ref: 'visit-2', on: '2025-03-13', nextFollowUpOn: '2025-03-20' }, SYSTEM)
      .recorded({
        type: 'ActivityNoted',
        data: {
          ...running,
          level: 0,
          strikesOn: '2025-03-21',
          lastOn: '2025-03-13',
          nextFollowUpOn: '2025-03-20',
          recycleOn: '2025-04-20',
          kind: 'VISIT',
          ref: 'visit-2',
          on: '2025-03-13',
          plannedNextOn: '2025-03-20',
        },
      });
    expect(walk.do(NoteActivity, { kind: 'VISIT', ref: 'visit-2', on: '2025-03-14' }, SYSTEM).last).toEqual([]);
  });
});

describe('a follow-up', () => {
  it('is numbered, and kept with what was asked and shown (L-84)', () => {
    const questions = [{ topic: 'FEASIBILITY', question: '能否改造？', answer: '可以' }] as const;
    const said = { medium: 'PHONE', on: '2025-03-07', summary: '已发样本' } as const;
    idleWalk().recorded({
      type: 'FollowUpRecorded',
      data: {
        ...about,
        state: 'IDLE',
        level: 0,
        lastOn: '2025-03-07',
        entryNo: 1,
        ...said,
        questions: [],
        productLineIdsPresented: [],
        by: 'li-na',
        recordedOn: '2025-03-07',
      },
    });
    const walk = idleWalk().do(RecordFollowUp, { ...CALL, questions, productLineIdsPresented: ['line-1'] });
    expect(walk.state).toMatchObject({
      entries: [{ entryNo: 1 }, { entryNo: 2, questions, productLineIdsPresented: ['line-1'] }],
    });
  });
  it('lies not after today, and the next one neither before it nor too far (L-85)', () => {
    const refused = (words: object) => new LogWalk().refused(RecordFollowUp, { ...CALL, ...words });
    expect(refused({ on: '2025-03-08' })).toMatchObject({ code: 'DATE_IN_FUTURE' });
    expect(refused({ nextFollowUpOn: '2025-03-06' })).toMatchObject({ code: 'DATE_BEFORE_TODAY' });
    expect(refused({ nextFollowUpOn: '2025-06-06' })).toEqual({
      code: 'FOLLOW_UP_TOO_FAR',
      nextFollowUpOn: '2025-06-06',
      latest: '2025-06-05',
    });
  });
  it('is about something that there is, with a party and a contact that there are (L-86)', () => {
    const refused = (words: object) => new LogWalk().refused(RecordFollowUp, { ...CALL, ...words });
    expect(refused({ subjectThen: undefined })).toEqual({ code: 'NOT_FOUND', id: LEAD_ID });
    expect(refused({ subjectThen: { ...LEAD_THEN, state: 'ABANDONED' } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      leadState: 'ABANDONED',
    });
    expect(refused({ partyId: 'party-1' })).toMatchObject({ code: 'NOT_FOUND', partyId: 'party-1' });
    const parties = [{ partyId: 'party-1', state: 'ACTIVE', roles: [], contactIds: ['contact-1'] }];
    expect(refused({ partyId: 'party-1', contactId: 'contact-2', parties })).toMatchObject({
      code: 'NOT_FOUND',
      contactId: 'contact-2',
    });
    const channel = { subject: { type: 'CHANNEL', id: LEAD_ID }, subjectThen: { state: 'SUSPENDED' } } as const;
    expect(new LogWalk().do(RecordFollowUp, { ...CALL, ...channel }).types).toEqual(['FollowUpRecorded']);
  });
  it('of a lead is its salesperson’s, or a manager’s (L-14)', () => {
    const other = { id: 'zhao-lei', role: 'SALES' };
    expect(new LogWalk().refused(RecordFollowUp, CALL, other)).toEqual({
      code: 'ROLE_NOT_ALLOWED',
      salespersonId: 'li-na',
    });
    expect(new LogWalk().do(RecordFollowUp, CALL, { id: 'wang-fang', role: 'SALES_MANAGER' }).types).toEqual([
      'FollowUpRecorded',
    ]);
  });
  it('that was a mistake is annulled once, and the clock counts from what was before (L-87)', () => {
    const walk = runningWalk()
      .on('2025-03-10')
      .do(RecordFollowUp, { ...CALL, on: '2025-03-10' });
    expect(walk.state).toMatchObject({ strikesOn: '2025-03-14' });
    walk.do(AnnulFollowUp, { entryNo: 1, reason: '登记错项目', subjectThen: LEAD_THEN }).recorded({
      type: 'FollowUpAnnulled',
      data: {
        ...running,
        level: 0,
        strikesOn: '2025-03-13',
        lastOn: '2025-03-07',
        recycleOn: '2025-04-07',
        entryNo: 1,
        reason: '登记错项目',
        by: 'li-na',
        recordedOn: '2025-03-10',
      },
    });
    expect(walk.refused(AnnulFollowUp, { entryNo: 1, reason: 'x', subjectThen: LEAD_THEN })).toMatchObject({
      code: 'INVALID_TRANSITION',
      entryNo: 1,
    });
    expect(walk.refused(AnnulFollowUp, { entryNo: 2, reason: 'x', subjectThen: LEAD_THEN })).toEqual({
      code: 'NOT_FOUND',
      entryNo: 2,
    });
  });
});

describe('in which state (L-82)', () => {
  const possible = judgeTransitions({
    aggregate: followUpLog,
    ids: { logId: LOG_ID },
    states: { NONE: () => new LogWalk(), IDLE: idleWalk, RUNNING: runningWalk },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  possible(RecordFollowUp, CALL, ['NONE', 'IDLE', 'RUNNING']);
  possible(StartClock, { subject: SUBJECT, projectId: LEAD_ID, salespersonId: 'x', on: '2025-03-07' }, [
    'NONE',
    'IDLE',
    'RUNNING',
  ]);
  possible(AnnulFollowUp, { entryNo: 1, reason: 'x' }, ['IDLE', 'RUNNING']);
  possible(NoteActivity, { kind: 'VISIT', ref: 'x', on: '2025-03-07' }, ['IDLE', 'RUNNING']);
  possible(StopClock, { on: '2025-03-07' }, ['RUNNING']);
  possible(MarkFollowUpOverdue, late(1, '2025-03-13'), ['RUNNING']);
  possible.every(followUpLog.transitions);
});

it('every event of a log is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(followUpLog.stored).filter((type) => !written.has(type))).toEqual([]);
});
