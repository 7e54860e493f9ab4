import { Rejected } from '@engsales/event-sourcing/domain';
import { addDays } from '@engsales/values';
import fc from 'fast-check';
import { ContractWalk, signedWalk } from '../contract.walk.js';
import {
  MarkMilestoneDue,
  MarkMilestoneOverdue,
  RevokeWaiver,
  WaiveMilestone,
  WithdrawMilestoneDue,
} from '../milestones/milestones.commands.js';
import { AllocateReceipt, RecordReceipt, RecordRefund, ReverseReceipt, ReverseRefund } from './money.commands.js';

/** A ledger of its own: plain sums over what was accepted, sharing no line of code with the contract. */
class Ledger {
  readonly receipts = new Map<string, { amount: bigint; stands: boolean }>();
  readonly refunds = new Map<string, bigint>();
  readonly waived = new Map<string, bigint>();
  /** Last days to pay, and what was found unpaid after its own. */
  readonly due = new Map<string, string>([['M1', '2025-03-17']]);
  readonly late = new Set<string>();

  get net(): bigint {
    const standing = [...this.receipts.values()].filter((receipt) => receipt.stands);
    const refunded = [...this.refunds.values()].reduce((sum, amount) => sum + amount, 0n);
    return standing.reduce((sum, receipt) => sum + receipt.amount, 0n) - refunded;
  }
}

const milestone = fc.constantFrom('M1', 'M2', 'M3', 'M4', 'M5');
const amount = fc.oneof(
  fc.integer({ min: 1, max: 250_000_000 }),
  fc.constantFrom(21_000_000, 119_000_000, 210_000_000),
);
const nth = fc.nat(20);
const operation = fc.oneof(
  fc.record({ op: fc.constant('receipt' as const), amount, milestone: fc.option(milestone), share: fc.nat(100) }),
  fc.record({ op: fc.constant('allocate' as const), nth, milestone, amount }),
  fc.record({ op: fc.constant('reverse' as const), nth }),
  fc.record({ op: fc.constant('refund' as const), amount, milestone: fc.option(milestone), share: fc.nat(100) }),
  fc.record({ op: fc.constant('waive' as const), milestone }),
  fc.record({ op: fc.constant('take back a refund' as const), nth }),
  fc.record({ op: fc.constant('take back a waiver' as const), milestone }),
  fc.record({ op: fc.constant('mark due' as const), milestone: fc.constantFrom('M2', 'M3', 'M4') }),
  fc.record({ op: fc.constant('withdraw' as const), milestone: fc.constantFrom('M1', 'M2', 'M3', 'M4') }),
  fc.record({ op: fc.constant('days pass' as const), days: fc.integer({ min: 1, max: 9 }) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

describe('the money of a contract', () => {
  it('agrees to the fen with a ledger of its own, whatever the order of receipts, allocations, refunds, waivers, days and all that takes them back (C-40, C-51, C-88, C-90, C-94)', () =>
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
        const walk = signedWalk();
        const ledger = new Ledger();
        for (const [index, step] of operations.entries()) {
          perform(walk, ledger, step, index);
          check(walk, ledger);
        }
      }),
      { numRuns: 300 },
    ));
});

function perform(walk: ContractWalk, ledger: Ledger, step: Operation, index: number): void {
  const receiptId =
    [...ledger.receipts.keys()][('nth' in step ? step.nth : 0) % Math.max(1, ledger.receipts.size)] ?? 'none';
  try {
    switch (step.op) {
      case 'receipt': {
        const part = Math.floor((step.amount * step.share) / 100);
        const allocations = step.milestone && part > 0 ? [{ milestoneId: step.milestone, amountFen: part }] : [];
        const rest = step.amount - (allocations[0]?.amountFen ?? 0);
        const said = { bankRef: `B${index}`, instrument: 'TRANSFER' as const, receivedOn: '2025-03-10' };
        walk.do(RecordReceipt, { ...said, amountFen: step.amount, allocations, unallocatedFen: rest });
        ledger.receipts.set(walk.lastReceiptId, { amount: BigInt(step.amount), stands: true });
        return;
      }
      case 'allocate':
        walk.do(AllocateReceipt, { receiptId, allocations: [{ milestoneId: step.milestone, amountFen: step.amount }] });
        return;
      case 'reverse':
        walk.do(ReverseReceipt, { receiptId, reason: '退票' });
        ledger.receipts.set(receiptId, { amount: 0n, stands: false });
        return;
      case 'refund': {
        const part = Math.floor((step.amount * step.share) / 100);
        const allocations = step.milestone && part > 0 ? [{ milestoneId: step.milestone, amountFen: part }] : [];
        walk.do(RecordRefund, { amountFen: step.amount, on: '2025-03-10', bankRef: `R${index}`, allocations });
        ledger.refunds.set(walk.lastId, BigInt(step.amount));
        return;
      }
      case 'waive': {
        const before = walk.milestone(step.milestone);
        walk.do(WaiveMilestone, { milestoneId: step.milestone, reason: '让利' });
        const open = BigInt((before?.amountFen ?? 0) - (before?.paidFen ?? 0));
        ledger.waived.set(step.milestone, open);
        return;
      }
      case 'take back a refund': {
        const refundId = [...ledger.refunds.keys()][step.nth % Math.max(1, ledger.refunds.size)] ?? 'none';
        walk.do(ReverseRefund, { refundId, reason: '登记错误' });
        ledger.refunds.delete(refundId);
        return;
      }
      case 'take back a waiver':
        walk.do(RevokeWaiver, { milestoneId: step.milestone, reason: '登记错误' });
        ledger.waived.delete(step.milestone);
        return;
      case 'mark due':
        walk.do(MarkMilestoneDue, {
          trigger: TRIGGERS[step.milestone],
          milestoneIds: [step.milestone],
          ref: 'r',
          on: walk.today,
        });
        ledger.due.set(step.milestone, addDays(walk.today, 7));
        return;
      case 'withdraw':
        walk.do(WithdrawMilestoneDue, { milestoneId: step.milestone, reason: '登记错误' });
        ledger.due.delete(step.milestone);
        ledger.late.delete(step.milestone);
        return;
      case 'days pass':
        walk.on(addDays(walk.today, step.days)).do(MarkMilestoneOverdue, {});
        findLate(walk, ledger);
        return;
    }
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
  }
}

