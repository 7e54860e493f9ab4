import { CONTRACT_ID, aDocument, DOCUMENT, drafted, MILESTONES, PROJECT_ID } from '../contract.fixtures.js';
import { approvedWalk, ContractWalk, draftedWalk, signedWalk } from '../contract.walk.js';
import {
  AbandonContract,
  ApproveContract,
  DraftContract,
  RecordNegotiationRound,
  RejectContract,
  ReviseContract,
  SubmitForApproval,
  type DraftDocument,
} from './drafting.commands.js';
import { draftingRules } from './drafting.js';
import { possible } from '../contract.possible.fixtures.js';
import type { DocumentRecord } from './drafting.events.js';

const draft = (changes: Partial<DraftDocument> = {}) =>
  new ContractWalk().do(DraftContract, { projectId: PROJECT_ID, document: aDocument(changes) }, 'li-na');
const refusedDraft = (changes: Partial<DraftDocument>) =>
  new ContractWalk().refused(DraftContract, { projectId: PROJECT_ID, document: aDocument(changes) });
const documentOf = (walk: ContractWalk): DocumentRecord =>
  (walk.last[0] as { data: { document: DocumentRecord } }).data.document;

const [line] = aDocument().lines as [DraftDocument['lines'][number]];
const [first, ...rest] = aDocument().paymentMilestones as [DraftDocument['paymentMilestones'][number]];
const withFirst = (changes: object) => ({ paymentMilestones: [{ ...first, ...changes }, ...rest] });

