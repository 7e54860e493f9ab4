import { performanceReviewId, salesMemberId } from '../src/domain/ids.js';
import { leader, manager, SalesTalk, seller, someId } from './sales.fixtures.js';

const typesIn = ({ items }: { items: { type: string }[] }) => items.map(({ type }) => type);
const POSITION = { post: '销售工程师', duties: '跟进项目', requirements: '三年经验', headcount: 3 };

describe('sales teams, their members and what is known of them', () => {
  const talk = new SalesTalk();
  let teamId = '';
  const liNa = `sales-members/${salesMemberId('li-na')}`;
  beforeAll(() => talk.begin());
  afterAll(() => talk.service.stop());

  it('are formed and changed by managers (L-203)', async () => {
    const team = { name: '华东一部', leaderId: 'wang-fang', duties: '华东', positions: [POSITION] };
    expect((await talk.refused(seller, 'sales-teams', team)).status).toBe(403);
    teamId = await talk.begun(manager, 'sales-teams', team);
    await talk.done(manager, `sales-teams/${teamId}/change-team`, { ...team, name: '华东大区' });
    expect(await talk.read(`sales-teams/${teamId}`)).toMatchObject({
      name: '华东大区',
      members: [],
      vacancies: [{ post: '销售工程师', headcount: 3, members: 0, vacant: 3 }],
    });
    expect((await talk.read('sales-teams', { q: '大区' })).items).toMatchObject([{ teamId, members: 0 }]);
    expect(typesIn(await talk.state(`sales-teams/${teamId}/history`))).toEqual(['TeamFormed', 'TeamChanged']);
  });

  it('have members, who are enrolled once (L-204, L-205, L-206)', async () => {
    const enrolment = { staffId: 'li-na', post: '销售工程师', teamId, qualifications: [{ kind: 'ETHICS' }] };
    expect((await talk.refused(manager, 'sales-members', { ...enrolment, teamId: someId() })).status).toBe(404);
    expect(await talk.begun(manager, 'sales-members', enrolment)).toBe(salesMemberId('li-na'));
    expect(await talk.refused(manager, 'sales-members', enrolment)).toMatchObject({
      status: 409,
      code: 'DUPLICATE_SALES_MEMBER',
    });
    await talk.done(manager, `${liNa}/change-member`, { ...enrolment, staffId: undefined, post: '销售主管' });
    expect(await talk.state(liNa)).toMatchObject({ post: '销售主管', enrolledOn: '2025-03-07' });
    await talk.done(manager, `${liNa}/change-member`, { ...enrolment, staffId: undefined });
    expect(await talk.read(`sales-teams/${teamId}`)).toMatchObject({
      members: [{ staffId: 'li-na', post: '销售工程师', enrolledOn: '2025-03-07' }],
      vacancies: [{ members: 1, vacant: 2 }],
    });
    const { items } = await talk.read('sales-members', {
      teamId,
      staffId: 'li-na',
      state: 'ACTIVE',
      sort: '-enrolledOn',
    });
    expect(items).toMatchObject([{ memberId: salesMemberId('li-na'), leftOn: null }]);
  });

  it('are trained (L-230)', async () => {
    const plan = { topic: 'PRODUCT', title: '选型', on: '2025-03-06', staffIds: ['li-na'] };
    const training = `trainings/${await talk.begun(manager, 'trainings', plan)}`;
    await talk.done(manager, `${training}/hold-training`, {
      on: '2025-03-07',
      results: [
        { staffId: 'li-na', result: 'PASSED' },
        { staffId: 'zhao-lei', result: 'ATTENDED' },
      ],
    });
    const other = await talk.begun(manager, 'trainings', { ...plan, topic: 'SKILL', staffIds: ['sun-yu'] });
    await talk.done(manager, `trainings/${other}/cancel-training`, { reason: '讲师出差' });
    expect((await talk.read('trainings', { staffId: 'zhao-lei' })).items).toMatchObject([{ on: '2025-03-07' }]);
    expect((await talk.read('trainings', { teamId, topic: 'PRODUCT' })).items).toHaveLength(1);
    expect((await talk.read('trainings', { topic: 'SKILL' })).items).toMatchObject([{ state: 'CANCELLED' }]);
    expect(await talk.state(training)).toMatchObject({ results: [{ result: 'PASSED' }, { result: 'ATTENDED' }] });
    expect(typesIn(await talk.state(`${training}/history`))).toEqual(['TrainingPlanned', 'TrainingHeld']);
    const named = { ...plan, staffIds: ['李娜'] };
    expect(await talk.refused(manager, 'trainings', named)).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
  });

  it('are reviewed by a manager and confirmed by a leader (L-231, L-232)', async () => {
    const review = {
      staffId: 'li-na',
      period: '2025-Q1',
      indicators: [{ name: '签约额', target: '60000', achieved: '70000.5', weightBps: 7_000 }],
      scorePercent: 112,
      proposal: 'PENALTY',
      text: '迟报',
      amountFen: 5_000,
    };
    const id = await talk.begun(manager, 'performance-reviews', review);
    expect(id).toBe(performanceReviewId('li-na', '2025-Q1'));
    const place = `performance-reviews/${id}`;
    expect((await talk.refused(manager, `${place}/confirm-performance-review`)).status).toBe(403);
    expect((await talk.refused({ ...leader, id: 'wang-fang' }, `${place}/confirm-performance-review`)).code).toBe(
      'SELF_APPROVAL',
    );
    await talk.done(leader, `${place}/reject-performance-review`, { reason: '指标有误' });
    await talk.begun(manager, 'performance-reviews', { ...review, proposal: 'NONE', amountFen: undefined });
    await talk.done(leader, `${place}/confirm-performance-review`);
    expect(await talk.refused(manager, 'performance-reviews', review)).toMatchObject({
      status: 409,
      code: 'DUPLICATE_PERFORMANCE_REVIEW',
    });
    expect((await talk.read('performance-reviews', { teamId, period: '2025-Q1' })).items).toEqual([
      {
        reviewId: id,
        state: 'CONFIRMED',
        staffId: 'li-na',
        period: '2025-Q1',
        scorePercent: 112,
        proposal: 'NONE',
        amountFen: null,
      },
    ]);
    expect(await talk.read(`sales-teams/${teamId}`)).toMatchObject({
      trainings: [{ title: '选型' }],
      reviews: [{ period: '2025-Q1' }],
    });
    expect(await talk.state(place)).toMatchObject({ state: 'CONFIRMED', recordedBy: 'wang-fang' });
    expect((await talk.state(`${place}/history`)).items).toHaveLength(4);
    const wrong = { ...review, period: '2025-Q5' };
    expect((await talk.refused(manager, 'performance-reviews', wrong)).code).toBe('VALIDATION_FAILED');
  });

  it('lose members, and are dissolved', async () => {
    await talk.done(manager, `${liNa}/leave-member`, { on: '2025-03-07', reason: '调岗' });
    await talk.done(manager, `sales-teams/${teamId}/dissolve-team`, { reason: '合并' });
    expect(await talk.read(`sales-teams/${teamId}`)).toMatchObject({ state: 'DISSOLVED', members: [] });
    const enrolment = { staffId: 'li-na', post: '销售工程师', teamId, qualifications: [] };
    expect(await talk.refused(manager, 'sales-members', enrolment)).toMatchObject({
      status: 409,
      code: 'INVALID_TRANSITION',
      details: { id: teamId, state: 'DISSOLVED' },
    });
    expect(typesIn(await talk.state(`${liNa}/history`))).toEqual([
      'MemberEnrolled',
      'MemberChanged',
      'MemberChanged',
      'MemberLeft',
    ]);
  });
});
