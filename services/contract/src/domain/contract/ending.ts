import { Rejected } from '@engsales/event-sourcing/decider';
import { isPositiveQuantity, sumFen } from '@engsales/values';
import { netReceivedFen, paymentAxis, standing } from './account.js';
import { accountOf, refuseFuture } from './booking.js';
import { orderLineIdsOf } from './contract-document.js';
import type { ContractEvent } from './contract.events.js';
import type { ExistingContract } from './contract-state.js';
import type {
  Initiator,
  RecordOrderEnd,
  ResumeContract,
  SettleTermination,
  SuspendContract,
  TerminateContract,
  VoidContract,
} from './ending.commands.js';
import { progressOf } from './goods-progress.js';
import { outstandingFen, withoutPlanned } from './payment-schedule.js';

/** Everything waits: production holds its orders. */
export function suspend({ data, issued }: SuspendContract, contract: ExistingContract): ContractEvent[] {
  const { reason, since } = data;
  refuseFuture('since', since, issued.today);
  const suspensionNo = (contract.suspensions ?? 0) + 1;
  const what = { suspensionNo, reason, since, from: contract.state, suspendedBy: issued.by.id };
  return [{ type: 'ContractSuspended', data: { ...nextVersion(contract), state: 'SUSPENDED', ...what } }];
}

/** Back to the former state; dates move only where this says so, each with its reason (S25). */
export function resume({ data, issued }: ResumeContract, contract: ExistingContract): ContractEvent[] {
  const { resumedOn } = data;
  refuseFuture('resumedOn', resumedOn, issued.today);
  const { suspension } = contract;
  if (suspension && resumedOn < suspension.since) {
    const details = { resumedOn, since: suspension.since };
    throw new Rejected('RESUMPTION_DATE_INVALID', 'resumed before it was suspended', details);
  }
  const dateShifts = (data.dateShifts ?? []).map(({ lineId, to, reason }) => {
    const line = contract.document.lines.find((other) => other.lineId === lineId);
    if (!line) throw new Rejected('LINE_UNKNOWN', 'the contract has no such line', { unknown: [lineId] });
    return { lineId, from: line.committedDate, to, reason };
  });
  const { from: state = 'IN_EXECUTION', suspensionNo = 1 } = suspension ?? {};
  const what = { state, suspensionNo, resumedOn, dateShifts, resumedBy: issued.by.id };
  return [{ type: 'ContractResumed', data: { ...nextVersion(contract), ...what } }];
}

/** As if it had never been: only untouched, and with the money given back. @throws Rejected CONTRACT_HAS_PERFORMANCE, RECEIPTS_NOT_REFUNDED */
export function voidContract({ data, issued }: VoidContract, contract: ExistingContract): ContractEvent[] {
  const shippedLines = shippedOf(contract);
  if (shippedLines.length > 0) {
    throw new Rejected('CONTRACT_HAS_PERFORMANCE', 'goods have left; terminate it', { shippedLines });
  }
  const receivedFen = netReceivedFen(accountOf(contract));
  if (receivedFen > 0) throw new Rejected('RECEIPTS_NOT_REFUNDED', 'give the money back first', { receivedFen });
  const { reason, docRef, initiator = 'MUTUAL' } = data;
  const how = { initiator, reason, docRef, by: issued.by.id, on: issued.today };
  return [{ type: 'ContractVoided', data: { ...ended(contract, how), state: 'VOIDED' } }];
}

export function terminate({ data, issued }: TerminateContract, contract: ExistingContract): ContractEvent[] {
  const { initiator, reason, docRef } = data;
  const how = { initiator, reason, docRef, by: issued.by.id, on: issued.today };
  return [{ type: 'ContractTerminated', data: { ...ended(contract, how), state: 'TERMINATED' } }];
}

/** A shipment that crossed the void: what left makes it a termination. */
export function contradictVoid(
  contract: ExistingContract,
  moved: { readonly lineId: string; readonly shippedQty: string; readonly ref: string; readonly on: string },
  by: string,
): ContractEvent[] {
  if (contract.state !== 'VOIDED' || !isPositiveQuantity(moved.shippedQty)) return [];
  const { contractId } = contract;
  const shippedLines = [{ lineId: moved.lineId, qty: moved.shippedQty }];
  const how = {
    initiator: 'MUTUAL' as const,
    reason: `VoidContradicted: ${moved.ref}`,
    docRef: moved.ref,
    by,
    on: moved.on,
  };
  return [
    { type: 'VoidContradicted', data: { contractId, state: 'TERMINATED', ...moved } },
    { type: 'ContractTerminated', data: { ...ended(contract, how), shippedLines, state: 'TERMINATED' } },
  ];
}

/** Every order has ended, so that what they have cost is known. @throws Rejected ORDERS_NOT_SETTLED with details.open */
export function settle({ data, issued }: SettleTermination, contract: ExistingContract): ContractEvent[] {
  const { orderEnds = {}, contractId, document } = contract;
  const open = orderLineIdsOf(document).filter((lineId) => orderEnds[lineId] === undefined);
  if (open.length > 0) throw new Rejected('ORDERS_NOT_SETTLED', 'orders have not ended yet', { open });
  const { finalFen, docRef } = data;
  const receivedFen = netReceivedFen(accountOf(contract));
  const sunkCostFen = sumFen(Object.values(orderEnds).map((orderEnd) => orderEnd.sunkCostFen));
  const money = { finalFen, receivedFen, balanceFen: finalFen - receivedFen, sunkCostFen };
  const by = { ...(docRef === undefined ? {} : { docRef }), settledBy: issued.by.id, settledOn: issued.today };
  return [{ type: 'ContractSettled', data: { contractId, state: 'SETTLED', ...money, ...by } }];
}

export function recordOrderEnd({ data, issued }: RecordOrderEnd, contract: ExistingContract): ContractEvent[] {
  const { lineId, outcome, sunkCostFen } = data;
  if (contract.orderEnds?.[lineId]?.outcome === outcome) return [];
  const { contractId } = contract;
  return [{ type: 'OrderEndRecorded', data: { contractId, lineId, outcome, sunkCostFen, on: issued.today } }];
}

interface How {
  readonly initiator: Initiator;
  readonly reason: string;
  readonly docRef: string;
  readonly by: string;
  readonly on: string;
}

function ended(contract: ExistingContract, how: How) {
  const { receipts, refunds, milestones } = accountOf(contract);
  const receivedFen = sumFen(standing(receipts).map((receipt) => receipt.amountFen));
  const refundedFen = sumFen(refunds.map((refund) => refund.amountFen));
  const left = withoutPlanned(milestones);
  const owed = {
    cancelledMilestoneIds: milestones.filter((m) => m.status === 'PLANNED').map((m) => m.id),
    contractOutstandingFen: sumFen(left.map(outstandingFen)),
    payment: paymentAxis(left),
  };
  const money = { receivedFen, refundedFen, ...owed };
  return { ...nextVersion(contract), ...how, ...money, shippedLines: shippedOf(contract) };
}

function nextVersion({ contractId, contractVersion = 1, document }: ExistingContract) {
  return { contractId, contractVersion: contractVersion + 1, orderLineIds: orderLineIdsOf(document) };
}

function shippedOf({ document, progress }: ExistingContract) {
  const lines = document.lines.map(({ lineId }) => ({ lineId, qty: progressOf(progress, lineId).shippedQty }));
  return lines.filter(({ qty }) => isPositiveQuantity(qty));
}
