import { Rejected } from '@engsales/event-sourcing/decider';
import { isAtLeast, isPositiveQuantity, largerQuantity, sumFen } from '@engsales/values';
import { bookingOf, netReceivedFen } from './account.js';
import { isCleared, refuseBeforeSigning, refuseFuture, sameReference, settled } from './booking.js';
import { refuseIncomplete } from './contract-completeness.js';
import { orderLineIdsOf, priceDocument, type ContractDocument } from './contract-document.js';
import type { ContractEvent } from './contract.events.js';
import type { Contract } from './contract-state.js';
import { acceptanceAxis, deliveryAxis, type Progress } from './goods-progress.js';
import type { ImportContract, ImportedReceipt } from './import.commands.js';
import type { Receipt } from './money.js';
import { afterTrigger } from './milestones.js';
import { gatesOf } from './payment-gates.js';
import { dueOnSigning, outstandingFen, type PaymentMilestone } from './payment-schedule.js';

/** One event with everything, so that nothing of it is there without the rest. @throws Rejected as draft, sign and receipts do */
export function importContract({ data, issued }: ImportContract, contract: Contract): ContractEvent[] {
  const { contractId, projectId, contractNo, signedOn } = data;
  if (contract.state !== 'NONE') throw new Rejected('DUPLICATE_CONTRACT', `the contract ${contractId} exists`);
  if (signedOn > issued.today) {
    throw new Rejected('SIGNING_DATE_INVALID', 'signed after today', { signedOn, latest: issued.today });
  }
  const priced = priceDocument(data.document);
  refuseIncomplete(priced);
  refuseWrongFacts(data, priced, issued.today);
  const milestones = dueOnSigning(priced.milestones, signedOn).map((milestone) => {
    const on = data.triggered.find((t) => t.milestoneId === milestone.id)?.on;
    return on === undefined ? milestone : afterTrigger(milestone, on, issued.today, priced);
  });
  const empty = { receipts: [], refunds: [], milestones };
  const receipts = data.receipts.map((receipt) => receiptOf(receipt, issued.today));
  refuseWrongMoney(receipts, priced.totalFen);
  const account = settled(empty, { receipts });
  refuseOverpaid(account.milestones);
  const progress = progressFrom(data, priced);
  const document = { ...priced, milestones };
  const lines = { document: priced };
  const axes = { delivery: deliveryAxis(lines, progress), acceptance: acceptanceAxis(lines, progress) };
  const standing = { document, milestones: account.milestones, receipts, progress, gates: gatesOf(account.milestones) };
  const head = { contractId, projectId, contractNo, contractVersion: 1, state: 'IN_EXECUTION' as const, signedOn };
  const { milestones: _moved, allocationsOf: _all, ...totals } = bookingOf(empty, account);
  const by = { importedBy: issued.by.id, importedOn: issued.today, orderLineIds: orderLineIdsOf(document) };
  return [{ type: 'ContractImported', data: { ...head, ...standing, ...axes, ...totals, ...by } }];
}

/** What signing and booking would refuse is not imported either. */
function refuseWrongFacts(data: ImportContract['data'], known: ContractDocument, today: string): void {
  const { signedOn, triggered: on, receipts, installed = [], accepted = [] } = data;
  for (const { milestoneId, on: day } of on) {
    refuseFuture('on', day, today);
    refuseBeforeSigning(day, signedOn, { milestoneId });
  }
  for (const { lineId, on: day } of [...installed, ...accepted]) {
    refuseFuture('on', day, today);
    refuseBeforeSigning(day, signedOn, { lineId });
  }
  refuseTwice(
    on.map((entry) => entry.milestoneId),
    '/triggered',
  );
  for (const list of ['shipped', 'delivered', 'installed', 'accepted'] as const) {
    refuseTwice(
      (data[list] ?? []).map((entry) => entry.lineId),
      `/${list}`,
    );
  }
  const named = [...on, ...receipts.flatMap((receipt) => receipt.allocations)].map((entry) => entry.milestoneId);
  const milestoneId = named.find((id) => !known.milestones.some((milestone) => milestone.id === id));
  if (milestoneId !== undefined) {
    throw new Rejected('NOT_FOUND', `the contract has no milestone ${milestoneId}`, { milestoneId });
  }
  refuseWrongLines(data, known);
}

