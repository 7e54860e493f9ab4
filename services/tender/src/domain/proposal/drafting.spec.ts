import { CancelProposal, DraftProposal, RejectProposal, ReviseProposal, SubmitProposal } from './proposal.commands.js';
import { aBudget, aQuotation, CASE_ID, LEAD_ID, LINE, MANAGER, PROPOSAL_ID } from './proposal.fixtures.js';
import { declinedWalk, draftedWalk, expiredWalk, ProposalWalk, sentWalk, submittedWalk } from './proposal.walk.js';

const RECORD = {
  proposalId: PROPOSAL_ID,
  proposalNo: 'BJ-20250307-4A2B3C',
  leadId: LEAD_ID,
  version: 1,
  kind: 'QUOTATION' as const,
  totalFen: 372_000_000,
  by: 'li-na',
};
const CONTENT = {
  projectId: LEAD_ID,
  salespersonId: 'li-na',
  title: '门诊楼中央空调报价',
  customer: { partyId: 'party-1', name: '临江市第二人民医院' },
  answers: [{ painPoint: '机房空间不足', solution: '模块化机组' }],
  solutionRef: 'DOC-230',
  advantages: [{ text: '能效高于国标一级', evidenceRef: 'DOC-231' }],
  lines: [{ ...LINE, amountFen: 372_000_000 }],
  costFen: 327_360_000,
  marginBps: 1_200,
  paymentTerms: '预付 30%',
  warrantyTerms: { defectsLiabilityMonths: 24 },
  deliveryDays: 120,
  caseStudyIds: [CASE_ID],
};

describe('the draft of a proposal', () => {
  it('has a number, its lines worked out, and its margin (T-340)', () =>
    draftedWalk().recorded({
      type: 'ProposalDrafted',
      data: { ...RECORD, ...CONTENT, state: 'DRAFT', draftedOn: '2025-03-07' },
    }));

  it('needs neither lead nor lines unless it binds us (T-340, T-341)', () => {
    draftedWalk(aBudget).recorded({
      type: 'ProposalDrafted',
      data: {
        proposalId: PROPOSAL_ID,
        proposalNo: 'BJ-20250307-4A2B3C',
        version: 1,
        state: 'DRAFT',
        kind: 'BUDGET',
        by: 'li-na',
        projectId: PROPOSAL_ID,
        salespersonId: 'li-na',
        title: '门诊楼空调预算',
        customer: { name: '临江市第二人民医院' },
        answers: [],
        advantages: [],
        lines: [],
        caseStudyIds: [],
        draftedOn: '2025-03-07',
      },
    });
    expect(new ProposalWalk().refused(DraftProposal, { ...aQuotation, leadId: undefined })).toEqual({
      code: 'VALIDATION_FAILED',
      pointer: '/leadId',
    });
  });

  it('is refused with lines that are no lines (T-340)', () => {
    const refused = (...lines: (typeof LINE)[]) => new ProposalWalk().refused(DraftProposal, { ...aQuotation, lines });
    expect(refused(LINE, LINE)).toEqual({ code: 'VALIDATION_FAILED', pointer: '/lines', lineId: 'L1' });
    expect(refused({ ...LINE, amountFen: 1 })).toMatchObject({ code: 'LINE_AMOUNT_MISMATCH', lineId: 'L1' });
    const many = Array.from({ length: 501 }, (_none, index) => ({ ...LINE, lineId: `L${index}` }));
    expect(refused(...many)).toEqual({ code: 'TOO_MANY_LINES', lines: 501 });
  });

  it('is cancelled with a reason (T-341)', () =>
    draftedWalk()
      .do(CancelProposal, { reason: '项目暂停' })
      .recorded({
        type: 'ProposalCancelled',
        data: { ...RECORD, state: 'CANCELLED', reason: '项目暂停', cancelledOn: '2025-03-07' },
      }));
});

describe('the revision of a proposal', () => {
  it('before it was sent is the same version (T-343)', () =>
    draftedWalk()
      .do(ReviseProposal, aQuotation)
      .recorded({
        type: 'ProposalRevised',
        data: { ...RECORD, ...CONTENT, state: 'DRAFT', revisedOn: '2025-03-07' },
      }));

  it('afterwards is the next one, and what was sent is superseded (T-343)', () => {
    const walk = sentWalk().on('2025-03-10').do(ReviseProposal, aQuotation);
    walk.recorded({
      type: 'ProposalRevised',
      data: { ...RECORD, ...CONTENT, version: 2, state: 'DRAFT', supersededVersion: 1, revisedOn: '2025-03-10' },
    });
    expect(walk.now).toMatchObject({ version: 2, sendings: [{ version: 1, validUntil: '2025-04-06' }] });
    expect([walk.now.sent, walk.now.approvedBy]).toEqual([undefined, undefined]);
    for (const ended of [declinedWalk, expiredWalk]) {
      expect(ended().do(ReviseProposal, aQuotation).now).toMatchObject({ state: 'DRAFT', version: 2 });
    }
  });

  it('makes a quotation of a budget (T-343)', () => {
    const walk = sentWalk(aBudget).do(ReviseProposal, aQuotation);
    expect(walk.now).toMatchObject({ projectId: LEAD_ID, content: { kind: 'QUOTATION', totalFen: 372_000_000 } });
  });

  it('of one that was rejected is the same version, with all its authors (T-343, T-345)', () => {
    const walk = submittedWalk().do(RejectProposal, { reason: '成本不全' }, MANAGER);
    expect(walk.do(ReviseProposal, aQuotation).do(SubmitProposal, {}).now).toMatchObject({ version: 1 });
  });
});
