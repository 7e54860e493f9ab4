import { type FoldOf, type Issued, type RulesOf, refuseBefore, refuseFuture } from '@engsales/event-sourcing/domain';
import { difference, isAtLeast, isPositiveQuantity, largerQuantity, sumQuantities } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { SIGNED_STATES } from '../contract.values.js';
import { contradictVoid } from '../ending/ended-contract.js';
import { eventsOfProgress } from '../milestones/progress-triggers.js';
import { acceptanceAxis, deliveryAxis, refuseUnknownLines } from './progress-axes.js';
import { progressCorrectionFold, progressCorrectionRules } from './progress-corrections.js';
import {
  RecordAcceptance,
  RecordGoodsMovement,
  RecordInstallation,
  type ProgressCommand,
} from './execution.commands.js';
import type { ProgressEvent } from './execution.events.js';
import { netShippedQty, progressOf, withProgress, type LineProgress } from './execution.state.js';

/** What production and aftersales report of the lines (收发货、安装、验收), in whatever state the contract is. */
export const progressRules = {
  RecordGoodsMovement: { command: RecordGoodsMovement, in: SIGNED_STATES, decide: recordGoodsMovement },
  RecordInstallation: { command: RecordInstallation, in: SIGNED_STATES, decide: recordInstallation },
  RecordAcceptance: { command: RecordAcceptance, in: SIGNED_STATES, decide: recordAcceptance },
  ...progressCorrectionRules,
} satisfies RulesOf<ProgressCommand, SignedContract, ContractEvent>;

