import { aggregate, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import {
  ChangeTeam,
  DissolveTeam,
  FormTeam,
  type Position,
  type SalesTeamCommand,
  type TeamWords,
} from './sales-team.commands.js';
import type { SalesTeamEvent, TeamFormed } from './sales-team.events.js';
import type { TeamState } from './sales-team.values.js';

interface NoTeam {
  readonly state: 'NONE';
}

export interface FormedTeam extends TeamWords {
  readonly state: TeamState;
  readonly teamId: string;
}

export type SalesTeam = NoTeam | FormedTeam;

const rules = {
  FormTeam: { command: FormTeam, in: ['NONE'], decide: formTeam },
  ChangeTeam: { command: ChangeTeam, in: ['ACTIVE'], decide: changeTeam },
  DissolveTeam: { command: DissolveTeam, in: ['ACTIVE'], decide: dissolveTeam },
} satisfies RulesOf<FormTeam, NoTeam, SalesTeamEvent> & RulesOf<ChangeTeam | DissolveTeam, FormedTeam, SalesTeamEvent>;

const fold = {
  TeamFormed: (_none, data) => teamOf(data),
  TeamChanged: (_team, data) => teamOf(data),
  TeamDissolved: (team, { state }) => ({ ...team, state }),
} satisfies FoldOf<TeamFormed, NoTeam, FormedTeam> & FoldOf<Exclude<SalesTeamEvent, TeamFormed>, FormedTeam>;

/** A sales team (销售团队): who leads it, what it does, and which posts it has. */
export const salesTeam = aggregate<SalesTeam, SalesTeamCommand, SalesTeamEvent>({
  category: 'salesTeam',
  id: 'teamId',
  initialState: { state: 'NONE' },
  rules,
  fold,
});

function formTeam({ data, issued }: FormTeam): SalesTeamEvent[] {
  return [{ type: 'TeamFormed', data: { ...recordOfTeam(data.teamId, data, issued), formedOn: issued.today } }];
}

function changeTeam({ data, issued }: ChangeTeam): SalesTeamEvent[] {
  return [{ type: 'TeamChanged', data: { ...recordOfTeam(data.teamId, data, issued), changedOn: issued.today } }];
}

/** Its members stay enrolled; they get another team one by one. */
function dissolveTeam({ data: { teamId, reason }, issued }: DissolveTeam): SalesTeamEvent[] {
  return [
    {
      type: 'TeamDissolved',
      data: { teamId, state: 'DISSOLVED', reason, by: issued.by.id, dissolvedOn: issued.today },
    },
  ];
}

const recordOfTeam = (teamId: string, { name, leaderId, duties, positions }: TeamWords, { by }: Issued) => ({
  teamId,
  state: 'ACTIVE' as const,
  name,
  leaderId,
  duties,
  positions: positions.map(copyOfPosition),
  by: by.id,
});

const teamOf = (data: FormedTeam): FormedTeam => ({
  state: data.state,
  teamId: data.teamId,
  name: data.name,
  leaderId: data.leaderId,
  duties: data.duties,
  positions: data.positions,
});

const copyOfPosition = ({ post, duties, requirements, headcount }: Position): Position => ({
  post,
  duties,
  requirements,
  headcount,
});
