import {
  AskClarification,
  PublishTender,
  RecordClarificationReply,
  RemindDeadline,
} from './publishing/publishing.commands.js';
import { MarkDeadlinePassed, AmendTender } from './publishing/publishing.commands.js';
import { DecideGoNoGo, MeetGoCondition } from './deciding/deciding.commands.js';
import {
  CloseObjection,
  ExtendBidValidity,
  RecordCandidates,
  RecordObjection,
  RecordOpening,
} from './opening/opening.commands.js';
import { ApproveBid, ReviewBid, SubmitBidForReview } from './approving/approving.commands.js';
import {
  DeclineAward,
  MarkContracted,
  MarkSigningOverdue,
  NoteContractAbandoned,
  RecordAward,
} from './awarding/awarding.commands.js';
import { RecordSubmission, SubmitBid, WithdrawBid } from './submitting/submitting.commands.js';
import { RecordLoss } from './ending/ending.commands.js';
import {
  ANNOUNCEMENT,
  AWARD,
  BOND_ID,
  COMMERCE,
  DEADLINE,
  FACTS as facts,
  LEAD_ID,
  LINE,
  LOSS,
  MANAGER,
  OPENING,
  REVIEWER,
  SALES,
  SYSTEM,
  TENDER_ID,
} from './tender.fixtures.js';
import {
  awardedWalk,
  contractedWalk,
  lostWalk,
  openedWalk,
  preparingWalk,
  publishedWalk,
  registeredWalk,
  sealedWalk,
  submittedWalk,
} from './tender.walk.js';

const OF = { tenderId: TENDER_ID, leadId: LEAD_ID };

