import { Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import { businessDateOf, daysBetween, minutesAfter } from '@engsales/values';
import { companySettings } from '../company-settings.js';
import { demandLeadAtWork } from '../lead-then.js';
import { wholeOutline } from './outline.js';
import { visitRecord } from './visit-record.js';
import { CancelVisit, PlanVisit, ReviseVisit, type PlanWords } from './visit.commands.js';
import type {
  PlanRecord,
  VisitCancelled,
  VisitEvent,
  VisitPlanned,
  VisitRevised,
  VisitWarning,
} from './visit.events.js';
import type { ExistingVisit, NoVisit } from './visit.state.js';
import { PACKING_ITEMS, type PackingItem } from './visit.values.js';

/** A visit is thought through before it is made. */
export const planningRules = {
  PlanVisit: { command: PlanVisit, in: ['NONE'], decide: planVisit },
  ReviseVisit: { command: ReviseVisit, in: ['PLANNED'], decide: reviseVisit },
  CancelVisit: { command: CancelVisit, in: ['PLANNED'], decide: cancelVisit },
} satisfies RulesOf<PlanVisit, NoVisit, VisitEvent> & RulesOf<ReviseVisit | CancelVisit, ExistingVisit, VisitEvent>;

export const planningFold = {
  VisitPlanned: (_none, data) => plannedFrom(data),
  VisitRevised: (_visit, data) => plannedFrom(data),
  VisitCancelled: (visit, { state, reason }) => ({ ...visit, state, cancelReason: reason }),
} satisfies FoldOf<VisitPlanned, NoVisit, ExistingVisit> & FoldOf<VisitRevised | VisitCancelled, ExistingVisit>;

/** @throws Rejected NOT_FOUND, PROJECT_NOT_REGISTERED, INVALID_TRANSITION, VISIT_OUTLINE_INCOMPLETE, PARTY_INACTIVE */
function planVisit({ data, issued }: PlanVisit): VisitEvent[] {
  return [{ type: 'VisitPlanned', data: { ...planRecord(data.visitId, data, issued), recordedOn: issued.today } }];
}

/** As it is planned for the first time. @throws Rejected VALIDATION_FAILED for another lead */
function reviseVisit({ data, issued }: ReviseVisit, { visitId, leadId }: ExistingVisit): VisitEvent[] {
  if (data.leadId !== leadId) {
    throw new Rejected('VALIDATION_FAILED', `the visit is of the lead ${leadId}`, { pointer: '/leadId', leadId });
  }
  return [{ type: 'VisitRevised', data: { ...planRecord(visitId, data, issued), recordedOn: issued.today } }];
}

function cancelVisit({ data, issued }: CancelVisit, visit: ExistingVisit): VisitEvent[] {
  const { reason, lead } = data;
  const record = visitRecord(visit, 'CANCELLED', issued, lead);
  return [{ type: 'VisitCancelled', data: { ...record, reason, cancelledOn: issued.today } }];
}

function planRecord(visitId: string, words: PlanWords, issued: Issued): PlanRecord {
  const { leadId, projectId, salespersonId } = demandLeadAtWork(words.leadId, words.lead);
  const { plannedAt, purpose, companionIds = [], checklist = [], preparationNotes } = words;
  const outline = wholeOutline(words.outline, words.parties ?? []);
  return {
    visitId,
    leadId,
    projectId,
    state: 'PLANNED',
    salespersonId,
    plannedAt,
    reportDueAt: minutesAfter(plannedAt, companySettings(issued).visitReportHours * 60),
    purpose,
    companionIds,
    outline,
    checklist: checklist.map(({ item, packed }) => ({ item, packed })),
    preparationNotes,
    warnings: [...tooSoon(words, issued), ...notPacked(checklist)],
    by: issued.by.id,
  };
}

/** The nearest other visit of the lead, before or after, that is closer than the company wants. */
function tooSoon({ plannedAt, otherDays = [] }: PlanWords, issued: Issued): VisitWarning[] {
  const day = businessDateOf(plannedAt);
  const { visitIntervalDays } = companySettings(issued);
  const distance = (other: string) => Math.abs(daysBetween(other, day));
  const [lastOn] = otherDays
    .filter((other) => distance(other) < visitIntervalDays)
    .sort((one, other) => distance(one) - distance(other) || (one < other ? -1 : 1));
  return lastOn === undefined ? [] : [{ code: 'VISIT_TOO_SOON', lastOn }];
}

/** What everybody takes along, and whatever else was put on the list, unless it is packed. */
function notPacked(checklist: readonly { readonly item: PackingItem; readonly packed: boolean }[]): VisitWarning[] {
  const isMissing = (item: PackingItem) => {
    const listed = checklist.filter((line) => line.item === item);
    return item === 'OTHER' && listed.length === 0 ? false : listed.every(({ packed }) => !packed);
  };
  const items = PACKING_ITEMS.filter(isMissing);
  return items.length === 0 ? [] : [{ code: 'VISIT_MATERIALS_MISSING', items }];
}

/** A new plan has a new time for its report. */
const plannedFrom = (data: PlanRecord): ExistingVisit => ({
  state: data.state,
  visitId: data.visitId,
  leadId: data.leadId,
  projectId: data.projectId,
  salespersonId: data.salespersonId,
  plannedAt: data.plannedAt,
  reportDueAt: data.reportDueAt,
  reportOverdue: false,
  purpose: data.purpose,
  companionIds: data.companionIds,
  outline: data.outline,
  checklist: data.checklist,
  preparationNotes: data.preparationNotes,
});
