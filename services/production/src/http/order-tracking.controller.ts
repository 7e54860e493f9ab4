import { Body, Controller, Get, Query } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  ForReaders,
  HistoryQuery,
  Id,
  Optional,
  ReadGateway,
  Reference,
  StateQuery,
  Text,
  Uuid,
} from '@engsales/http';
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
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
  @ApiPropertyOptional({ description: 'may be left out where the tracking has one order' })
  @Optional()
  @Uuid()
  productionOrderId?: string;
  @ApiProperty({ enum: EXCEPTION_TYPES }) @IsIn(EXCEPTION_TYPES) type!: ExceptionType;
  @Optional() @Reference() stepId?: string;
  @ApiProperty({ description: 'whole days; six hours are 0' }) @IsInt() @Min(0) @Max(3_650) estimatedDelayDays!: number;
  @IsBoolean() stopsWork: boolean = false;
}

export class FeedBackRequest {
  @Uuid() exceptionId!: string;
  @Text(2_000) message!: string;
}

export class InformCustomerRequest {
  @Uuid() exceptionId!: string;
  @Text(64) channel!: string;
  @BusinessDate() on!: string;
  @ApiPropertyOptional({ description: 'what the customer was told' }) @Optional() @Text(2_000) message?: string;
}

export class ResolveExceptionRequest {
  @Uuid() exceptionId!: string;
  @IsInt() @Min(0) @Max(3_650) actualDelayDays!: number;
}

export class AskProgressRequest {
  @Text(2_000) question!: string;
  @Optional() @Uuid() productionOrderId?: string;
}

export class AnswerInquiryRequest {
  @Uuid() inquiryId!: string;
  @Text(2_000) answer!: string;
}

/** The merchandiser's tracking (跟单): exceptions and inquiries (异常、业务询问). */
@ApiTags('order-trackings')
@Controller('api/v1/order-trackings/:trackingId')
export class OrderTrackingController {
  constructor(private readonly reads: ReadGateway) {}

  @CommandRoute(RaiseException, 'STEP_OWNER', 'WORKSHOP_DIRECTOR', 'PMC', 'MERCHANDISER')
  raiseException(
    @Id('trackingId') trackingId: string,
    @Body() { productionOrderId, type, stepId, estimatedDelayDays, stopsWork }: RaiseExceptionRequest,
  ) {
    return { trackingId, productionOrderId, type, stepId, estimatedDelayDays, stopsWork };
  }

  @CommandRoute(FeedBackToSales, 'MERCHANDISER')
  feedBackToSales(@Id('trackingId') trackingId: string, @Body() { exceptionId, message }: FeedBackRequest) {
    return { trackingId, exceptionId, message };
  }

  @CommandRoute(InformCustomer, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  informCustomer(
    @Id('trackingId') trackingId: string,
    @Body() { exceptionId, channel, on, message }: InformCustomerRequest,
  ) {
    return { trackingId, exceptionId, channel, on, message };
  }

  @CommandRoute(ResolveException, 'WORKSHOP_DIRECTOR')
  resolveException(
    @Id('trackingId') trackingId: string,
    @Body() { exceptionId, actualDelayDays }: ResolveExceptionRequest,
  ) {
    return { trackingId, exceptionId, actualDelayDays };
  }

  @CommandRoute(AskProgress, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  askProgress(@Id('trackingId') trackingId: string, @Body() { question, productionOrderId }: AskProgressRequest) {
    return { trackingId, question, productionOrderId };
  }

  @CommandRoute(AnswerInquiry, 'MERCHANDISER')
  answerInquiry(@Id('trackingId') trackingId: string, @Body() { inquiryId, answer }: AnswerInquiryRequest) {
    return { trackingId, inquiryId, answer };
  }

  @Get()
  @ForReaders()
  async state(@Id('trackingId') trackingId: string, @Query() { asOf }: StateQuery) {
    const { state, revision } = await this.reads.stateOf(orderTracking, trackingId, asOf);
    return trackingView(trackingId, revision, state);
  }

  @Get('history')
  @ForReaders()
  history(@Id('trackingId') trackingId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(orderTracking.category, trackingId, page);
  }
}
