import { isAtLeast, isPositiveQuantity } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import type { Trigger } from '../contract.values.js';
import { isGoods, type ContractLine } from '../drafting/drafting.state.js';
import { progressOf, type LineProgress, type Progress } from '../execution/execution.state.js';
import { isWaiting, triggerEvents } from './milestone-triggers.js';
import type { PaymentMilestone } from './milestones.state.js';

/** Milestones whose trigger this progress brings about, on this day. */
export function eventsOfProgress(
  contract: SignedContract,
  progress: Progress,
  triggers: readonly Trigger[],
  on: string,
  today: string,
  ref: string,
): ContractEvent[] {
  const concerned = contract.milestones.filter((m) => triggers.includes(m.trigger) && isWaiting(m));
  return concerned.flatMap((milestone) => {
    const lines = reachedLines(milestone, contract.document.lines, progress);
    if (lines.length === 0) return [];
    // of several lines it is the last day that counts, in whatever order they were reported
    const days = lines.map((line) => dayOf(milestone.trigger, progressOf(progress, line.lineId)) ?? on);
    return triggerEvents(contract, [milestone], modeOf(milestone) === 'ALL' ? latest(days) : on, today, ref);
  });
}

const modeOf = ({ trigger, scope }: PaymentMilestone): 'ANY' | 'ALL' =>
  scope?.mode ?? (trigger === 'GOODS_READY' || trigger === 'DISPATCHED' ? 'ANY' : 'ALL');

/** ANY: something of one line; ALL: the whole of every line. Goods lines unless the scope names others. */
function reachedLines(milestone: PaymentMilestone, lines: readonly ContractLine[], progress: Progress) {
  const { trigger, scope } = milestone;
  const goods = lines.filter(isGoods);
  const all = goods.length > 0 ? goods : lines;
  const named = scope?.lineIds ? lines.filter((line) => scope.lineIds?.includes(line.lineId)) : all;
  const done = (line: ContractLine) => amountDone(trigger, progressOf(progress, line.lineId), line.qty);
  if (modeOf(milestone) === 'ANY') return named.filter((line) => isPositiveQuantity(done(line)));
  return named.every((line) => isAtLeast(done(line), line.qty)) ? named : [];
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
      return line.shippedQty;
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
