import { Body, Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { BeginRoute, CommandRoute, ForReaders, HistoryQuery, Id, ReadGateway, type ApiRequest } from '@engsales/http';
import { ChangeTeam, DissolveTeam, FormTeam } from '../domain/sales-team/sales-team.commands.js';
import { salesTeam } from '../domain/sales-team/sales-team.js';
import { FindInCollection } from '../read-models/collections/collections.query.js';
import { GetTeamPeople, type TeamPeople } from '../read-models/sales-teams/team-people.query.js';
import { teamView, vacanciesOf } from '../views/sales-team.view.js';
import { ReasonRequest } from './reason.requests.js';
import { MANAGERS } from './role-groups.js';
import { TeamQuery, TeamRequest, TeamsQuery } from './sales-teams.requests.js';

/** Sales teams (销售团队): how one begins, and which there are. */
@ApiTags('sales-teams')
@Controller('api/v1/sales-teams')
export class SalesTeamsController {
  constructor(private readonly queries: QueryBus) {}

  /** Forms a sales team · 组建销售团队 */
  @BeginRoute(FormTeam, { of: salesTeam }, ...MANAGERS)
  formTeam(@Body() { name, leaderId, duties, positions }: TeamRequest) {
    return (teamId: string) => ({ teamId, name, leaderId, duties, positions });
  }

  /** Finds sales teams · 销售团队清单 */
  @Get()
  @ForReaders()
  list(@Query() query: TeamsQuery) {
    return this.queries.execute(new FindInCollection('salesTeams', query));
  }
}

/** One sales team, with its people. */
@ApiTags('sales-teams')
@Controller('api/v1/sales-teams/:teamId')
export class SalesTeamController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
  ) {}

  /** Changes a sales team · 变更销售团队 */
  @CommandRoute(ChangeTeam, ...MANAGERS)
  changeTeam(@Id('teamId') teamId: string, @Body() { name, leaderId, duties, positions }: TeamRequest) {
    return { teamId, name, leaderId, duties, positions };
  }

  /** Dissolves a sales team · 解散销售团队 */
  @CommandRoute(DissolveTeam, ...MANAGERS)
  dissolveTeam(@Id('teamId') teamId: string, @Body() { reason }: ReasonRequest) {
    return { teamId, reason };
  }

  /**
   * A sales team as it is or was · 销售团队详情
   * With its members, vacancies, trainings and reviews of now.
   */
  @Get()
  @ForReaders()
  async state(@Id('teamId') teamId: string, @Query() { asOf, minPosition }: TeamQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(salesTeam, teamId, asOf);
    const people = await this.queries.execute<GetTeamPeople, TeamPeople>(new GetTeamPeople(teamId, minPosition));
    request.res?.setHeader('ETag', `"${revision}"`);
    const vacancies = vacanciesOf(state, people.members);
    const { members, trainings, reviews } = people;
    return { ...teamView(teamId, revision, state), members, vacancies, trainings, reviews };
  }

  /** Everything that happened to a sales team · 销售团队历史 */
  @Get('history')
  @ForReaders()
  history(@Id('teamId') teamId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(salesTeam.category, teamId, page);
  }
}
