import { Rejected } from '@engsales/event-sourcing/decider';
import { sumFen } from '@engsales/values';
import { allocatedFen, bookingOf, netReceivedFen, standing, unallocatedFen, type Account } from './account.js';
import { accountOf, booked, isCleared, refuseFuture, sameReference, settled } from './booking.js';
import type { ContractEvent } from './contract.events.js';
import type { ExistingContract } from './contract-state.js';
import type { AllocateReceipt, MatureReceipt, RecordReceipt, ReverseReceipt } from './money.commands.js';
import type { Allocation, Receipt } from './money.js';
import { outstandingFen } from './payment-schedule.js';

/** @throws Rejected DUPLICATE_RECEIPT, DATE_IN_FUTURE, ALLOCATION_EXCEEDS_RECEIPT, ALLOCATION_EXCEEDS_MILESTONE, RECEIPT_EXCEEDS_CONTRACT */
export function recordReceipt({ data, issued }: RecordReceipt, contract: ExistingContract): ContractEvent[] {
  const { unallocatedFen: stated, allocations = [], contractId: _id, ...said } = data;
  const before = accountOf(contract);
  const twin = standing(before.receipts).find((receipt) => sameReference(receipt.bankRef, data.bankRef));
  if (twin) {
    const details = { bankRef: data.bankRef, receiptId: twin.receiptId };
    throw new Rejected('DUPLICATE_RECEIPT', 'this transfer is booked on the contract already', details);
  }
  refuseFuture('receivedOn', data.receivedOn, issued.today);
  const cleared = isCleared(data, issued.today);
  const empty: Receipt = { receiptId: issued.commandId, ...said, cleared, status: 'RECORDED', allocations: [] };
  const receipt = allocated(empty, allocations, before, data.amountFen);
  const after = settled(before, { receipts: [...before.receipts, receipt] });
  const rest = data.amountFen - allocatedFen([receipt]);
  if (stated !== undefined && stated !== rest) {
    const details = { pointer: '/unallocatedFen', unallocatedFen: rest };
    throw new Rejected('VALIDATION_FAILED', `${rest} fen of the receipt are unallocated`, details);
  }
  const excessFen = Math.min(data.amountFen, netReceivedFen(after) - contract.document.totalFen);
  if (excessFen > (stated ?? 0)) {
    const details = { totalFen: contract.document.totalFen, receivedFen: netReceivedFen(after), excessFen };
    throw new Rejected('RECEIPT_EXCEEDS_CONTRACT', 'more than the contract; say unallocatedFen to keep it', details);
  }
  const { contractId } = contract;
  const head = { contractId, ...receipt, ...bookingOf(before, after) };
  return booked(contract, { type: 'ReceiptRecorded', data: head }, after, issued.today);
}

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION, ALLOCATION_EXCEEDS_RECEIPT, ALLOCATION_EXCEEDS_MILESTONE */
export function allocateReceipt({ data, issued }: AllocateReceipt, contract: ExistingContract): ContractEvent[] {
  const before = accountOf(contract);
  const receipt = receiptNamed(contract, data.receiptId);
  const open = receipt.amountFen - allocatedFen([receipt]);
  const changed = allocated(receipt, data.allocations, before, Math.min(open, unallocatedFen(before)));
  const after = settled(before, { receipts: before.receipts.map((r) => (r === receipt ? changed : r)) });
  const { contractId } = contract;
  const { receiptId, allocations } = changed;
  const head = { contractId, receiptId, allocations, allocatedOn: issued.today, ...bookingOf(before, after) };
  return booked(contract, { type: 'ReceiptAllocated', data: head }, after, issued.today);
}

/** A wrong booking, or a bill that was not honoured. @throws Rejected NOT_FOUND, INVALID_TRANSITION, RECEIPT_ALREADY_REFUNDED */
export function reverseReceipt({ data, issued }: ReverseReceipt, contract: ExistingContract): ContractEvent[] {
  const before = accountOf(contract);
  const receipt = receiptNamed(contract, data.receiptId);
  const reversed: Receipt = { ...receipt, status: 'REVERSED', allocations: [] };
  const receipts = before.receipts.map((r) => (r === receipt ? reversed : r));
  const net = netReceivedFen({ receipts, refunds: before.refunds });
  if (net < 0) {
    const details = { receiptId: receipt.receiptId, missingFen: -net };
    throw new Rejected('RECEIPT_ALREADY_REFUNDED', 'this money has been given back to the customer', details);
  }
  const after = settled(before, { receipts });
  const { contractId } = contract;
  const { receiptId, bankRef, amountFen, receivedOn } = receipt;
  const what = { contractId, receiptId, bankRef, amountFen, receivedOn, reason: data.reason, reversedOn: issued.today };
  const head = { ...what, allocations: receipt.allocations, ...bookingOf(before, after) };
  return booked(contract, { type: 'ReceiptReversed', data: head }, after, issued.today);
}

/** The day of a bill's maturity has come. Nothing, when it was reversed or has matured before. */
export function matureReceipt({ data, issued }: MatureReceipt, contract: ExistingContract): ContractEvent[] {
  const before = accountOf(contract);
  const receipt = standing(before.receipts).find(({ receiptId }) => receiptId === data.receiptId);
  if (!receipt || receipt.cleared || (receipt.maturesOn ?? '') > issued.today) return [];
  const after = settled(before, {
    receipts: before.receipts.map((r) => (r === receipt ? { ...receipt, cleared: true } : r)),
  });
  const { contractId } = contract;
  const head = { contractId, receiptId: receipt.receiptId, maturedOn: issued.today, ...bookingOf(before, after) };
  return booked(contract, { type: 'ReceiptMatured', data: head }, after, issued.today);
}

function allocated(receipt: Receipt, wanted: readonly Allocation[], account: Account, availableFen: number): Receipt {
  const wantedFen = sumFen(wanted.map((a) => a.amountFen));
  const merged = new Map(receipt.allocations.map((a) => [a.milestoneId, a.amountFen]));
  const added = new Map<string, number>();
  for (const { milestoneId, amountFen } of wanted) {
    const milestone = account.milestones.find((m) => m.id === milestoneId);
    if (!milestone) throw new Rejected('NOT_FOUND', `the contract has no milestone ${milestoneId}`, { milestoneId });
    added.set(milestoneId, (added.get(milestoneId) ?? 0) + amountFen);
    const [givenFen = 0, openFen] = [added.get(milestoneId), outstandingFen(milestone)];
    if (givenFen > openFen) {
      const details = { milestoneId, givenFen, outstandingFen: openFen };
      throw new Rejected('ALLOCATION_EXCEEDS_MILESTONE', 'more than the milestone still needs', details);
    }
    merged.set(milestoneId, (merged.get(milestoneId) ?? 0) + amountFen);
  }
  if (wantedFen > availableFen) {
    const details = { givenFen: wantedFen, availableFen };
    throw new Rejected('ALLOCATION_EXCEEDS_RECEIPT', 'more than is left of the receipt', details);
  }
  return { ...receipt, allocations: [...merged].map(([milestoneId, amountFen]) => ({ milestoneId, amountFen })) };
}

function receiptNamed(contract: ExistingContract, receiptId: string): Receipt {
  const receipt = contract.receipts?.find((r) => r.receiptId === receiptId);
  if (!receipt) throw new Rejected('NOT_FOUND', `the contract has no receipt ${receiptId}`, { receiptId });
  if (receipt.status === 'RECORDED') return receipt;
  throw new Rejected('INVALID_TRANSITION', 'the receipt is reversed', { receiptId, status: receipt.status });
}