describe('a contract is drafted', () => {
  it('with every amount and the tax worked out to the fen (C-03, C-04, C-06)', () => {
    draft().recorded(drafted);
    draft().recorded({
      type: 'ContractDrafted',
      data: {
        contractId: CONTRACT_ID,
        projectId: PROJECT_ID,
        state: 'DRAFT',
        draftNo: 1,
        document: DOCUMENT,
        draftedBy: 'li-na',
        draftedOn: '2025-03-10',
      },
    });
  });

  it('also before lines or milestones are known (C-10)', () => {
    expect(documentOf(draft({ lines: [] }))).toMatchObject({ lines: [], totalFen: 0, taxFen: 0 });
    expect(documentOf(draft({ paymentMilestones: [] }))).toMatchObject({ milestones: [], totalFen: 700_000_000 });
  });

  it('only once (C-01)', () =>
    expect(draft().refused(DraftContract, { projectId: PROJECT_ID, document: aDocument() })).toEqual({
      code: 'DUPLICATE_CONTRACT',
      contractId: CONTRACT_ID,
      command: 'DraftContract',
      state: 'DRAFT',
      possibleIn: ['NONE'],
    }));

  it.each<[string, Partial<DraftDocument>, Record<string, unknown>]>([
    [
      'milestones one fen short (C-10)',
      withFirst({ amountFen: 209_999_999 }),
      { code: 'PAYMENT_SCHEDULE_MISMATCH', totalFen: 700_000_000, milestonesFen: 699_999_999, differenceFen: -1 },
    ],
    [
      'milestones one fen over (C-10)',
      withFirst({ amountFen: 210_000_001 }),
      { code: 'PAYMENT_SCHEDULE_MISMATCH', totalFen: 700_000_000, milestonesFen: 700_000_001, differenceFen: 1 },
    ],
    [
      'a deposit of 25 % (C-11)',
      {
        paymentMilestones: [
          { ...first, kind: 'DEPOSIT', amountFen: 175_000_000 },
          { ...first, id: 'M6', amountFen: 35_000_000 },
          ...rest,
        ],
      },
      { code: 'DEPOSIT_OVER_20_PERCENT', depositFen: 175_000_000, limitFen: 140_000_000 },
    ],
    [
      'a deposit one fen over a fifth (C-11)',
      {
        paymentMilestones: [
          { ...first, kind: 'DEPOSIT', amountFen: 140_000_001 },
          { ...first, id: 'M6', amountFen: 69_999_999 },
          ...rest,
        ],
      },
      { code: 'DEPOSIT_OVER_20_PERCENT', depositFen: 140_000_001, limitFen: 140_000_000 },
    ],
    [
      'both an amount and a share (C-08)',
      withFirst({ bps: 3000 }),
      { code: 'VALIDATION_FAILED', pointer: '/paymentMilestones/0' },
    ],
    [
      'neither an amount nor a share (C-08)',
      withFirst({ amountFen: undefined }),
      { code: 'VALIDATION_FAILED', pointer: '/paymentMilestones/0' },
    ],
    [
      'the trigger DATE without a date (C-08)',
      withFirst({ trigger: 'DATE' }),
      { code: 'VALIDATION_FAILED', pointer: '/paymentMilestones/0' },
    ],
    [
      'a milestone id twice (C-05)',
      { paymentMilestones: [first, first] },
      { code: 'VALIDATION_FAILED', pointer: '/paymentMilestones', id: 'M1' },
    ],
    [
      'shares that rounding makes negative (C-09)',
      {
        lines: [{ ...line, qty: '1', unitPrice: '0.05' }],
        paymentMilestones: Array.from({ length: 10 }, (_, i) => ({
          ...first,
          id: `S${i}`,
          amountFen: undefined,
          bps: 1000,
        })),
      },
      { code: 'PAYMENT_SCHEDULE_MISMATCH', totalFen: 5, milestoneId: 'S9', amountFen: -4 },
    ],
    [
      'a scope of lines that it does not have (C-12)',
      withFirst({ scope: { mode: 'ALL', lineIds: ['L1', 'L9'] } }),
      { code: 'VALIDATION_FAILED', pointer: '/paymentMilestones/0/scope/lineIds', unknown: ['L9'] },
    ],
    [
      'a service in the scope of goods (C-12)',
      withFirst({ trigger: 'DELIVERED', scope: { mode: 'ALL', lineIds: ['L4'] } }),
      { code: 'VALIDATION_FAILED', pointer: '/paymentMilestones/0/scope/lineIds', services: ['L4'] },
    ],
    [
      '501 lines (C-02)',
      { lines: Array.from({ length: 501 }, (_, i) => ({ ...line, lineId: `L${i}` })) },
      { code: 'TOO_MANY_LINES', lines: 501 },
    ],
    ['a line id twice (C-05)', { lines: [line, line] }, { code: 'VALIDATION_FAILED', pointer: '/lines', lineId: 'L1' }],
    [
      'a quantity of nothing (C-05)',
      { lines: [{ ...line, qty: '0.0' }] },
      { code: 'VALIDATION_FAILED', pointer: '/lines/0/qty' },
    ],
    [
      'an amount that is not quantity x price (C-03)',
      { lines: [{ ...line, amountFen: 1 }] },
      { code: 'LINE_AMOUNT_MISMATCH', lineId: 'L1', givenFen: 1, amountFen: 372_000_000 },
    ],
    [
      'amounts beyond 2^53 (C-07)',
      { lines: [{ ...line, qty: '999999999999', unitPrice: '90071992547409.91' }] },
      { code: 'AMOUNT_TOO_LARGE' },
    ],
  ])('not with %s', (_title, changes, expected) => expect(refusedDraft(changes)).toEqual(expected));

  it('with a deposit of exactly a fifth (C-11)', () => {
    const deposit = { ...first, kind: 'DEPOSIT' as const, amountFen: 140_000_000 };
    const paymentMilestones = [deposit, { ...first, id: 'M6', amountFen: 70_000_000 }, ...rest];
    expect(documentOf(draft({ paymentMilestones })).totalFen).toBe(700_000_000);
  });

  it('with shares that make up the whole: the last milestone takes the remainder (C-09)', () => {
    const share = (id: string, bps: number) => ({ ...first, id, amountFen: undefined, bps });
    const document = documentOf(
      draft({
        lines: [{ ...line, qty: '1', unitPrice: '1.00' }],
        paymentMilestones: [share('A', 3333), share('B', 3333), share('C', 3334)],
      }),
    );
    expect(document.milestones.map((m) => m.amountFen)).toEqual([33, 33, 34]);
  });

  it('with a milestone of nothing, which is settled from the beginning (C-09)', () => {
    const [m1, m2, ...others] = MILESTONES;
    const paymentMilestones = aDocument().paymentMilestones.map((milestone) =>
      milestone.id === 'M1'
        ? { ...milestone, amountFen: 0 }
        : milestone.id === 'M2'
          ? { ...milestone, amountFen: 420_000_000 }
          : milestone,
    );
    expect(documentOf(draft({ paymentMilestones })).milestones).toEqual([
      { ...m1, amountFen: 0, status: 'PAID' },
      { ...m2, amountFen: 420_000_000 },
      ...others,
    ]);
  });
});

describe('a contract is talked about', () => {
  it('in 200 rounds at most (C-16)', () => {
    const round = { topic: '价格', ours: '1', theirs: '2' };
    const walk = draftedWalk();
    for (let no = 1; no <= 200; no += 1) walk.do(RecordNegotiationRound, round, 'li-na');
    expect(walk.refused(RecordNegotiationRound, round, 'li-na')).toMatchObject({
      code: 'TOO_MANY_ROUNDS',
      rounds: 200,
    });
  });

  it('round by round (C-16)', () => {
    const walk = draftedWalk().do(RecordNegotiationRound, { topic: '价格', ours: '700 万', theirs: '690 万' }, 'li-na');
    walk.do(RecordNegotiationRound, { topic: '价格', ours: '698 万', theirs: '698 万', agreed: '698 万' }, 'li-na');
    walk.recorded({
      type: 'NegotiationRoundRecorded',
      data: {
        contractId: CONTRACT_ID,
        state: 'NEGOTIATING',
        round: 2,
        topic: '价格',
        ours: '698 万',
        theirs: '698 万',
        agreed: '698 万',
        recordedBy: 'li-na',
        recordedOn: '2025-03-10',
      },
    });
    expect(walk.state).toMatchObject({ state: 'NEGOTIATING', rounds: [{ round: 1 }, { round: 2 }] });
  });
});

