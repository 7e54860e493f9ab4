import type { PlanWords, ReportWords } from '../domain/visit/visit.commands.js';
import type {
  CounterpartRequest,
  OutlineRequest,
  VisitPlanRequest,
  ReachedRequest,
  VisitReportRequest,
} from './visits.requests.js';

/** The plan of a request as the commands take it. */
export const planWords = (body: VisitPlanRequest): PlanWords => ({
  leadId: body.leadId,
  plannedAt: new Date(body.plannedAt).toISOString(),
  purpose: body.purpose,
  companionIds: body.companionIds,
  outline: outlineWords(body.outline),
  checklist: body.checklist?.map(({ item, packed }) => ({ item, packed })),
  preparationNotes: body.preparationNotes,
});

const outlineWords = (outline: OutlineRequest): PlanWords['outline'] => ({
  route: outline.route?.map(({ place, transport }) => ({ place, transport })),
  meet: outline.meet && counterpart(outline.meet),
  fallback: outline.fallback && reached(outline.fallback),
  target: outline.target && reached(outline.target),
  topics: outline.topics,
  expectedDemands: outline.expectedDemands?.map(({ demand, response }) => ({ demand, response })),
  possibleOutcomes: outline.possibleOutcomes?.map(({ outcome, countermeasure }) => ({ outcome, countermeasure })),
});

const counterpart = ({ partyId, contactId, post }: CounterpartRequest) => ({ partyId, contactId, post });
const reached = ({ who, approach }: ReachedRequest) => ({ who: counterpart(who), approach });

/** The report of a request as the command takes it. */
export const reportWords = (body: VisitReportRequest): ReportWords => ({
  heldOn: body.heldOn,
  result: body.result,
  met: body.met.map(({ partyId, contactId }) => ({ partyId, contactId })),
  smallTalk: body.smallTalk,
  customerSaid: body.customerSaid,
  weSaid: body.weSaid.map(({ text, aboutPartyId, evidenceRef }) => ({ text, aboutPartyId, evidenceRef })),
  tone: body.tone,
  customerView: body.customerView,
  questions: body.questions?.map(({ topic, question, answer }) => ({ topic, question, answer })),
  signals: body.signals,
  disputed: body.disputed?.map(({ point, writtenMaterialDueOn }) => ({ point, writtenMaterialDueOn })),
  productLineIdsPresented: body.productLineIdsPresented,
  outcome: body.outcome,
  nextFollowUpOn: body.nextFollowUpOn,
});
