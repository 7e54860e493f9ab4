import { Body, Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  type ApiRequest,
  BeginRoute,
  CommandRoute,
  ForReaders,
  HistoryQuery,
  Id,
  ReadGateway,
  StateQuery,
} from '@engsales/http';
import {
  ActivateChannel,
  AssessChannel,
  PlanChannel,
  ReinstateChannel,
  StartChannelReview,
  SuspendChannel,
  TerminateChannel,
} from '../domain/channel/channel.commands.js';
import { channel } from '../domain/channel/channel.js';
import { FindChannels } from '../read-models/channels/channels.query.js';
import { channelView } from '../views/channel.view.js';
import {
  ChannelStartRequest,
  ChannelAssessmentRequest,
  ChannelListQuery,
  ChannelRequest,
  ReviewPeriodRequest,
} from './channels.requests.js';
import { ReasonRequest } from './reason.requests.js';

/** Ways by which the company sells (渠道). */
@ApiTags('channels')
@Controller('api/v1/channels')
export class ChannelsController {
  constructor(private readonly queries: QueryBus) {}

  /** Plans a channel · 规划渠道 */
  @BeginRoute(PlanChannel, { of: channel }, 'SALES_MANAGER', 'COMPANY_LEADER')
  planChannel(@Body() { name, type, partyId, regions, productLineIds, managerId }: ChannelRequest) {
    return (channelId: string) => ({ channelId, name, type, partyId, regions, productLineIds, managerId });
  }

  /** Finds channels · 渠道清单 */
  @Get()
  @ForReaders()
  list(@Query() query: ChannelListQuery) {
    return this.queries.execute(new FindChannels(query));
  }
}

/** One channel. */
@ApiTags('channels')
@Controller('api/v1/channels/:channelId')
export class ChannelController {
  constructor(private readonly reads: ReadGateway) {}

  /** Activates a channel · 启用渠道 */
  @CommandRoute(ActivateChannel, 'SALES_MANAGER', 'COMPANY_LEADER')
  activateChannel(@Id('channelId') channelId: string, @Body() { agreementRef, on }: ChannelStartRequest) {
    return { channelId, agreementRef, on };
  }

  /** Starts the review of a channel · 开始渠道评审 */
  @CommandRoute(StartChannelReview, 'SALES_MANAGER', 'COMPANY_LEADER')
  startChannelReview(@Id('channelId') channelId: string, @Body() { period }: ReviewPeriodRequest) {
    return { channelId, period };
  }

  /** Assesses a channel under review · 评审渠道 */
  @CommandRoute(AssessChannel, 'SALES_MANAGER', 'COMPANY_LEADER')
  assessChannel(
    @Id('channelId') channelId: string,
    @Body() { scores: { sales, loyalty, service }, compliance, findings, decision }: ChannelAssessmentRequest,
  ) {
    return { channelId, scores: { sales, loyalty, service }, compliance, findings, decision };
  }

  /** Suspends a channel · 暂停渠道 */
  @CommandRoute(SuspendChannel, 'SALES_MANAGER', 'COMPANY_LEADER')
  suspendChannel(@Id('channelId') channelId: string, @Body() { reason }: ReasonRequest) {
    return { channelId, reason };
  }

  /** Reinstates a suspended channel · 恢复渠道 */
  @CommandRoute(ReinstateChannel, 'SALES_MANAGER', 'COMPANY_LEADER')
  reinstateChannel(@Id('channelId') channelId: string, @Body() { reason }: ReasonRequest) {
    return { channelId, reason };
  }

  /** Terminates a channel · 终止渠道 */
  @CommandRoute(TerminateChannel, 'SALES_MANAGER', 'COMPANY_LEADER')
  terminateChannel(@Id('channelId') channelId: string, @Body() { reason }: ReasonRequest) {
    return { channelId, reason };
  }

  /** A channel as it is or was · 渠道详情 */
  @Get()
  @ForReaders()
  async state(@Id('channelId') channelId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(channel, channelId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return channelView(channelId, revision, state);
  }

  /** Everything that happened to a channel · 渠道历史 */
  @Get('history')
  @ForReaders()
  history(@Id('channelId') channelId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(channel.category, channelId, page);
  }
}
