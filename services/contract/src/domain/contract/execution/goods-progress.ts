import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { isAtLeast, isPositiveQuantity, largerQuantity } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { SIGNED_STATES, type ProgressAxis } from '../contract.values.js';
import { isGoods, unknownLines, type ContractDocument, type ContractLine } from '../drafting/drafting.state.js';
import { contradictVoid } from '../ending/ended-contract.js';
import { eventsOfProgress } from '../milestones/progress-triggers.js';
import {
  RecordAcceptance,
  RecordGoodsMovement,
  RecordInstallation,
  type ProgressCommand,
} from './execution.commands.js';
import type { ProgressEvent } from './execution.events.js';
import { progressOf, withProgress, type LineProgress, type Progress } from './execution.state.js';

/** What production and aftersales report of the lines (收发货、安装、验收), in whatever state the contract is. */
export const progressRules = {
  RecordGoodsMovement: { command: RecordGoodsMovement, in: SIGNED_STATES, decide: recordGoodsMovement },
  RecordInstallation: { command: RecordInstallation, in: SIGNED_STATES, decide: recordInstallation },
  RecordAcceptance: { command: RecordAcceptance, in: SIGNED_STATES, decide: recordAcceptance },
} satisfies RulesOf<ProgressCommand, SignedContract, ContractEvent>;

export const progressFold = {
  GoodsMovementRecorded(contract, data) {
    const before = progressOf(contract.progress, data.lineId);
    const progress = withProgress(contract.progress, [data.lineId], {
      readyQty: data.readyQty,
      shippedQty: data.shippedQty,
      deliveredQty: data.deliveredQty,
      readyOn: data.readyOn ?? before.readyOn,
      shippedOn: data.shippedOn ?? before.shippedOn,
      deliveredOn: data.deliveredOn ?? before.deliveredOn,
    });
    return { ...contract, progress, delivery: data.delivery };
  },
  InstallationRecorded: (contract, { lineIds, on }) => ({
    ...contract,
    progress: withProgress(contract.progress, lineIds, { installedOn: on }),
  }),
  AcceptanceRecorded: (contract, { lineIds, on, acceptance }) => ({
    ...contract,
    progress: withProgress(contract.progress, lineIds, { acceptedOn: on }),
    acceptance,
  }),
} satisfies FoldOf<ProgressEvent, SignedContract>;

/** Cumulative quantities only grow, so a late or doubled report changes nothing. @throws Rejected LINE_UNKNOWN */
function recordGoodsMovement({ data, issued }: RecordGoodsMovement, contract: SignedContract): ContractEvent[] {
  const { lineId, on, ref } = data;
  refuseUnknownLines(contract, [lineId]);
  const before = progressOf(contract.progress, lineId);
  const quantities = quantitiesAfter(before, data);
  const { readyQty, shippedQty, deliveredQty } = quantities;
  if (isSame(before, quantities)) return [];
  const days: Partial<LineProgress> = daysOf(before, quantities, on);
  const progress = withProgress(contract.progress, [lineId], { ...quantities, ...days });
  return [
    {
      type: 'GoodsMovementRecorded',
      data: {
        contractId: contract.contractId,
        lineId,
        readyQty,
        shippedQty,
        deliveredQty,
        readyOn: days.readyOn,
        shippedOn: days.shippedOn,
        deliveredOn: days.deliveredOn,
        on,
        ref,
        delivery: deliveryAxis(contract.document, progress),
      },
    },
    ...contradictVoid(contract, { lineId, shippedQty, ref, on }, issued.by.id),
    ...eventsOfProgress(contract, progress, ['GOODS_READY', 'DISPATCHED', 'DELIVERED'], on, issued.today, ref),
  ];
}

