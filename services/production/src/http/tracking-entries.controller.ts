import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandGateway, ForCommand, type ApiRequest } from '@engsales/http';
import {
  AnswerInquiry,
  AskProgress,
  FeedBackToSales,
  InformCustomer,
  RaiseException,
  ResolveException,
} from '../domain/order-tracking/order-tracking.commands.js';
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
  constructor(private readonly commands: CommandGateway) {}

  @Post('raise-exception')
  @HttpCode(200)
  @ForCommand('RaiseException')
  raiseException(
    @Req() request: ApiRequest,
    @Param('trackingId', ParseUUIDPipe) trackingId: string,
    @Body() body: RaiseExceptionRequest,
  ) {
    return this.commands.issue(request, RaiseException, {
      trackingId,
      productionOrderId: body.productionOrderId,
      type: body.type,
      stepId: body.stepId,
      estimatedDelayDays: body.estimatedDelayDays,
      stopsWork: body.stopsWork,
    });
  }

  @Post('feed-back-to-sales')
  @HttpCode(200)
  @ForCommand('FeedBackToSales')
  feedBackToSales(
    @Req() request: ApiRequest,
    @Param('trackingId', ParseUUIDPipe) trackingId: string,
    @Body() body: FeedBackRequest,
  ) {
    return this.commands.issue(request, FeedBackToSales, {
      trackingId,
      exceptionId: body.exceptionId,
      message: body.message,
    });
  }

  @Post('inform-customer')
  @HttpCode(200)
  @ForCommand('InformCustomer')
  informCustomer(
    @Req() request: ApiRequest,
    @Param('trackingId', ParseUUIDPipe) trackingId: string,
    @Body() body: InformCustomerRequest,
  ) {
    return this.commands.issue(request, InformCustomer, {
      trackingId,
      exceptionId: body.exceptionId,
      channel: body.channel,
      on: body.on,
    });
  }

  @Post('resolve-exception')
  @HttpCode(200)
  @ForCommand('ResolveException')
  resolveException(
    @Req() request: ApiRequest,
    @Param('trackingId', ParseUUIDPipe) trackingId: string,
    @Body() body: ResolveExceptionRequest,
  ) {
    return this.commands.issue(request, ResolveException, {
      trackingId,
      exceptionId: body.exceptionId,
      actualDelayDays: body.actualDelayDays,
    });
  }

  @Post('ask-progress')
  @HttpCode(200)
  @ForCommand('AskProgress')
  askProgress(
    @Req() request: ApiRequest,
    @Param('trackingId', ParseUUIDPipe) trackingId: string,
    @Body() body: AskProgressRequest,
  ) {
    return this.commands.issue(request, AskProgress, {
      trackingId,
      question: body.question,
      productionOrderId: body.productionOrderId,
    });
  }

  @Post('answer-inquiry')
  @HttpCode(200)
  @ForCommand('AnswerInquiry')
  answerInquiry(
    @Req() request: ApiRequest,
    @Param('trackingId', ParseUUIDPipe) trackingId: string,
    @Body() body: AnswerInquiryRequest,
  ) {
    return this.commands.issue(request, AnswerInquiry, { trackingId, inquiryId: body.inquiryId, answer: body.answer });
  }
}
