import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import {
  CancelVisit,
  MarkVisitReportOverdue,
  PlanVisit,
  ReportVisit,
  ReviseVisit,
  SendWrittenMaterial,
} from './visit.commands.js';
import { aLead, aPlan, aReport, VISIT_ID } from './visit.fixtures.js';
import { visit } from './visit.js';
import { cancelledWalk, doneWalk, missedWalk, plannedWalk, VisitWalk } from './visit.walk.js';

const WANG = { id: 'wang-fang', role: 'SALES_MANAGER' };
const ZHAO = { id: 'zhao-lei', role: 'SALES' };

describe('in which state (L-118)', () => {
  const possible = judgeTransitions({
    aggregate: visit,
    ids: { visitId: VISIT_ID },
    states: {
      NONE: () => new VisitWalk(),
      PLANNED: plannedWalk,
      DONE: doneWalk,
      MISSED: missedWalk,
      CANCELLED: cancelledWalk,
    },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  possible(PlanVisit, aPlan, ['NONE']);
  possible(ReviseVisit, aPlan, ['PLANNED']);
  possible(CancelVisit, { reason: 'x' }, ['PLANNED']);
  possible(ReportVisit, aReport, ['PLANNED']);
  possible(SendWrittenMaterial, { pointNo: 1, docRef: 'D', on: '2025-03-10' }, ['DONE']);
  possible(MarkVisitReportOverdue, { plannedAt: aPlan.plannedAt }, ['PLANNED']);
  possible.every(visit.transitions);
});

describe('who acts on a visit (L-100)', () => {
  const stranger = { code: 'ROLE_NOT_ALLOWED', salespersonId: 'li-na' };

  it('is whoever holds its lead', () => {
    expect(new VisitWalk().refused(PlanVisit, aPlan, ZHAO)).toEqual(stranger);
    expect(plannedWalk().refused(CancelVisit, { reason: 'x', lead: aLead }, ZHAO)).toEqual(stranger);
    expect(plannedWalk().refused(ReviseVisit, aPlan, ZHAO)).toEqual(stranger);
    const material = { pointNo: 1, docRef: 'D', on: '2025-03-12', lead: aLead };
    expect(doneWalk().refused(SendWrittenMaterial, material, ZHAO)).toEqual(stranger);
  });

  it('is the new holder once the lead is assigned anew, and no more the old one', () => {
    const lead = { ...aLead, salespersonId: 'zhao-lei' };
    const walk = plannedWalk().on('2025-03-12');
    expect(walk.refused(ReportVisit, { ...aReport, lead })).toEqual({
      code: 'ROLE_NOT_ALLOWED',
      salespersonId: 'zhao-lei',
    });
    walk.do(ReportVisit, { ...aReport, lead }, ZHAO);
    expect(walk.last[0]?.data).toMatchObject({ salespersonId: 'zhao-lei', by: 'zhao-lei' });
  });

  it('is a manager, of whosever lead, also of a pooled one', () => {
    const lead = { ...aLead, salespersonId: undefined };
    expect(new VisitWalk().refused(PlanVisit, { ...aPlan, lead })).toEqual({
      code: 'ROLE_NOT_ALLOWED',
      salespersonId: null,
    });
    expect(new VisitWalk().refused(PlanVisit, { ...aPlan, lead }, WANG).code).toBe('accepted');
  });
});

it('every event of a visit is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(visit.stored).filter((type) => !written.has(type))).toEqual([]);
});
