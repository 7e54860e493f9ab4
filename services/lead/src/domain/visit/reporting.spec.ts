import {
  MarkVisitReportOverdue,
  ReportVisit,
  ReviseVisit,
  SendWrittenMaterial,
  type ReportWords,
} from './visit.commands.js';
import {
  aLead,
  aMiss,
  aPlan,
  aReport,
  COMPETITOR,
  CONTACT_ID,
  LEAD_ID,
  LINE_ID,
  OWNER_PARTY,
  theCompetitor,
  theOwner,
  VISIT_ID,
} from './visit.fixtures.js';
import { doneWalk, missedWalk, plannedWalk } from './visit.walk.js';

const RECORD = { visitId: VISIT_ID, leadId: LEAD_ID, projectId: LEAD_ID, salespersonId: 'li-na', by: 'li-na' };
const refused = (changes: Partial<ReportWords>) =>
  plannedWalk()
    .on('2025-03-12')
    .refused(ReportVisit, { ...aReport, ...changes });

describe('the report of a visit', () => {
  it('says what both sides said, and suggests what to do about each signal (L-119, L-121)', () =>
    doneWalk({ signals: ['READY_TO_SIGN', 'TIRED', 'READY_TO_SIGN'] }).recorded({
      type: 'VisitReported',
      data: {
        ...RECORD,
        state: 'DONE',
        heldOn: '2025-03-12',
        met: [{ partyId: OWNER_PARTY, contactId: CONTACT_ID }],
        smallTalk: ['孩子高考'],
        customerSaid: ['预算已批'],
        weSaid: [{ text: '同类项目节能 30%', aboutPartyId: COMPETITOR, evidenceRef: 'EV-1' }],
        tone: '友好',
        customerView: '认可品牌',
        questions: [{ topic: 'OPERATING_COST', question: '电费多少？', answer: '每平米 12 元' }],
        signals: ['READY_TO_SIGN', 'TIRED'],
        suggestions: [
          { signal: 'READY_TO_SIGN', advice: 'PROPOSE_SIGNING' },
          { signal: 'TIRED', advice: 'REST' },
        ],
        disputed: [
          { pointNo: 1, point: '噪声', writtenMaterialDueOn: '2025-03-20' },
          { pointNo: 2, point: '工期', writtenMaterialDueOn: '2025-03-21' },
        ],
        productLineIdsPresented: [LINE_ID],
        outcome: '下周技术交流',
        nextFollowUpOn: '2025-03-19',
        reportedOn: '2025-03-12',
      },
    }));

  it.each([
    ['TIRED', 'REST'],
    ['READY_TO_SIGN', 'PROPOSE_SIGNING'],
    ['HESITANT', 'ANSWER_QUESTIONS'],
    ['ANNOYED', 'CHANGE_TOPIC'],
    ['INTERESTED', 'GO_DEEPER'],
  ] as const)('answers %s with %s (L-121)', (signal, advice) =>
    expect(doneWalk({ signals: [signal] }).last[0]?.data).toMatchObject({ suggestions: [{ signal, advice }] }),
  );

  it('is full where only what it must say was said', () => {
    const { heldOn, result, met, customerSaid, outcome, lead, parties } = aReport;
    const walk = plannedWalk().on('2025-03-13');
    walk.do(ReportVisit, { heldOn, result, met, customerSaid, weSaid: [], outcome, lead, parties });
    expect(walk.now.report).toEqual({
      heldOn: '2025-03-12',
      met: [{ partyId: OWNER_PARTY, contactId: CONTACT_ID }],
      smallTalk: [],
      customerSaid: ['预算已批'],
      weSaid: [],
      questions: [],
      signals: [],
      disputed: [],
      productLineIdsPresented: [],
      outcome: '下周技术交流',
      by: 'li-na',
    });
  });

  it('is refused with what it lacks (L-119)', () => {
    expect(refused({ met: [], customerSaid: [], outcome: undefined })).toEqual({
      code: 'VISIT_REPORT_INCOMPLETE',
      missing: ['MET', 'CUSTOMER_SAID', 'OUTCOME'],
    });
    expect(refused({ customerSaid: [] })).toMatchObject({ missing: ['CUSTOMER_SAID'] });
  });

  it('says nothing about a competitor without evidence, and what it wants about others (L-120)', () => {
    const about = (aboutPartyId: string) => ({ weSaid: [{ text: 'a' }, { text: 'b', aboutPartyId }] });
    expect(refused(about(COMPETITOR))).toEqual({
      code: 'EVIDENCE_REQUIRED',
      pointer: '/weSaid/1/evidenceRef',
      aboutPartyId: COMPETITOR,
    });
    expect(refused(about(OWNER_PARTY)).code).toBe('accepted');
    expect(refused(about('p-9'))).toEqual({ code: 'NOT_FOUND', partyId: 'p-9' });
    const gone = [theOwner, { ...theCompetitor, state: 'INACTIVE' as const }];
    expect(refused({ parties: gone }).code).toBe('accepted');
  });

  it('names whom we met, and what we showed (L-112)', () => {
    expect(refused({ parties: [theCompetitor] })).toEqual({ code: 'NOT_FOUND', partyId: OWNER_PARTY });
    expect(refused({ knownLineIds: [] })).toEqual({ code: 'NOT_FOUND', productLineId: LINE_ID });
    // whom we met is a fact, whatever became of the party since
    expect(refused({ parties: [{ ...theOwner, state: 'INACTIVE' }, theCompetitor] }).code).toBe('accepted');
  });

  it('is of a day that has come (L-119)', () =>
    expect(refused({ heldOn: '2025-03-13' })).toEqual({
      code: 'DATE_IN_FUTURE',
      heldOn: '2025-03-13',
      today: '2025-03-12',
    }));

  it('may say that nobody was there (L-122)', () => {
    missedWalk().recorded({
      type: 'VisitMissed',
      data: { ...RECORD, state: 'MISSED', heldOn: '2025-03-12', reportedOn: '2025-03-12' },
    });
    expect(missedWalk().now.report).toMatchObject({ heldOn: '2025-03-12', met: [], by: 'li-na' });
    expect(plannedWalk().refused(ReportVisit, { ...aMiss, lead: aLead }).code).toBe('DATE_IN_FUTURE');
  });
});

