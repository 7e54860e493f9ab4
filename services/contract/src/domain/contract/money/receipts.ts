import { Rejected, type FoldOf, type RulesOf, refuseBefore, refuseFuture } from '@engsales/event-sourcing/domain';
import { isSameNumber, sumFen } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { SIGNED_STATES } from '../contract.values.js';
import { outstandingFen } from '../milestones/milestones.state.js';
import {
  accountAfter,
  accountOf,
  allocatedFen,
  bookingRecord,
  isCovered,
  netReceivedFen,
  unallocatedFen,
  worthFen,
  type Account,
} from './account.js';
import { bookingEvents, isCleared, refuseWrongMaturity, refuseWrongRest, withBooking } from './booking.js';
import {
  AllocateReceipt,
  MatureReceipt,
  RecordReceipt,
  ReverseReceipt,
  type ReceiptCommand,
} from './money.commands.js';
import type { ReceiptEvent } from './money.events.js';
import { standingReceipts, standingRefunds, type Allocation, type Payer, type Receipt } from './money.state.js';

/** Money that comes in (回款), also before anything is due and after the end of a contract. */
export const receiptRules = {
  RecordReceipt: { command: RecordReceipt, in: SIGNED_STATES, decide: recordReceipt },
  AllocateReceipt: { command: AllocateReceipt, in: SIGNED_STATES, decide: allocateReceipt },
  ReverseReceipt: { command: ReverseReceipt, in: SIGNED_STATES, decide: reverseReceipt },
  MatureReceipt: { command: MatureReceipt, in: SIGNED_STATES, decide: matureReceipt },
} satisfies RulesOf<ReceiptCommand, SignedContract, ContractEvent>;

export const receiptFold = {
  ReceiptRecorded(contract, data) {
    const receipt: Receipt = {
      receiptId: data.receiptId,
      bankRef: data.bankRef,
      amountFen: data.amountFen,
      receivedOn: data.receivedOn,
      payer: data.payer && copyPayer(data.payer),
      instrument: data.instrument,
      maturesOn: data.maturesOn,
      cleared: data.cleared,
      status: data.status,
      allocations: [],
      recordedBy: data.recordedBy,
      recordedOn: data.recordedOn,
    };
    return withBooking({ ...contract, receipts: [...contract.receipts, receipt] }, data);
  },
  ReceiptAllocated: (contract, data) => withBooking(contract, data),
  ReceiptReversed: (contract, data) =>
    withBooking(changeReceipt(contract, data.receiptId, { status: 'REVERSED', allocations: [] }), data),
  ReceiptMatured: (contract, data) => withBooking(changeReceipt(contract, data.receiptId, { cleared: true }), data),
} satisfies FoldOf<ReceiptEvent, SignedContract>;

/** @throws Rejected DUPLICATE_RECEIPT, DATE_IN_FUTURE, DATE_BEFORE_DRAFTING, DATE_BEFORE_RECEIPT, ALLOCATION_EXCEEDS_RECEIPT, ALLOCATION_EXCEEDS_MILESTONE, RECEIPT_EXCEEDS_CONTRACT */
function recordReceipt({ data, issued }: RecordReceipt, contract: SignedContract): ContractEvent[] {
  const before = accountOf(contract, issued.today);
  refuseKnownTransfer(before, data.bankRef);
  refuseFuture('receivedOn', data.receivedOn, issued.today);
  refuseBefore('DRAFTING', 'receivedOn', data.receivedOn, contract.draftedOn);
  refuseWrongMaturity(data);
  const empty: Receipt = {
    receiptId: issued.commandId,
    bankRef: data.bankRef,
    amountFen: data.amountFen,
    receivedOn: data.receivedOn,
    payer: data.payer && copyPayer(data.payer),
    instrument: data.instrument,
    maturesOn: data.maturesOn,
    cleared: isCleared(data, issued.today),
    status: 'RECORDED',
    allocations: [],
    recordedBy: issued.by.id,
    recordedOn: issued.today,
  };
  const receipt = withAllocations(empty, data.allocations ?? [], before, data.amountFen);
  const after = accountAfter(before, { receipts: [...before.receipts, receipt] });
  refuseWrongRest(receipt, data.unallocatedFen);
  refuseExcess(data, after, worthFen(contract));
  const head: ContractEvent = {
    type: 'ReceiptRecorded',
    data: {
      contractId: contract.contractId,
      receiptId: receipt.receiptId,
      bankRef: receipt.bankRef,
      amountFen: receipt.amountFen,
      receivedOn: receipt.receivedOn,
      payer: receipt.payer && copyPayer(receipt.payer),
      instrument: receipt.instrument,
      maturesOn: receipt.maturesOn,
      cleared: receipt.cleared,
      status: 'RECORDED',
      allocations: receipt.allocations,
      recordedBy: receipt.recordedBy,
      recordedOn: receipt.recordedOn,
      ...bookingRecord(before, after),
    },
  };
  return bookingEvents(contract, head, after, issued.today);
}

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION, ALLOCATION_EXCEEDS_RECEIPT, ALLOCATION_EXCEEDS_MILESTONE */
function allocateReceipt({ data, issued }: AllocateReceipt, contract: SignedContract): ContractEvent[] {
  const before = accountOf(contract, issued.today);
  const receipt = receiptNamed(contract, data.receiptId);
  const open = receipt.amountFen - allocatedFen([receipt]);
  const changed = withAllocations(receipt, data.allocations, before, Math.min(open, unallocatedFen(before)));
  const after = accountAfter(before, { receipts: before.receipts.map((r) => (r === receipt ? changed : r)) });
  const { receiptId, allocations } = changed;
  const what = { contractId: contract.contractId, receiptId, allocations, allocatedOn: issued.today };
  const head: ContractEvent = { type: 'ReceiptAllocated', data: { ...what, ...bookingRecord(before, after) } };
  return bookingEvents(contract, head, after, issued.today);
}

