import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import { ChangeTeam, DissolveTeam, FormTeam } from './sales-team.commands.js';
import { salesTeam } from './sales-team.js';
import { A_TEAM, dissolvedWalk, formedWalk, TEAM_ID, TeamWalk } from './sales-team.walk.js';

describe('a sales team', () => {
  it('has a leader and posts with a headcount (L-203)', () => {
    const walk = formedWalk();
    walk.recorded({
      type: 'TeamFormed',
      data: {
        teamId: TEAM_ID,
        state: 'ACTIVE',
        name: '华东一部',
        leaderId: 'wang-fang',
        duties: '华东地区医院项目',
        positions: [{ post: '销售工程师', duties: '跟进项目', requirements: '三年以上经验', headcount: 3 }],
        by: 'wang-fang',
        formedOn: '2025-03-10',
      },
    });
    expect(walk.state).toEqual({ ...A_TEAM, state: 'ACTIVE', teamId: TEAM_ID });
  });
  it('is changed whole', () => {
    const change = { ...A_TEAM, leaderId: 'he-jing', positions: [] };
    const walk = formedWalk().on('2025-03-11').do(ChangeTeam, change);
    walk.recorded({
      type: 'TeamChanged',
      data: {
        teamId: TEAM_ID,
        state: 'ACTIVE',
        name: '华东一部',
        leaderId: 'he-jing',
        duties: '华东地区医院项目',
        positions: [],
        by: 'wang-fang',
        changedOn: '2025-03-11',
      },
    });
    expect(walk.state).toEqual({ ...change, state: 'ACTIVE', teamId: TEAM_ID });
  });
  it('is dissolved with a reason', () => {
    const walk = dissolvedWalk();
    walk.recorded({
      type: 'TeamDissolved',
      data: { teamId: TEAM_ID, state: 'DISSOLVED', reason: '合并', by: 'wang-fang', dissolvedOn: '2025-03-10' },
    });
    expect(walk.state).toEqual({ ...A_TEAM, state: 'DISSOLVED', teamId: TEAM_ID });
  });
});

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: salesTeam,
    ids: { teamId: TEAM_ID },
    states: { NONE: () => new TeamWalk(), ACTIVE: formedWalk, DISSOLVED: dissolvedWalk },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  possible(FormTeam, A_TEAM, ['NONE']);
  possible(ChangeTeam, A_TEAM, ['ACTIVE']);
  possible(DissolveTeam, { reason: '合并' }, ['ACTIVE']);
  possible.every(salesTeam.transitions);
});

it('every event of a sales team is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(salesTeam.stored).filter((type) => !written.has(type))).toEqual([]);
});
