import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { BusinessDate, Fen, Nested, NestedList, Optional, Reference, Text } from '@engsales/http';
import { MILESTONE_GATES, MILESTONE_KINDS, TRIGGERS } from '../domain/contract/payment-schedule.js';
import type { DraftDocument, DraftLine } from '../domain/contract/contract-document.js';
import type { DraftMilestone } from '../domain/contract/payment-schedule.js';

const FULFILMENTS = ['MAKE', 'BUY', 'AGENCY', 'SERVICE'] as const;
const MODES = ['OWN_PRODUCTION', 'BUYOUT', 'AGENCY'] as const;

export class LineRequest implements DraftLine {
  @Reference() lineId!: string;
  @Text(64) itemCode!: string;
  @Text(200) name!: string;
  @Optional() @IsString() @MaxLength(2_000) spec?: string;
  @ApiProperty({ example: '24', description: 'decimal text' }) @Matches(/^\d{1,12}(\.\d{1,6})?$/) qty!: string;
  @Text(16) uom!: string;
  @Fen() unitPriceFen!: number;
  @ApiPropertyOptional({ description: 'quantity x price; checked when said' }) @Optional() @Fen() amountFen?: number;
  @ApiProperty({ description: 'basis points: 13 % = 1300' }) @IsInt() @Min(0) @Max(10_000) taxRateBps!: number;
  @ApiProperty({ enum: FULFILMENTS }) @IsIn(FULFILMENTS) fulfilment!: (typeof FULFILMENTS)[number];
  @Optional() @BusinessDate() requestedDate?: string;
  @BusinessDate() committedDate!: string;
  @Optional() @IsString() @MaxLength(500) deliverTo?: string;
  @Optional() @Reference() packageKey?: string;
  @Optional() @Reference() trackingKey?: string;
}

export class ScopeRequest {
  @ApiProperty({ enum: ['ANY', 'ALL'] }) @IsIn(['ANY', 'ALL']) mode!: 'ANY' | 'ALL';
  @Optional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @Reference({ each: true }) lineIds?: string[];
}

export class MilestoneRequest implements DraftMilestone {
  @Reference() id!: string;
  @ApiProperty({ enum: MILESTONE_KINDS }) @IsIn(MILESTONE_KINDS) kind!: DraftMilestone['kind'];
  @ApiPropertyOptional({ description: 'either this or bps' }) @Optional() @Fen() amountFen?: number;
  @ApiPropertyOptional({ description: 'basis points of the total' })
  @Optional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  bps?: number;
  @ApiProperty({ enum: TRIGGERS }) @IsIn(TRIGGERS) trigger!: DraftMilestone['trigger'];
  @Optional() @BusinessDate() date?: string;
  @Optional() @Nested(() => ScopeRequest) scope?: ScopeRequest;
  @IsInt() @Min(0) @Max(3_650) netDays!: number;
  @Optional() @IsInt() @Min(0) @Max(240) netMonths?: number;
  @ApiProperty({ enum: MILESTONE_GATES }) @IsIn(MILESTONE_GATES) gate!: DraftMilestone['gate'];
}

export class SourceRequest {
  @ApiProperty({ enum: ['TENDER', 'NEGOTIATION'] }) @IsIn(['TENDER', 'NEGOTIATION']) type!: 'TENDER' | 'NEGOTIATION';
  @Reference() id!: string;
}

export class CustomerRequest {
  @Optional() @Reference() partyId?: string;
  @ApiProperty({ description: 'an organisation, not a person' })
  @Text(200)
  name!: string;
}

export class WarrantyTermsRequest {
  @Optional() @IsInt() @Min(0) @Max(240) defectsLiabilityMonths?: number;
  @Optional() @IsString() @MaxLength(2_000) text?: string;
}

export class PenaltyTermsRequest {
  @IsInt() @Min(0) @Max(10_000) lateDeliveryBpsPerDay!: number;
  @IsInt() @Min(0) @Max(10_000) capBps!: number;
}

export class DrawingRequest {
  @Text(64) drawingNo!: string;
  @Text(16) rev!: string;
  @Optional() @IsString() @MaxLength(200) docRef?: string;
}

/** The whole contract document; at draft only what is known yet. */
export class ContractDocumentRequest implements DraftDocument {
  @Text(200) projectName!: string;
  @Optional() @Nested(() => SourceRequest) source?: SourceRequest;
  @Optional() @Nested(() => CustomerRequest) customer?: CustomerRequest;
  @ApiPropertyOptional({ description: 'staff id' }) @Optional() @Reference() salespersonId?: string;
  @ApiPropertyOptional({ description: 'staff id of the merchandiser (跟单员)' })
  @Optional()
  @Reference()
  merchandiserId?: string;
  @ApiProperty({ enum: MODES }) @IsIn(MODES) operationMode!: (typeof MODES)[number];
  @Optional() @Reference() riskAssessmentId?: string;
  @Optional() @Reference() writtenConsentRef?: string;
  @Optional() @Reference() agreementId?: string;
  @NestedList(() => LineRequest)
  lines: LineRequest[] = [];
  @NestedList(() => MilestoneRequest)
  @ArrayMaxSize(200)
  paymentMilestones: MilestoneRequest[] = [];
  @Optional() @Nested(() => WarrantyTermsRequest) warrantyTerms?: WarrantyTermsRequest;
  @Optional() @Nested(() => PenaltyTermsRequest) penaltyTerms?: PenaltyTermsRequest;
  @Optional() @IsString() @MaxLength(20_000) rightsAndObligations?: string;
  @Optional() @NestedList(() => DrawingRequest) drawings?: DrawingRequest[];
  @Optional() @Fen() awardedFen?: number;
  @ApiPropertyOptional({ description: 'approval of a difference to the award' })
  @Optional()
  @Reference()
  awardExceptionRef?: string;
  @ApiPropertyOptional({ description: 'last day to sign after an award' })
  @Optional()
  @BusinessDate()
  signingDueOn?: string;
}
