import { CASE_ID, CaseWalk, PERSON_REF, praised } from '../domain/case-study/case-study.walk.js';
import { DraftCaseStudy } from '../domain/case-study/case-study.commands.js';
import { A_REVIEW, recordedWalk, REVIEW_ID, ReviewWalk } from '../domain/performance-review/performance-review.walk.js';
import { CHILLERS, definedWalk, ProductLineWalk } from '../domain/product-line/product-line.walk.js';
import { KIT_ID, KitWalk, publishedWalk as publishedKit, SECTIONS } from '../domain/sales-kit/sales-kit.walk.js';
import { enrolledWalk, LI_NA, MemberWalk } from '../domain/sales-member/sales-member.walk.js';
import { A_POLICY, POLICY_ID, PolicyWalk, publishedWalk } from '../domain/sales-policy/sales-policy.walk.js';
import { A_TEAM, formedWalk, TEAM_ID, TeamWalk } from '../domain/sales-team/sales-team.walk.js';
import { A_TRAINING, heldWalk, TRAINING_ID, TrainingWalk } from '../domain/training/training.walk.js';
import { caseView, kitView, personsInCase, policyView, productLineView } from './sales-material.view.js';
import { memberView, reviewView, teamView, trainingView, vacanciesOf } from './sales-team.view.js';

const plain = (view: unknown) => JSON.parse(JSON.stringify(view)) as unknown;
const nobody = new Map();

describe('what is answered of teams and their people', () => {
  it('a team, with what of its headcount is vacant (L-206)', () => {
    const team = formedWalk().state;
    expect(plain(teamView(TEAM_ID, 0, team))).toEqual({
      ...A_TEAM,
      id: TEAM_ID,
      revision: 0,
      teamId: TEAM_ID,
      state: 'ACTIVE',
    });
    const engineer = { post: '销售工程师' };
    const vacancy = { post: '销售工程师', headcount: 3 };
    expect(vacanciesOf(team, [engineer, { post: '助理' }])).toEqual([{ ...vacancy, members: 1, vacant: 2 }]);
    expect(vacanciesOf(team, Array(4).fill(engineer) as (typeof engineer)[])).toEqual([
      { ...vacancy, members: 4, vacant: 0 },
    ]);
    expect(vacanciesOf(new TeamWalk().state, [])).toEqual([]);
  });
  it('a member', () =>
    expect(plain(memberView(LI_NA, 1, enrolledWalk().state))).toEqual({
      id: LI_NA,
      revision: 1,
      memberId: LI_NA,
      state: 'ACTIVE',
      staffId: 'li-na',
      post: '销售工程师',
      teamId: TEAM_ID,
      qualifications: [{ kind: 'EXPERIENCE' }, { kind: 'ETHICS', evidenceRef: 'CERT-7', validUntil: '2026-12-31' }],
      enrolledOn: '2025-03-10',
    }));
  it('a training that was held', () =>
    expect(plain(trainingView(TRAINING_ID, 1, heldWalk().state))).toEqual({
      ...A_TRAINING,
      id: TRAINING_ID,
      revision: 1,
      trainingId: TRAINING_ID,
      state: 'HELD',
      on: '2025-03-15',
      results: [{ staffId: 'li-na', result: 'PASSED' }],
    }));
  it('a performance review', () =>
    expect(plain(reviewView(REVIEW_ID, 0, recordedWalk().state))).toEqual({
      ...A_REVIEW,
      id: REVIEW_ID,
      revision: 0,
      reviewId: REVIEW_ID,
      state: 'RECORDED',
      recordedBy: 'wang-fang',
      recordedOn: '2025-03-10',
    }));
});

describe('what is answered of sales material', () => {
  it('a kit, with the version that is published', () =>
    expect(plain(kitView(KIT_ID, 9, publishedKit().state))).toEqual({
      id: KIT_ID,
      revision: 9,
      kitId: KIT_ID,
      state: 'PUBLISHED',
      title: '医院空调',
      version: 1,
      sections: SECTIONS,
      published: { version: 1, title: '医院空调', sections: SECTIONS, publishedOn: '2025-03-10' },
    }));
  it('a case, with the person of its testimonial as the vault shows it', () => {
    const study = new CaseWalk().do(DraftCaseStudy, praised).state;
    expect(personsInCase(study)).toEqual([PERSON_REF]);
    expect(plain(caseView(CASE_ID, 0, study, nobody))).toEqual({
      id: CASE_ID,
      revision: 0,
      caseStudyId: CASE_ID,
      state: 'DRAFT',
      title: '市第一人民医院中央空调',
      background: '新建门诊楼',
      challenge: '工期紧',
      solution: '分批供货',
      result: '提前两周投用',
      testimonial: {
        text: '服务及时',
        person: { personRef: PERSON_REF, masked: null, erasedAt: null },
        consentRef: 'CONSENT-3',
      },
    });
    const anonymous = { ...praised, testimonial: { text: '好' } };
    const unnamed = new CaseWalk().do(DraftCaseStudy, anonymous).state;
    expect(personsInCase(unnamed)).toEqual([]);
    expect(plain(caseView(CASE_ID, 0, unnamed, nobody))).toMatchObject({ testimonial: { text: '好' } });
  });
  it('a product line', () => {
    const walk = definedWalk();
    expect(plain(productLineView('line', 0, walk.state))).toMatchObject({ ...CHILLERS, id: 'line', code: 'CHILLER' });
  });
  it('a policy', () =>
    expect(plain(policyView(POLICY_ID, 0, publishedWalk().state))).toEqual({
      ...A_POLICY,
      id: POLICY_ID,
      revision: 0,
      policyId: POLICY_ID,
      state: 'PUBLISHED',
      version: 1,
      publishedOn: '2025-03-10',
    }));
});

it('of what has not begun, only that is answered', () => {
  const none = { id: 'x', revision: 0, state: 'NONE' };
  expect(teamView('x', 0, new TeamWalk().state)).toEqual(none);
  expect(memberView('x', 0, new MemberWalk().state)).toEqual(none);
  expect(trainingView('x', 0, new TrainingWalk().state)).toEqual(none);
  expect(reviewView('x', 0, new ReviewWalk().state)).toEqual(none);
  expect(kitView('x', 0, new KitWalk().state)).toEqual(none);
  expect(caseView('x', 0, new CaseWalk().state, nobody)).toEqual(none);
  expect(productLineView('x', 0, new ProductLineWalk().state)).toEqual(none);
  expect(policyView('x', 0, new PolicyWalk().state)).toEqual(none);
  expect(personsInCase(new CaseWalk().state)).toEqual([]);
});
