import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { BusinessDate, Fen, NestedList, Optional, Text } from '@engsales/http';
import {
  ARTEFACT_TYPES,
  SUPPLIES,
  type ArtefactType,
  type Supply,
} from '../domain/engineering-package/engineering-package.values.js';
import { Quantity } from './order.requests.js';

export class ArtefactRefRequest {
  @ApiProperty({ enum: ARTEFACT_TYPES }) @IsIn(ARTEFACT_TYPES) type!: ArtefactType;
}

export class SubmitArtefactRequest extends ArtefactRefRequest {
  @Text(200) docRef!: string;
  @Text(32) rev!: string;
  @ApiPropertyOptional({ description: 'the customer must approve it before the release (深化图会签)' })
  @Optional()
  @IsBoolean()
  customerApprovalRequired?: boolean;
}

export class BomLineRequest {
  @Text(64) itemCode!: string;
  @Text(200) name!: string;
  @Optional() @Text(500) spec?: string;
  @ApiProperty({ description: 'per unit of what is ordered' }) @Quantity() qty!: string;
  @Text(16) uom!: string;
  @IsInt() @Min(0) @Max(10_000) scrapBps: number = 0;
  @Fen() unitCostFen!: number;
  @ApiProperty({ enum: SUPPLIES }) @IsIn(SUPPLIES) supply!: Supply;
  @Optional() @Text(64) drawingNo?: string;
  @Optional() @Text(32) drawingRev?: string;
}

export class SubmitBomRequest {
  @NestedList(() => BomLineRequest) @ArrayMaxSize(1_000) lines!: BomLineRequest[];
  @Text(32) rev!: string;
  @Optional() @Text(200) docRef?: string;
}

export class CustomerApprovalRequest extends ArtefactRefRequest {
  @Text(200) docRef!: string;
  @BusinessDate() on!: string;
}

export class NotApplicableRequest extends ArtefactRefRequest {
  @Text(2_000) reason!: string;
}