describe('a published tender', () => {
  it('says what was published, what was noticed and who is reminded when (T-05, T-11, T-14)', () => {
    const earlier = { ...ANNOUNCEMENT, submissionDeadline: '2025-01-20T01:30:00Z', openingAt: '2025-01-20T02:30:00Z' };
    publishedWalk(earlier).recorded({
      type: 'TenderPublished',
      data: {
        ...OF,
        state: 'PUBLISHED',
        by: 'li-na',
        round: 1,
        announcement: earlier,
        estimatedPriceFen: 750_000_000,
        warnings: [
          { code: 'PREPARATION_TOO_SHORT', earliest: '2025-01-26', submissionDeadline: '2025-01-20T01:30:00Z' },
        ] as never,
        salespersonId: 'li-na',
        reminders: [
          { kind: 'SUBMISSION', at: '2025-01-20T01:30:00Z', daysLeft: 3 },
          { kind: 'SUBMISSION', at: '2025-01-20T01:30:00Z', daysLeft: 1 },
          { kind: 'CLARIFICATION', at: '2025-01-15T09:00:00Z', daysLeft: 1 },
          { kind: 'OPENING', at: '2025-01-20T02:30:00Z', daysLeft: 1 },
        ],
      },
    });
  });

  it.each([
    ['clarificationDeadline', { clarificationDeadline: '2025-01-05T15:59:59Z' }],
    ['submissionDeadline', { submissionDeadline: '2025-01-15T08:59:59Z' }],
    ['openingAt', { openingAt: '2025-01-27T01:29:59Z' }],
    ['documentsFrom', { documentsFrom: '2025-01-05' }],
  ])('has its dates in order: %s (T-05)', (field, changes) => {
    const refusal = registeredWalk().refused(PublishTender, { ...ANNOUNCEMENT, ...changes });
    expect(refusal).toMatchObject({ code: 'INVALID_TENDER_DATES', field });
  });

  it('is not published tomorrow (T-05)', () =>
    expect(registeredWalk().refused(PublishTender, { ...ANNOUNCEMENT, publishedOn: '2025-01-07' }).code).toBe(
      'DATE_IN_FUTURE',
    ));

  it('is asked about until its deadline, and answered later too (T-13)', () => {
    const walk = publishedWalk().at('2025-01-15T09:00:00.400Z').do(AskClarification, { question: '分批？' });
    expect(walk.at('2025-01-15T09:00:01Z').refused(AskClarification, { question: '再问' })).toMatchObject({
      code: 'CLARIFICATION_CLOSED',
    });
    walk.do(RecordClarificationReply, { no: 1, answer: '可以', docRef: 'D', on: '2025-01-15' });
    expect(walk.refused(RecordClarificationReply, { no: 2, answer: 'x', docRef: 'D', on: '2025-01-15' })).toMatchObject(
      { code: 'NOT_FOUND', no: 2 },
    );
  });

  it('reminds of a date that stands, once (T-14)', () => {
    const reminder = { kind: 'SUBMISSION', at: DEADLINE, daysLeft: 3 } as const;
    const walk = publishedWalk().do(RemindDeadline, reminder, SYSTEM);
    expect(walk.types).toEqual(['TenderDeadlineNear']);
    expect(walk.do(RemindDeadline, reminder, SYSTEM).types).toEqual([]);
    expect(publishedWalk().do(RemindDeadline, { ...reminder, at: '2025-01-26T01:30:00Z' }, SYSTEM).types).toEqual([]);
    expect(submittedWalk().do(RemindDeadline, reminder, SYSTEM).types).toEqual([]);
    expect(submittedWalk().do(RemindDeadline, { ...reminder, kind: 'OPENING' }, SYSTEM).types).toEqual([
      'TenderDeadlineNear',
    ]);
  });

  it('passes its deadline once, and none that has moved (T-12)', () => {
    const walk = publishedWalk().do(MarkDeadlinePassed, { submissionDeadline: DEADLINE }, SYSTEM);
    expect(walk.do(MarkDeadlinePassed, { submissionDeadline: DEADLINE }, SYSTEM).types).toEqual([]);
    expect(
      publishedWalk().do(MarkDeadlinePassed, { submissionDeadline: '2025-01-26T00:00:00Z' }, SYSTEM).types,
    ).toEqual([]);
  });

  it('is amended in what is named; a bid that it affects is a draft of the next version (T-11, T-12)', () => {
    const addendum = {
      addendumNo: '1',
      issuedOn: '2025-01-13',
      docRef: 'D',
      affectsBid: true,
      bondRequiredFen: 15_000_001,
    };
    const walk = sealedWalk().on('2025-01-13').do(AmendTender, addendum);
    expect(walk.now).toMatchObject({
      bid: { state: 'DRAFT', version: 2, price: { priceFen: 700_000_000 } },
      announcement: { ...ANNOUNCEMENT, bondRequiredFen: 15_000_001 },
    });
    expect(walk.now.warnings).toEqual([
      { code: 'BID_BOND_OVER_2_PERCENT', bondRequiredFen: 15_000_001, limitFen: 15_000_000 },
      { code: 'AMENDMENT_TOO_LATE', issuedOn: '2025-01-13', latest: '2025-01-12' },
    ]);
    expect(submittedWalk().do(AmendTender, { ...addendum, issuedOn: '2025-01-06' }).now.bid).toMatchObject({
      state: 'SUBMITTED',
      version: 1,
    });
    expect(publishedWalk().refused(AmendTender, { ...addendum, issuedOn: '2025-01-05' }).code).toBe(
      'DATE_BEFORE_PUBLICATION',
    );
  });
});

describe('the decision to bid', () => {
  it('may be taken again; a condition in the same words stays met (T-21)', () => {
    const first = { id: 'C1', text: '授权书' };
    const walk = publishedWalk().go([first]).do(MeetGoCondition, { id: 'C1', evidenceRef: 'D-1' });
    walk.go([first, { id: 'C2', text: '保函' }]);
    expect(walk.now.conditions).toMatchObject([{ id: 'C1', metBy: 'li-na', evidenceRef: 'D-1' }, { id: 'C2' }]);
    expect(walk.go([{ id: 'C1', text: '别的' }]).now.conditions[0]?.metBy).toBeUndefined();
    expect(walk.refused(MeetGoCondition, { id: 'C9', evidenceRef: 'D' })).toMatchObject({
      code: 'NOT_FOUND',
      id: 'C9',
    });
    const twice = { go: true, reason: 'x', winProbabilityBps: 1, conditions: [first, first] };
    expect(walk.refused(DecideGoNoGo, twice, MANAGER).code).toBe('VALIDATION_FAILED');
  });
});

