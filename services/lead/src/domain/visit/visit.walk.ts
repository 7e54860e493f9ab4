import { Walk } from '@engsales/event-sourcing/testing';
import {
  CancelVisit,
  MarkVisitReportOverdue,
  PlanVisit,
  ReportVisit,
  ReviseVisit,
  SendWrittenMaterial,
  type PlanWords,
  type ReportWords,
  type VisitCommand,
} from './visit.commands.js';
import type { VisitEvent } from './visit.events.js';
import { aLead, aMiss, aPlan, aReport, VISIT_ID } from './visit.fixtures.js';
import type { ExistingVisit, Visit } from './visit.state.js';
import { visit } from './visit.js';

/** A visit that is led through commands. */
export class VisitWalk extends Walk<Visit, VisitCommand, VisitEvent, 'visitId'> {
  constructor() {
    super(visit, { visitId: VISIT_ID }, { id: 'li-na', role: 'SALES' });
  }

  get now(): ExistingVisit {
    if (this.state.state === 'NONE') throw new Error('there is no visit');
    return this.state;
  }
}

export const plannedWalk = (changes: Partial<PlanWords> = {}): VisitWalk =>
  new VisitWalk().do(PlanVisit, { ...aPlan, ...changes });
export const doneWalk = (changes: Partial<ReportWords> = {}): VisitWalk =>
  plannedWalk()
    .on('2025-03-12')
    .do(ReportVisit, { ...aReport, ...changes });
export const missedWalk = (): VisitWalk =>
  plannedWalk()
    .on('2025-03-12')
    .do(ReportVisit, { ...aMiss, lead: aLead });
export const cancelledWalk = (): VisitWalk => plannedWalk().do(CancelVisit, { reason: '客户改期', lead: aLead });

function wholeLife(): VisitWalk {
  const walk = plannedWalk({ otherDays: ['2025-03-11'], checklist: [] });
  walk.do(ReviseVisit, { ...aPlan, plannedAt: '2025-03-11T01:00:00.000Z' });
  walk.at('2025-03-12T01:00:00.000Z').do(MarkVisitReportOverdue, { plannedAt: '2025-03-11T01:00:00.000Z' });
  walk.do(ReportVisit, aReport);
  return walk.do(SendWrittenMaterial, { pointNo: 1, docRef: 'DOC-1', on: '2025-03-12', lead: aLead });
}

/** Lives of visits that together record every type of event; their streams are frozen in `history/`. */
export const visitLives: Readonly<Record<string, () => VisitWalk>> = {
  'whole-life': wholeLife,
  missed: () =>
    plannedWalk()
      .on('2025-03-12')
      .do(ReportVisit, { ...aMiss, lead: aLead, outcome: '人不在', nextFollowUpOn: '2025-03-14' }),
  cancelled: cancelledWalk,
};
