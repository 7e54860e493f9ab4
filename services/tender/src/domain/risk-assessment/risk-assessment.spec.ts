import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import {
  ApproveRiskAssessment,
  DraftRiskAssessment,
  GiveWrittenConsent,
  RejectRiskAssessment,
  SubmitRiskAssessment,
} from './risk-assessment.commands.js';
import { riskAssessment } from './risk-assessment.js';
import {
  aDraft,
  approvedWalk,
  AssessmentWalk,
  aTender,
  consentedWalk,
  draftedWalk,
  LEAD_ID,
  LEADER,
  ofLead,
  rejectedWalk,
  RISK_ID,
  RISKS,
  submittedWalk,
  TENDER_ID,
} from './risk-assessment.walk.js';

const RECORD = {
  riskAssessmentId: RISK_ID,
  refType: 'TENDER' as const,
  refId: TENDER_ID,
  leadId: LEAD_ID,
  version: 1,
};
const stranger = { id: 'zhao-lei', role: 'SALES' };

describe('the risk assessment of a buyout', () => {
  it('is drafted whole (T-310)', () => {
    const content = {
      projectId: LEAD_ID,
      items: RISKS,
      manufacturerPartyId: 'party-12',
      purchasePriceFen: 180_000_000,
      salePriceFen: 220_000_000,
      buyoutConditions: '厂家现货',
      by: 'li-na',
      draftedOn: '2025-03-10',
    };
    draftedWalk().recorded({ type: 'RiskAssessmentDrafted', data: { ...RECORD, state: 'DRAFT', ...content } });
    const lead = { ...RECORD, refType: 'LEAD', refId: LEAD_ID, state: 'DRAFT' } as const;
    draftedWalk(ofLead).recorded({ type: 'RiskAssessmentDrafted', data: { ...lead, ...content } });
  });

  it('belongs to a tender that there is, and scores no risk twice (T-310)', () => {
    const refused = (changes: Partial<typeof aDraft>) =>
      new AssessmentWalk().refused(DraftRiskAssessment, { ...aDraft, ...changes });
    expect(refused({ tender: undefined })).toEqual({ code: 'NOT_FOUND', tenderId: TENDER_ID });
    const [first] = RISKS;
    expect(first && refused({ items: [...RISKS, first] })).toEqual({
      code: 'VALIDATION_FAILED',
      pointer: '/items/7/item',
    });
  });

  it('is acted on by the salesperson of its tender, or whoever wrote that of a lead (T-311)', () => {
    const other = { code: 'ROLE_NOT_ALLOWED', salespersonId: 'li-na' };
    expect(new AssessmentWalk().refused(DraftRiskAssessment, aDraft, stranger)).toEqual(other);
    const given = { ...aTender, salespersonId: 'zhao-lei' };
    expect(draftedWalk().refused(SubmitRiskAssessment, { conclusion: 'FEASIBLE', tender: given }, stranger).code).toBe(
      'accepted',
    );
    expect(new AssessmentWalk().refused(DraftRiskAssessment, ofLead, stranger).code).toBe('accepted');
    expect(draftedWalk(ofLead).refused(SubmitRiskAssessment, { conclusion: 'FEASIBLE' }, stranger)).toEqual(other);
    const commerce = { id: 'sun-li', role: 'COMMERCE' };
    expect(
      draftedWalk().refused(SubmitRiskAssessment, { conclusion: 'FEASIBLE', tender: aTender }, commerce).code,
    ).toBe('accepted');
  });

  it('is submitted with all seven risks (T-312)', () => {
    submittedWalk().recorded({
      type: 'RiskAssessmentSubmitted',
      data: {
        ...RECORD,
        state: 'SUBMITTED',
        conclusion: 'CONDITIONAL',
        totalScore: 18,
        by: 'li-na',
        submittedOn: '2025-03-10',
      },
    });
    const six = RISKS.filter(({ item }) => item !== 'LEGAL');
    expect(
      draftedWalk({ ...aDraft, items: six }).refused(SubmitRiskAssessment, { conclusion: 'FEASIBLE', tender: aTender }),
    ).toEqual({ code: 'RISK_ITEM_MISSING', missing: ['LEGAL'] });
  });

  it.each([
    [3, 'accepted'],
    [4, 'RISK_MITIGATION_REQUIRED'],
    [5, 'RISK_MITIGATION_REQUIRED'],
  ])('with a score of %d and no mitigation is %s (T-313)', (score, code) => {
    const items = RISKS.map((risk) => (risk.item === 'PRICE' ? { ...risk, score } : risk));
    const refusal = draftedWalk({ ...aDraft, items }).refused(SubmitRiskAssessment, {
      conclusion: 'FEASIBLE',
      tender: aTender,
    });
    expect(refusal).toEqual(code === 'accepted' ? { code } : { code, items: ['PRICE'] });
  });

  it('is drafted again after a decision as its next version, without the consent (T-314)', () => {
    expect(draftedWalk().do(DraftRiskAssessment, aDraft).now.version).toBe(1);
    const again = consentedWalk().do(DraftRiskAssessment, aDraft).now;
    expect(again).toMatchObject({ state: 'DRAFT', version: 2, authors: ['li-na'] });
    expect([again.consent, again.approvedBy, again.conclusion]).toEqual([undefined, undefined, undefined]);
    const afterRejection = rejectedWalk().do(DraftRiskAssessment, aDraft).now;
    expect([afterRejection.version, afterRejection.reason]).toEqual([2, undefined]);
  });
});