describe('a bid', () => {
  it('is approved by nobody whose work stands in it, nor by whoever stands in for them (T-24)', () => {
    const walk = preparingWalk().write().do(SubmitBidForReview, {});
    const standIn = { id: 'zhao-lei', role: 'SALES_MANAGER', onBehalfOf: 'li-na' };
    expect(walk.refused(ReviewBid, { passed: true, opinion: 'x' }, standIn)).toEqual({
      code: 'SELF_APPROVAL',
      by: 'li-na',
    });
    walk.do(ReviewBid, { passed: true, opinion: '齐全' }, REVIEWER);
    expect(walk.refused(ApproveBid, {}, standIn).code).toBe('SELF_APPROVAL');
    expect(walk.do(ApproveBid, {}, MANAGER).types).toEqual(['BidApproved']);
  });

  it('below the floor is approved by a leader alone; the floor is the company’s (T-25)', () => {
    const reviewed = () =>
      preparingWalk().write().do(SubmitBidForReview, {}).do(ReviewBid, { passed: true, opinion: 'x' }, REVIEWER);
    expect(reviewed().settling({ floorMarginBps: 1_201 }).refused(ApproveBid, {}, MANAGER)).toEqual({
      code: 'BELOW_FLOOR_PRICE',
      marginBps: 1_200,
      floorMarginBps: 1_201,
    });
    expect(reviewed().settling({ floorMarginBps: 1_200 }).do(ApproveBid, {}, MANAGER).types).toEqual(['BidApproved']);
  });

  it('goes out with what was found; its own second is on time (T-30, T-34, T-36)', () => {
    sealedWalk()
      .at('2025-01-27T01:30:00.999Z')
      .do(SubmitBid, { receiptRef: 'HZ-1', facts })
      .recorded({
        type: 'BidSubmitted',
        data: {
          ...OF,
          state: 'SUBMITTED',
          by: 'li-na',
          round: 1,
          bidVersion: 1,
          priceFen: 700_000_000,
          submittedAt: '2025-01-27T01:30:00.999Z',
          enteredLate: false,
          receiptRef: 'HZ-1',
          validityUntil: '2025-04-27',
          bondId: BOND_ID,
          mode: 'OWN_PRODUCTION',
        },
      });
    expect(sealedWalk().at('2025-01-27T01:30:01Z').refused(SubmitBid, { facts })).toEqual({
      code: 'BID_DEADLINE_PASSED',
      submissionDeadline: DEADLINE,
      now: '2025-01-27T01:30:01Z',
    });
  });

  it.each([
    ['another state of the bond', { ...facts.bond!, state: 'APPROVED' }, 'BID_BOND_NOT_LODGED'],
    ['a smaller bond', { ...facts.bond!, amountFen: 14_999_999 }, 'BID_BOND_TOO_SMALL'],
    ['a shorter guarantee', { ...facts.bond!, validUntil: '2025-04-26' }, 'BOND_VALIDITY_TOO_SHORT'],
    ['cash, which never ends', { ...facts.bond!, instrument: 'CASH_TRANSFER', validUntil: undefined }, 'accepted'],
  ] as const)('is held up by %s (T-35, T-36)', (_title, bond, code) =>
    expect(sealedWalk().refused(SubmitBid, { facts: { ...facts, bond } }).code).toBe(code),
  );

  it.each([
    ['no decision', {}, 'OPERATION_MODE_UNDECIDED'],
    ['no assessment', { decision: { mode: 'BUYOUT' } }, 'BUYOUT_RISK_ASSESSMENT_REQUIRED'],
    [
      'an agreement of yesterday',
      {
        decision: { mode: 'AGENCY' },
        agreement: {
          agreementId: 'a',
          state: 'SIGNED',
          commissionBps: 300,
          validFrom: '2024-01-01',
          validUntil: '2025-01-05',
        },
      },
      'AGENCY_AGREEMENT_REQUIRED',
    ],
  ] as const)('is held up by %s (T-33, T-34)', (_title, mode, code) =>
    expect(sealedWalk().refused(SubmitBid, { facts: { ...facts, mode } }).code).toBe(code),
  );

  it('is held up by its seal and its conditions, in this order (T-31, T-32)', () => {
    const open = preparingWalk().go([{ id: 'C1', text: 'x' }]);
    expect(open.refused(SubmitBid, { facts })).toEqual({ code: 'BID_NOT_APPROVED', bidState: 'NONE' });
    const sealed = sealedWalk().go([{ id: 'C1', text: 'x' }]);
    expect(sealed.refused(SubmitBid, { facts })).toMatchObject({ code: 'GO_CONDITIONS_OPEN', open: [{ id: 'C1' }] });
  });

  it('is entered by hand before the deadline too, and is not late then (T-39, T-40)', () => {
    const entry = { submittedAt: '2025-01-06T01:00:00Z', receiptRef: 'HZ-1', reason: 'x', facts };
    expect(sealedWalk().do(RecordSubmission, entry, COMMERCE).last[0]?.data).toMatchObject({ enteredLate: false });
    const tomorrow = { ...entry, submittedAt: '2025-01-07T01:00:00Z' };
    expect(sealedWalk().refused(RecordSubmission, tomorrow, COMMERCE).code).toBe('SUBMISSION_TIME_INVALID');
  });

  it('is not taken back after the deadline: that is another matter (T-37)', () => {
    const withdrawal = { reason: 'x', noticeRef: 'D', resubmit: false };
    expect(submittedWalk().on('2025-01-28').refused(WithdrawBid, withdrawal, COMMERCE).code).toBe(
      'BID_DEADLINE_PASSED',
    );
  });
});

