import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import { ApproveCaseStudy, ChangeCaseStudy, DraftCaseStudy, WithdrawCaseStudy } from './case-study.commands.js';
import { caseStudy } from './case-study.js';
import {
  A_CASE,
  approvedWalk,
  CASE_ID,
  CaseWalk,
  draftedWalk,
  PERSON_REF,
  praised,
  withdrawnWalk,
} from './case-study.walk.js';

describe('a case', () => {
  it('has background, challenge, solution and result (L-240)', () => {
    const walk = draftedWalk();
    walk.recorded({
      type: 'CaseStudyDrafted',
      data: {
        caseStudyId: CASE_ID,
        state: 'DRAFT',
        title: '市第一人民医院中央空调',
        background: '新建门诊楼',
        challenge: '工期紧',
        solution: '分批供货',
        result: '提前两周投用',
        by: 'gao-yue',
        draftedOn: '2025-03-10',
      },
    });
    expect(walk.state).toEqual({ ...A_CASE, state: 'DRAFT', caseStudyId: CASE_ID });
  });
  it('is approved, and a draft again when it is changed (L-240)', () => {
    const walk = approvedWalk();
    walk.recorded({
      type: 'CaseStudyApproved',
      data: { caseStudyId: CASE_ID, state: 'APPROVED', by: 'gao-yue', approvedOn: '2025-03-10' },
    });
    walk.do(ChangeCaseStudy, praised).recorded({
      type: 'CaseStudyChanged',
      data: {
        caseStudyId: CASE_ID,
        state: 'DRAFT',
        title: '市第一人民医院中央空调',
        background: '新建门诊楼',
        challenge: '工期紧',
        solution: '分批供货',
        result: '提前两周投用',
        testimonial: { text: '服务及时', personRef: PERSON_REF, consentRef: 'CONSENT-3' },
        by: 'gao-yue',
        changedOn: '2025-03-10',
      },
    });
  });
  it('with a testimonial is approved only with the consent to it (L-241)', () => {
    const unasked = { ...A_CASE, testimonial: { text: '服务及时', personRef: PERSON_REF } };
    expect(draftedWalk().do(ChangeCaseStudy, unasked).refused(ApproveCaseStudy, {})).toEqual({
      code: 'TESTIMONIAL_CONSENT_REQUIRED',
      caseStudyId: CASE_ID,
    });
    expect(draftedWalk().do(ChangeCaseStudy, praised).do(ApproveCaseStudy, {}).state.state).toBe('APPROVED');
  });
  it('is withdrawn with a reason', () =>
    withdrawnWalk().recorded({
      type: 'CaseStudyWithdrawn',
      data: {
        caseStudyId: CASE_ID,
        state: 'WITHDRAWN',
        reason: '客户要求',
        by: 'gao-yue',
        withdrawnOn: '2025-03-10',
      },
    }));
});

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: caseStudy,
    ids: { caseStudyId: CASE_ID },
    states: { NONE: () => new CaseWalk(), DRAFT: draftedWalk, APPROVED: approvedWalk, WITHDRAWN: withdrawnWalk },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  possible(DraftCaseStudy, A_CASE, ['NONE']);
  possible(ChangeCaseStudy, A_CASE, ['DRAFT', 'APPROVED']);
  possible(ApproveCaseStudy, {}, ['DRAFT']);
  possible(WithdrawCaseStudy, { reason: '客户要求' }, ['DRAFT', 'APPROVED']);
  possible.every(caseStudy.transitions);
});

it('every event of a case is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(caseStudy.stored).filter((type) => !written.has(type))).toEqual([]);
});
