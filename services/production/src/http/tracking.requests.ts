import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { BusinessDate, Optional, Reference, Text } from '@engsales/http';
import { EXCEPTION_TYPES, type ExceptionType } from '../domain/order-tracking/order-tracking.values.js';

export class RaiseExceptionRequest {
  @ApiPropertyOptional({ description: 'may be left out where the tracking has one order' })
  @Optional()
  @IsUUID()
  productionOrderId?: string;
  @ApiProperty({ enum: EXCEPTION_TYPES }) @IsIn(EXCEPTION_TYPES) type!: ExceptionType;
  @Optional() @Reference() stepId?: string;
  @ApiProperty({ description: 'whole days; six hours are 0' }) @IsInt() @Min(0) @Max(3_650) estimatedDelayDays!: number;
  @IsBoolean() stopsWork: boolean = false;
}

class ExceptionRefRequest {
  @IsUUID() exceptionId!: string;
}

export class FeedBackRequest extends ExceptionRefRequest {
  @Text(2_000) message!: string;
}

export class InformCustomerRequest extends ExceptionRefRequest {
  @Text(64) channel!: string;
  @BusinessDate() on!: string;
}

export class ResolveExceptionRequest extends ExceptionRefRequest {
  @IsInt() @Min(0) @Max(3_650) actualDelayDays!: number;
}

export class AskProgressRequest {
  @Text(2_000) question!: string;
  @Optional() @IsUUID() productionOrderId?: string;
}

export class AnswerInquiryRequest {
  @IsUUID() inquiryId!: string;
  @Text(2_000) answer!: string;
}
