import { CancelVisit, PlanVisit, ReviseVisit, type OutlineWords, type PlanWords } from './visit.commands.js';
import {
  aLead,
  anOutline,
  aPlan,
  CONTACT_ID,
  LEAD_ID,
  OWNER_PARTY,
  packed,
  theOwner,
  VISIT_ID,
} from './visit.fixtures.js';
import { cancelledWalk, plannedWalk, VisitWalk } from './visit.walk.js';

const RECORD = { visitId: VISIT_ID, leadId: LEAD_ID, projectId: LEAD_ID, salespersonId: 'li-na', by: 'li-na' };
const OUTLINE = {
  route: [{ place: '行政楼 302', transport: '地铁' }],
  meet: { partyId: OWNER_PARTY, contactId: CONTACT_ID },
  fallback: { who: { post: '副科长' }, approach: '电话预约' },
  target: { who: { post: '分管副院长' }, approach: '请科长引荐' },
  topics: ['能耗', '交期'],
  expectedDemands: [{ demand: '降价', response: '说明能效收益' }],
  possibleOutcomes: [{ outcome: '推迟决定', countermeasure: '约定答复日期' }],
};
const refused = (changes: Partial<PlanWords>) => new VisitWalk().refused(PlanVisit, { ...aPlan, ...changes });
const refusedOutline = (changes: Partial<OutlineWords>) => refused({ outline: { ...anOutline, ...changes } });
const warningsOf = (changes: Partial<PlanWords>) => plannedWalk(changes).last[0]?.data;

