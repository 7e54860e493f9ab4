import { sentWalk, approvedWalk, draftedWalk, expiredWalk, submittedWalk, ProposalWalk } from './proposal.walk.js';
import {
  ApproveProposal,
  DraftProposal,
  ExpireProposal,
  RecordProposalFeedback,
  RejectProposal,
  ReviseProposal,
  SendProposal,
  SubmitProposal,
} from './proposal.commands.js';
import { aBudget, aQuotation, LEAD_ID, LEADER, LINE, MANAGER, PROPOSAL_ID, TIMER } from './proposal.fixtures.js';

const RECORD = {
  proposalId: PROPOSAL_ID,
  proposalNo: 'BJ-20250307-4A2B3C',
  leadId: LEAD_ID,
  version: 1,
  kind: 'QUOTATION' as const,
  totalFen: 372_000_000,
  by: 'li-na',
};

describe('the approval of a proposal', () => {
  it('is asked for a quotation with lines and with its cost (T-344)', () => {
    submittedWalk().recorded({
      type: 'ProposalSubmitted',
      data: { ...RECORD, state: 'PENDING_APPROVAL', submittedOn: '2025-03-07' },
    });
    const refused = (changes: Partial<typeof aQuotation>) =>
      draftedWalk({ ...aQuotation, ...changes }).refused(SubmitProposal, {});
    expect(refused({ lines: [], costFen: undefined })).toEqual({
      code: 'PROPOSAL_LINES_REQUIRED',
      proposalId: PROPOSAL_ID,
    });
    expect(refused({ costFen: undefined })).toEqual({ code: 'PROPOSAL_COST_REQUIRED', proposalId: PROPOSAL_ID });
    expect(draftedWalk(aBudget).refused(SubmitProposal, {}).code).toBe('accepted');
  });

  it('is given by somebody else than its authors (T-345)', () => {
    approvedWalk().recorded({
      type: 'ProposalApproved',
      data: { ...RECORD, state: 'APPROVED', marginBps: 1_200, by: 'wang-fang', approvedOn: '2025-03-07' },
    });
    const self = { code: 'SELF_APPROVAL', by: 'wang-fang' };
    const own = new ProposalWalk().do(DraftProposal, aQuotation, MANAGER).do(SubmitProposal, {}, LEADER);
    expect(own.refused(ApproveProposal, {}, MANAGER)).toEqual(self);
    expect(own.refused(ApproveProposal, {}, LEADER)).toEqual({ code: 'SELF_APPROVAL', by: 'chen-zong' });
    const revised = draftedWalk().do(ReviseProposal, aQuotation, MANAGER).do(SubmitProposal, {});
    expect(revised.refused(ApproveProposal, {}, MANAGER)).toEqual(self);
    const next = sentWalk().do(ReviseProposal, aQuotation, LEADER).do(SubmitProposal, {});
    expect(next.refused(ApproveProposal, {}, MANAGER).code).toBe('accepted');
  });

  it.each([
    [342_240_000, 'accepted'], // 800 bps
    [342_277_200, 'BELOW_FLOOR_PRICE'], // 799 bps
    [400_000_000, 'BELOW_FLOOR_PRICE'],
  ])('at a cost of %d by a manager is %s (T-346)', (costFen, code) =>
    expect(submittedWalk({ ...aQuotation, costFen }).refused(ApproveProposal, {}, MANAGER).code).toBe(code),
  );

  it('below the floor is a leader’s, and without lines there is no floor (T-346)', () => {
    const cheap = () => submittedWalk({ ...aQuotation, costFen: 345_960_000 });
    expect(cheap().refused(ApproveProposal, {}, MANAGER)).toEqual({
      code: 'BELOW_FLOOR_PRICE',
      marginBps: 700,
      floorMarginBps: 800,
    });
    expect(cheap().refused(ApproveProposal, {}, LEADER).code).toBe('accepted');
    expect(submittedWalk({ ...aBudget, costFen: 1 }).refused(ApproveProposal, {}, MANAGER).code).toBe('accepted');
  });

  it('is refused with a reason (T-341)', () =>
    submittedWalk()
      .do(RejectProposal, { reason: '成本不全' }, MANAGER)
      .recorded({
        type: 'ProposalRejected',
        data: { ...RECORD, state: 'DRAFT', reason: '成本不全', by: 'wang-fang', rejectedOn: '2025-03-07' },
      }));
});

describe('a proposal that is sent', () => {
  it('is valid for thirty days, or as long as it says (T-347)', () => {
    sentWalk().recorded({
      type: 'ProposalSent',
      data: {
        ...RECORD,
        state: 'SENT',
        customerName: '临江市第二人民医院',
        channel: 'EMAIL',
        sentOn: '2025-03-07',
        validUntil: '2025-04-06',
        recordedOn: '2025-03-07',
      },
    });
    const until = (walk: ProposalWalk) => walk.now.sent?.validUntil;
    expect(until(sentWalk({ ...aQuotation, validDays: 10 }))).toBe('2025-03-17');
    expect(until(draftedWalk().settling({ proposalValidDays: 7 }).sendOut())).toBe('2025-03-14');
    const late = { on: '2025-03-08', channel: 'EMAIL' } as const;
    expect(approvedWalk().refused(SendProposal, late).code).toBe('DATE_IN_FUTURE');
  });

  it('is talked about (T-348)', () => {
    const words = { on: '2025-03-07', feedback: '总价须再降 3%', agreed: '质保两年' };
    const walk = sentWalk().do(RecordProposalFeedback, words);
    walk.recorded({
      type: 'ProposalFeedbackRecorded',
      data: { ...RECORD, state: 'SENT', ...words, recordedOn: '2025-03-07' },
    });
    const next = walk
      .do(ReviseProposal, aQuotation)
      .sendOut()
      .do(RecordProposalFeedback, { ...words, agreed: undefined });
    expect(next.now.feedback.map(({ version }) => version)).toEqual([1, 2]);
    const tomorrow = { ...words, on: '2025-03-08' };
    expect(sentWalk().refused(RecordProposalFeedback, tomorrow).code).toBe('DATE_IN_FUTURE');
    expect(expiredWalk().do(RecordProposalFeedback, words).now.state).toBe('EXPIRED');
  });

  it('expires on the day after its last day (T-347)', () => {
    expiredWalk().recorded({
      type: 'ProposalExpired',
      data: {
        ...RECORD,
        state: 'EXPIRED',
        validUntil: '2025-04-06',
        by: 'system:timer',
        expiredOn: '2025-04-07',
      },
    });
    const bell = { validUntil: '2025-04-06' };
    expect(sentWalk().on('2025-04-06').do(ExpireProposal, bell, TIMER).types).toEqual([]);
    const longer = sentWalk({ ...aQuotation, lines: [LINE], validDays: 60 });
    expect(longer.on('2025-04-07').do(ExpireProposal, bell, TIMER).types).toEqual([]);
  });
});
