import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { BusinessDate, Fen, Reference } from '@engsales/service';
import { MILESTONE_GATES, MILESTONE_KINDS, TRIGGERS } from '../domain/contract/payment-schedule.js';
import type { DraftDocument, DraftLine } from '../domain/contract/contract-document.js';
import type { DraftMilestone } from '../domain/contract/payment-schedule.js';

const FULFILMENTS = ['MAKE', 'BUY', 'AGENCY', 'SERVICE'] as const;
const MODES = ['OWN_PRODUCTION', 'BUYOUT', 'AGENCY'] as const;

export class LineRequest implements DraftLine {
  @Reference() lineId!: string;
  @IsString() @IsNotEmpty() @MaxLength(64) itemCode!: string;
  @IsString() @IsNotEmpty() @MaxLength(200) name!: string;
  @IsOptional() @IsString() @MaxLength(2_000) spec?: string;
  @ApiProperty({ example: '24', description: 'decimal text' }) @Matches(/^\d{1,12}(\.\d{1,6})?$/) qty!: string;
  @IsString() @IsNotEmpty() @MaxLength(16) uom!: string;
  @Fen() unitPriceFen!: number;
  @ApiPropertyOptional({ description: 'quantity x price; checked when said' }) @IsOptional() @Fen() amountFen?: number;
  @ApiProperty({ description: 'basis points: 13 % = 1300' }) @IsInt() @Min(0) @Max(10_000) taxRateBps!: number;
  @ApiProperty({ enum: FULFILMENTS }) @IsIn(FULFILMENTS) fulfilment!: (typeof FULFILMENTS)[number];
  @IsOptional() @BusinessDate() requestedDate?: string;
  @BusinessDate() committedDate!: string;
  @IsOptional() @IsString() @MaxLength(500) deliverTo?: string;
  @IsOptional() @Reference() packageKey?: string;
  @IsOptional() @Reference() trackingKey?: string;
}

export class ScopeRequest {
  @ApiProperty({ enum: ['ANY', 'ALL'] }) @IsIn(['ANY', 'ALL']) mode!: 'ANY' | 'ALL';
  @IsOptional() @IsArray() @Reference({ each: true }) lineIds?: string[];
}

export class MilestoneRequest implements DraftMilestone {
  @Reference() id!: string;
  @ApiProperty({ enum: MILESTONE_KINDS }) @IsIn(MILESTONE_KINDS) kind!: DraftMilestone['kind'];
  @ApiPropertyOptional({ description: 'either this or bps' }) @IsOptional() @Fen() amountFen?: number;
  @ApiPropertyOptional({ description: 'basis points of the total' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  bps?: number;
  @ApiProperty({ enum: TRIGGERS }) @IsIn(TRIGGERS) trigger!: DraftMilestone['trigger'];
  @IsOptional() @BusinessDate() date?: string;
  @IsOptional() @ValidateNested() @Type(() => ScopeRequest) scope?: ScopeRequest;
  @IsInt() @Min(0) @Max(3_650) netDays!: number;
  @IsOptional() @IsInt() @Min(0) @Max(240) netMonths?: number;
  @ApiProperty({ enum: MILESTONE_GATES }) @IsIn(MILESTONE_GATES) gate!: DraftMilestone['gate'];
}

export class SourceRequest {
  @ApiProperty({ enum: ['TENDER', 'NEGOTIATION'] }) @IsIn(['TENDER', 'NEGOTIATION']) type!: 'TENDER' | 'NEGOTIATION';
  @Reference() id!: string;
}

export class CustomerRequest {
  @IsOptional() @Reference() partyId?: string;
  @ApiProperty({ description: 'an organisation, not a person' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;
}

export class WarrantyTermsRequest {
  @IsOptional() @IsInt() @Min(0) @Max(240) defectsLiabilityMonths?: number;
  @IsOptional() @IsString() @MaxLength(2_000) text?: string;
}

export class PenaltyTermsRequest {
  @IsInt() @Min(0) @Max(10_000) lateDeliveryBpsPerDay!: number;
  @IsInt() @Min(0) @Max(10_000) capBps!: number;
}

export class DrawingRequest {
  @IsString() @IsNotEmpty() @MaxLength(64) drawingNo!: string;
  @IsString() @IsNotEmpty() @MaxLength(16) rev!: string;
  @IsOptional() @IsString() @MaxLength(200) docRef?: string;
}

/** The whole contract document; at draft only what is known yet. */
export class ContractDocumentRequest implements DraftDocument {
  @IsString() @IsNotEmpty() @MaxLength(200) projectName!: string;
  @IsOptional() @ValidateNested() @Type(() => SourceRequest) source?: SourceRequest;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => CustomerRequest) customer?: CustomerRequest;
  @ApiPropertyOptional({ description: 'staff id' }) @IsOptional() @Reference() salespersonId?: string;
  @ApiPropertyOptional({ description: 'staff id of the merchandiser (跟单员)' })
  @IsOptional()
  @Reference()
  merchandiserId?: string;
  @ApiProperty({ enum: MODES }) @IsIn(MODES) operationMode!: (typeof MODES)[number];
  @IsOptional() @Reference() riskAssessmentId?: string;
  @IsOptional() @Reference() writtenConsentRef?: string;
  @IsOptional() @Reference() agreementId?: string;
  @ApiProperty({ type: [LineRequest] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LineRequest)
  lines: LineRequest[] = [];
  @ApiProperty({ type: [MilestoneRequest] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MilestoneRequest)
  paymentMilestones: MilestoneRequest[] = [];
  @IsOptional() @ValidateNested() @Type(() => WarrantyTermsRequest) warrantyTerms?: WarrantyTermsRequest;
  @IsOptional() @ValidateNested() @Type(() => PenaltyTermsRequest) penaltyTerms?: PenaltyTermsRequest;
  @IsOptional() @IsString() @MaxLength(20_000) rightsAndObligations?: string;
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => DrawingRequest) drawings?: DrawingRequest[];
  @IsOptional() @Fen() awardedFen?: number;
}
