import { AcceptProposal, ReviseProposal } from './proposal.commands.js';
import {
  aBudget,
  AGREEMENT_ID,
  aQuotation,
  LEAD_ID,
  LEADER,
  LINE,
  MANAGER,
  ownProduction,
  PROPOSAL_ID,
} from './proposal.fixtures.js';
import { acceptedWalk, declinedWalk, expiredWalk, sentWalk } from './proposal.walk.js';

const RECORD = {
  proposalId: PROPOSAL_ID,
  proposalNo: 'BJ-20250307-4A2B3C',
  leadId: LEAD_ID,
  version: 1,
  kind: 'QUOTATION' as const,
  totalFen: 372_000_000,
  by: 'li-na',
};
const answer = { on: '2025-03-20', docRef: 'DOC-232', facts: ownProduction };
const RISK_ID = '4a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c55';

describe('a quotation that is accepted', () => {
  it('says what was agreed on, and how the deal is run (T-349)', () =>
    acceptedWalk().recorded({
      type: 'ProposalAccepted',
      data: {
        ...RECORD,
        state: 'ACCEPTED',
        title: '门诊楼中央空调报价',
        customer: { partyId: 'party-1', name: '临江市第二人民医院' },
        salespersonId: 'li-na',
        lines: [{ ...LINE, amountFen: 372_000_000 }],
        validUntil: '2025-04-06',
        sentOn: '2025-03-07',
        mode: 'OWN_PRODUCTION',
        warrantyTerms: { defectsLiabilityMonths: 24 },
        paymentTerms: '预付 30%',
        docRef: 'DOC-232',
        acceptedOn: '2025-03-19',
        recordedOn: '2025-03-20',
      },
    }));

  it('is one that binds, and of its newest version (T-349)', () => {
    expect(sentWalk(aBudget).on('2025-03-20').refused(AcceptProposal, answer)).toEqual({
      code: 'PROPOSAL_NOT_BINDING',
      kind: 'BUDGET',
    });
    expect(sentWalk().do(ReviseProposal, aQuotation).refused(AcceptProposal, answer).code).toBe('INVALID_TRANSITION');
    expect(sentWalk().refused(AcceptProposal, answer).code).toBe('DATE_IN_FUTURE');
  });

  it('after its last day is a manager’s to take up (T-350)', () => {
    const late = { ...answer, on: '2025-04-07' };
    const refusal = {
      code: 'ROLE_NOT_ALLOWED',
      validUntil: '2025-04-06',
      allowed: ['SALES_MANAGER', 'COMPANY_LEADER'],
    };
    expect(expiredWalk().refused(AcceptProposal, late)).toEqual(refusal);
    // the bell rings a little later than the day begins
    expect(sentWalk().on('2025-04-07').refused(AcceptProposal, late)).toEqual(refusal);
    expect(expiredWalk().refused(AcceptProposal, late, MANAGER).code).toBe('accepted');
    expect(
      expiredWalk().refused(AcceptProposal, late, { id: 'li-na', role: 'SALES', roles: ['SALES', 'SALES_MANAGER'] })
        .code,
    ).toBe('accepted');
    expect(sentWalk().on('2025-04-06').refused(AcceptProposal, answer).code).toBe('accepted');
  });

  const manufacturerPartyId = 'party-12';
  it('needs what its mode needs (T-351)', () => {
    const refused = (facts?: typeof answer.facts) =>
      sentWalk()
        .on('2025-03-20')
        .refused(AcceptProposal, { ...answer, facts });
    expect(refused(undefined).code).toBe('OPERATION_MODE_UNDECIDED');
    const decision = { mode: 'BUYOUT', manufacturerPartyId } as const;
    expect(refused({ decision })).toEqual({ code: 'BUYOUT_RISK_ASSESSMENT_REQUIRED', state: 'NONE' });
    const assessment = { riskAssessmentId: RISK_ID, state: 'APPROVED' };
    expect(refused({ decision, assessment: { ...assessment, state: 'SUBMITTED' } })).toEqual({
      code: 'BUYOUT_RISK_ASSESSMENT_REQUIRED',
      state: 'SUBMITTED',
    });
    expect(refused({ decision, assessment }).code).toBe('BUYOUT_WRITTEN_CONSENT_REQUIRED');
    const consented = { ...assessment, writtenConsentRef: 'DOC-210' };
    const accepted = sentWalk()
      .on('2025-03-20')
      .do(AcceptProposal, { ...answer, facts: { decision, assessment: consented } });
    expect(accepted.now.acceptance).toMatchObject({
      mode: 'BUYOUT',
      riskAssessmentId: RISK_ID,
      writtenConsentRef: 'DOC-210',
    });
  });

  it('for a commission needs an agreement that is valid today (T-351)', () => {
    const decision = { mode: 'AGENCY', manufacturerPartyId, agreementId: AGREEMENT_ID } as const;
    const agreement = {
      agreementId: AGREEMENT_ID,
      state: 'SIGNED',
      commissionBps: 300,
      validFrom: '2025-01-01',
      validUntil: '2025-03-20',
    };
    const facts = { decision, agreement };
    const accepted = sentWalk()
      .on('2025-03-20')
      .do(AcceptProposal, { ...answer, facts });
    expect(accepted.now.acceptance).toMatchObject({ agreementId: AGREEMENT_ID, commissionBps: 300 });
    expect(
      sentWalk()
        .on('2025-03-21')
        .refused(AcceptProposal, { ...answer, facts }),
    ).toEqual({ code: 'AGENCY_AGREEMENT_REQUIRED', state: 'SIGNED', validUntil: '2025-03-20' });
    expect(
      sentWalk()
        .on('2025-03-20')
        .refused(AcceptProposal, { ...answer, facts: { decision } }, LEADER),
    ).toMatchObject({ code: 'AGENCY_AGREEMENT_REQUIRED', state: 'NONE' });
  });
});

it('a proposal that is declined says why, and who was chosen (T-348)', () => {
  const walk = declinedWalk();
  walk.recorded({
    type: 'ProposalDeclined',
    data: { ...RECORD, state: 'DECLINED', reason: '价格', winnerName: '江北空调公司', declinedOn: '2025-03-20' },
  });
  expect(walk.now.declined).toEqual({ reason: '价格', winnerName: '江北空调公司', on: '2025-03-20' });
});
