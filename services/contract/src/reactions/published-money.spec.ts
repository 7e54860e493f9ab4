import type { RecordedEvent } from '@engsales/event-sourcing';
import type { ContractEvent } from '../domain/contract/contract.events.js';
import { CONTRACT_ID } from '../domain/contract/contract.fixtures.js';
import { contractLives, executedWalk, settledWalk, signedWalk, TERMINATION } from '../domain/contract/contract.walk.js';
import {
  ResumeContract,
  SuspendContract,
  TerminateContract,
  VoidContract,
} from '../domain/contract/ending/ending.commands.js';
import { RecordGoodsMovement } from '../domain/contract/execution/execution.commands.js';
import { GrantCreditRelease, MarkMilestoneOverdue } from '../domain/contract/milestones/milestones.commands.js';
import { RecordRefund, ReverseReceipt } from '../domain/contract/money/money.commands.js';
import { publishedEvents } from './published-events.js';

/** What is said of the events, as it goes over the wire: the type of the public event, and its data. */
const said = (events: readonly ContractEvent[]): unknown =>
  JSON.parse(
    JSON.stringify(
      events.flatMap((event) => {
        const publication = publishedEvents(event as unknown as RecordedEvent);
        return publication ? [[publication.event.type, publication.data]] : [];
      }),
    ),
  );

const contractId = CONTRACT_ID;
const HEAD = { contractId, contractVersion: 1, orderLineIds: ['L1', 'L2', 'L3'] };
const CLOSED = { state: 'CLOSED' };
const OPEN = { state: 'OPEN' };

