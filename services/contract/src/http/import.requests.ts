import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsIn, IsUUID, Matches } from 'class-validator';
import { BusinessDate, Nested, NestedList, Optional, Reference, Text } from '@engsales/http';
import { INSTRUMENTS, type Instrument } from '../domain/contract/money.js';
import { QUANTITY_PATTERN } from '@engsales/values';
import { ContractDocumentRequest } from './contract-document.requests.js';
import { CONTRACT_NO } from './contracts.requests.js';
import { AllocationRequest, Amount } from './money.requests.js';

class TriggeredRequest {
  @Reference() milestoneId!: string;
  @BusinessDate() on!: string;
}

class ImportedReceiptRequest {
  @Text(64) bankRef!: string;
  @Amount() amountFen!: number;
  @BusinessDate() receivedOn!: string;
  @ApiProperty({ enum: INSTRUMENTS }) @IsIn(INSTRUMENTS) instrument!: Instrument;
  @Optional() @BusinessDate() maturesOn?: string;
  @NestedList(() => AllocationRequest) @ArrayMaxSize(200) allocations: AllocationRequest[] = [];
}

class DatedLineRequest {
  @Reference() lineId!: string;
  @BusinessDate() on!: string;
}

class MovedLineRequest {
  @Reference() lineId!: string;
  @ApiProperty({ description: 'cumulative, decimal text' }) @Matches(QUANTITY_PATTERN) qty!: string;
}

/** A running contract as it stands in another system. */
export class ImportContractRequest {
  @ApiProperty({ example: 'HT-2024-0117' }) @Matches(CONTRACT_NO) contractNo!: string;
  @BusinessDate() signedOn!: string;
  @ApiPropertyOptional({ description: 'engineering project; minted when absent' })
  @Optional()
  @IsUUID()
  projectId?: string;
  @Nested(() => ContractDocumentRequest) document!: ContractDocumentRequest;
  @ApiProperty({ description: 'milestones whose trigger has come about, and when', type: [TriggeredRequest] })
  @NestedList(() => TriggeredRequest)
  @ArrayMaxSize(200)
  triggered: TriggeredRequest[] = [];
  @NestedList(() => ImportedReceiptRequest) @ArrayMaxSize(1_000) receipts: ImportedReceiptRequest[] = [];
  @NestedList(() => MovedLineRequest) @ArrayMaxSize(500) shipped: MovedLineRequest[] = [];
  @NestedList(() => MovedLineRequest) @ArrayMaxSize(500) delivered: MovedLineRequest[] = [];
  @NestedList(() => DatedLineRequest) @ArrayMaxSize(500) installed: DatedLineRequest[] = [];
  @NestedList(() => DatedLineRequest) @ArrayMaxSize(500) accepted: DatedLineRequest[] = [];
}
