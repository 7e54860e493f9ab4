import { Body, Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  BeginRoute,
  CommandRoute,
  ForReaders,
  HistoryQuery,
  Id,
  ReadGateway,
  StateQuery,
  type ApiRequest,
} from '@engsales/http';
import { CancelTraining, HoldTraining, PlanTraining } from '../domain/training/training.commands.js';
import { training } from '../domain/training/training.js';
import { FindInCollection } from '../read-models/collections/collections.query.js';
import { trainingView } from '../views/sales-team.view.js';
import { ReasonRequest } from './reason.requests.js';
import { MANAGERS } from './role-groups.js';
import { HoldTrainingRequest, PlanTrainingRequest, TrainingsQuery } from './sales-teams.requests.js';

/** Trainings (培训). */
@ApiTags('trainings')
@Controller('api/v1/trainings')
export class TrainingsController {
  constructor(private readonly queries: QueryBus) {}

  /** Plans a training · 计划培训 */
  @BeginRoute(PlanTraining, { of: training }, ...MANAGERS)
  planTraining(@Body() { topic, title, on, staffIds }: PlanTrainingRequest) {
    return (trainingId: string) => ({ trainingId, topic, title, on, staffIds });
  }

  /** Finds trainings · 培训清单 */
  @Get()
  @ForReaders()
  list(@Query() query: TrainingsQuery) {
    const { limit, cursor, minPosition, state, topic, staffId, teamId, q, sort } = query;
    const filter = { limit, cursor, minPosition, state, kind: topic, staffId, teamId, q, sort };
    return this.queries.execute(new FindInCollection('trainings', filter));
  }
}

/** One training. */
@ApiTags('trainings')
@Controller('api/v1/trainings/:trainingId')
export class TrainingController {
  constructor(private readonly reads: ReadGateway) {}

  /** Records that a training was held · 登记培训结果 */
  @CommandRoute(HoldTraining, ...MANAGERS)
  holdTraining(@Id('trainingId') trainingId: string, @Body() { on, results }: HoldTrainingRequest) {
    return { trainingId, on, results };
  }

  /** Cancels a training · 取消培训 */
  @CommandRoute(CancelTraining, ...MANAGERS)
  cancelTraining(@Id('trainingId') trainingId: string, @Body() { reason }: ReasonRequest) {
    return { trainingId, reason };
  }

  /** A training as it is or was · 培训详情 */
  @Get()
  @ForReaders()
  async state(@Id('trainingId') trainingId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(training, trainingId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return trainingView(trainingId, revision, state);
  }

  /** Everything that happened to a training · 培训历史 */
  @Get('history')
  @ForReaders()
  history(@Id('trainingId') trainingId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(training.category, trainingId, page);
  }
}
