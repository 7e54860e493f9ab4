import { AnnulFollowUp, RecordFollowUp, StartClock, StopClock } from './follow-up-log.commands.js';
import { CALL, LEAD_ID, LEAD_THEN, LOG_ID, LogWalk, runningWalk, SUBJECT, SYSTEM } from './follow-up-log.walk.js';

const start = (on: string, salespersonId = 'li-na') => ({ subject: SUBJECT, projectId: LEAD_ID, salespersonId, on });

/** The clock is started by a reaction, and whoever has the lead may have spoken with somebody meanwhile. */
describe('a follow-up that was faster than the clock (L-80, L-82)', () => {
  it('counts with the day that was agreed, as it would behind the start', () => {
    const agreed = { ...CALL, on: '2025-03-07', nextFollowUpOn: '2025-03-28' };
    const before = new LogWalk().do(RecordFollowUp, agreed).do(StartClock, start('2025-03-07'), SYSTEM);
    before.recorded({
      type: 'FollowUpClockStarted',
      data: {
        logId: LOG_ID,
        subjectType: 'LEAD',
        subjectId: LEAD_ID,
        projectId: LEAD_ID,
        salespersonId: 'li-na',
        state: 'RUNNING',
        level: 0,
        strikesOn: '2025-03-29',
        lastOn: '2025-03-07',
        nextFollowUpOn: '2025-03-28',
        recycleOn: '2025-04-28',
        on: '2025-03-07',
      },
    });
    const behind = runningWalk().do(RecordFollowUp, agreed);
    const due = { state: 'RUNNING', level: 0, strikesOn: '2025-03-29', recycleOn: '2025-04-28' };
    expect([before.state, behind.state]).toMatchObject([due, due]);
    // and is taken back as any other
    before.do(AnnulFollowUp, { entryNo: 1, reason: '登记错项目', subjectThen: LEAD_THEN });
    expect(before.state).toMatchObject({ strikesOn: '2025-03-13', recycleOn: '2025-04-07' });
  });

  it('counts no more where it was before the day on which the clock starts', () => {
    const walk = new LogWalk().do(RecordFollowUp, { ...CALL, on: '2025-03-07', nextFollowUpOn: '2025-03-28' });
    walk.on('2025-03-10').do(StartClock, start('2025-03-10', 'zhao-lei'), SYSTEM);
    expect(walk.state).toMatchObject({ salespersonId: 'zhao-lei', strikesOn: '2025-03-14', recycleOn: '2025-04-10' });
  });

  it('of the former owner counts no more for the next, and a clock that stood still starts anew', () => {
    const agreed = { ...CALL, on: '2025-03-07', nextFollowUpOn: '2025-03-28' };
    const assigned = runningWalk().do(RecordFollowUp, agreed).do(StartClock, start('2025-03-07', 'zhao-lei'), SYSTEM);
    expect(assigned.state).toMatchObject({ salespersonId: 'zhao-lei', strikesOn: '2025-03-13' });
    const claimed = runningWalk().do(StopClock, { on: '2025-03-07' }, SYSTEM).on('2025-03-10');
    claimed.do(StartClock, start('2025-03-10', 'zhao-lei'), SYSTEM);
    expect(claimed.state).toMatchObject({ strikesOn: '2025-03-14', activities: [{ ref: 'clock', on: '2025-03-10' }] });
  });
});
