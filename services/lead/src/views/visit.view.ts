import type { Counterpart, DisputedPoint, Visit, VisitOutline, VisitReport } from '../domain/visit/visit.state.js';
import { ADVICE } from '../domain/visit/visit.values.js';

/** A visit as it is answered. */
export function visitView(id: string, revision: number, visit: Visit) {
  if (visit.state === 'NONE') return { id, revision, state: visit.state };
  return {
    id,
    revision,
    visitId: visit.visitId,
    leadId: visit.leadId,
    projectId: visit.projectId,
    state: visit.state,
    salespersonId: visit.salespersonId,
    plannedAt: visit.plannedAt,
    reportDueAt: visit.reportDueAt,
    reportOverdue: visit.reportOverdue,
    purpose: visit.purpose,
    companionIds: visit.companionIds,
    outline: outlineView(visit.outline),
    checklist: visit.checklist.map(({ item, packed }) => ({ item, packed })),
    preparationNotes: visit.preparationNotes,
    report: visit.report && reportView(visit.report),
    cancelReason: visit.cancelReason,
  };
}

const counterpartView = ({ partyId, contactId, post }: Counterpart) => ({ partyId, contactId, post });

const outlineView = ({ route, meet, fallback, target, topics, expectedDemands, possibleOutcomes }: VisitOutline) => ({
  route: route.map(({ place, transport }) => ({ place, transport })),
  meet: counterpartView(meet),
  fallback: { who: counterpartView(fallback.who), approach: fallback.approach },
  target: { who: counterpartView(target.who), approach: target.approach },
  topics,
  expectedDemands: expectedDemands.map(({ demand, response }) => ({ demand, response })),
  possibleOutcomes: possibleOutcomes.map(({ outcome, countermeasure }) => ({ outcome, countermeasure })),
});

const reportView = (report: VisitReport) => ({
  heldOn: report.heldOn,
  met: report.met.map(({ partyId, contactId }) => ({ partyId, contactId })),
  smallTalk: report.smallTalk,
  customerSaid: report.customerSaid,
  weSaid: report.weSaid.map(({ text, aboutPartyId, evidenceRef }) => ({ text, aboutPartyId, evidenceRef })),
  tone: report.tone,
  customerView: report.customerView,
  questions: report.questions.map(({ topic, question, answer }) => ({ topic, question, answer })),
  signals: report.signals,
  suggestions: report.signals.map((signal) => ({ signal, advice: ADVICE[signal] })),
  disputed: report.disputed.map(disputedView),
  productLineIdsPresented: report.productLineIdsPresented,
  outcome: report.outcome,
  nextFollowUpOn: report.nextFollowUpOn,
  by: report.by,
});

const disputedView = ({ pointNo, point, writtenMaterialDueOn, material }: DisputedPoint) => ({
  pointNo,
  point,
  writtenMaterialDueOn,
  docRef: material?.docRef,
  sentOn: material?.sentOn,
});
