import { Rejected } from '@engsales/event-sourcing/decider';
import { isAtLeast, isPositiveQuantity, largerQuantity } from '@engsales/values';
import { isGoods, type ContractLine } from './contract-document.js';
import type { ContractEvent } from './contract.events.js';
import type { ExistingContract, ProgressAxis } from './contract-state.js';
import { contradictVoid } from './ending.js';
import { reached } from './progress-triggers.js';
import type { RecordAcceptance, RecordGoodsMovement, RecordInstallation } from './execution.commands.js';

/** How far a line has come; quantities are cumulative decimals. */
export interface LineProgress {
  readonly readyQty: string;
  readonly shippedQty: string;
  readonly deliveredQty: string;
  /** Days on which the quantities last grew. */
  readonly readyOn?: string;
  readonly shippedOn?: string;
  readonly deliveredOn?: string;
  readonly installedOn?: string;
  readonly acceptedOn?: string;
}

export type Progress = Readonly<Record<string, LineProgress>>;
const NOTHING: LineProgress = { readyQty: '0', shippedQty: '0', deliveredQty: '0' };

export const progressOf = (progress: Progress | undefined, lineId: string): LineProgress =>
  progress?.[lineId] ?? NOTHING;

/** What production reports of a line. Cumulative quantities only grow, so a late or doubled report changes nothing. */
export function recordGoodsMovement(
  { data, issued }: RecordGoodsMovement,
  contract: ExistingContract,
): ContractEvent[] {
  const { lineId, on, ref, cumulativeReadyQty = '0', cumulativeShippedQty = '0', cumulativeDeliveredQty = '0' } = data;
  refuseUnknownLines(contract, [lineId]);
  const before = progressOf(contract.progress, lineId);
  const deliveredQty = largerQuantity(before.deliveredQty, cumulativeDeliveredQty);
  const shippedQty = largerQuantity(before.shippedQty, largerQuantity(cumulativeShippedQty, deliveredQty));
  const readyQty = largerQuantity(before.readyQty, largerQuantity(cumulativeReadyQty, shippedQty));
  const quantities = { readyQty, shippedQty, deliveredQty };
  if (JSON.stringify(quantities) === JSON.stringify(quantitiesOf(before))) return [];
  const days = daysOf(before, quantities, on);
  const progress = { ...contract.progress, [lineId]: { ...before, ...quantities, ...days } };
  const { contractId } = contract;
  const delivery = deliveryAxis(contract, progress);
  return [
    { type: 'GoodsMovementRecorded', data: { contractId, lineId, ...quantities, ...days, on, ref, delivery } },
    ...contradictVoid(contract, { lineId, shippedQty, ref, on }, issued.by.id),
    ...reached(contract, progress, ['GOODS_READY', 'DISPATCHED', 'DELIVERED'], on, issued.today, ref),
  ];
}

/** Installation on site is done (aftersales reports it). */
export function recordInstallation({ data, issued }: RecordInstallation, contract: ExistingContract): ContractEvent[] {
  const { on, ref } = data;
  refuseUnknownLines(contract, data.lineIds);
  const lineIds = data.lineIds.filter((id) => !progressOf(contract.progress, id).installedOn);
  if (lineIds.length === 0) return [];
  const progress = marked(contract.progress, lineIds, { installedOn: on });
  const { contractId } = contract;
  return [
    { type: 'InstallationRecorded', data: { contractId, lineIds, on, ref } },
    ...reached(contract, progress, ['INSTALLED'], on, issued.today, ref),
  ];
}

/** Acceptance (验收), conditional or not, of lines (aftersales reports it). */
export function recordAcceptance({ data, issued }: RecordAcceptance, contract: ExistingContract): ContractEvent[] {
  const { acceptanceId, certNo, on, result } = data;
  refuseUnknownLines(contract, data.lineIds);
  const lineIds = data.lineIds.filter((id) => !progressOf(contract.progress, id).acceptedOn);
  if (lineIds.length === 0) return [];
  const progress = marked(contract.progress, lineIds, { acceptedOn: on });
  const acceptance = acceptanceAxis(contract, progress);
  const { contractId } = contract;
  const what = { contractId, acceptanceId, lineIds, certNo, on, result, acceptance };
  return [
    { type: 'AcceptanceRecorded', data: what },
    ...reached(contract, progress, ['ACCEPTED'], on, issued.today, acceptanceId),
  ];
}

export function marked(
  progress: Progress | undefined,
  lineIds: readonly string[],
  mark: Partial<LineProgress>,
): Progress {
  return { ...progress, ...Object.fromEntries(lineIds.map((id) => [id, { ...progressOf(progress, id), ...mark }])) };
}

export function deliveryAxis(
  { document }: Pick<ExistingContract, 'document'>,
  progress: Progress | undefined,
): ProgressAxis {
  const goods = document.lines.filter(isGoods);
  const delivered = (line: ContractLine) => progressOf(progress, line.lineId).deliveredQty;
  if (goods.length > 0 && goods.every((line) => isAtLeast(delivered(line), line.qty))) return 'FULL';
  return goods.some((line) => isPositiveQuantity(delivered(line))) ? 'PARTIAL' : 'NONE';
}

export function acceptanceAxis(
  { document: { lines } }: Pick<ExistingContract, 'document'>,
  progress: Progress | undefined,
): ProgressAxis {
  const accepted = lines.filter((line) => progressOf(progress, line.lineId).acceptedOn);
  if (accepted.length === lines.length) return 'FULL';
  return accepted.length > 0 ? 'PARTIAL' : 'NONE';
}

/** Days on which the quantities grew; a report that comes late does not set them back. */
function daysOf(before: LineProgress, after: Quantities, on: string) {
  const later = (known = on) => (known > on ? known : on);
  return {
    ...(after.readyQty === before.readyQty ? {} : { readyOn: later(before.readyOn) }),
    ...(after.shippedQty === before.shippedQty ? {} : { shippedOn: later(before.shippedOn) }),
    ...(after.deliveredQty === before.deliveredQty ? {} : { deliveredOn: later(before.deliveredOn) }),
  };
}

type Quantities = Pick<LineProgress, 'readyQty' | 'shippedQty' | 'deliveredQty'>;

const quantitiesOf = ({ readyQty, shippedQty, deliveredQty }: LineProgress) => ({ readyQty, shippedQty, deliveredQty });

function refuseUnknownLines({ document }: ExistingContract, lineIds: readonly string[]): void {
  const unknown = lineIds.filter((id) => !document.lines.some((line) => line.lineId === id));
  if (unknown.length > 0) throw new Rejected('LINE_UNKNOWN', 'the contract has no such line', { unknown });
}