describe('an opening', () => {
  it('has exactly one bid of ours, behind the deadline, and may be recorded again (T-11, T-50)', () => {
    const walk = submittedWalk().on('2025-01-27');
    const none = { ...OPENING, bids: OPENING.bids.map((bid) => ({ ...bid, ours: false })) };
    expect(walk.refused(RecordOpening, none)).toEqual({ code: 'OWN_BID_MISSING', ours: 0 });
    expect(walk.refused(RecordOpening, { ...OPENING, openedAt: '2025-01-27T01:29:59Z' }).code).toBe(
      'INVALID_TENDER_DATES',
    );
    const cheaper = OPENING.bids.slice(0, 2).map((bid) => (bid.ours ? { ...bid, priceFen: 1 } : bid));
    expect(walk.do(RecordOpening, { ...OPENING, bids: cheaper }).now.warnings).toEqual([
      { code: 'FEWER_THAN_THREE_BIDDERS', bidders: 2 },
      { code: 'OPENING_PRICE_DIFFERS', openedFen: 1, submittedFen: 700_000_000 },
    ]);
    expect(walk.do(RecordOpening, OPENING).now.warnings).toEqual([]);
  });

  it('is followed by candidates, objections and a longer validity (T-11, T-64, T-65)', () => {
    const candidates = [{ rank: 1, bidderName: '华东机电', priceFen: 1, ours: false }];
    const walk = openedWalk().do(RecordCandidates, { candidates, from: '2025-01-27', to: '2025-01-29' });
    expect(walk.now.warnings).toEqual([{ code: 'PUBLICITY_TOO_SHORT', days: 2, leastDays: 3 }]);
    walk.do(RecordObjection, { by: 'OTHERS', on: '2025-01-27', text: 'x', docRef: 'D' });
    expect(walk.refused(CloseObjection, { no: 2, result: 'x' }).code).toBe('NOT_FOUND');
    walk.do(CloseObjection, { no: 1, result: '不成立' });
    expect(walk.refused(CloseObjection, { no: 1, result: 'x' }).code).toBe('INVALID_TRANSITION');
    const extension = { docRef: 'D', bond: facts.bond };
    expect(walk.refused(ExtendBidValidity, { ...extension, validityUntil: '2025-04-26' }, COMMERCE).code).toBe(
      'INVALID_TENDER_DATES',
    );
    walk.do(ExtendBidValidity, { ...extension, validityUntil: '2025-05-27' }, COMMERCE);
    expect(walk.now.warnings).toContainEqual({
      code: 'BOND_NEEDS_EXTENSION',
      validityUntil: '2025-05-27',
      bondValidUntil: '2025-04-27',
    });
  });
});

