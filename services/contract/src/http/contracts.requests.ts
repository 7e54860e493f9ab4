import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { BusinessDate, ListQuery, NestedList, Optional, Reference, Text } from '@engsales/http';
import { ContractDocumentRequest } from './contract-document.requests.js';
import { PersonRef } from './person-ref.js';

export const CONTRACT_NO = /^[\p{L}\p{N}][\p{L}\p{N}()（）〔〕[\]._/ -]{0,63}$/u;

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

export class NegotiationRoundRequest {
  @Text(200) topic!: string;
  @ApiProperty({ description: 'our position' }) @Text(2_000) ours!: string;
  @ApiProperty({ description: 'their position' }) @Text(2_000) theirs!: string;
  @ApiPropertyOptional({ description: 'what both sides agreed on, if anything' })
  @Optional()
  @Text(2_000)
  agreed?: string;
}

export class SignatoryRequest {
  @ApiProperty({ enum: ['OURS', 'THEIRS'] })
  @IsIn(['OURS', 'THEIRS'])
  side!: 'OURS' | 'THEIRS';

  @ApiProperty({ description: 'from POST /api/v1/persons, or a reference of your own; never a name' })
  @PersonRef()
  personRef!: string;
}

export class SignContractRequest {
  @ApiProperty({ example: 'HT-2025-0031' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Matches(CONTRACT_NO)
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

const STATES = [
  'DRAFT',
  'NEGOTIATING',
  'PENDING_APPROVAL',
  'APPROVED',
  'SIGNED',
  'IN_EXECUTION',
  'COMPLETED',
  'CLOSED',
  'SUSPENDED',
  'VOIDED',
  'TERMINATED',
  'SETTLED',
  'ABANDONED',
] as const;

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
