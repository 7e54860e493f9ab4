import { given, issued } from '@engsales/event-sourcing/testing';
import { contract } from './contract.js';
import {
  ApproveContract,
  DraftContract,
  RejectContract,
  ReviseContract,
  SignContract,
  SubmitForApproval,
} from './contract.commands.js';
import { priceDocument, type DraftDocument } from './contract-document.js';
import type { ContractEvent } from './contract.events.js';
import {
  aDocument,
  approved,
  CONTRACT_ID,
  drafted,
  PROJECT_ID,
  rejected,
  revisedBy,
  SIGNATORIES,
  submittedBy,
} from './contract.fixtures.js';
import { gatesOf } from './payment-gates.js';

const by = (id: string, today = '2025-03-10') => issued({ by: { id, role: 'SALES' }, today });
const ofContract = { contractId: CONTRACT_ID };
const draft = (document: DraftDocument) =>
  new DraftContract({ ...ofContract, projectId: PROJECT_ID, document }, by('li-na'));
const revise = (document = aDocument()) => new ReviseContract({ ...ofContract, document }, by('zhang'));
const submit = () => new SubmitForApproval(ofContract, by('li-na'));
const approve = (id = 'wang') => new ApproveContract(ofContract, by(id));
const sign = (changes: object = {}) =>
  new SignContract(
    {
      ...ofContract,
      contractNo: 'HT-2025-0031',
      signedOn: '2025-03-10',
      signatories: SIGNATORIES,
      scanRef: 'scan-1',
      ...changes,
    },
    by('sun-li'),
  );
const signedMilestones = priceDocument(aDocument()).milestones.map((m) =>
  m.id === 'M1' ? { ...m, status: 'DUE' as const, triggeredOn: '2025-03-10', dueOn: '2025-03-17' } : m,
);
const signed: ContractEvent = {
  type: 'ContractSigned',
  data: {
    contractId: CONTRACT_ID,
    contractNo: 'HT-2025-0031',
    contractVersion: 1,
    state: 'SIGNED',
    signedOn: '2025-03-10',
    signatories: SIGNATORIES,
    scanRef: 'scan-1',
    document: { ...priceDocument(aDocument()), milestones: signedMilestones },
    orderLineIds: ['L1', 'L2', 'L3'],
    gates: { RELEASE_PRODUCTION: { state: 'CLOSED' }, DISPATCH: { state: 'CLOSED' } },
    payment: 'DUE',
  },
};
const m1Due: ContractEvent = {
  type: 'PaymentMilestoneDue',
  data: {
    contractId: CONTRACT_ID,
    milestoneId: 'M1',
    kind: 'ADVANCE',
    amountFen: 210_000_000,
    paidFen: 0,
    dueOn: '2025-03-17',
    gate: 'RELEASE_PRODUCTION',
    status: 'DUE',
    trigger: 'SIGNED',
    triggeredOn: '2025-03-10',
    payment: 'DUE',
  },
};

