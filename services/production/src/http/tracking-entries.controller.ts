import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandGateway, ForCommand, plain, ReadGateway, type ApiRequest } from '@engsales/http';
import {
  AnswerInquiry,
  AskProgress,
  FeedBackToSales,
  InformCustomer,
  RaiseException,
  ResolveException,
} from '../domain/order-tracking/order-tracking.commands.js';
import { orderOfException } from './order-of-exception.js';
import {
  AnswerInquiryRequest,
  AskProgressRequest,
  FeedBackRequest,
  InformCustomerRequest,
  RaiseExceptionRequest,
  ResolveExceptionRequest,
} from './tracking.requests.js';

/** Exceptions and inquiries (异常、业务询问). */
@ApiTags('order-trackings')
@Controller('api/v1/order-trackings/:trackingId')
export class TrackingEntriesController {
  constructor(
    private readonly commands: CommandGateway,
    private readonly reads: ReadGateway,
  ) {}

  @Post('raise-exception')
  @HttpCode(200)
  @ForCommand('RaiseException')
  async raiseException(
    @Req() request: ApiRequest,
    @Param('trackingId', ParseUUIDPipe) trackingId: string,
    @Body() body: RaiseExceptionRequest,
  ) {
    const said = { trackingId, ...plain<typeof body>(body) };
    return this.commands.issue(request, RaiseException, { ...said, ...(await orderOfException(this.reads, said)) });
  }

  @Post('feed-back-to-sales')
  @HttpCode(200)
  @ForCommand('FeedBackToSales')
  feedBackToSales(
    @Req() request: ApiRequest,
    @Param('trackingId', ParseUUIDPipe) trackingId: string,
    @Body() body: FeedBackRequest,
  ) {
    return this.commands.issue(request, FeedBackToSales, { trackingId, ...plain<typeof body>(body) });
  }

  @Post('inform-customer')
  @HttpCode(200)
  @ForCommand('InformCustomer')
  informCustomer(
    @Req() request: ApiRequest,
    @Param('trackingId', ParseUUIDPipe) trackingId: string,
    @Body() body: InformCustomerRequest,
  ) {
    return this.commands.issue(request, InformCustomer, { trackingId, ...plain<typeof body>(body) });
  }

  @Post('resolve-exception')
  @HttpCode(200)
  @ForCommand('ResolveException')
  async resolveException(
    @Req() request: ApiRequest,
    @Param('trackingId', ParseUUIDPipe) trackingId: string,
    @Body() body: ResolveExceptionRequest,
  ) {
    const said = { trackingId, ...plain<typeof body>(body) };
    return this.commands.issue(request, ResolveException, { ...said, ...(await orderOfException(this.reads, said)) });
  }

  @Post('ask-progress')
  @HttpCode(200)
  @ForCommand('AskProgress')
  askProgress(
    @Req() request: ApiRequest,
    @Param('trackingId', ParseUUIDPipe) trackingId: string,
    @Body() body: AskProgressRequest,
  ) {
    return this.commands.issue(request, AskProgress, { trackingId, ...plain<typeof body>(body) });
  }

  @Post('answer-inquiry')
  @HttpCode(200)
  @ForCommand('AnswerInquiry')
  answerInquiry(
    @Req() request: ApiRequest,
    @Param('trackingId', ParseUUIDPipe) trackingId: string,
    @Body() body: AnswerInquiryRequest,
  ) {
    return this.commands.issue(request, AnswerInquiry, { trackingId, ...plain<typeof body>(body) });
  }
}