describe('written material about a disputed point', () => {
  const material = { pointNo: 2, docRef: 'DOC-1', on: '2025-03-12', lead: aLead };

  it('is sent, and may be sent again (L-123)', () => {
    const walk = doneWalk().do(SendWrittenMaterial, material);
    walk.recorded({
      type: 'WrittenMaterialSent',
      data: {
        ...RECORD,
        state: 'DONE',
        pointNo: 2,
        point: '工期',
        writtenMaterialDueOn: '2025-03-21',
        docRef: 'DOC-1',
        sentOn: '2025-03-12',
      },
    });
    walk.on('2025-03-13').do(SendWrittenMaterial, { ...material, docRef: 'DOC-2', on: '2025-03-13' });
    expect(walk.now.report?.disputed).toEqual([
      { pointNo: 1, point: '噪声', writtenMaterialDueOn: '2025-03-20' },
      {
        pointNo: 2,
        point: '工期',
        writtenMaterialDueOn: '2025-03-21',
        material: { docRef: 'DOC-2', sentOn: '2025-03-13' },
      },
    ]);
  });

  it('answers a point that there is, on a day that has come (L-123)', () => {
    expect(doneWalk().refused(SendWrittenMaterial, { ...material, pointNo: 3 })).toEqual({
      code: 'NOT_FOUND',
      visitId: VISIT_ID,
      pointNo: 3,
    });
    expect(doneWalk().refused(SendWrittenMaterial, { ...material, on: '2025-03-13' }).code).toBe('DATE_IN_FUTURE');
  });
});

describe('a report that does not come', () => {
  const { plannedAt } = aPlan;

  it('is overdue a day after the visit was to be, once (L-124)', () => {
    const walk = plannedWalk();
    walk.at('2025-03-13T00:59:59.000Z').do(MarkVisitReportOverdue, { plannedAt }).recorded();
    walk.at('2025-03-13T01:00:00.000Z').do(MarkVisitReportOverdue, { plannedAt });
    walk.recorded({
      type: 'VisitReportOverdue',
      data: {
        ...RECORD,
        state: 'PLANNED',
        plannedAt: '2025-03-12T01:00:00.000Z',
        reportDueAt: '2025-03-13T01:00:00.000Z',
        overdueOn: '2025-03-13',
      },
    });
    walk.do(MarkVisitReportOverdue, { plannedAt }).recorded();
    expect(walk.now.reportOverdue).toBe(true);
  });

  it('is not overdue of a plan that no longer stands, and is anew of the next (L-124)', () => {
    const later = '2025-03-20T01:00:00.000Z';
    const walk = plannedWalk().do(ReviseVisit, { ...aPlan, plannedAt: later });
    walk.at('2025-03-13T01:00:00.000Z').do(MarkVisitReportOverdue, { plannedAt }).recorded();
    walk.at('2025-03-21T01:00:00.000Z').do(MarkVisitReportOverdue, { plannedAt: later });
    expect(walk.now.reportOverdue).toBe(true);
    expect(walk.do(ReviseVisit, aPlan).now.reportOverdue).toBe(false);
  });
});