describe('the approval of a buyout', () => {
  it('may bring the written consent with it (T-315)', () => {
    const approved = {
      ...RECORD,
      state: 'APPROVED',
      totalScore: 18,
      by: 'chen-zong',
      approvedOn: '2025-03-10',
    } as const;
    approvedWalk().recorded({ type: 'RiskAssessmentApproved', data: { ...approved } });
    submittedWalk()
      .do(ApproveRiskAssessment, { writtenConsentRef: 'DOC-211' }, LEADER)
      .recorded(
        { type: 'RiskAssessmentApproved', data: approved },
        {
          type: 'BuyoutConsentGiven',
          data: {
            ...RECORD,
            state: 'APPROVED',
            writtenConsentRef: 'DOC-211',
            totalScore: 18,
            consentBy: 'chen-zong',
            consentOn: '2025-03-10',
            by: 'chen-zong',
          },
        },
      );
  });

  it('is followed by the consent once (T-315)', () => {
    const walk = consentedWalk();
    expect(walk.now.consent).toEqual({ writtenConsentRef: 'DOC-210', by: 'chen-zong', on: '2025-03-12' });
    expect(walk.refused(GiveWrittenConsent, { writtenConsentRef: 'DOC-212' }, LEADER)).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'GiveWrittenConsent',
      state: 'APPROVED',
      writtenConsentRef: 'DOC-210',
    });
  });

  it('and the consent are never an author’s (T-316)', () => {
    const self = { code: 'SELF_APPROVAL', by: 'chen-zong' };
    const bySubmitter = draftedWalk().do(SubmitRiskAssessment, { conclusion: 'FEASIBLE', tender: aTender }, LEADER);
    expect(bySubmitter.refused(ApproveRiskAssessment, {}, LEADER)).toEqual(self);
    const byDrafter = new AssessmentWalk()
      .do(DraftRiskAssessment, aDraft, LEADER)
      .do(DraftRiskAssessment, aDraft)
      .do(SubmitRiskAssessment, { conclusion: 'FEASIBLE', tender: aTender });
    expect(byDrafter.refused(ApproveRiskAssessment, {}, LEADER)).toEqual(self);
    const other = { id: 'zhou-zong', role: 'COMPANY_LEADER' };
    expect(
      byDrafter.do(ApproveRiskAssessment, {}, other).refused(GiveWrittenConsent, { writtenConsentRef: 'D' }, LEADER),
    ).toEqual(self);
    const standIn = { ...other, onBehalfOf: 'li-na' };
    expect(submittedWalk().refused(ApproveRiskAssessment, {}, standIn)).toEqual({ code: 'SELF_APPROVAL', by: 'li-na' });
  });

  it('is refused with a reason (T-314)', () =>
    rejectedWalk().recorded({
      type: 'RiskAssessmentRejected',
      data: { ...RECORD, state: 'REJECTED', reason: '付款条件不足', by: 'chen-zong', rejectedOn: '2025-03-10' },
    }));
});

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: riskAssessment,
    ids: { riskAssessmentId: RISK_ID },
    states: {
      NONE: () => new AssessmentWalk(),
      DRAFT: draftedWalk,
      SUBMITTED: submittedWalk,
      APPROVED: approvedWalk,
      REJECTED: rejectedWalk,
    },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  possible(DraftRiskAssessment, aDraft, ['NONE', 'DRAFT', 'APPROVED', 'REJECTED']);
  possible(SubmitRiskAssessment, { conclusion: 'FEASIBLE' }, ['DRAFT']);
  possible(ApproveRiskAssessment, {}, ['SUBMITTED']);
  possible(RejectRiskAssessment, { reason: 'x' }, ['SUBMITTED']);
  possible(GiveWrittenConsent, { writtenConsentRef: 'D' }, ['APPROVED']);
  possible.every(riskAssessment.transitions);
});

it('every event of a risk assessment is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(riskAssessment.stored).filter((type) => !written.has(type))).toEqual([]);
});