describe('a contract is drafted', () => {
  it('with every amount and the tax worked out to the fen (fixture P1)', () => {
    const document = priceDocument(aDocument());
    expect([document.totalFen, document.taxFen]).toEqual([700_000_000, 77_795_242]);
    given(contract)
      .when(draft(aDocument()))
      .then({ ...drafted(), data: { ...drafted().data, draftedOn: '2025-03-10' } } as ContractEvent);
  });

  it('also before lines or milestones are known', () => {
    for (const changes of [{ lines: [] }, { paymentMilestones: [] }]) {
      expect(contract.decide(draft(aDocument(changes)), { state: 'NONE' })).toHaveLength(1);
    }
  });

  it('only once', () => given(contract, drafted()).when(draft(aDocument())).thenRejected('DUPLICATE_CONTRACT'));

  const first = aDocument().paymentMilestones[0] as DraftDocument['paymentMilestones'][number];
  const rest = aDocument().paymentMilestones.slice(1);
  const withFirst = (changes: object) => ({ paymentMilestones: [{ ...first, ...changes }, ...rest] });
  it.each<[string, Partial<DraftDocument>, string, Record<string, unknown> | undefined]>([
    [
      'milestones one fen short',
      withFirst({ amountFen: 209_999_999 }),
      'PAYMENT_SCHEDULE_MISMATCH',
      { totalFen: 700_000_000, milestonesFen: 699_999_999, differenceFen: -1 },
    ],
    [
      'milestones one fen over',
      withFirst({ amountFen: 210_000_001 }),
      'PAYMENT_SCHEDULE_MISMATCH',
      { totalFen: 700_000_000, milestonesFen: 700_000_001, differenceFen: 1 },
    ],
    [
      'a deposit of 25 %',
      {
        paymentMilestones: [
          { ...first, kind: 'DEPOSIT', amountFen: 175_000_000 },
          { ...first, id: 'M6', amountFen: 35_000_000 },
          ...rest,
        ],
      },
      'DEPOSIT_OVER_20_PERCENT',
      { depositFen: 175_000_000, limitFen: 140_000_000 },
    ],
    [
      'a deposit one fen over a fifth',
      {
        paymentMilestones: [
          { ...first, kind: 'DEPOSIT', amountFen: 140_000_001 },
          { ...first, id: 'M6', amountFen: 69_999_999 },
          ...rest,
        ],
      },
      'DEPOSIT_OVER_20_PERCENT',
      undefined,
    ],
    ['both an amount and a share', withFirst({ bps: 3000 }), 'VALIDATION_FAILED', { pointer: '/paymentMilestones/0' }],
    [
      'neither an amount nor a share',
      withFirst({ amountFen: undefined }),
      'VALIDATION_FAILED',
      { pointer: '/paymentMilestones/0' },
    ],
    [
      'the trigger DATE without a date',
      withFirst({ trigger: 'DATE' }),
      'VALIDATION_FAILED',
      { pointer: '/paymentMilestones/0' },
    ],
    ['a milestone id twice', { paymentMilestones: [first, first] }, 'VALIDATION_FAILED', undefined],
    [
      'shares that rounding makes negative',
      {
        lines: [{ ...aDocument().lines[0]!, qty: '1', unitPriceFen: 5 }],
        paymentMilestones: Array.from({ length: 10 }, (_, i) => ({
          ...rest[1]!,
          id: `S${i}`,
          amountFen: undefined,
          bps: 1000,
        })),
      },
      'PAYMENT_SCHEDULE_MISMATCH',
      { totalFen: 5, milestoneId: 'S9', amountFen: -4 },
    ],
    [
      'a scope of lines that it does not have',
      withFirst({ scope: { mode: 'ALL', lineIds: ['L1', 'L9'] } }),
      'VALIDATION_FAILED',
      { pointer: '/paymentMilestones/0/scope/lineIds', unknown: ['L9'] },
    ],
    [
      '501 lines',
      { lines: Array.from({ length: 501 }, (_, i) => ({ ...aDocument().lines[0]!, lineId: `L${i}` })) },
      'TOO_MANY_LINES',
      { lines: 501 },
    ],
    ['a line id twice', { lines: [aDocument().lines[0]!, aDocument().lines[0]!] }, 'VALIDATION_FAILED', undefined],
    [
      'a quantity of nothing',
      { lines: [{ ...aDocument().lines[0]!, qty: '0.0' }] },
      'VALIDATION_FAILED',
      { pointer: '/lines/0/qty' },
    ],
    [
      'an amount that is not quantity x price',
      { lines: [{ ...aDocument().lines[0]!, amountFen: 1 }] },
      'LINE_AMOUNT_MISMATCH',
      { lineId: 'L1', givenFen: 1, amountFen: 372_000_000 },
    ],
    [
      'amounts beyond 2^53',
      { lines: [{ ...aDocument().lines[0]!, qty: '999999999999', unitPriceFen: Number.MAX_SAFE_INTEGER }] },
      'AMOUNT_TOO_LARGE',
      undefined,
    ],
  ])('not with %s', (_title, changes, code, details) =>
    given(contract)
      .when(draft(aDocument(changes)))
      .thenRejected(code, details),
  );

  it('with a deposit of exactly a fifth', () => {
    const milestones = [
      { ...first, kind: 'DEPOSIT' as const, amountFen: 140_000_000 },
      { ...first, id: 'M6', amountFen: 70_000_000 },
      ...rest,
    ];
    expect(priceDocument(aDocument({ paymentMilestones: milestones })).totalFen).toBe(700_000_000);
  });

  it('with shares that make up the whole: the last milestone takes the remainder', () => {
    const line = { ...aDocument().lines[0]!, qty: '1', unitPriceFen: 100 };
    const share = (id: string, bps: number) => ({ ...rest[1]!, id, amountFen: undefined, bps });
    const document = priceDocument(
      aDocument({ lines: [line], paymentMilestones: [share('A', 3333), share('B', 3333), share('C', 3334)] }),
    );
    expect(document.milestones.map((m) => m.amountFen)).toEqual([33, 33, 34]);
  });
});

