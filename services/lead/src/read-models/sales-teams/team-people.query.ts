import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { DataSource } from 'typeorm';
import { leads } from '../leads/leads.projection.js';
import { salesTeams } from './sales-teams.projection.js';

/** Who is in a team now, and what they were trained in and how reviewed, the latest first. */
export class GetTeamPeople {
  constructor(
    readonly teamId: string,
    readonly minPosition?: string,
  ) {}
}

export interface TeamMember {
  readonly memberId: string;
  readonly staffId: string;
  readonly post: string;
  readonly enrolledOn: string;
  /** Leads of this salesperson that are not at their end. */
  readonly openLeads: number;
}

export interface TeamTraining {
  readonly trainingId: string;
  readonly state: string;
  readonly topic: string;
  readonly title: string;
  readonly on: string;
}

export interface TeamReview {
  readonly reviewId: string;
  readonly state: string;
  readonly staffId: string;
  readonly period: string;
  readonly scorePercent: number;
}

export interface TeamPeople {
  readonly members: readonly TeamMember[];
  readonly trainings: readonly TeamTraining[];
  readonly reviews: readonly TeamReview[];
}

/** More than a page shows has a list of its own. */
const MOST = 200;
const OPEN = `'CAPTURED', 'QUALIFYING', 'DEVELOPING', 'CONVERTED'`;
const OF_TEAM = `SELECT staff_id FROM sales_member WHERE team_id = $1 AND state = 'ACTIVE'`;

@QueryHandler(GetTeamPeople)
export class GetTeamPeopleHandler implements IQueryHandler<GetTeamPeople, TeamPeople> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ teamId, minPosition }: GetTeamPeople): Promise<TeamPeople> {
    await Promise.all([salesTeams, leads].map(({ name }) => this.reads.waitFor(name, minPosition)));
    const members = await this.database.query<TeamMember[]>(
      `SELECT member_id AS "memberId", staff_id AS "staffId", post, enrolled_on::text AS "enrolledOn",
              (SELECT count(*) FROM lead l WHERE l.salesperson_id = m.staff_id AND l.state IN (${OPEN}))::int AS "openLeads"
         FROM sales_member m WHERE team_id = $1 AND state = 'ACTIVE' ORDER BY staff_id LIMIT ${MOST}`,
      [teamId],
    );
    const trainings = await this.database.query<TeamTraining[]>(
      `SELECT training_id AS "trainingId", state, topic, title, on_day::text AS "on" FROM sales_training
        WHERE staff_ids && ARRAY(${OF_TEAM}) ORDER BY on_day DESC, training_id LIMIT ${MOST}`,
      [teamId],
    );
    const reviews = await this.database.query<TeamReview[]>(
      `SELECT review_id AS "reviewId", state, staff_id AS "staffId", period, score_percent AS "scorePercent"
         FROM performance_review
        WHERE staff_id IN (${OF_TEAM}) ORDER BY period DESC, staff_id LIMIT ${MOST}`,
      [teamId],
    );
    return { members, trainings, reviews };
  }
}