describe('the plan of a visit', () => {
  it('is thought through in its outline (L-113)', () =>
    plannedWalk().recorded({
      type: 'VisitPlanned',
      data: {
        ...RECORD,
        state: 'PLANNED',
        plannedAt: '2025-03-12T01:00:00.000Z',
        reportDueAt: '2025-03-13T01:00:00.000Z',
        purpose: 'CALL',
        companionIds: ['zhao-lei'],
        outline: OUTLINE,
        checklist: packed,
        preparationNotes: '带样本',
        warnings: [],
        recordedOn: '2025-03-10',
      },
    }));

  it('is revised as a whole, with a new time for its report (L-117)', () => {
    const walk = plannedWalk().settling({ visitReportHours: 48 }).on('2025-03-11');
    walk.do(ReviseVisit, {
      leadId: LEAD_ID,
      plannedAt: '2025-03-14T02:00:00.000Z',
      purpose: 'NEGOTIATION',
      outline: anOutline,
      lead: aLead,
      parties: [theOwner],
    });
    walk.recorded({
      type: 'VisitRevised',
      data: {
        ...RECORD,
        state: 'PLANNED',
        plannedAt: '2025-03-14T02:00:00.000Z',
        reportDueAt: '2025-03-16T02:00:00.000Z',
        purpose: 'NEGOTIATION',
        companionIds: [],
        outline: OUTLINE,
        checklist: [],
        warnings: [
          {
            code: 'VISIT_MATERIALS_MISSING',
            items: ['PRODUCT_BROCHURE', 'REFERENCE_LIST', 'POLICY_DOCUMENTS', 'PEN_AND_NOTEBOOK', 'BUSINESS_CARDS'],
          },
        ],
        recordedOn: '2025-03-11',
      },
    });
    expect(walk.now).toMatchObject({ preparationNotes: undefined, companionIds: [] });
  });

  it('stays with its lead (L-117)', () =>
    expect(plannedWalk().refused(ReviseVisit, { ...aPlan, leadId: 'l-2', lead: { ...aLead, leadId: 'l-2' } })).toEqual({
      code: 'VALIDATION_FAILED',
      pointer: '/leadId',
      leadId: LEAD_ID,
    }));

  it('is cancelled for a reason (L-118)', () => {
    cancelledWalk().recorded({
      type: 'VisitCancelled',
      data: { ...RECORD, state: 'CANCELLED', reason: '客户改期', cancelledOn: '2025-03-10' },
    });
    expect(cancelledWalk().now.cancelReason).toBe('客户改期');
    const lead = { ...aLead, state: 'ABANDONED' };
    expect(plannedWalk().do(CancelVisit, { reason: 'x', lead }).now.state).toBe('CANCELLED');
  });

  it('is for a lead whose project is registered and at work (L-111)', () => {
    expect(refused({ lead: undefined })).toEqual({ code: 'NOT_FOUND', leadId: LEAD_ID });
    expect(refused({ lead: { ...aLead, state: 'CAPTURED' } }).code).toBe('PROJECT_NOT_REGISTERED');
    expect(refused({ lead: { ...aLead, state: 'CLOSED' } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      leadState: 'CLOSED',
    });
  });
});

describe('the outline of a visit', () => {
  it('is refused with what it lacks, in the order of its points (L-113)', () => {
    expect(refusedOutline({ fallback: undefined, expectedDemands: [] })).toEqual({
      code: 'VISIT_OUTLINE_INCOMPLETE',
      missing: ['FALLBACK', 'DEMANDS'],
    });
    expect(refused({ outline: {} })).toEqual({
      code: 'VISIT_OUTLINE_INCOMPLETE',
      missing: ['ROUTE', 'MEET', 'FALLBACK', 'TARGET', 'TOPICS', 'DEMANDS', 'OUTCOMES'],
    });
  });

  it.each([
    ['ROUTE', { route: [] }],
    ['MEET', { meet: {} }],
    ['FALLBACK', { fallback: { who: {}, approach: 'x' } }],
    ['TARGET', { target: { who: {}, approach: 'x' } }],
    ['TOPICS', { topics: [] }],
    ['DEMANDS', { expectedDemands: undefined }],
    ['OUTCOMES', { possibleOutcomes: [] }],
  ] as const)('lacks %s where nothing is said of it (L-113)', (point, changes) =>
    expect(refusedOutline(changes)).toEqual({ code: 'VISIT_OUTLINE_INCOMPLETE', missing: [point] }),
  );

  it('names contacts of parties that there are, and that are active (L-112)', () => {
    expect(refused({ parties: [] })).toEqual({ code: 'NOT_FOUND', partyId: OWNER_PARTY });
    expect(refused({ parties: [{ ...theOwner, state: 'INACTIVE' }] }).code).toBe('PARTY_INACTIVE');
    expect(refused({ parties: [{ ...theOwner, contactIds: [] }] })).toEqual({
      code: 'NOT_FOUND',
      partyId: OWNER_PARTY,
      contactId: CONTACT_ID,
    });
  });

  it.each([
    ['/outline/meet', { meet: { partyId: OWNER_PARTY } }],
    ['/outline/fallback/who', { fallback: { who: { contactId: CONTACT_ID }, approach: 'x' } }],
    ['/outline/target/who', { target: { who: { partyId: OWNER_PARTY, post: '院长' }, approach: 'x' } }],
  ])('names a contact and its party together: %s', (pointer, changes) =>
    expect(refusedOutline(changes)).toEqual({ code: 'VALIDATION_FAILED', pointer }),
  );
});

describe('what a plan is warned of', () => {
  it.each([
    ['two days after the last one', ['2025-03-10'], '2025-03-10'],
    ['two days before the next one', ['2025-03-14'], '2025-03-14'],
    ['on the same day as another, which is nearer', ['2025-03-11', '2025-03-12'], '2025-03-12'],
    ['as near to an earlier one as to a later one', ['2025-03-13', '2025-03-11'], '2025-03-11'],
  ])('a visit %s (L-114)', (_title, otherDays, lastOn) =>
    expect(warningsOf({ otherDays })).toMatchObject({ warnings: [{ code: 'VISIT_TOO_SOON', lastOn }] }),
  );

  it('but not a visit three days after the last one, or as the company wants it (L-114)', () => {
    expect(warningsOf({ otherDays: ['2025-03-09', '2025-03-15'] })).toMatchObject({ warnings: [] });
    const walk = new VisitWalk().settling({ visitIntervalDays: 0 });
    expect(walk.do(PlanVisit, { ...aPlan, otherDays: ['2025-03-12'] }).last[0]?.data).toMatchObject({ warnings: [] });
  });

  it('counts days in Shanghai (L-114)', () =>
    expect(
      warningsOf({ plannedAt: '2025-03-12T17:00:00.000Z', otherDays: ['2025-03-10', '2025-03-15'] }),
    ).toMatchObject({ warnings: [{ lastOn: '2025-03-15' }] }));

  it('what is not packed, or not on the list at all (L-115)', () => {
    const checklist = [
      ...packed.filter(({ item }) => item !== 'BUSINESS_CARDS'),
      { item: 'REFERENCE_LIST', packed: false },
      { item: 'OTHER', packed: false },
    ] as const;
    expect(warningsOf({ checklist })).toMatchObject({
      warnings: [{ code: 'VISIT_MATERIALS_MISSING', items: ['BUSINESS_CARDS', 'OTHER'] }],
    });
  });
});
