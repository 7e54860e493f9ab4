import { Body, Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  Flag,
  ForReaders,
  HistoryQuery,
  Id,
  Means,
  OneOf,
  Optional,
  ReadGateway,
  Reference,
  StateQuery,
  Text,
  Uuid,
  Whole,
} from '@engsales/http';
import {
  AnswerInquiry,
  AskProgress,
  FeedBackToSales,
  InformCustomer,
  RaiseException,
  ResolveException,
} from '../domain/order-tracking/order-tracking.commands.js';
import { orderTracking } from '../domain/order-tracking/order-tracking.js';
import { EXCEPTION_TYPES, type ExceptionType } from '../domain/order-tracking/order-tracking.values.js';
import { trackingView } from '../views/tracking.view.js';

export class RaiseExceptionRequest {
  @Means('may be left out where the tracking has one order')
  @Optional()
  @Uuid()
  productionOrderId?: string;
  @Means('kind of exception') @OneOf(EXCEPTION_TYPES) type!: ExceptionType;
  @Means('step at which it happened') @Optional() @Reference() stepId?: string;
  @Means('whole days; six hours are 0') @Whole(0, 3_650) estimatedDelayDays!: number;
  @Means('whether work stands still') @Flag() stopsWork: boolean = false;
}

export class FeedBackRequest {
  @Means('exception, as the tracking shows it') @Uuid() exceptionId!: string;
  @Means('what is told', '电机延迟三天到货') @Text(2_000) message!: string;
}

export class InformCustomerRequest {
  @Means('exception, as the tracking shows it') @Uuid() exceptionId!: string;
  @Means('how the customer was reached', 'PHONE') @Text(64) channel!: string;
  @Means('day on which the customer was told', '2025-04-10') @BusinessDate() on!: string;
  @Means('what the customer was told') @Optional() @Text(2_000) message?: string;
}

export class ResolveExceptionRequest {
  @Means('exception, as the tracking shows it') @Uuid() exceptionId!: string;
  @Means('whole days that it cost', 0) @Whole(0, 3_650) actualDelayDays!: number;
}

export class AskProgressRequest {
  @Means('what somebody wants to know', '何时能发货？') @Text(2_000) question!: string;
  @Means('order that is asked about') @Optional() @Uuid() productionOrderId?: string;
}

export class AnswerInquiryRequest {
  @Means('inquiry, as the tracking shows it') @Uuid() inquiryId!: string;
  @Means('what was answered', '本周五完成总装') @Text(2_000) answer!: string;
}

/** The merchandiser's tracking (跟单): exceptions and inquiries (异常、业务询问). */
@ApiTags('order-trackings')
@Controller('api/v1/order-trackings/:trackingId')
export class OrderTrackingController {
  constructor(private readonly reads: ReadGateway) {}

  /** Raises an exception · 上报异常 */
  @CommandRoute(RaiseException, 'STEP_OWNER', 'WORKSHOP_DIRECTOR', 'PMC', 'MERCHANDISER')
  raiseException(
    @Id('trackingId') trackingId: string,
    @Body() { productionOrderId, type, stepId, estimatedDelayDays, stopsWork }: RaiseExceptionRequest,
  ) {
    return { trackingId, productionOrderId, type, stepId, estimatedDelayDays, stopsWork };
  }

  /** Tells sales of an exception · 异常反馈销售 */
  @CommandRoute(FeedBackToSales, 'MERCHANDISER')
  feedBackToSales(@Id('trackingId') trackingId: string, @Body() { exceptionId, message }: FeedBackRequest) {
    return { trackingId, exceptionId, message };
  }

  /** Records that the customer was informed · 登记已告知客户 */
  @CommandRoute(InformCustomer, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  informCustomer(
    @Id('trackingId') trackingId: string,
    @Body() { exceptionId, channel, on, message }: InformCustomerRequest,
  ) {
    return { trackingId, exceptionId, channel, on, message };
  }

  /** Resolves an exception · 解除异常 */
  @CommandRoute(ResolveException, 'WORKSHOP_DIRECTOR')
  resolveException(
    @Id('trackingId') trackingId: string,
    @Body() { exceptionId, actualDelayDays }: ResolveExceptionRequest,
  ) {
    return { trackingId, exceptionId, actualDelayDays };
  }

  /** Asks how far an order is · 询问进度 */
  @CommandRoute(AskProgress, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  askProgress(@Id('trackingId') trackingId: string, @Body() { question, productionOrderId }: AskProgressRequest) {
    return { trackingId, question, productionOrderId };
  }

  /** Answers an inquiry · 答复询问 */
  @CommandRoute(AnswerInquiry, 'MERCHANDISER')
  answerInquiry(@Id('trackingId') trackingId: string, @Body() { inquiryId, answer }: AnswerInquiryRequest) {
    return { trackingId, inquiryId, answer };
  }

  /** A tracking as it is or was · 跟单详情 */
  @Get()
  @ForReaders()
  async state(@Id('trackingId') trackingId: string, @Query() { asOf }: StateQuery) {
    const { state, revision } = await this.reads.stateOf(orderTracking, trackingId, asOf);
    return trackingView(trackingId, revision, state);
  }

  /** Everything that happened to a tracking · 跟单历史 */
  @Get('history')
  @ForReaders()
  history(@Id('trackingId') trackingId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(orderTracking.category, trackingId, page);
  }
}