/** A wrong booking, or a bill that was not honoured. @throws Rejected NOT_FOUND, INVALID_TRANSITION, RECEIPT_ALREADY_REFUNDED */
function reverseReceipt({ data, issued }: ReverseReceipt, contract: SignedContract): ContractEvent[] {
  const before = accountOf(contract, issued.today);
  const receipt = receiptNamed(contract, data.receiptId);
  const reversed: Receipt = { ...receipt, status: 'REVERSED', allocations: [] };
  const receipts = before.receipts.map((r) => (r === receipt ? reversed : r));
  const net = netReceivedFen({ receipts, refunds: before.refunds });
  if (net < 0) {
    const details = { receiptId: receipt.receiptId, missingFen: -net };
    throw new Rejected('RECEIPT_ALREADY_REFUNDED', 'this money has been given back to the customer', details);
  }
  if (!isCovered(receipts, standingRefunds(before.refunds))) {
    const details = { receiptId: receipt.receiptId, receivedOn: receipt.receivedOn };
    throw new Rejected(
      'RECEIPT_ALREADY_REFUNDED',
      'without this money a refund would stand before any receipt',
      details,
    );
  }
  const after = accountAfter(before, { receipts });
  const head: ContractEvent = {
    type: 'ReceiptReversed',
    data: {
      contractId: contract.contractId,
      receiptId: receipt.receiptId,
      bankRef: receipt.bankRef,
      amountFen: receipt.amountFen,
      receivedOn: receipt.receivedOn,
      reason: data.reason,
      reversedOn: issued.today,
      allocations: receipt.allocations,
      ...bookingRecord(before, after),
    },
  };
  return bookingEvents(contract, head, after, issued.today);
}

/** The day of a bill's maturity has come. Nothing, when it was reversed or has matured before. */
function matureReceipt({ data, issued }: MatureReceipt, contract: SignedContract): ContractEvent[] {
  const before = accountOf(contract, issued.today);
  const receipt = standingReceipts(before.receipts).find(({ receiptId }) => receiptId === data.receiptId);
  if (!receipt || receipt.cleared || (receipt.maturesOn ?? '') > issued.today) return [];
  const receipts = before.receipts.map((r) => (r === receipt ? { ...receipt, cleared: true } : r));
  const after = accountAfter(before, { receipts });
  const what = { contractId: contract.contractId, receiptId: receipt.receiptId, maturedOn: issued.today };
  const head: ContractEvent = { type: 'ReceiptMatured', data: { ...what, ...bookingRecord(before, after) } };
  return bookingEvents(contract, head, after, issued.today);
}

/** The receipt with more of it allocated. */
function withAllocations(
  receipt: Receipt,
  wanted: readonly Allocation[],
  account: Account,
  availableFen: number,
): Receipt {
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
      throw new Rejected('ALLOCATION_EXCEEDS_MILESTONE', `${milestoneId} needs only ${openFen} fen`, details);
    }
    merged.set(milestoneId, (merged.get(milestoneId) ?? 0) + amountFen);
  }
  if (wantedFen > availableFen) {
    const details = { givenFen: wantedFen, availableFen };
    throw new Rejected('ALLOCATION_EXCEEDS_RECEIPT', `only ${availableFen} fen are left of the receipt`, details);
  }
  return { ...receipt, allocations: [...merged].map(([milestoneId, amountFen]) => ({ milestoneId, amountFen })) };
}

function refuseKnownTransfer({ receipts }: Account, bankRef: string): void {
  const twin = standingReceipts(receipts).find((receipt) => isSameNumber(receipt.bankRef, bankRef));
  if (!twin) return;
  const details = { bankRef, receiptId: twin.receiptId };
  throw new Rejected('DUPLICATE_RECEIPT', 'this transfer is booked on the contract already', details);
}

/** More than the contract is worth is only kept when the caller says so. */
function refuseExcess(
  { amountFen, unallocatedFen: stated = 0 }: RecordReceipt['data'],
  after: Account,
  totalFen: number,
) {
  const receivedFen = netReceivedFen(after);
  const excessFen = Math.min(amountFen, receivedFen - totalFen);
  if (excessFen <= stated) return;
  const details = { totalFen, receivedFen, excessFen };
  throw new Rejected('RECEIPT_EXCEEDS_CONTRACT', `${excessFen} fen go beyond the contract`, details);
}

function receiptNamed({ receipts }: SignedContract, receiptId: string): Receipt {
  const receipt = receipts.find((r) => r.receiptId === receiptId);
  if (!receipt) throw new Rejected('NOT_FOUND', `the contract has no receipt ${receiptId}`, { receiptId });
  if (receipt.status === 'RECORDED') return receipt;
  throw new Rejected('INVALID_TRANSITION', 'the receipt is reversed', { receiptId, status: receipt.status });
}

function changeReceipt(contract: SignedContract, id: string, change: Partial<Receipt>): SignedContract {
  const receipts = contract.receipts.map((r) => (r.receiptId === id ? { ...r, ...change } : r));
  return { ...contract, receipts };
}

const copyPayer = ({ partyId, name, personRef }: Payer): Payer => ({ partyId, name, personRef });