describe('an award', () => {
  it('says what is ours of the notice, until when to sign and what it stands on (T-52, T-54)', () =>
    awardedWalk().recorded({
      type: 'BidAwarded',
      data: {
        ...OF,
        state: 'AWARDED',
        by: 'sun-li',
        round: 1,
        noticeNo: 'ZB-1',
        noticeOn: '2025-02-20',
        noticeFen: 700_000_000,
        awardedFen: 700_000_000,
        lines: [{ ...LINE, amountFen: 700_000_000 }],
        contractSigningDueOn: '2025-03-24',
        performanceBondFen: 35_000_000,
        mode: 'OWN_PRODUCTION',
        projectName: '临江市第二人民医院新院区中央空调',
        customer: { partyId: 'party-1', name: '临江市第二人民医院' },
        salespersonId: 'li-na',
        bondId: BOND_ID,
        warnings: [],
      },
    }));

  it('follows an opening, and comes after it (T-51)', () => {
    expect(submittedWalk().refused(RecordAward, AWARD, COMMERCE).code).toBe('INVALID_TRANSITION');
    expect(openedWalk().refused(RecordAward, { ...AWARD, noticeOn: '2025-01-26' }, COMMERCE).code).toBe(
      'DATE_BEFORE_OPENING',
    );
  });

  it('warns when the bid ends before the signature (T-11)', () => {
    const walk = openedWalk()
      .on('2025-04-10')
      .do(RecordAward, { ...AWARD, noticeOn: '2025-04-10' }, COMMERCE);
    expect(walk.now.warnings).toContainEqual({
      code: 'VALIDITY_ENDS_BEFORE_SIGNING',
      validityUntil: '2025-04-27',
      contractSigningDueOn: '2025-05-12',
    });
  });

  it('is settled by a signature, also after a loss, and then nothing declines it (T-57, T-63)', () => {
    const signature = { contractId: BOND_ID, contractNo: 'HT-1', signedOn: '2025-02-20', totalFen: 1 };
    expect(lostWalk().do(MarkContracted, signature, SYSTEM).now.state).toBe('CONTRACTED');
    expect(contractedWalk().refused(MarkContracted, signature, SYSTEM).code).toBe('INVALID_TRANSITION');
    expect(contractedWalk().refused(DeclineAward, { reason: 'x' }, MANAGER).code).toBe('INVALID_TRANSITION');
  });

  it('is overdue once, and declined when its draft is given up (T-59)', () => {
    const due = { contractSigningDueOn: '2025-03-24' };
    const walk = awardedWalk().on('2025-03-25').do(MarkSigningOverdue, due, SYSTEM);
    expect(walk.do(MarkSigningOverdue, due, SYSTEM).types).toEqual([]);
    expect(awardedWalk().do(MarkSigningOverdue, { contractSigningDueOn: '2025-03-01' }, SYSTEM).types).toEqual([]);
    walk.do(NoteContractAbandoned, { contractId: BOND_ID, reason: '谈不拢' }, SYSTEM).recorded({
      type: 'AwardDeclined',
      data: {
        ...OF,
        state: 'AWARD_DECLINED',
        by: 'system:test',
        noticeNo: 'ZB-1',
        declinedBy: 'CONTRACT_ABANDONED',
        reason: '谈不拢',
        declinedOn: '2025-03-25',
        bondId: BOND_ID,
      },
    });
  });
});

describe('a loss', () => {
  it('says what we can learn of it (T-55)', () => {
    expect(openedWalk().refused(RecordLoss, { ...LOSS, reasons: [] }, SALES).code).toBe('LOSS_REASON_REQUIRED');
    lostWalk().recorded({
      type: 'BidLost',
      data: {
        ...OF,
        state: 'LOST',
        by: 'li-na',
        round: 1,
        winnerName: '华东机电',
        winnerPriceFen: 682_000_000,
        ourPriceFen: 700_000_000,
        ourRank: 2,
        marginBps: 1_200,
        reasons: ['PRICE'],
        lessons: '报价偏高',
        bondId: BOND_ID,
        validityUntil: '2025-04-27',
        lostOn: '2025-02-20',
      },
    });
  });
});
