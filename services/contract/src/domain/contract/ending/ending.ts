import { Rejected, type FoldOf, type RulesOf, refuseBefore, refuseFuture } from '@engsales/event-sourcing/domain';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { SIGNED_STATES } from '../contract.values.js';
import { withoutMilestones } from '../milestones/milestones.state.js';
import { accountOf, netReceivedFen } from '../money/account.js';
import { endRecord, nextVersion, shippedLines } from './ended-contract.js';
import {
  RecordOrderEnd,
  RecordOrderReopening,
  ResumeContract,
  SuspendContract,
  TerminateContract,
  VoidContract,
  type DateShift,
  type EndingCommand,
} from './ending.commands.js';
import type { EndingEvent, EndRecord } from './ending.events.js';
import { settlementFold, settlementRules } from './settlement.js';

/** A contract that waits, goes on, or ends before its time (中止、恢复、作废、解除、结算). */
export const endingRules = {
  SuspendContract: { command: SuspendContract, in: ['SIGNED', 'IN_EXECUTION'], decide: suspendContract },
  ResumeContract: { command: ResumeContract, in: ['SUSPENDED'], decide: resumeContract },
  VoidContract: { command: VoidContract, in: ['SIGNED', 'IN_EXECUTION', 'SUSPENDED'], decide: voidContract },
  TerminateContract: {
    command: TerminateContract,
    in: ['SIGNED', 'IN_EXECUTION', 'SUSPENDED', 'VOIDED'],
    decide: terminateContract,
  },
  ...settlementRules,
  RecordOrderEnd: { command: RecordOrderEnd, in: SIGNED_STATES, decide: recordOrderEnd },
  RecordOrderReopening: { command: RecordOrderReopening, in: SIGNED_STATES, decide: recordOrderReopening },
} satisfies RulesOf<EndingCommand, SignedContract, ContractEvent>;

export const endingFold = {
  ContractSuspended: (contract, { state, contractVersion, suspensionNo, since, from }) => ({
    ...contract,
    state,
    contractVersion,
    suspensions: suspensionNo,
    suspension: { suspensionNo, since, from },
  }),
  ContractResumed(contract, { state, contractVersion, dateShifts }) {
    const lines = contract.document.lines.map((line) => {
      const shift = dateShifts.find((other) => other.lineId === line.lineId);
      return shift ? { ...line, committedDate: shift.to } : line;
    });
    const document = { ...contract.document, lines };
    return { ...contract, state, contractVersion, document, suspension: undefined };
  },
  ContractVoided: endContract,
  ContractTerminated: endContract,
  VoidContradicted: (contract, { state }) => ({ ...contract, state }),
  OrderEndRecorded(contract, { lineId, outcome, sunkCostFen }) {
    const others = contract.orderEnds.filter((end) => end.lineId !== lineId);
    return { ...contract, orderEnds: [...others, { lineId, outcome, sunkCostFen }] };
  },
  OrderReopeningRecorded: (contract, { lineId }) => ({
    ...contract,
    orderEnds: contract.orderEnds.filter((end) => end.lineId !== lineId),
  }),
  ...settlementFold,
} satisfies FoldOf<EndingEvent, SignedContract>;

/** Everything waits: production holds its orders. */
function suspendContract({ data, issued }: SuspendContract, contract: SignedContract): ContractEvent[] {
  const { reason, since } = data;
  refuseFuture('since', since, issued.today);
  refuseBefore('SIGNING', 'since', since, contract.signedOn);
  const suspensionNo = contract.suspensions + 1;
  const what = { suspensionNo, reason, since, from: contract.state, suspendedBy: issued.by.id };
  return [{ type: 'ContractSuspended', data: { ...nextVersion(contract), state: 'SUSPENDED', ...what } }];
}