describe('a contract is approved', () => {
  it.each([
    ['a customer', { customer: undefined }, ['customer']],
    ['lines', { lines: [] }, ['lines']],
    ['milestones', { paymentMilestones: [] }, ['paymentMilestones']],
    [
      'a salesperson and a merchandiser',
      { salespersonId: undefined, merchandiserId: undefined },
      ['salespersonId', 'merchandiserId'],
    ],
  ])('not without %s', (_title, changes, missing) =>
    given(contract, drafted(changes)).when(submit()).thenRejected('CONTRACT_INCOMPLETE', { missing }),
  );
  it.each<[Partial<DraftDocument>, string]>([
    [{ rightsAndObligations: '  ' }, 'CONTRACT_TERMS_REQUIRED'],
    [{ operationMode: 'BUYOUT' }, 'BUYOUT_RISK_ASSESSMENT_REQUIRED'],
    [{ operationMode: 'BUYOUT', riskAssessmentId: 'r-1' }, 'BUYOUT_WRITTEN_CONSENT_REQUIRED'],
    [{ operationMode: 'AGENCY' }, 'AGENCY_AGREEMENT_REQUIRED'],
    [{ awardedFen: 699_999_999 }, 'CONTRACT_DEVIATES_FROM_AWARD'],
  ])('not as %j', (changes, code) => given(contract, drafted(changes)).when(submit()).thenRejected(code));

  it.each<Partial<DraftDocument>>([
    { operationMode: 'BUYOUT', riskAssessmentId: 'r-1', writtenConsentRef: 'c-1' },
    { operationMode: 'AGENCY', agreementId: 'a-1' },
    { awardedFen: 700_000_000 },
  ])('submitted as %j', (changes) =>
    expect(contract.decide(submit(), given(contract, drafted(changes)).state)).toHaveLength(1),
  );

  it.each([
    ['drafter', [drafted(), submittedBy('zhang')], 'li-na', ['drafter']],
    ['last reviser', [drafted(), revisedBy('wang'), submittedBy('zhang')], 'wang', ['lastReviser']],
    ['submitter', [drafted(), submittedBy('wang')], 'wang', ['submitter']],
  ])('not by its %s', (_title, past, approver, as) =>
    given(contract, ...past)
      .when(approve(approver))
      .thenRejected('SELF_APPROVAL', { approver, as }),
  );

  it('by somebody else, on the day of the approval', () =>
    given(contract, drafted(), submittedBy('li-na'))
      .when(approve())
      .then({
        type: 'ContractApproved',
        data: { contractId: CONTRACT_ID, state: 'APPROVED', draftNo: 1, approvedBy: 'wang', approvedOn: '2025-03-10' },
      }));

  it('or sent back, with the reason', () =>
    given(contract, drafted(), submittedBy('li-na'))
      .when(new RejectContract({ ...ofContract, reason: '价格' }, by('wang')))
      .then({
        type: 'ContractRejected',
        data: {
          contractId: CONTRACT_ID,
          state: 'NEGOTIATING',
          reason: '价格',
          rejectedBy: 'wang',
          rejectedOn: '2025-03-10',
        },
      }));
});

describe('a contract is revised', () => {
  it.each([
    ['a draft stays a draft', [drafted()], 'DRAFT'],
    ['an approved one is negotiated again', [drafted(), submittedBy('li-na'), approved], 'NEGOTIATING'],
    ['a rejected one stays in negotiation', [drafted(), submittedBy('li-na'), rejected], 'NEGOTIATING'],
  ] as const)('%s', (_title, past, state) =>
    given(contract, ...past)
      .when(revise())
      .then({
        type: 'ContractRevised',
        data: {
          contractId: CONTRACT_ID,
          state,
          draftNo: 2,
          document: priceDocument(aDocument()),
          revisedBy: 'zhang',
          revisedOn: '2025-03-10',
        },
      }),
  );
  it('with the same sums as at the draft', () =>
    given(contract, drafted())
      .when(revise(aDocument({ lines: aDocument().lines.slice(1) })))
      .thenRejected('PAYMENT_SCHEDULE_MISMATCH'));
  it('never once it is signed', () =>
    given(contract, drafted(), submittedBy('li-na'), approved, signed)
      .when(revise())
      .thenRejected('SIGNED_CONTRACT_IMMUTABLE', { state: 'SIGNED' }));
});

describe('a contract is signed', () => {
  const past = [drafted(), submittedBy('li-na'), approved];
  it('with the whole snapshot, the order lines, the gates, and what is due by it', () =>
    given(contract, ...past)
      .when(sign())
      .then(signed, m1Due));
  it.each([
    ['before the day of approval', '2025-03-04'],
    ['tomorrow', '2025-03-11'],
  ])('not %s', (_title, signedOn) =>
    given(contract, ...past)
      .when(sign({ signedOn }))
      .thenRejected('SIGNING_DATE_INVALID', { signedOn, earliest: '2025-03-05', latest: '2025-03-10' }),
  );
  it('on the day of approval too', () =>
    expect(contract.decide(sign({ signedOn: '2025-03-05' }), given(contract, ...past).state)).toHaveLength(2));
  it.each([
    [[], ['OURS', 'THEIRS']],
    [[SIGNATORIES[0]], ['THEIRS']],
    [[SIGNATORIES[1]], ['OURS']],
  ])('not by %j alone', (signatories, missing) =>
    given(contract, ...past)
      .when(sign({ signatories }))
      .thenRejected('SIGNATORY_MISSING', { missing }),
  );
  it('with an open gate where no milestone guards it', () => {
    expect(gatesOf([])).toEqual({ RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'OPEN' } });
    expect(gatesOf(signedMilestones.map((m) => ({ ...m, paidFen: m.amountFen })))).toEqual(gatesOf([]));
  });
});
