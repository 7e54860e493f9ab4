import type { Issued } from '@engsales/event-sourcing/domain';
import { isAtLeast, isPositiveQuantity } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import type { Trigger } from '../contract.values.js';
import { isGoods, type ContractLine } from '../drafting/drafting.state.js';
import { netShippedQty, progressOf, type LineProgress, type Progress } from '../execution/execution.state.js';
import { withdrawnEvent, withoutTrigger } from './milestone-corrections.js';
import { isWaiting, milestoneTold, triggerEvents } from './milestone-triggers.js';
import type { PaymentMilestone } from './milestones.state.js';

/** What was reported, and when: triggers that it can bring about, the day, the report. */
interface Report {
  readonly triggers: readonly Trigger[];
  readonly on: string;
  readonly ref: string;
  readonly issued: Issued;
  /** The report corrects an earlier one of the same delivery. */
  readonly isRetold?: boolean;
}

/** Milestones whose trigger this progress brings about, and those whose trigger a correction has taken away. */
export function eventsOfProgress(contract: SignedContract, progress: Progress, report: Report): ContractEvent[] {
  const concerned = contract.milestones.filter((m) => report.triggers.includes(m.trigger) && m.status !== 'CANCELLED');
  return concerned.flatMap((milestone) => {
    const lines = reachedLines(milestone, contract.document.lines, progress);
    if (lines.length === 0) return milestone.triggeredBy === 'FACT' ? lost(contract, milestone, report) : [];
    if (isWaiting(milestone)) return reached(contract, milestone, progress, lines, report);
    if (!milestone.triggerLost && !report.isRetold) return [];
    return toldAnew(contract, milestone, progress, lines, report);
  });
}

/** A trigger that came about otherwise than was known: it is due from its own day, or stands again as it stood. */
function toldAnew(
  contract: SignedContract,
  milestone: PaymentMilestone,
  progress: Progress,
  lines: readonly ContractLine[],
  report: Report,
): ContractEvent[] {
  const { triggeredBy, triggeredOn, dueOn, triggerLost } = milestone;
  const day = modeOf(milestone) === 'ALL' ? dayReached(milestone, lines, progress) : undefined;
  if (triggeredBy === 'FACT' && dueOn !== undefined && day !== undefined && day !== triggeredOn) {
    const waiting = withoutTrigger(milestone);
    const withdrawn = withdrawnEvent(contract, milestone, `FactCorrected: ${report.ref}`, report.issued);
    return [withdrawn, ...reached(contract, waiting, progress, lines, report)];
  }
  return triggerLost ? [regained(contract, milestone, report)] : [];
}

/** Of several lines it is the last day that counts, in whatever order they were reported. */
function reached(
  contract: SignedContract,
  milestone: PaymentMilestone,
  progress: Progress,
  lines: readonly ContractLine[],
  { on, ref, issued }: Report,
): ContractEvent[] {
  const days = lines.map((line) => dayOf(milestone.trigger, progressOf(progress, line.lineId)) ?? on);
  const day = modeOf(milestone) === 'ALL' ? latest(days) : on;
  return triggerEvents(contract, [milestone], { on: day, triggeredBy: 'FACT', today: issued.today, ref });
}

/** It goes back while nothing has come on it; else it stays due and somebody must look. */
function lost(contract: SignedContract, milestone: PaymentMilestone, { ref, issued }: Report): ContractEvent[] {
  const { paidFen, waivedFen, amountFen, triggerLost } = milestone;
  const reason = `FactCorrected: ${ref}`;
  if (paidFen + waivedFen === 0 || amountFen === 0) return [withdrawnEvent(contract, milestone, reason, issued)];
  if (triggerLost) return [];
  const told = milestoneTold(contract.contractId, milestone, contract.payment);
  const data = { ...told, status: milestone.status, reason, lostOn: issued.today };
  return [{ type: 'PaymentMilestoneTriggerLost', data }];
}

function regained(contract: SignedContract, milestone: PaymentMilestone, { issued }: Report): ContractEvent {
  const told = milestoneTold(contract.contractId, milestone, contract.payment);
  const data = { ...told, status: milestone.status, regainedOn: issued.today };
  return { type: 'PaymentMilestoneTriggerRegained', data };
}

const modeOf = ({ trigger, scope }: PaymentMilestone): 'ANY' | 'ALL' =>
  scope?.mode ?? (trigger === 'GOODS_READY' || trigger === 'DISPATCHED' ? 'ANY' : 'ALL');

/** ANY: something of one line; ALL: the whole of every line. Goods lines unless the scope names others. */
export function reachedLines(milestone: PaymentMilestone, lines: readonly ContractLine[], progress: Progress) {
  const { trigger, scope } = milestone;
  const goods = lines.filter(isGoods);
  const all = goods.length > 0 ? goods : lines;
  const named = scope?.lineIds ? lines.filter((line) => scope.lineIds?.includes(line.lineId)) : all;
  const done = (line: ContractLine) => amountDone(trigger, progressOf(progress, line.lineId), line.qty);
  if (modeOf(milestone) === 'ANY') return named.filter((line) => isPositiveQuantity(done(line)));
  return named.every((line) => isAtLeast(done(line), line.qty)) ? named : [];
}

/** Of several lines the last day counts; undefined where a day is not known. */
export function dayReached(milestone: PaymentMilestone, lines: readonly ContractLine[], progress: Progress) {
  const days = lines.map((line) => dayOf(milestone.trigger, progressOf(progress, line.lineId)));
  return days.includes(undefined) ? undefined : latest(days as string[]);
}

const latest = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';

function dayOf(trigger: Trigger, line: LineProgress): string | undefined {
  switch (trigger) {
    case 'GOODS_READY':
      return line.readyOn;
    case 'DISPATCHED':
      return line.shippedOn;
    case 'DELIVERED':
      return line.deliveredOn;
    case 'INSTALLED':
      return line.installedOn;
    case 'ACCEPTED':
      return line.acceptedOn;
    case 'SIGNED':
    case 'DATE':
      return undefined;
  }
}

function amountDone(trigger: Trigger, line: LineProgress, qty: string): string {
  switch (trigger) {
    case 'GOODS_READY':
      return line.readyQty;
    case 'DISPATCHED':
      return netShippedQty(line);
    case 'DELIVERED':
      return line.deliveredQty;
    case 'INSTALLED':
      return line.installedOn ? qty : '0';
    case 'ACCEPTED':
      return line.acceptedOn ? qty : '0';
    case 'SIGNED':
    case 'DATE':
      return '0';
  }
}