describe('a contract is submitted for approval', () => {
  it.each([
    ['a customer', { customer: undefined }, ['customer']],
    ['lines', { lines: [] }, ['lines']],
    ['milestones', { paymentMilestones: [] }, ['paymentMilestones']],
    [
      'a salesperson and a merchandiser',
      { salespersonId: undefined, merchandiserId: undefined },
      ['salespersonId', 'merchandiserId'],
    ],
  ])('not without %s (C-17)', (_title, changes, missing) =>
    expect(draftedWalk(changes).refused(SubmitForApproval, {})).toEqual({ code: 'CONTRACT_INCOMPLETE', missing }),
  );

  it.each<[string, Partial<DraftDocument>, Record<string, unknown>]>([
    ['blank terms (C-18)', { rightsAndObligations: '  ' }, { code: 'CONTRACT_TERMS_REQUIRED' }],
    ['an unassessed buyout (C-19)', { operationMode: 'BUYOUT' }, { code: 'BUYOUT_RISK_ASSESSMENT_REQUIRED' }],
    [
      'a buyout without consent (C-19)',
      { operationMode: 'BUYOUT', riskAssessmentId: 'r-1' },
      { code: 'BUYOUT_WRITTEN_CONSENT_REQUIRED' },
    ],
    ['an agency without agreement (C-20)', { operationMode: 'AGENCY' }, { code: 'AGENCY_AGREEMENT_REQUIRED' }],
    [
      'another total than was awarded (C-21)',
      { awardedFen: 699_999_999 },
      {
        code: 'CONTRACT_DEVIATES_FROM_AWARD',
        awardedFen: 699_999_999,
        totalFen: 700_000_000,
        deviations: [{ what: 'AMOUNT', awarded: '699999999', contract: '700000000' }],
      },
    ],
  ])('not with %s', (_title, changes, expected) =>
    expect(draftedWalk(changes).refused(SubmitForApproval, {})).toEqual(expected),
  );

  it.each<[string, Partial<DraftDocument>]>([
    [
      'a buyout with both papers (C-19)',
      { operationMode: 'BUYOUT', riskAssessmentId: 'r-1', writtenConsentRef: 'c-1' },
    ],
    ['an agency with its agreement (C-20)', { operationMode: 'AGENCY', agreementId: 'a-1' }],
    ['the awarded total (C-21)', { awardedFen: 700_000_000 }],
    ['an approved exception (C-21)', { awardedFen: 690_000_000, awardExceptionRef: 'ex-1' }],
  ])('as %s', (_title, changes) =>
    draftedWalk(changes)
      .do(SubmitForApproval, {}, 'li-na')
      .recorded({
        type: 'ContractSubmittedForApproval',
        data: {
          contractId: CONTRACT_ID,
          state: 'PENDING_APPROVAL',
          draftNo: 1,
          submittedBy: 'li-na',
          submittedOn: '2025-03-10',
        },
      }),
  );
});