/** Installation on site is done. @throws Rejected LINE_UNKNOWN */
function recordInstallation({ data, issued }: RecordInstallation, contract: SignedContract): ContractEvent[] {
  const { on, ref } = data;
  refuseUnknownLines(contract, data.lineIds);
  const lineIds = data.lineIds.filter((id) => !progressOf(contract.progress, id).installedOn);
  if (lineIds.length === 0) return [];
  const progress = withProgress(contract.progress, lineIds, { installedOn: on });
  return [
    { type: 'InstallationRecorded', data: { contractId: contract.contractId, lineIds, on, ref } },
    ...eventsOfProgress(contract, progress, ['INSTALLED'], on, issued.today, ref),
  ];
}

/** Acceptance (验收), conditional or not, of lines. @throws Rejected LINE_UNKNOWN */
function recordAcceptance({ data, issued }: RecordAcceptance, contract: SignedContract): ContractEvent[] {
  const { acceptanceId, certNo, on, result } = data;
  refuseUnknownLines(contract, data.lineIds);
  const lineIds = data.lineIds.filter((id) => !progressOf(contract.progress, id).acceptedOn);
  if (lineIds.length === 0) return [];
  const progress = withProgress(contract.progress, lineIds, { acceptedOn: on });
  const acceptance = acceptanceAxis(contract.document, progress);
  const { contractId } = contract;
  return [
    { type: 'AcceptanceRecorded', data: { contractId, acceptanceId, lineIds, certNo, on, result, acceptance } },
    ...eventsOfProgress(contract, progress, ['ACCEPTED'], on, issued.today, acceptanceId),
  ];
}

export function deliveryAxis({ lines }: ContractDocument, progress: Progress): ProgressAxis {
  const goods = lines.filter(isGoods);
  const delivered = (line: ContractLine) => progressOf(progress, line.lineId).deliveredQty;
  if (goods.length > 0 && goods.every((line) => isAtLeast(delivered(line), line.qty))) return 'FULL';
  return goods.some((line) => isPositiveQuantity(delivered(line))) ? 'PARTIAL' : 'NONE';
}

export function acceptanceAxis({ lines }: ContractDocument, progress: Progress): ProgressAxis {
  const accepted = lines.filter((line) => progressOf(progress, line.lineId).acceptedOn);
  if (accepted.length === lines.length) return 'FULL';
  return accepted.length > 0 ? 'PARTIAL' : 'NONE';
}

type Quantities = Pick<LineProgress, 'readyQty' | 'shippedQty' | 'deliveredQty'>;

/** What was delivered was shipped, what was shipped was ready. */
function quantitiesAfter(before: Quantities, data: RecordGoodsMovement['data']): Quantities {
  const deliveredQty = largerQuantity(before.deliveredQty, data.cumulativeDeliveredQty ?? '0');
  const shippedQty = largerQuantity(before.shippedQty, largerQuantity(data.cumulativeShippedQty ?? '0', deliveredQty));
  const readyQty = largerQuantity(before.readyQty, largerQuantity(data.cumulativeReadyQty ?? '0', shippedQty));
  return { readyQty, shippedQty, deliveredQty };
}

const isSame = (a: Quantities, b: Quantities) =>
  a.readyQty === b.readyQty && a.shippedQty === b.shippedQty && a.deliveredQty === b.deliveredQty;

/** Days on which the quantities grew; a report that comes late does not set them back. */
function daysOf(before: LineProgress, after: Quantities, on: string) {
  const later = (known = on) => (known > on ? known : on);
  return {
    ...(after.readyQty === before.readyQty ? {} : { readyOn: later(before.readyOn) }),
    ...(after.shippedQty === before.shippedQty ? {} : { shippedOn: later(before.shippedOn) }),
    ...(after.deliveredQty === before.deliveredQty ? {} : { deliveredOn: later(before.deliveredOn) }),
  };
}

function refuseUnknownLines({ document }: SignedContract, lineIds: readonly string[]): void {
  const unknown = unknownLines(document, lineIds);
  if (unknown.length > 0) throw new Rejected('LINE_UNKNOWN', 'the contract has no such line', { unknown });
}
