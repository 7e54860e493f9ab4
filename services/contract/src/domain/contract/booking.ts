import { Rejected } from '@engsales/event-sourcing/decider';
import { paymentAxis, released, unallocatedFen, withPayments, type Account } from './account.js';
import type { ContractEvent } from './contract.events.js';
import type { ExistingContract } from './contract-state.js';
import type { Receipt } from './money.js';
import { gateChanges } from './payment-gates.js';

export const accountOf = ({ receipts = [], refunds = [], milestones = [] }: ExistingContract): Account => {
  return { receipts, refunds, milestones };
};

/** What looks the same on a bank statement is the same reference. */
export const sameReference = (a: string, b: string): boolean => folded(a) === folded(b);
const folded = (text: string) => text.normalize('NFKC').toUpperCase().replace(/\s+/g, '');

/** The event itself, then what it brought about: milestones paid, gates moved. */
export function booked(
  contract: ExistingContract,
  head: ContractEvent,
  after: Account,
  today: string,
): ContractEvent[] {
  const { contractId, milestones: before = [] } = contract;
  const payment = paymentAxis(after.milestones);
  const paid = after.milestones.filter((m, index) => m.status === 'PAID' && before[index]?.status !== 'PAID');
  return [
    head,
    ...paid.map(({ id, kind, amountFen, paidFen, dueOn, gate }): ContractEvent => {
      const due = dueOn === undefined ? {} : { dueOn };
      return {
        type: 'PaymentMilestonePaid',
        data: { contractId, milestoneId: id, kind, status: 'PAID', amountFen, paidFen, ...due, gate, payment },
      };
    }),
    ...gateChanges(contract, after.milestones, today, head.type),
  ];
}

/** The account with milestones worked out anew; allocations that the money no longer covers are taken back. */
export function settled(before: Account, changes: Partial<Account>): Account {
  const next = { ...before, ...changes };
  const shortFen = -unallocatedFen(next);
  const receipts = shortFen > 0 ? released(next.receipts, shortFen) : next.receipts;
  return { ...next, receipts, milestones: withPayments(before.milestones, receipts) };
}

/** @throws Rejected NOT_FOUND */
export function milestoneNamed(contract: ExistingContract, milestoneId: string) {
  const milestone = contract.milestones?.find((m) => m.id === milestoneId);
  if (milestone) return milestone;
  throw new Rejected('NOT_FOUND', `the contract has no milestone ${milestoneId}`, { milestoneId });
}

/** A commercial acceptance bill counts at maturity, everything else at once. @throws Rejected VALIDATION_FAILED without maturity */
export function isCleared(
  { instrument, maturesOn }: Pick<Receipt, 'instrument' | 'maturesOn'>,
  today: string,
): boolean {
  if (instrument !== 'COMMERCIAL_ACCEPTANCE') return true;
  if (maturesOn !== undefined) return maturesOn <= today;
  throw new Rejected('VALIDATION_FAILED', 'a commercial acceptance bill has a day of maturity', {
    pointer: '/maturesOn',
  });
}

/** Nothing of a contract comes about before it. @throws Rejected DATE_BEFORE_SIGNING */
export function refuseBeforeSigning(on: string, signedOn = on, of: Readonly<Record<string, unknown>> = {}): void {
  if (on < signedOn)
    throw new Rejected('DATE_BEFORE_SIGNING', 'before the contract was signed', { on, signedOn, ...of });
}

/** @throws Rejected DATE_IN_FUTURE */
export function refuseFuture(field: string, date: string, today: string): void {
  if (date > today) throw new Rejected('DATE_IN_FUTURE', `${field} lies after today`, { [field]: date, today });
}