describe('what is said of money', () => {
  it('is the receipt, the milestone that it pays and the gate that it opens (C-51, C-59)', () => {
    const walk = signedWalk().receipt(210_000_000, 'M1', { payer: { name: '临江二院', personRef: 'p-4' } });
    expect(said(walk.last)).toEqual([
      [
        'contract.ReceiptRecorded',
        {
          contractId,
          receiptId: walk.lastReceiptId,
          bankRef: 'B-1',
          amountFen: 210_000_000,
          receivedOn: '2025-03-10',
          instrument: 'TRANSFER',
          allocations: [{ milestoneId: 'M1', amountFen: 210_000_000 }],
          milestones: [
            { milestoneId: 'M1', status: 'PAID', paidFen: 210_000_000, unclearedFen: 0, dueOn: '2025-03-17' },
          ],
          contractReceivedFen: 210_000_000,
          refundedFen: 0,
          contractOutstandingFen: 490_000_000,
          unallocatedFen: 0,
          payment: 'PART',
        },
      ],
      [
        'contract.PaymentMilestonePaid',
        {
          contractId,
          milestoneId: 'M1',
          kind: 'ADVANCE',
          status: 'PAID',
          amountFen: 210_000_000,
          paidFen: 210_000_000,
          dueOn: '2025-03-17',
          gate: 'RELEASE_PRODUCTION',
          payment: 'PART',
        },
      ],
      [
        'contract.PaymentGateOpened',
        {
          ...HEAD,
          gate: 'RELEASE_PRODUCTION',
          gates: { RELEASE_PRODUCTION: OPEN, DISPATCH: CLOSED },
          milestoneIds: ['M1'],
          reason: 'ReceiptRecorded',
        },
      ],
    ]);
  });
  it('is the maturity of a bill, and the part of the milestone that waits for it (C-47)', () => {
    const bill = { instrument: 'COMMERCIAL_ACCEPTANCE', maturesOn: '2025-09-10' } as const;
    expect(said(signedWalk().receipt(1_000, 'M3', bill).last)).toMatchObject([
      [
        'contract.ReceiptRecorded',
        {
          instrument: 'COMMERCIAL_ACCEPTANCE',
          maturesOn: '2025-09-10',
          milestones: [{ milestoneId: 'M3', status: 'PART_PAID', paidFen: 1_000, unclearedFen: 1_000 }],
        },
      ],
    ]);
  });
  it('is the reversal with what it undoes, and the gate that closes again (C-48, C-59)', () => {
    const walk = signedWalk().receipt(210_000_000, 'M1');
    const receiptId = walk.lastReceiptId;
    walk.on('2025-03-12').do(ReverseReceipt, { receiptId, reason: '退票' }, 'gao-jie');
    expect(said(walk.last)).toEqual([
      [
        'contract.ReceiptReversed',
        {
          contractId,
          receiptId,
          bankRef: 'B-1',
          amountFen: 210_000_000,
          receivedOn: '2025-03-10',
          reason: '退票',
          reversedOn: '2025-03-12',
          allocations: [{ milestoneId: 'M1', amountFen: 210_000_000 }],
          milestones: [{ milestoneId: 'M1', status: 'DUE', paidFen: 0, unclearedFen: 0, dueOn: '2025-03-17' }],
          contractReceivedFen: 0,
          refundedFen: 0,
          contractOutstandingFen: 700_000_000,
          unallocatedFen: 0,
          payment: 'DUE',
        },
      ],
      [
        'contract.PaymentGateClosed',
        {
          ...HEAD,
          gate: 'RELEASE_PRODUCTION',
          gates: { RELEASE_PRODUCTION: CLOSED, DISPATCH: CLOSED },
          milestoneIds: ['M1'],
          reason: 'ReceiptReversed',
        },
      ],
    ]);
  });
  it('is the refund with what is left after it (C-49, C-50)', () => {
    const walk = signedWalk().receipt(1_000).do(RecordRefund, { amountFen: 400, on: '2025-03-10', bankRef: 'R-1' });
    expect(said(walk.last)).toEqual([
      [
        'contract.RefundRecorded',
        {
          contractId,
          refundId: walk.lastId,
          amountFen: 400,
          refundedOn: '2025-03-10',
          bankRef: 'R-1',
          milestones: [],
          contractReceivedFen: 600,
          refundedFen: 400,
          contractOutstandingFen: 700_000_000,
          unallocatedFen: 600,
          payment: 'DUE',
        },
      ],
    ]);
  });
  it('is what is overdue, by how many days and how much (C-40)', () => {
    const walk = signedWalk().receipt(10_000_000, 'M1').on('2025-03-20').do(MarkMilestoneOverdue, {});
    expect(said(walk.last)).toEqual([
      [
        'contract.PaymentMilestoneOverdue',
        {
          contractId,
          milestoneId: 'M1',
          kind: 'ADVANCE',
          status: 'OVERDUE',
          amountFen: 210_000_000,
          paidFen: 10_000_000,
          dueOn: '2025-03-17',
          asOf: '2025-03-20',
          daysOverdue: 3,
          outstandingFen: 200_000_000,
          gate: 'RELEASE_PRODUCTION',
          payment: 'OVERDUE',
        },
      ],
    ]);
  });
  it('is the last day of a credit release and who granted it for which reason (C-60)', () => {
    const release = { gate: 'DISPATCH', until: '2025-03-31', reason: '拨款延迟' } as const;
    expect(said(signedWalk().do(GrantCreditRelease, release, 'wang').last)).toEqual([
      [
        'contract.PaymentGateOverridden',
        {
          ...HEAD,
          gate: 'DISPATCH',
          gates: { RELEASE_PRODUCTION: CLOSED, DISPATCH: { state: 'OVERRIDDEN', until: '2025-03-31' } },
          milestoneIds: ['M2'],
          until: '2025-03-31',
          approvedBy: 'wang',
          reason: '拨款延迟',
        },
      ],
    ]);
  });
});

