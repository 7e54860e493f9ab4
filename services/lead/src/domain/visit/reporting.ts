import { refuseFuture, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { isReached } from '@engsales/values';
import { demandContactOf, demandParty, type PartyThen } from '../party-then.js';
import { refuseUnknownLines } from '../product-lines-then.js';
import { reportFrom, reportRecord } from './report-records.js';
import { visitRecord } from './visit-record.js';
import {
  MarkVisitReportOverdue,
  ReportVisit,
  SendWrittenMaterial,
  type ReportCommand,
  type ReportWords,
} from './visit.commands.js';
import type { ReportEvent, VisitEvent } from './visit.events.js';
import type { DisputedPoint, ExistingVisit } from './visit.state.js';

/** What came of a visit: whom we met, what was said on both sides, what was promised. */
export const reportRules = {
  ReportVisit: { command: ReportVisit, in: ['PLANNED'], decide: reportVisit },
  SendWrittenMaterial: { command: SendWrittenMaterial, in: ['DONE'], decide: sendWrittenMaterial },
  MarkVisitReportOverdue: { command: MarkVisitReportOverdue, in: ['PLANNED'], decide: markVisitReportOverdue },
} satisfies RulesOf<ReportCommand, ExistingVisit, VisitEvent>;

export const reportFold = {
  VisitReported: (visit, data) => ({ ...visit, state: data.state, report: reportFrom(data) }),
  VisitMissed: (visit, data) => ({
    ...visit,
    state: data.state,
    report: {
      heldOn: data.heldOn,
      met: [],
      smallTalk: [],
      customerSaid: [],
      weSaid: [],
      questions: [],
      signals: [],
      disputed: [],
      productLineIdsPresented: [],
      outcome: data.outcome,
      nextFollowUpOn: data.nextFollowUpOn,
      by: data.by,
    },
  }),
  WrittenMaterialSent: (visit, { pointNo, docRef, sentOn }) => ({
    ...visit,
    report: visit.report && {
      ...visit.report,
      disputed: visit.report.disputed.map((point) =>
        point.pointNo === pointNo ? { ...point, material: { docRef, sentOn } } : point,
      ),
    },
  }),
  VisitReportOverdue: (visit) => ({ ...visit, reportOverdue: true }),
} satisfies FoldOf<ReportEvent, ExistingVisit>;

/** @throws Rejected DATE_IN_FUTURE, VISIT_REPORT_INCOMPLETE, NOT_FOUND, EVIDENCE_REQUIRED */
function reportVisit({ data, issued }: ReportVisit, visit: ExistingVisit): VisitEvent[] {
  const { heldOn, result, outcome, nextFollowUpOn, lead } = data;
  refuseFuture('heldOn', heldOn, issued.today);
  const record = visitRecord(visit, result, issued, lead);
  if (result === 'MISSED') {
    const missed = { ...record, heldOn, outcome, nextFollowUpOn, reportedOn: issued.today };
    return [{ type: 'VisitMissed', data: missed }];
  }
  refuseIncomplete(data);
  for (const contact of data.met) demandContactOf(contact, data.parties ?? []);
  refuseUnproven(data.weSaid, data.parties ?? []);
  refuseUnknownLines(data.productLineIdsPresented ?? [], data.knownLineIds);
  return [{ type: 'VisitReported', data: { ...record, ...reportRecord(data), reportedOn: issued.today } }];
}

/** Whoever was there says whom he met, what the customer said and what came of it. */
function refuseIncomplete({ met, customerSaid, outcome }: ReportWords): void {
  const has = [
    ['MET', met.length > 0],
    ['CUSTOMER_SAID', customerSaid.length > 0],
    ['OUTCOME', outcome !== undefined],
  ] as const;
  const missing = has.filter(([, there]) => !there).map(([part]) => part);
  if (missing.length === 0) return;
  throw new Rejected('VISIT_REPORT_INCOMPLETE', `the report lacks ${missing.join(', ')}`, { missing });
}

/** What is said about a competitor must be provable: slander costs the company more than the project. */
function refuseUnproven(weSaid: ReportWords['weSaid'], parties: readonly PartyThen[]): void {
  weSaid.forEach(({ aboutPartyId, evidenceRef }, index) => {
    if (aboutPartyId === undefined) return;
    const { roles } = demandParty(aboutPartyId, parties);
    if (!roles.includes('COMPETITOR') || evidenceRef !== undefined) return;
    const details = { pointer: `/weSaid/${index}/evidenceRef`, aboutPartyId };
    throw new Rejected('EVIDENCE_REQUIRED', 'something was said about a competitor without evidence', details);
  });
}

/** Of what was sent twice, the last counts. @throws Rejected NOT_FOUND, DATE_IN_FUTURE */
function sendWrittenMaterial({ data, issued }: SendWrittenMaterial, visit: ExistingVisit): VisitEvent[] {
  const { docRef, on, lead } = data;
  const { pointNo, point, writtenMaterialDueOn } = demandPoint(visit, data.pointNo);
  refuseFuture('on', on, issued.today);
  const record = visitRecord(visit, visit.state, issued, lead);
  const sent = { pointNo, point, writtenMaterialDueOn, docRef, sentOn: on };
  return [{ type: 'WrittenMaterialSent', data: { ...record, ...sent } }];
}

/** Once for each plan, and only while nobody has reported. */
function markVisitReportOverdue({ data, issued }: MarkVisitReportOverdue, visit: ExistingVisit): VisitEvent[] {
  const { plannedAt, reportDueAt, reportOverdue } = visit;
  if (plannedAt !== data.plannedAt || reportOverdue || !isReached(reportDueAt, issued.at)) return [];
  const overdue = { ...visitRecord(visit, visit.state, issued), plannedAt, reportDueAt, overdueOn: issued.today };
  return [{ type: 'VisitReportOverdue', data: overdue }];
}

function demandPoint({ visitId, report }: ExistingVisit, pointNo: number): DisputedPoint {
  const point = report?.disputed.find((other) => other.pointNo === pointNo);
  if (point) return point;
  throw new Rejected('NOT_FOUND', `the visit ${visitId} has no disputed point ${pointNo}`, { visitId, pointNo });
}
