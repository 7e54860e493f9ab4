import { Rejected } from '@engsales/event-sourcing/decider';
import { isAtLeast, largerQuantity } from '@engsales/values';
import { bookingOf } from './account.js';
import { sameReference, settled } from './booking.js';
import { refuseIncomplete } from './contract-completeness.js';
import { orderLineIdsOf, priceDocument, type ContractDocument } from './contract-document.js';
import type { ContractEvent } from './contract.events.js';
import type { Contract } from './contract-state.js';
import { deliveryAxis, type Progress } from './goods-progress.js';
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
  refuseUnknown(data, priced);
  const milestones = dueOnSigning(priced.milestones, signedOn).map((milestone) => {
    const on = data.triggered.find((t) => t.milestoneId === milestone.id)?.on;
    return on === undefined ? milestone : afterTrigger(milestone, on, issued.today, priced);
  });
  const empty = { receipts: [], refunds: [], milestones };
  const receipts = data.receipts.map((receipt, index) =>
    receiptOf(receipt, `${issued.commandId}-${index + 1}`, issued.today),
  );
  const account = settled(empty, { receipts });
  refuseOverpaid(account.milestones);
  const progress = progressFrom(data, priced);
  const document = { ...priced, milestones };
  const axes = { delivery: deliveryAxis({ document } as never, progress) };
  const standing = { document, milestones: account.milestones, receipts, progress, gates: gatesOf(account.milestones) };
  const head = { contractId, projectId, contractNo, contractVersion: 1, state: 'IN_EXECUTION' as const, signedOn };
  const { milestones: _moved, allocationsOf: _all, ...totals } = bookingOf(empty, account);
  const by = { importedBy: issued.by.id, importedOn: issued.today, orderLineIds: orderLineIdsOf(document) };
  return [{ type: 'ContractImported', data: { ...head, ...standing, ...axes, ...totals, ...by } }];
}

function refuseUnknown(
  { triggered: on, receipts, shipped, delivered }: ImportContract['data'],
  known: ContractDocument,
) {
  const milestones = [...on, ...receipts.flatMap((receipt) => receipt.allocations)].map((entry) => entry.milestoneId);
  const twin = receipts.find(({ bankRef }, i) =>
    receipts.slice(0, i).some((other) => sameReference(other.bankRef, bankRef)),
  );
  if (twin) throw new Rejected('DUPLICATE_RECEIPT', 'the same transfer stands twice', { bankRef: twin.bankRef });
  const milestoneId = milestones.find((id) => !known.milestones.some((milestone) => milestone.id === id));
  if (milestoneId !== undefined) {
    throw new Rejected('NOT_FOUND', `the contract has no milestone ${milestoneId}`, { milestoneId });
  }
  for (const { lineId, qty } of [...shipped, ...delivered]) {
    const line = known.lines.find((l) => l.lineId === lineId);
    if (!line) throw new Rejected('LINE_UNKNOWN', 'the contract has no such line', { unknown: [lineId] });
    if (!isAtLeast(line.qty, qty))
      throw new Rejected('OVER_SHIPMENT', 'more than was sold', { lineId, qty, sold: line.qty });
  }
}

function receiptOf(receipt: ImportedReceipt, receiptId: string, today: string): Receipt {
  const cleared = receipt.instrument !== 'COMMERCIAL_ACCEPTANCE' || (receipt.maturesOn ?? '') <= today;
  const given = receipt.allocations.reduce((sum, a) => sum + a.amountFen, 0);
  if (given > receipt.amountFen) {
    const details = { bankRef: receipt.bankRef, givenFen: given, availableFen: receipt.amountFen };
    throw new Rejected('ALLOCATION_EXCEEDS_RECEIPT', 'more is allocated than was received', details);
  }
  return { receiptId, ...receipt, cleared, status: 'RECORDED' };
}

function refuseOverpaid(milestones: readonly PaymentMilestone[]): void {
  const over = milestones.find((milestone) => outstandingFen(milestone) < 0);
  if (!over) return;
  const details = { milestoneId: over.id, givenFen: over.paidFen, outstandingFen: over.amountFen };
  throw new Rejected('ALLOCATION_EXCEEDS_MILESTONE', 'more than the milestone needs', details);
}

function progressFrom({ shipped, delivered }: ImportContract['data'], { lines }: ContractDocument): Progress {
  const qtyIn = (list: typeof shipped, lineId: string) => list.find((entry) => entry.lineId === lineId)?.qty ?? '0';
  const moved = lines.map(({ lineId }) => {
    const deliveredQty = qtyIn(delivered, lineId);
    const shippedQty = largerQuantity(qtyIn(shipped, lineId), deliveredQty);
    return [lineId, { readyQty: shippedQty, shippedQty, deliveredQty }] as const;
  });
  return Object.fromEntries(moved.filter(([, { shippedQty }]) => shippedQty !== '0'));
}
