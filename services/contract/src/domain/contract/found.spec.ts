import { refusalOf } from '@engsales/event-sourcing/testing';
import { aDocument, PROJECT_ID } from './contract.fixtures.js';
import { ReviseContract, SubmitForApproval } from './contract.commands.js';
import { RecordAcceptance } from './execution.commands.js';
import { ImportContract } from './import.commands.js';
import {
  CloseExpiredRelease,
  GrantCreditRelease,
  MarkMilestoneDue,
  MarkMilestoneOverdue,
  ReverseReceipt,
} from './money.commands.js';
import { draftedWalk, executedWalk, signedWalk, Walk } from '../../../test/walk.fixtures.js';

const codeOf = (run: () => unknown) => refusalOf(run).code;

/** What a reviewer found by playing a clerk against the rules; each case stood wrong once. */
describe('a contract, as a reviewer played it', () => {
  it('tells the end of both credit releases when both have lapsed', () => {
    const walk = executedWalk();
    for (const gate of ['RELEASE_PRODUCTION', 'DISPATCH'] as const) {
      walk.do(GrantCreditRelease, { gate, until: '2025-03-12', reason: 'x' }, 'wang');
    }
    walk.on('2025-03-13').do(CloseExpiredRelease, { gate: 'DISPATCH' });
    expect(walk.last.map((event) => [event.type, (event.data as { gate: string }).gate])).toEqual([
      ['PaymentGateClosed', 'RELEASE_PRODUCTION'],
      ['PaymentGateClosed', 'DISPATCH'],
    ]);
  });

  it('has nothing to collect on a milestone of nothing', () => {
    const [first, second, ...rest] = aDocument().paymentMilestones;
    const none = { ...first!, amountFen: 0, gate: 'NONE' as const };
    const walk = signedWalk({ paymentMilestones: [none, { ...second!, amountFen: 420_000_000 }, ...rest] });
    expect(walk.milestone('M1')?.status).toBe('PAID');
    expect(walk.on('2025-06-01').do(MarkMilestoneOverdue, {}).types).toEqual([]);
  });

  it('counts the latest acceptance, in whatever order they are reported', () => {
    const accept = (lineIds: string[], on: string) => ({
      acceptanceId: `a-${on}`,
      certNo: 'c',
      on,
      result: 'PASSED' as const,
      lineIds,
    });
    const walk = executedWalk()
      .on('2025-12-31')
      .do(RecordAcceptance, accept(['L1', 'L2'], '2025-12-20'));
    walk.do(RecordAcceptance, accept(['L3', 'L4'], '2025-12-10'));
    expect([walk.milestone('M4')?.dueOn, walk.milestone('M5')?.triggersOn]).toEqual(['2025-12-27', '2027-12-20']);
  });

  it('takes no more than its total by the order of booking', () => {
    const walk = signedWalk().receipt(500_000_000);
    expect(codeOf(() => walk.receipt(210_000_000, 'M1'))).toBe('RECEIPT_EXCEEDS_CONTRACT');
    walk.receipt(210_000_000, undefined, { unallocatedFen: 210_000_000 });
  });

  it('keeps the award when a revision leaves it out', () => {
    const walk = draftedWalk({ awardedFen: 699_000_000, source: { type: 'TENDER', id: 't-1' } });
    walk.do(ReviseContract, { document: aDocument() });
    expect(codeOf(() => walk.do(SubmitForApproval, {}))).toBe('CONTRACT_DEVIATES_FROM_AWARD');
  });

  it('is overdue again when part of the money leaves', () => {
    const walk = executedWalk().on('2025-03-20').do(MarkMilestoneOverdue, {});
    walk.receipt(200_000_000, 'M1').receipt(10_000_000, 'M1');
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' });
    expect([walk.milestone('M1')?.status, walk.now.payment]).toEqual(['OVERDUE', 'OVERDUE']);
  });

  it('refuses a trigger before the signature, and a named milestone of another trigger', () => {
    const walk = executedWalk();
    expect(codeOf(() => walk.do(MarkMilestoneDue, { trigger: 'INSTALLED', ref: 'x', on: '2025-03-09' }))).toBe(
      'DATE_BEFORE_SIGNING',
    );
    const named = { trigger: 'INSTALLED' as const, ref: 'x', on: '2025-03-10', milestoneIds: ['M4'] };
    expect(codeOf(() => walk.do(MarkMilestoneDue, named))).toBe('INVALID_TRANSITION');
  });

  it('refuses a service in the scope of goods', () => {
    const [first, ...rest] = aDocument().paymentMilestones;
    const scope = { mode: 'ALL' as const, lineIds: ['L4'] };
    const paymentMilestones = [{ ...first!, trigger: 'DELIVERED' as const, scope }, ...rest];
    expect(codeOf(() => draftedWalk({ paymentMilestones }))).toBe('VALIDATION_FAILED');
  });

  describe('when it is imported', () => {
    const receipt = {
      receiptId: 'r-1',
      bankRef: 'B',
      amountFen: 5,
      receivedOn: '2025-03-10',
      instrument: 'TRANSFER' as const,
      allocations: [],
    };
    const data = {
      projectId: PROJECT_ID,
      document: aDocument(),
      contractNo: 'HT-1',
      signedOn: '2025-03-10',
      triggered: [],
      receipts: [receipt],
      shipped: [],
      delivered: [],
    };
    it.each<[string, object, string]>([
      [
        'money beyond every number',
        {
          receipts: [
            { ...receipt, amountFen: 2 ** 53 - 1 },
            { ...receipt, bankRef: 'C', amountFen: 2 ** 53 - 1 },
          ],
        },
        'AMOUNT_TOO_LARGE',
      ],
      ['more than its total', { receipts: [{ ...receipt, amountFen: 700_000_001 }] }, 'RECEIPT_EXCEEDS_CONTRACT'],
      [
        'a bill without maturity',
        { receipts: [{ ...receipt, instrument: 'COMMERCIAL_ACCEPTANCE' }] },
        'VALIDATION_FAILED',
      ],
      ['money to come', { receipts: [{ ...receipt, receivedOn: '2025-03-11' }] }, 'DATE_IN_FUTURE'],
      ['a trigger to come', { triggered: [{ milestoneId: 'M2', on: '2025-03-11' }] }, 'DATE_IN_FUTURE'],
      [
        'a trigger before the signature',
        { triggered: [{ milestoneId: 'M2', on: '1950-01-01' }] },
        'DATE_BEFORE_SIGNING',
      ],
      [
        'a line twice',
        {
          shipped: [
            { lineId: 'L1', qty: '1' },
            { lineId: 'L1', qty: '2' },
          ],
        },
        'VALIDATION_FAILED',
      ],
    ])('refuses %s', (_title, changes, code) =>
      expect(codeOf(() => new Walk().do(ImportContract, { ...data, ...changes }))).toBe(code),
    );
    it('knows what was accepted, so that it can be completed', () => {
      const accepted = aDocument().lines.map(({ lineId }) => ({ lineId, on: '2025-03-10' }));
      const delivered = aDocument()
        .lines.slice(0, 3)
        .map(({ lineId, qty }) => ({ lineId, qty }));
      const walk = new Walk().do(ImportContract, { ...data, accepted, delivered });
      expect([walk.now.delivery, walk.now.acceptance]).toEqual(['FULL', 'FULL']);
    });
  });
});
