import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { BusinessDate, ListQuery, Reference } from '@engsales/service';
import { ContractDocumentRequest } from './contract-document.requests.js';

export class DraftContractRequest extends ContractDocumentRequest {
  @ApiPropertyOptional({ description: 'engineering project; minted when absent' })
  @IsOptional()
  @IsUUID()
  projectId?: string;
}

export class ReviseContractRequest extends ContractDocumentRequest {}

export class ReasonedRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  reason!: string;
}

export class SignatoryRequest {
  @ApiProperty({ enum: ['OURS', 'THEIRS'] })
  @IsIn(['OURS', 'THEIRS'])
  side!: 'OURS' | 'THEIRS';

  @ApiProperty({ description: 'from POST /api/v1/persons, or a reference of your own; never a name' })
  @Reference()
  personRef!: string;
}

export class SignContractRequest {
  @ApiProperty({ example: 'HT-2025-0031' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N}()（）〔〕[\]._/ -]{0,63}$/u)
  contractNo!: string;

  @BusinessDate()
  signedOn!: string;

  @ApiProperty({ type: [SignatoryRequest] })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SignatoryRequest)
  signatories!: SignatoryRequest[];

  @ApiProperty({ description: 'where the scan of the signed paper is kept' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  scanRef!: string;
}

const STATES = ['DRAFT', 'NEGOTIATING', 'PENDING_APPROVAL', 'APPROVED', 'SIGNED', 'ABANDONED'] as const;

export class ContractListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: string;

  @IsOptional()
  @IsUUID()
  projectId?: string;

  @IsOptional()
  @Reference()
  salespersonId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  contractNo?: string;
}

export class PersonRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  post?: string;
}
