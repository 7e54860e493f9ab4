import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsIn } from 'class-validator';
import { BusinessDate, Fen, NestedList, Optional, Reference, Text } from '@engsales/http';
import type { Initiator } from '../domain/contract/ending.commands.js';

const INITIATORS = ['CUSTOMER', 'US', 'MUTUAL'] as const;

export class SuspendContractRequest {
  @Text(2_000) reason!: string;
  @BusinessDate() since!: string;
}

export class DateShiftRequest {
  @Reference() lineId!: string;
  @BusinessDate() to!: string;
  @Text(2_000) reason!: string;
}

export class ResumeContractRequest {
  @BusinessDate() resumedOn!: string;
  @ApiPropertyOptional({ description: 'promised dates that move; no other does', type: [DateShiftRequest] })
  @Optional()
  @NestedList(() => DateShiftRequest)
  @ArrayMaxSize(500)
  dateShifts?: DateShiftRequest[];
}

export class VoidContractRequest {
  @Text(2_000) reason!: string;
  @Text(200) docRef!: string;
  @ApiPropertyOptional({ enum: INITIATORS, default: 'MUTUAL' }) @Optional() @IsIn(INITIATORS) initiator?: Initiator;
}

export class TerminateContractRequest {
  @ApiProperty({ enum: INITIATORS }) @IsIn(INITIATORS) initiator!: Initiator;
  @Text(2_000) reason!: string;
  @Text(200) docRef!: string;
}

export class SettleTerminationRequest {
  @ApiProperty({ description: 'what the customer pays in all' }) @Fen() finalFen!: number;
  @Optional() @Text(200) docRef?: string;
}
