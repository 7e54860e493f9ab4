import { isAtLeast, isPositiveQuantity } from '@engsales/values';
import { isGoods, type ContractLine } from './contract-document.js';
import type { ContractEvent } from './contract.events.js';
import type { ExistingContract } from './contract-state.js';
import { progressOf, type LineProgress, type Progress } from './goods-progress.js';
import { dueEvents, isWaiting } from './milestones.js';
import type { PaymentMilestone, Trigger } from './payment-schedule.js';

/** Milestones whose trigger this progress brings about, on this day. */
export function reached(
  contract: ExistingContract,
  progress: Progress,
  triggers: readonly Trigger[],
  on: string,
  today: string,
  ref: string,
): ContractEvent[] {
  const concerned = (contract.milestones ?? []).filter((m) => triggers.includes(m.trigger) && isWaiting(m));
  return concerned.flatMap((milestone) => {
    const lines = reachedLines(milestone, contract.document.lines, progress);
    if (lines.length === 0) return [];
    // of several lines it is the last day that counts, in whatever order they were reported
    const days = lines.map((line) => dayOf(milestone.trigger, progressOf(progress, line.lineId)) ?? on);
    return dueEvents(contract, [milestone], modeOf(milestone) === 'ALL' ? lastOf(days) : on, today, ref);
  });
}

const modeOf = ({ trigger, scope }: PaymentMilestone): 'ANY' | 'ALL' =>
  scope?.mode ?? (trigger === 'GOODS_READY' || trigger === 'DISPATCHED' ? 'ANY' : 'ALL');

/** ANY: something of one line; ALL: the whole of every line. Goods lines unless the scope names others (domain.md 2.3). */
function reachedLines(milestone: PaymentMilestone, lines: readonly ContractLine[], progress: Progress) {
  const { trigger, scope } = milestone;
  const goods = lines.filter(isGoods);
  const all = goods.length > 0 ? goods : lines;
  const named = scope?.lineIds ? lines.filter((line) => scope.lineIds?.includes(line.lineId)) : all;
  const done = (line: ContractLine) => amountDone(trigger, progressOf(progress, line.lineId), line.qty);
  if (modeOf(milestone) === 'ANY') return named.filter((line) => isPositiveQuantity(done(line)));
  return named.every((line) => isAtLeast(done(line), line.qty)) ? named : [];
}

const lastOf = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';

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