/** Back to the former state; dates move only where this says so, each with its reason. @throws Rejected RESUMPTION_DATE_INVALID, LINE_UNKNOWN, DATE_BEFORE_TODAY */
function resumeContract({ data, issued }: ResumeContract, contract: SignedContract): ContractEvent[] {
  const { resumedOn } = data;
  refuseFuture('resumedOn', resumedOn, issued.today);
  const { suspension } = contract;
  if (suspension && resumedOn < suspension.since) {
    const details = { resumedOn, since: suspension.since };
    throw new Rejected('RESUMPTION_DATE_INVALID', `resumed on ${resumedOn}, before it was suspended`, details);
  }
  const shifts = data.dateShifts ?? [];
  refuseShiftedTwice(shifts);
  const dateShifts = shifts.map(({ lineId, to, reason }) => {
    refuseBefore('TODAY', 'to', to, issued.today, { lineId });
    const line = contract.document.lines.find((other) => other.lineId === lineId);
    if (!line) throw new Rejected('LINE_UNKNOWN', 'the contract has no such line', { unknown: [lineId] });
    return { lineId, from: line.committedDate, to, reason };
  });
  const { from: state = 'IN_EXECUTION', suspensionNo = 1 } = suspension ?? {};
  const what = { state, suspensionNo, resumedOn, dateShifts, resumedBy: issued.by.id };
  return [{ type: 'ContractResumed', data: { ...nextVersion(contract), ...what } }];
}

/** As if it had never been: only untouched, and with the money given back. @throws Rejected CONTRACT_HAS_PERFORMANCE, RECEIPTS_NOT_REFUNDED */
function voidContract({ data, issued }: VoidContract, contract: SignedContract): ContractEvent[] {
  const shipped = shippedLines(contract);
  if (shipped.length > 0) {
    throw new Rejected('CONTRACT_HAS_PERFORMANCE', 'goods have left; terminate it', { shippedLines: shipped });
  }
  const receivedFen = netReceivedFen(accountOf(contract));
  if (receivedFen > 0) {
    throw new Rejected('RECEIPTS_NOT_REFUNDED', `${receivedFen} fen are not given back`, { receivedFen });
  }
  const { reason, docRef, initiator = 'MUTUAL' } = data;
  const why = { initiator, reason, docRef, by: issued.by.id, on: issued.today };
  return [{ type: 'ContractVoided', data: { ...endRecord(contract, 'VOIDED', why), state: 'VOIDED' } }];
}

function terminateContract({ data, issued }: TerminateContract, contract: SignedContract): ContractEvent[] {
  const { initiator, reason, docRef } = data;
  const why = { initiator, reason, docRef, by: issued.by.id, on: issued.today };
  return [{ type: 'ContractTerminated', data: { ...endRecord(contract, 'TERMINATED', why), state: 'TERMINATED' } }];
}

function recordOrderEnd({ data, issued }: RecordOrderEnd, contract: SignedContract): ContractEvent[] {
  const { lineId, outcome, sunkCostFen } = data;
  if (contract.orderEnds.some((end) => end.lineId === lineId && end.outcome === outcome)) return [];
  const { contractId } = contract;
  return [{ type: 'OrderEndRecorded', data: { contractId, lineId, outcome, sunkCostFen, on: issued.today } }];
}

function recordOrderReopening({ data, issued }: RecordOrderReopening, contract: SignedContract): ContractEvent[] {
  const { lineId } = data;
  if (!contract.orderEnds.some((end) => end.lineId === lineId)) return [];
  const { contractId } = contract;
  return [{ type: 'OrderReopeningRecorded', data: { contractId, lineId, on: issued.today } }];
}

function refuseShiftedTwice(shifts: readonly DateShift[]): void {
  const twice = shifts.find(({ lineId }, index) => shifts.findIndex((other) => other.lineId === lineId) !== index);
  if (twice === undefined) return;
  const details = { pointer: '/dateShifts', lineId: twice.lineId };
  throw new Rejected('VALIDATION_FAILED', `line ${twice.lineId} stands twice`, details);
}

type End = EndRecord & { readonly state: 'VOIDED' | 'TERMINATED' };

function endContract(contract: SignedContract, { state, contractVersion, cancelledMilestoneIds, payment }: End) {
  const milestones = withoutMilestones(contract.milestones, cancelledMilestoneIds);
  return { ...contract, state, contractVersion, milestones, payment };
}
