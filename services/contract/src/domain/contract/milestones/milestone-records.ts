import type { MilestoneRecord } from './milestones.events.js';
import type { PaymentMilestone } from './milestones.state.js';

/** A milestone as it is stored in a document or schedule; it is not overdue yet then. */
export function recordOfMilestone(milestone: PaymentMilestone): MilestoneRecord {
  return {
    id: milestone.id,
    kind: milestone.kind,
    amountFen: milestone.amountFen,
    bps: milestone.bps,
    trigger: milestone.trigger,
    date: milestone.date,
    scope: milestone.scope && { mode: milestone.scope.mode, lineIds: milestone.scope.lineIds },
    netDays: milestone.netDays,
    netMonths: milestone.netMonths,
    gate: milestone.gate,
    status: milestone.status,
    paidFen: milestone.paidFen,
    unclearedFen: milestone.unclearedFen,
    waivedFen: milestone.waivedFen,
    triggersOn: milestone.triggersOn,
    triggeredOn: milestone.triggeredOn,
    dueOn: milestone.dueOn,
    triggeredBy: milestone.triggeredBy,
  };
}

export function milestoneFromRecord(record: MilestoneRecord): PaymentMilestone {
  return {
    id: record.id,
    kind: record.kind,
    amountFen: record.amountFen,
    bps: record.bps,
    trigger: record.trigger,
    date: record.date,
    scope: record.scope && { mode: record.scope.mode, lineIds: record.scope.lineIds },
    netDays: record.netDays,
    netMonths: record.netMonths,
    gate: record.gate,
    status: record.status,
    paidFen: record.paidFen,
    unclearedFen: record.unclearedFen,
    waivedFen: record.waivedFen,
    triggersOn: record.triggersOn,
    triggeredOn: record.triggeredOn,
    dueOn: record.dueOn,
    triggeredBy: record.triggeredBy,
  };
}
