import { projection, updateNewer, upsertNewer } from '@engsales/read-models';
import { businessDateOf } from '@engsales/values';
import type { PlanRecord, VisitEvent } from '../../domain/visit/visit.events.js';

/** Whom do we visit, and what came of it? A row per visit. */
export const visits = projection<VisitEvent>({
  name: 'visits',
  tables: ['visit'],
  on: {
    VisitPlanned: ({ data, revision }, rows) =>
      upsertNewer(rows, 'visit', 'visit_id', {
        visit_id: data.visitId,
        revision,
        lead_id: data.leadId,
        recorded_on: data.recordedOn,
        ...planColumns(data),
      }),
    VisitRevised: ({ data, revision }, rows) =>
      updateNewer(rows, 'visit', ['visit_id', data.visitId], revision, planColumns(data)),
    VisitReported: ({ data, revision }, rows) =>
      updateNewer(rows, 'visit', ['visit_id', data.visitId], revision, {
        state: data.state,
        salesperson_id: data.salespersonId,
        held_on: data.heldOn,
        outcome: data.outcome,
        signals: data.signals,
        presented: data.productLineIdsPresented,
        answered: data.questions.filter(({ answer }) => answer !== undefined).map(({ topic }) => topic),
        next_follow_up_on: data.nextFollowUpOn,
        open_points: data.disputed.map(({ pointNo }) => pointNo),
      }),
    VisitMissed: ({ data, revision }, rows) =>
      updateNewer(rows, 'visit', ['visit_id', data.visitId], revision, {
        state: data.state,
        salesperson_id: data.salespersonId,
        held_on: data.heldOn,
        outcome: data.outcome,
        next_follow_up_on: data.nextFollowUpOn,
      }),
    VisitCancelled: ({ data, revision }, rows) =>
      updateNewer(rows, 'visit', ['visit_id', data.visitId], revision, { state: data.state }),
    // what was sent is taken from the open points; the guard keeps it from being taken twice
    async WrittenMaterialSent({ data, revision }, rows) {
      await rows.query(
        `UPDATE visit SET revision = $2, open_points = array_remove(open_points, $3)
          WHERE visit_id = $1 AND revision < $2`,
        [data.visitId, revision, data.pointNo],
      );
    },
    VisitReportOverdue: ({ data, revision }, rows) =>
      updateNewer(rows, 'visit', ['visit_id', data.visitId], revision, { report_overdue: true }),
  },
});

const planColumns = (plan: PlanRecord) => ({
  state: plan.state,
  salesperson_id: plan.salespersonId,
  planned_at: plan.plannedAt,
  planned_on: businessDateOf(plan.plannedAt),
  purpose: plan.purpose,
  topics: plan.outline.topics.join('\n'),
  notes: plan.preparationNotes,
  report_due_at: plan.reportDueAt,
  report_overdue: false,
});