describe('what is said of the end of a contract', () => {
  const NEXT = { ...HEAD, contractVersion: 2 };
  it('is the suspension with its number, and the resumption with the dates that move (C-30, C-70, C-71)', () => {
    const walk = executedWalk().do(SuspendContract, { reason: '业主停工', since: '2025-03-10' });
    expect(said(walk.last)).toEqual([
      [
        'contract.ContractSuspended',
        { ...NEXT, state: 'SUSPENDED', suspensionNo: 1, reason: '业主停工', since: '2025-03-10' },
      ],
    ]);
    const dateShifts = [{ lineId: 'L1', to: '2025-10-11', reason: '停工' }];
    expect(said(walk.do(ResumeContract, { resumedOn: '2025-03-10', dateShifts }).last)).toEqual([
      [
        'contract.ContractResumed',
        {
          ...HEAD,
          contractVersion: 3,
          state: 'IN_EXECUTION',
          suspensionNo: 1,
          resumedOn: '2025-03-10',
          dateShifts: [{ lineId: 'L1', from: '2025-09-01', to: '2025-10-11', reason: '停工' }],
        },
      ],
    ]);
  });
  it('is the void, by both sides unless somebody is named, with money that came and went (C-72)', () => {
    const walk = executedWalk().receipt(500).do(RecordRefund, { amountFen: 500, on: '2025-03-10', bankRef: 'R-1' });
    expect(said(walk.do(VoidContract, { reason: '业主资金未落实', docRef: 'ZF-1' }).last)).toEqual([
      [
        'contract.ContractVoided',
        {
          ...NEXT,
          state: 'VOIDED',
          initiator: 'MUTUAL',
          reason: '业主资金未落实',
          docRef: 'ZF-1',
          receivedFen: 500,
          refundedFen: 500,
          shippedLines: [],
        },
      ],
    ]);
  });
  it('is the termination with the goods that have left (C-73)', () => {
    const walk = executedWalk().receipt(500);
    walk.do(RecordGoodsMovement, {
      sequence: 11,
      lineId: 'L3',
      cumulativeShippedQty: '300',
      on: '2025-03-10',
      ref: 'SH-1',
    });
    expect(said(walk.do(TerminateContract, TERMINATION).last)).toEqual([
      [
        'contract.ContractTerminated',
        {
          ...NEXT,
          state: 'TERMINATED',
          initiator: 'US',
          reason: '项目取消',
          docRef: 'JC-1',
          receivedFen: 500,
          refundedFen: 0,
          shippedLines: [{ lineId: 'L3', qty: '300' }],
        },
      ],
    ]);
  });
  it('is the termination of a voided one whose goods had left, after its void (C-74)', () =>
    expect(said(contractLives['voided-and-contradicted']!().last)).toEqual([
      [
        'contract.ContractTerminated',
        {
          ...HEAD,
          contractVersion: 3,
          state: 'TERMINATED',
          initiator: 'MUTUAL',
          reason: 'VoidContradicted: SH-1',
          docRef: 'SH-1',
          receivedFen: 0,
          refundedFen: 0,
          shippedLines: [{ lineId: 'L3', qty: '300' }],
        },
      ],
    ]));
  it('is the settlement with received money, balance and sunk cost (C-75, C-76)', () =>
    expect(said(settledWalk().last)).toEqual([
      [
        'contract.ContractSettled',
        {
          contractId,
          state: 'SETTLED',
          finalFen: 1_000,
          receivedFen: 0,
          balanceFen: 1_000,
          sunkCostFen: 300,
          cancelledMilestoneIds: ['M1'],
          refundDueFen: 0,
          settledOn: '2025-03-10',
        },
      ],
      [
        'contract.PaymentMilestoneDue',
        {
          contractId,
          milestoneId: 'SETTLEMENT',
          kind: 'PROGRESS',
          amountFen: 1_000,
          paidFen: 0,
          dueOn: '2025-03-17',
          gate: 'NONE',
          status: 'DUE',
          trigger: 'DATE',
          triggeredOn: '2025-03-10',
          payment: 'DUE',
        },
      ],
    ]));
});