export const progressFold = {
  GoodsMovementRecorded(contract, data) {
    const before = progressOf(contract.progress, data.lineId);
    const progress = withProgress(contract.progress, [data.lineId], {
      readyQty: data.readyQty,
      shippedQty: data.shippedQty,
      deliveredQty: data.deliveredQty,
      refusedQty: data.refusedQty,
      sequence: data.sequence,
      readyOn: data.readyOn,
      shippedOn: data.shippedOn,
      deliveredOn: data.deliveredOn,
      deliveredBy: isAtLeast(before.deliveredQty, data.deliveredQty) ? before.deliveredBy : data.ref,
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
  ...progressCorrectionFold,
} satisfies FoldOf<ProgressEvent, SignedContract>;

/**
 * The newest report stands, also where it says less or names another day of delivery; a late or doubled one changes nothing.
 * @throws Rejected LINE_UNKNOWN, DATE_IN_FUTURE, DATE_BEFORE_SIGNING
 */
function recordGoodsMovement({ data, issued }: RecordGoodsMovement, contract: SignedContract): ContractEvent[] {
  const { lineId, on, ref, sequence } = data;
  refuseUnknownLines(contract, [lineId]);
  const before = progressOf(contract.progress, lineId);
  if (before.sequence !== undefined && sequence <= before.sequence) return [];
  const quantities = quantitiesAfter(before, data);
  const isRetold = before.deliveredBy === ref;
  const days = daysOf(before, quantities, on, isRetold);
  if (isSame(before, quantities) && days.deliveredOn === before.deliveredOn) return [];
  refuseWrongDay(contract, on, issued);
  const after: LineProgress = { ...before, ...quantities, ...days, sequence };
  const progress = withProgress(contract.progress, [lineId], after);
  return [
    {
      type: 'GoodsMovementRecorded',
      data: {
        contractId: contract.contractId,
        lineId,
        readyQty: after.readyQty,
        shippedQty: after.shippedQty,
        deliveredQty: after.deliveredQty,
        refusedQty: after.refusedQty,
        sequence,
        readyOn: after.readyOn,
        shippedOn: after.shippedOn,
        deliveredOn: after.deliveredOn,
        on,
        ref,
        delivery: deliveryAxis(contract.document, progress),
      },
    },
    ...contradictVoid(contract, { lineId, shippedQty: netShippedQty(after), ref, on }, issued.by.id),
    ...eventsOfProgress(contract, progress, {
      triggers: ['GOODS_READY', 'DISPATCHED', 'DELIVERED'],
      on,
      ref,
      issued,
      isRetold,
    }),
  ];
}

/** Installation on site is done. @throws Rejected LINE_UNKNOWN, DATE_IN_FUTURE, DATE_BEFORE_SIGNING */
function recordInstallation({ data, issued }: RecordInstallation, contract: SignedContract): ContractEvent[] {
  const { on, ref } = data;
  refuseUnknownLines(contract, data.lineIds);
  const lineIds = data.lineIds.filter((id) => !progressOf(contract.progress, id).installedOn);
  if (lineIds.length === 0) return [];
  refuseWrongDay(contract, on, issued);
  const progress = withProgress(contract.progress, lineIds, { installedOn: on });
  return [
    { type: 'InstallationRecorded', data: { contractId: contract.contractId, lineIds, on, ref } },
    ...eventsOfProgress(contract, progress, { triggers: ['INSTALLED'], on, ref, issued }),
  ];
}

/** Acceptance (验收), conditional or not, of lines. @throws Rejected LINE_UNKNOWN, DATE_IN_FUTURE, DATE_BEFORE_SIGNING */
function recordAcceptance({ data, issued }: RecordAcceptance, contract: SignedContract): ContractEvent[] {
  const { acceptanceId, certNo, on, result } = data;
  refuseUnknownLines(contract, data.lineIds);
  const lineIds = data.lineIds.filter((id) => !progressOf(contract.progress, id).acceptedOn);
  if (lineIds.length === 0) return [];
  refuseWrongDay(contract, on, issued);
  const progress = withProgress(contract.progress, lineIds, { acceptedOn: on });
  const acceptance = acceptanceAxis(contract.document, progress);
  const { contractId } = contract;
  return [
    { type: 'AcceptanceRecorded', data: { contractId, acceptanceId, lineIds, certNo, on, result, acceptance } },
    ...eventsOfProgress(contract, progress, { triggers: ['ACCEPTED'], on, ref: acceptanceId, issued }),
  ];
}

type Quantities = Pick<LineProgress, 'readyQty' | 'shippedQty' | 'deliveredQty' | 'refusedQty'>;

/** What was delivered or refused was shipped, what is away was ready. */
function quantitiesAfter(before: Quantities, data: RecordGoodsMovement['data']): Quantities {
  const deliveredQty = data.cumulativeDeliveredQty ?? before.deliveredQty;
  const refusedQty = data.cumulativeRefusedQty ?? before.refusedQty;
  const arrivedQty = sumQuantities([deliveredQty, refusedQty]);
  const shippedQty = largerQuantity(data.cumulativeShippedQty ?? before.shippedQty, arrivedQty);
  const readyQty = largerQuantity(data.cumulativeReadyQty ?? before.readyQty, difference(shippedQty, refusedQty));
  return { readyQty, shippedQty, deliveredQty, refusedQty };
}

const isSame = (a: Quantities, b: Quantities) =>
  isEqual(a.readyQty, b.readyQty) &&
  isEqual(a.shippedQty, b.shippedQty) &&
  isEqual(a.deliveredQty, b.deliveredQty) &&
  isEqual(a.refusedQty, b.refusedQty);

const isEqual = (a: string, b: string) => isAtLeast(a, b) && isAtLeast(b, a);

/** Days on which the quantities last grew; a report that comes late does not set them back, one that is told anew does. */
function daysOf(before: LineProgress, after: Quantities, on: string, isRetold: boolean) {
  return {
    readyOn: dayOf(before.readyQty, after.readyQty, before.readyOn, on),
    shippedOn: dayOf(before.shippedQty, after.shippedQty, before.shippedOn, on),
    deliveredOn: dayOf(before.deliveredQty, after.deliveredQty, isRetold ? on : before.deliveredOn, on),
  };
}

function dayOf(before: string, after: string, known: string | undefined, on: string): string | undefined {
  if (!isPositiveQuantity(after)) return undefined;
  if (isAtLeast(before, after)) return known;
  return known !== undefined && known > on ? known : on;
}

/** What another service tells cannot lie before the signature or after today. */
function refuseWrongDay({ signedOn }: SignedContract, on: string, { today }: Issued): void {
  refuseFuture('on', on, today);
  refuseBefore('SIGNING', 'on', on, signedOn);
}
