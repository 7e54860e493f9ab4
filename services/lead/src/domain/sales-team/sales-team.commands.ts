import { CommandTo } from '@engsales/event-sourcing/domain';

/** A post of a team (岗位); what is not taken of its headcount is to be recruited. */
export interface Position {
  readonly post: string;
  readonly duties: string;
  readonly requirements: string;
  readonly headcount: number;
}

export interface TeamWords {
  readonly name: string;
  readonly leaderId: string;
  readonly duties: string;
  readonly positions: readonly Position[];
}

/** A sales team (销售团队) begins, with its leader and its posts. */
export class FormTeam extends CommandTo<'teamId', TeamWords> {
  readonly type = 'FormTeam';
}

export class ChangeTeam extends CommandTo<'teamId', TeamWords> {
  readonly type = 'ChangeTeam';
}

export class DissolveTeam extends CommandTo<'teamId', { readonly reason: string }> {
  readonly type = 'DissolveTeam';
}

export type SalesTeamCommand = FormTeam | ChangeTeam | DissolveTeam;
