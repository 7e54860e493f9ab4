import { Body, Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type ApiRequest, BeginRoute, ForReaders, HistoryQuery, Id, ReadGateway, StateQuery } from '@engsales/http';
import { operationDecisionId } from '../domain/ids.js';
import { DecideOperationMode } from '../domain/operation-decision/operation-decision.commands.js';
import { operationDecision } from '../domain/operation-decision/operation-decision.js';
import { FindOperationDecisions } from '../read-models/operation-decisions/operation-decisions.query.js';
import { operationDecisionView } from '../views/operation-decision.view.js';
import { DecisionsQuery, OperationDecisionRequest } from './operation-decisions.requests.js';
import { MANAGERS } from './role-groups.js';

/** How deals are run (运作方式). */
@ApiTags('operation-decisions')
@Controller('api/v1/operation-decisions')
export class OperationDecisionsController {
  constructor(private readonly queries: QueryBus) {}

  /**
   * Decides how a deal is run · 确定运作方式
   * A tender, or a lead that is negotiated directly, has one decision, which may be made again.
   */
  @BeginRoute(DecideOperationMode, {}, ...MANAGERS)
  decideOperationMode(@Body() body: OperationDecisionRequest) {
    const { refType, refId, mode, reason, manufacturerPartyId, agreementId } = body;
    const decisionId = operationDecisionId(refType, refId);
    return { decisionId, refType, refId, mode, reason, manufacturerPartyId, agreementId };
  }

  /** Finds decisions · 运作方式清单 */
  @Get()
  @ForReaders()
  list(@Query() query: DecisionsQuery) {
    return this.queries.execute(new FindOperationDecisions(query));
  }
}

/** One decision. */
@ApiTags('operation-decisions')
@Controller('api/v1/operation-decisions/:decisionId')
export class OperationDecisionController {
  constructor(private readonly reads: ReadGateway) {}

  /** A decision as it is or was · 运作方式详情 */
  @Get()
  @ForReaders()
  async state(@Id('decisionId') decisionId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(operationDecision, decisionId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return operationDecisionView(decisionId, revision, state);
  }

  /** Everything that happened to a decision · 运作方式历史 */
  @Get('history')
  @ForReaders()
  history(@Id('decisionId') decisionId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(operationDecision.category, decisionId, page);
  }
}