function refuseWrongLines(
  { shipped, delivered, installed = [], accepted = [] }: ImportContract['data'],
  known: ContractDocument,
) {
  const quantities = [...shipped, ...delivered];
  for (const { lineId, qty } of [
    ...quantities,
    ...[...installed, ...accepted].map(({ lineId }) => ({ lineId, qty: '0' })),
  ]) {
    const line = known.lines.find((other) => other.lineId === lineId);
    if (!line) throw new Rejected('LINE_UNKNOWN', 'the contract has no such line', { unknown: [lineId] });
    if (!isAtLeast(line.qty, qty))
      throw new Rejected('OVER_SHIPMENT', 'more than was sold', { lineId, qty, sold: line.qty });
  }
}

function refuseTwice(ids: readonly string[], pointer: string): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Rejected('VALIDATION_FAILED', `${twice} stands twice`, { pointer });
}

function receiptOf(receipt: ImportedReceipt, today: string): Receipt {
  refuseFuture('receivedOn', receipt.receivedOn, today);
  const given = sumFen(receipt.allocations.map((allocation) => allocation.amountFen));
  if (given > receipt.amountFen) {
    const details = { bankRef: receipt.bankRef, givenFen: given, availableFen: receipt.amountFen };
    throw new Rejected('ALLOCATION_EXCEEDS_RECEIPT', 'more is allocated than was received', details);
  }
  return { ...receipt, cleared: isCleared(receipt, today), status: 'RECORDED' };
}

function refuseWrongMoney(receipts: readonly Receipt[], totalFen: number): void {
  const twin = receipts.find((one, i) =>
    receipts.slice(0, i).some((other) => sameReference(other.bankRef, one.bankRef)),
  );
  if (twin) throw new Rejected('DUPLICATE_RECEIPT', 'the same transfer stands twice', { bankRef: twin.bankRef });
  const receivedFen = netReceivedFen({ receipts, refunds: [] });
  if (receivedFen <= totalFen) return;
  const details = { totalFen, receivedFen, excessFen: receivedFen - totalFen };
  throw new Rejected('RECEIPT_EXCEEDS_CONTRACT', 'more was received than the contract is worth', details);
}

function refuseOverpaid(milestones: readonly PaymentMilestone[]): void {
  const over = milestones.find((milestone) => outstandingFen(milestone) < 0);
  if (!over) return;
  const details = { milestoneId: over.id, givenFen: over.paidFen, outstandingFen: over.amountFen };
  throw new Rejected('ALLOCATION_EXCEEDS_MILESTONE', 'more than the milestone needs', details);
}

function progressFrom(data: ImportContract['data'], { lines }: ContractDocument): Progress {
  const { shipped, delivered, installed = [], accepted = [] } = data;
  const qtyIn = (list: typeof shipped, lineId: string) => list.find((entry) => entry.lineId === lineId)?.qty ?? '0';
  const dayIn = (list: typeof installed, lineId: string) => list.find((entry) => entry.lineId === lineId)?.on;
  const known = lines.map(({ lineId }) => {
    const deliveredQty = qtyIn(delivered, lineId);
    const shippedQty = largerQuantity(qtyIn(shipped, lineId), deliveredQty);
    const [installedOn, acceptedOn] = [dayIn(installed, lineId), dayIn(accepted, lineId)];
    const days = { ...(installedOn ? { installedOn } : {}), ...(acceptedOn ? { acceptedOn } : {}) };
    return [lineId, { readyQty: shippedQty, shippedQty, deliveredQty, ...days }] as const;
  });
  return Object.fromEntries(
    known.filter(([, line]) => isPositiveQuantity(line.shippedQty) || 'acceptedOn' in line || 'installedOn' in line),
  );
}
