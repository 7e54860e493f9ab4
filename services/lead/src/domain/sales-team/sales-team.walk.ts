import { Walk } from '@engsales/event-sourcing/testing';
import { ChangeTeam, DissolveTeam, FormTeam, type SalesTeamCommand, type TeamWords } from './sales-team.commands.js';
import type { SalesTeamEvent } from './sales-team.events.js';
import { salesTeam, type SalesTeam } from './sales-team.js';

export const TEAM_ID = '1c9e2a70-4b53-5d18-8a6f-0e2b7c4d9f31';

export const A_TEAM: TeamWords = {
  name: '华东一部',
  leaderId: 'wang-fang',
  duties: '华东地区医院项目',
  positions: [{ post: '销售工程师', duties: '跟进项目', requirements: '三年以上经验', headcount: 3 }],
};

/** A sales team that is led through commands. */
export class TeamWalk extends Walk<SalesTeam, SalesTeamCommand, SalesTeamEvent, 'teamId'> {
  constructor() {
    super(salesTeam, { teamId: TEAM_ID }, { id: 'wang-fang', role: 'SALES_MANAGER' });
  }
}

export const formedWalk = (): TeamWalk => new TeamWalk().do(FormTeam, A_TEAM);
export const dissolvedWalk = (): TeamWalk => formedWalk().do(DissolveTeam, { reason: '合并' });

/** Lives of teams that together record every type of event; their streams are frozen in `history/`. */
export const teamLives: Readonly<Record<string, () => TeamWalk>> = {
  dissolved: () =>
    formedWalk()
      .do(ChangeTeam, { ...A_TEAM, positions: [] })
      .do(DissolveTeam, { reason: '合并' }),
};
