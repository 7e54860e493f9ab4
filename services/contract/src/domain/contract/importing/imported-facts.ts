import { Rejected, refuseBefore, refuseFuture } from '@engsales/event-sourcing/domain';
import { isAtLeast, isPositiveQuantity, isSameNumber, sumFen } from '@engsales/values';
import { isGoods, type ContractDocument } from '../drafting/drafting.state.js';
import type { Progress } from '../execution/execution.state.js';
import { isWaiting } from '../milestones/milestone-triggers.js';
import { reachedLines } from '../milestones/progress-triggers.js';
import { outstandingFen, type PaymentMilestone } from '../milestones/milestones.state.js';
import { refuseWrongMaturity, refuseWrongRest } from '../money/booking.js';
import { netReceivedFen } from '../money/account.js';
import type { Receipt } from '../money/money.state.js';
import type { ImportContract, ImportedReceipt } from './importing.commands.js';

type Facts = ImportContract['data'];

/** @throws Rejected IMPORT_CLOSED */
export function refuseClosed(openUntil: string | null | undefined, today: string): void {
  if (openUntil === undefined || (openUntil !== null && today <= openUntil)) return;
  throw new Rejected('IMPORT_CLOSED', 'running contracts are taken no more', { openUntil, today });
}

/** @throws Rejected SIGNING_DATE_INVALID */
export function refuseSignatureToCome(signedOn: string, today: string): void {
  if (signedOn <= today) return;
  throw new Rejected('SIGNING_DATE_INVALID', `signed on ${signedOn}, after today`, { signedOn, latest: today });
}

/** What signing and booking would refuse is not imported either. */
export function refuseWrongFacts(data: Facts, known: ContractDocument, today: string): void {
  const { signedOn, triggered, installed, accepted } = data;
  for (const { milestoneId, on } of triggered) {
    refuseFuture('on', on, today);
    refuseBefore('SIGNING', 'on', on, signedOn, { milestoneId });
  }
  for (const { lineId, on } of [...installed, ...accepted]) {
    refuseFuture('on', on, today);
    refuseBefore('SIGNING', 'on', on, signedOn, { lineId });
  }
  refuseTwice(
    triggered.map((entry) => entry.milestoneId),
    '/triggered',
  );
  for (const list of ['produced', 'shipped', 'delivered', 'installed', 'accepted'] as const) {
    refuseTwice(
      data[list].map((entry) => entry.lineId),
      `/${list}`,
    );
  }
  refuseUnknownMilestones(data, known);
  refuseWrongLines(data, known);
}

function refuseUnknownMilestones({ triggered, receipts }: Facts, { milestones }: ContractDocument): void {
  const named = [...triggered, ...receipts.flatMap((receipt) => receipt.allocations)];
  const unknown = named.find(({ milestoneId }) => !milestones.some((milestone) => milestone.id === milestoneId));
  if (unknown === undefined) return;
  const { milestoneId } = unknown;
  throw new Rejected('NOT_FOUND', `the contract has no milestone ${milestoneId}`, { milestoneId });
}

function refuseWrongLines({ produced, shipped, delivered, installed, accepted }: Facts, known: ContractDocument): void {
  const dated = [...installed, ...accepted].map(({ lineId }) => ({ lineId, qty: '0' }));
  for (const { lineId, qty } of [...produced, ...shipped, ...delivered, ...dated]) {
    const line = known.lines.find((other) => other.lineId === lineId);
    if (!line) throw new Rejected('LINE_UNKNOWN', 'the contract has no such line', { unknown: [lineId] });
    if (!isGoods(line) && isPositiveQuantity(qty)) {
      throw new Rejected('LINE_UNKNOWN', `${lineId} is a service: only goods are made and move`, { unknown: [lineId] });
    }
    if (isAtLeast(line.qty, qty)) continue;
    throw new Rejected('OVER_SHIPMENT', `${qty} are more than was sold`, { lineId, qty, sold: line.qty });
  }
}

function refuseTwice(ids: readonly string[], pointer: string): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Rejected('VALIDATION_FAILED', `${twice} stands twice`, { pointer });
}

/** @throws Rejected DATE_IN_FUTURE, VALIDATION_FAILED, ALLOCATION_EXCEEDS_RECEIPT */
export function refuseWrongAllocation(receipt: ImportedReceipt, today: string): void {
  refuseFuture('receivedOn', receipt.receivedOn, today);
  refuseWrongMaturity(receipt);
  const givenFen = sumFen(receipt.allocations.map((allocation) => allocation.amountFen));
  if (givenFen > receipt.amountFen) {
    const details = { bankRef: receipt.bankRef, givenFen, availableFen: receipt.amountFen };
    throw new Rejected('ALLOCATION_EXCEEDS_RECEIPT', 'more is allocated than was received', details);
  }
  refuseWrongRest(receipt, receipt.unallocatedFen);
}

/** More than the contract is worth is kept only where a receipt says so. @throws Rejected DUPLICATE_RECEIPT, RECEIPT_EXCEEDS_CONTRACT */
export function refuseWrongMoney(receipts: readonly Receipt[], totalFen: number, statedFen: number): void {
  const twin = receipts.find((one, i) =>
    receipts.slice(0, i).some((other) => isSameNumber(other.bankRef, one.bankRef)),
  );
  if (twin) throw new Rejected('DUPLICATE_RECEIPT', 'the same transfer stands twice', { bankRef: twin.bankRef });
  const receivedFen = netReceivedFen({ receipts, refunds: [] });
  if (receivedFen - statedFen <= totalFen) return;
  const details = { totalFen, receivedFen, excessFen: receivedFen - totalFen };
  throw new Rejected('RECEIPT_EXCEEDS_CONTRACT', 'more was received than the contract is worth', details);
}

/** @throws Rejected ALLOCATION_EXCEEDS_MILESTONE */
export function refuseOverpaid(milestones: readonly PaymentMilestone[]): void {
  const over = milestones.find((milestone) => outstandingFen(milestone) < 0);
  if (!over) return;
  const details = { milestoneId: over.id, givenFen: over.paidFen, outstandingFen: over.amountFen };
  throw new Rejected('ALLOCATION_EXCEEDS_MILESTONE', `${over.id} needs only ${over.amountFen} fen`, details);
}

/** What the file's own quantities have brought about needs a day, unless it is paid. @throws Rejected TRIGGER_DATE_MISSING */
export function refuseUndated(
  milestones: readonly PaymentMilestone[],
  lines: ContractDocument['lines'],
  progress: Progress,
): void {
  const undated = milestones.filter(
    (m) => isWaiting(m) && outstandingFen(m) > 0 && reachedLines(m, lines, progress).length > 0,
  );
  if (undated.length === 0) return;
  const named = undated.map(({ id, trigger }) => ({ milestoneId: id, trigger }));
  const words = `the trigger of ${undated.map((m) => m.id).join(', ')} has come about, on no known day`;
  throw new Rejected('TRIGGER_DATE_MISSING', words, { milestones: named });
}