function findLate(walk: ContractWalk, ledger: Ledger): void {
  for (const { id, amountFen } of walk.now.milestones) {
    const open = BigInt(amountFen) - paidOf(walk, id) - (ledger.waived.get(id) ?? 0n);
    if (open > 0n && (ledger.due.get(id) ?? walk.today) < walk.today) ledger.late.add(id);
  }
}

const TRIGGERS = { M2: 'GOODS_READY', M3: 'INSTALLED', M4: 'ACCEPTED' } as const;

/** State and lateness are two facts: what is late is so until all of its money is there. */
function statusOf(
  ledger: Ledger,
  id: string,
  { paid, waived, open }: Record<'paid' | 'waived' | 'open', bigint>,
): string {
  if (open === 0n) return waived > 0n ? 'WAIVED' : 'PAID';
  if (ledger.late.has(id)) return 'OVERDUE';
  if (paid > 0n) return 'PART_PAID';
  return ledger.due.has(id) ? 'DUE' : 'PLANNED';
}

const paidOf = (walk: ContractWalk, id: string): bigint =>
  walk.now.receipts
    .filter((receipt) => receipt.status === 'RECORDED')
    .flatMap((receipt) => receipt.allocations)
    .filter((allocation) => allocation.milestoneId === id)
    .reduce((sum, allocation) => sum + BigInt(allocation.amountFen), 0n);

function check(walk: ContractWalk, ledger: Ledger): void {
  const { milestones, receipts, gates, document } = walk.now;
  let allocated = 0n;
  let outstanding = 0n;
  for (const m of milestones) {
    const [paid, waived] = [paidOf(walk, m.id), ledger.waived.get(m.id) ?? 0n];
    expect(BigInt(m.paidFen)).toBe(paid);
    expect(BigInt(m.waivedFen)).toBe(waived);
    const open = BigInt(m.amountFen) - paid - waived;
    expect(open >= 0n).toBe(true);
    expect(m.status).toBe(statusOf(ledger, m.id, { paid, waived, open }));
    allocated += paid;
    outstanding += open;
  }
  expect(ledger.net >= allocated).toBe(true);
  for (const gate of ['RELEASE_PRODUCTION', 'DISPATCH'] as const) {
    const open = milestones.every((m) => m.gate !== gate || m.status === 'PAID' || m.status === 'WAIVED');
    expect(gates[gate].state).toBe(open ? 'OPEN' : 'CLOSED');
  }
  for (const receipt of receipts.filter((r) => r.status === 'RECORDED')) {
    expect(receipt.allocations.reduce((sum, a) => sum + a.amountFen, 0)).toBeLessThanOrEqual(receipt.amountFen);
  }
  const told = walk.last.find((event) => 'contractReceivedFen' in event.data)?.data as
    { contractReceivedFen: number; unallocatedFen: number; contractOutstandingFen: number } | undefined;
  if (told && 'unallocatedFen' in told) {
    expect(BigInt(told.contractReceivedFen)).toBe(ledger.net);
    expect(BigInt(told.unallocatedFen)).toBe(ledger.net - allocated);
    expect(BigInt(told.contractOutstandingFen)).toBe(outstanding);
  }
  expect(outstanding + allocated + [...ledger.waived.values()].reduce((a, b) => a + b, 0n)).toBe(
    BigInt(document.totalFen),
  );
}
