import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import { TEAM_ID } from '../sales-team/sales-team.walk.js';
import { ChangeMember, EnrolMember, LeaveMember } from './sales-member.commands.js';
import { salesMember } from './sales-member.js';
import { AN_ENGINEER, enrolledWalk, leftWalk, LI_NA, MemberWalk } from './sales-member.walk.js';

const QUALIFIED = [{ kind: 'EXPERIENCE' }, { kind: 'ETHICS', evidenceRef: 'CERT-7', validUntil: '2026-12-31' }];

describe('a member of sales', () => {
  it('is enrolled with post, team and qualifications (L-204)', () => {
    const walk = enrolledWalk();
    walk.recorded({
      type: 'MemberEnrolled',
      data: {
        memberId: LI_NA,
        state: 'ACTIVE',
        staffId: 'li-na',
        post: '销售工程师',
        teamId: TEAM_ID,
        qualifications: [{ kind: 'EXPERIENCE' }, { kind: 'ETHICS', evidenceRef: 'CERT-7', validUntil: '2026-12-31' }],
        by: 'wang-fang',
        enrolledOn: '2025-03-10',
      },
    });
    expect(walk.state).toEqual({
      state: 'ACTIVE',
      memberId: LI_NA,
      staffId: 'li-na',
      post: '销售工程师',
      teamId: TEAM_ID,
      qualifications: QUALIFIED,
      enrolledOn: '2025-03-10',
      since: '2025-03-10',
    });
  });
  it('is enrolled once while in sales, and again after having left (L-204)', () => {
    const enrolment = { ...AN_ENGINEER, staffId: 'li-na' };
    expect(enrolledWalk().refused(EnrolMember, enrolment).code).toBe('DUPLICATE_SALES_MEMBER');
    const walk = leftWalk()
      .on('2025-04-02')
      .do(EnrolMember, { ...enrolment, on: '2025-04-01' });
    expect(walk.state).toMatchObject({ state: 'ACTIVE', enrolledOn: '2025-04-01', leftOn: '2025-03-10' });
    expect(leftWalk().refused(EnrolMember, { ...enrolment, on: '2025-03-09' })).toEqual({
      code: 'DATE_BEFORE_LEAVING',
      field: 'on',
      on: '2025-03-09',
      earliest: '2025-03-10',
    });
  });
  it('began in sales today or earlier', () => {
    const enrolment = { ...AN_ENGINEER, staffId: 'li-na' };
    expect(new MemberWalk().do(EnrolMember, { ...enrolment, on: '2024-01-01' }).state).toMatchObject({
      enrolledOn: '2024-01-01',
    });
    expect(new MemberWalk().refused(EnrolMember, { ...enrolment, on: '2025-03-11' }).code).toBe('DATE_IN_FUTURE');
  });
  it('is in a team that there is (L-205)', () => {
    const enrolment = { ...AN_ENGINEER, staffId: 'li-na' };
    const refused = (team?: { state: string }) => new MemberWalk().refused(EnrolMember, { ...enrolment, team });
    expect(refused()).toEqual({ code: 'NOT_FOUND', id: TEAM_ID });
    expect(refused({ state: 'DISSOLVED' })).toEqual({
      code: 'INVALID_TRANSITION',
      id: TEAM_ID,
      state: 'DISSOLVED',
      needs: 'ACTIVE',
    });
    const dissolved = { ...AN_ENGINEER, team: { state: 'DISSOLVED' } };
    expect(enrolledWalk().do(ChangeMember, dissolved).types).toEqual(['MemberChanged']);
    const other = { ...dissolved, teamId: '2d0f3b81-5c64-5e29-8b70-1f3c8d5e0a42' };
    expect(enrolledWalk().refused(ChangeMember, other).code).toBe('INVALID_TRANSITION');
  });
  it('is changed whole', () => {
    const walk = enrolledWalk().on('2025-03-12').do(ChangeMember, { post: '主管', qualifications: [] });
    walk.recorded({
      type: 'MemberChanged',
      data: {
        memberId: LI_NA,
        state: 'ACTIVE',
        staffId: 'li-na',
        post: '主管',
        teamId: undefined,
        qualifications: [],
        by: 'wang-fang',
        changedOn: '2025-03-12',
      },
    });
    expect(walk.state).toMatchObject({ post: '主管', teamId: undefined, qualifications: [], since: '2025-03-12' });
  });
  it('leaves on a day that has come, not before what is known of it', () => {
    const walk = enrolledWalk().on('2025-03-14').do(LeaveMember, { on: '2025-03-13', reason: '调岗' });
    walk.recorded({
      type: 'MemberLeft',
      data: {
        memberId: LI_NA,
        state: 'LEFT',
        staffId: 'li-na',
        teamId: TEAM_ID,
        reason: '调岗',
        by: 'wang-fang',
        leftOn: '2025-03-13',
      },
    });
    expect(walk.state).toMatchObject({ state: 'LEFT', leftOn: '2025-03-13', qualifications: QUALIFIED });
    const refused = (on: string) => enrolledWalk().refused(LeaveMember, { on, reason: '调岗' }).code;
    expect(refused('2025-03-11')).toBe('DATE_IN_FUTURE');
    expect(refused('2025-03-09')).toBe('DATE_BEFORE_ENROLMENT');
  });
});

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: salesMember,
    ids: { memberId: LI_NA },
    states: { NONE: () => new MemberWalk(), ACTIVE: enrolledWalk, LEFT: leftWalk },
    codeIn(state, type) {
      if (type === 'EnrolMember') return 'DUPLICATE_SALES_MEMBER';
      return state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION';
    },
  });
  possible(EnrolMember, { ...AN_ENGINEER, staffId: 'li-na' }, ['NONE', 'LEFT']);
  possible(ChangeMember, AN_ENGINEER, ['ACTIVE']);
  possible(LeaveMember, { on: '2025-03-10', reason: '调岗' }, ['ACTIVE']);
  possible.every(salesMember.transitions);
});

it('every event of a member is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(salesMember.stored).filter((type) => !written.has(type))).toEqual([]);
});
