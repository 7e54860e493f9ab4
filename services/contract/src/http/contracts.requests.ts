import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { BusinessDate, ListQuery, NestedList, Optional, Reference, Text } from '@engsales/service';
import { ContractDocumentRequest } from './contract-document.requests.js';

export class DraftContractRequest extends ContractDocumentRequest {
  @ApiPropertyOptional({ description: 'engineering project; minted when absent' })
  @Optional()
  @IsUUID()
  projectId?: string;
}

export class ReviseContractRequest extends ContractDocumentRequest {}

export class ReasonedRequest {
  @Text(2_000)
  reason!: string;
}

/** A uuid, or a reference that can hold neither a Chinese name nor an ID card or telephone number. */
const PERSON_REF =
  /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?!.*\d([._:-]?\d){6})[A-Za-z0-9][A-Za-z0-9._:-]{0,63})$/;

export class SignatoryRequest {
  @ApiProperty({ enum: ['OURS', 'THEIRS'] })
  @IsIn(['OURS', 'THEIRS'])
  side!: 'OURS' | 'THEIRS';

  @ApiProperty({ description: 'from POST /api/v1/persons, or a reference of your own; never a name' })
  @Matches(PERSON_REF, { message: '$property is a reference from the vault, never a name or a number of a person' })
  personRef!: string;
}

export class SignContractRequest {
  @ApiProperty({ example: 'HT-2025-0031' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N}()（）〔〕[\]._/ -]{0,63}$/u)
  contractNo!: string;

  @BusinessDate()
  signedOn!: string;

  @NestedList(() => SignatoryRequest)
  @ArrayMaxSize(20)
  signatories!: SignatoryRequest[];

  @ApiProperty({ description: 'where the scan of the signed paper is kept' })
  @Text(200)
  scanRef!: string;
}

const STATES = ['DRAFT', 'NEGOTIATING', 'PENDING_APPROVAL', 'APPROVED', 'SIGNED', 'ABANDONED'] as const;

export class ContractListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: STATES })
  @Optional()
  @IsIn(STATES)
  state?: string;

  @Optional()
  @IsUUID()
  projectId?: string;

  @Optional()
  @Reference()
  salespersonId?: string;

  @Optional()
  @IsString()
  @MaxLength(64)
  contractNo?: string;
}

export class PersonRequest {
  @Text(100)
  name!: string;

  @Optional()
  @IsString()
  @MaxLength(40)
  phone?: string;

  @Optional()
  @IsString()
  @MaxLength(100)
  post?: string;
}
