import type { DomainEvent } from '@engsales/event-sourcing/domain';

export interface PositionRecord {
  readonly post: string;
  readonly duties: string;
  readonly requirements: string;
  readonly headcount: number;
}

/** All that a team says. */
interface TeamRecord {
  readonly teamId: string;
  readonly state: 'ACTIVE';
  readonly name: string;
  readonly leaderId: string;
  readonly duties: string;
  readonly positions: readonly PositionRecord[];
  readonly by: string;
}

export type TeamFormed = DomainEvent<'TeamFormed', TeamRecord & { readonly formedOn: string }>;
export type TeamChanged = DomainEvent<'TeamChanged', TeamRecord & { readonly changedOn: string }>;
export type TeamDissolved = DomainEvent<
  'TeamDissolved',
  {
    readonly teamId: string;
    readonly state: 'DISSOLVED';
    readonly reason: string;
    readonly by: string;
    readonly dissolvedOn: string;
  }
>;

export type SalesTeamEvent = TeamFormed | TeamChanged | TeamDissolved;