describe('a contract is approved', () => {
  const revised = () => draftedWalk().do(ReviseContract, { document: aDocument() }, 'wang');
  it.each<[string, ContractWalk, string, string[]]>([
    ['drafter', draftedWalk().do(SubmitForApproval, {}, 'zhang'), 'li-na', ['drafter']],
    ['reviser', revised().do(SubmitForApproval, {}, 'zhang'), 'wang', ['reviser']],
    [
      'first of two revisers',
      revised().do(ReviseContract, { document: aDocument() }, 'zhao').do(SubmitForApproval, {}, 'zhang'),
      'wang',
      ['reviser'],
    ],
    ['submitter', draftedWalk().do(SubmitForApproval, {}, 'wang'), 'wang', ['submitter']],
  ])('not by its %s (C-22)', (_title, walk, approver, as) =>
    expect(walk.refused(ApproveContract, {}, approver)).toEqual({ code: 'SELF_APPROVAL', approver, as }),
  );

  it('by who revised it before the last rejection only (C-22)', () => {
    const walk = revised()
      .do(SubmitForApproval, {}, 'zhang')
      .do(RejectContract, { reason: '价格' }, 'qian')
      .do(SubmitForApproval, {}, 'zhao')
      .do(ApproveContract, {}, 'wang');
    expect(walk.state.state).toBe('APPROVED');
  });

  it('by who revised it before the last approval (C-22)', () => {
    const walk = revised()
      .do(SubmitForApproval, {}, 'zhang')
      .do(ApproveContract, {}, 'qian')
      .do(ReviseContract, { document: aDocument() }, 'zhao')
      .do(SubmitForApproval, {}, 'zhao');
    expect(walk.refused(ApproveContract, {}, 'zhao').as).toEqual(['reviser', 'submitter']);
    expect(walk.refused(ApproveContract, {}, 'li-na').as).toEqual(['drafter']);
    expect(walk.do(ApproveContract, {}, 'wang').types).toEqual(['ContractApproved']);
  });

  it('by somebody else, on the day of the approval', () =>
    approvedWalk().recorded({
      type: 'ContractApproved',
      data: { contractId: CONTRACT_ID, state: 'APPROVED', draftNo: 1, approvedBy: 'wang', approvedOn: '2025-03-10' },
    }));

  it('or sent back, with the reason (C-23)', () =>
    draftedWalk()
      .do(SubmitForApproval, {}, 'li-na')
      .do(RejectContract, { reason: '价格' }, 'wang')
      .recorded({
        type: 'ContractRejected',
        data: {
          contractId: CONTRACT_ID,
          state: 'NEGOTIATING',
          reason: '价格',
          rejectedBy: 'wang',
          rejectedOn: '2025-03-10',
        },
      }));

  it('or given up (C-23)', () =>
    approvedWalk()
      .do(AbandonContract, { reason: '业主撤项' }, 'li-na')
      .recorded({
        type: 'ContractAbandoned',
        data: {
          contractId: CONTRACT_ID,
          state: 'ABANDONED',
          reason: '业主撤项',
          abandonedBy: 'li-na',
          abandonedOn: '2025-03-10',
        },
      }));
});

describe('a contract is revised', () => {
  it.each([
    ['a draft stays a draft', draftedWalk(), 'DRAFT'],
    ['an approved one is negotiated again', approvedWalk(), 'NEGOTIATING'],
    [
      'a rejected one stays in negotiation',
      draftedWalk().do(SubmitForApproval, {}).do(RejectContract, { reason: 'x' }),
      'NEGOTIATING',
    ],
  ] as const)('%s (C-13)', (_title, walk, state) => {
    walk.do(ReviseContract, { document: aDocument() }, 'zhang').recorded({
      type: 'ContractRevised',
      data: {
        contractId: CONTRACT_ID,
        state,
        draftNo: 2,
        document: DOCUMENT,
        revisedBy: 'zhang',
        revisedOn: '2025-03-10',
      },
    });
    expect(walk.state).not.toHaveProperty('approvedBy');
  });
  it('with the same sums as at the draft (C-10)', () => {
    const document = aDocument({ lines: aDocument().lines.slice(1) });
    expect(draftedWalk().refused(ReviseContract, { document }).code).toBe('PAYMENT_SCHEDULE_MISMATCH');
  });
  it('and keeps the award that the revision leaves out (C-14)', () => {
    const walk = draftedWalk({ awardedFen: 699_000_000, source: { type: 'TENDER', id: 't-1' } });
    walk.do(ReviseContract, { document: aDocument() });
    expect(documentOf(walk)).toMatchObject({ awardedFen: 699_000_000, source: { type: 'TENDER', id: 't-1' } });
    expect(walk.refused(SubmitForApproval, {}).code).toBe('CONTRACT_DEVIATES_FROM_AWARD');
  });
  it('never once it is signed (C-15)', () =>
    expect(signedWalk().refused(ReviseContract, { document: aDocument() })).toEqual({
      code: 'SIGNED_CONTRACT_IMMUTABLE',
      contractId: CONTRACT_ID,
      command: 'ReviseContract',
      state: 'SIGNED',
      possibleIn: ['DRAFT', 'NEGOTIATING', 'APPROVED'],
    }));
});

describe('in which state (C-77)', () => {
  possible(DraftContract, { projectId: 'p', document: aDocument() }, ['NONE']);
  possible(ReviseContract, { document: aDocument() }, ['DRAFT', 'NEGOTIATING', 'APPROVED']);
  possible(RecordNegotiationRound, { topic: '价格', ours: '1', theirs: '2' }, ['DRAFT', 'NEGOTIATING']);
  possible(SubmitForApproval, {}, ['DRAFT', 'NEGOTIATING']);
  possible(ApproveContract, {}, ['PENDING_APPROVAL']);
  possible(RejectContract, { reason: 'x' }, ['PENDING_APPROVAL']);
  possible(AbandonContract, { reason: 'x' }, ['DRAFT', 'NEGOTIATING', 'PENDING_APPROVAL', 'APPROVED']);
  possible.every(draftingRules);
});
