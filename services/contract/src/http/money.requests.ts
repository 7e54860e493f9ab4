import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { BusinessDate, Fen, Nested, NestedList, Optional, Reference, Text } from '@engsales/http';
import { INVOICE_KINDS, type InvoiceKind } from '../domain/contract/invoices.js';
import { INSTRUMENTS, type Instrument } from '../domain/contract/money.js';
import { TRIGGERS, type Gate, type Trigger } from '../domain/contract/payment-schedule.js';
import { CHANNELS, type DunningChannel } from '../domain/dunning/dunning.js';
import { PersonRef } from './person-ref.js';

/** Integer fen, at least one. */
export function Amount(): PropertyDecorator {
  return (target, key) => {
    IsInt()(target, key);
    Min(1)(target, key);
    Max(Number.MAX_SAFE_INTEGER)(target, key);
  };
}

export class AllocationRequest {
  @Reference() milestoneId!: string;
  @Amount() amountFen!: number;
}

export class PayerRequest {
  @Optional() @Reference() partyId?: string;
  @ApiPropertyOptional({ description: 'an organisation, not a person' }) @Optional() @Text(200) name?: string;
  @ApiPropertyOptional({ description: 'a person, by reference into the vault' })
  @Optional()
  @PersonRef()
  personRef?: string;
}

export class RecordReceiptRequest {
  @Amount() amountFen!: number;
  @BusinessDate() receivedOn!: string;
  @Optional() @Nested(() => PayerRequest) payer?: PayerRequest;
  @ApiProperty({ description: 'unique among the receipts of the contract that stand', example: 'ICBC-20250312-0007' })
  @Text(64)
  bankRef!: string;
  @ApiProperty({ enum: INSTRUMENTS }) @IsIn(INSTRUMENTS) instrument!: Instrument;
  @ApiPropertyOptional({ description: 'of a bill; required for COMMERCIAL_ACCEPTANCE' })
  @Optional()
  @BusinessDate()
  maturesOn?: string;
  @Optional() @NestedList(() => AllocationRequest) @ArrayMaxSize(200) allocations?: AllocationRequest[];
  @ApiPropertyOptional({
    description: 'the part kept without a milestone; must be said when it goes beyond the contract',
  })
  @Optional()
  @Fen()
  unallocatedFen?: number;
}

export class AllocateReceiptRequest {
  @IsUUID() receiptId!: string;
  @NestedList(() => AllocationRequest) @ArrayMinSize(1) @ArrayMaxSize(200) allocations!: AllocationRequest[];
}

export class ReverseReceiptRequest {
  @IsUUID() receiptId!: string;
  @Text(2_000) reason!: string;
}

export class RecordRefundRequest {
  @Amount() amountFen!: number;
  @BusinessDate() on!: string;
  @Text(64) bankRef!: string;
  @ApiPropertyOptional({
    description: 'milestones it is taken from; else unallocated money, then the newest allocations',
  })
  @Optional()
  @NestedList(() => AllocationRequest)
  @ArrayMaxSize(200)
  allocations?: AllocationRequest[];
}

export class RecordSupplierPaymentRequest {
  @Reference() supplierPartyId!: string;
  @Amount() amountFen!: number;
  @BusinessDate() paidOn!: string;
  @Text(64) bankRef!: string;
  @ApiPropertyOptional({ description: 'BUY lines; all of them when absent' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(500)
  @Reference({ each: true })
  lineIds?: string[];
}

export class RecordInvoiceRequest {
  @Text(64) invoiceNo!: string;
  @ApiProperty({ enum: INVOICE_KINDS }) @IsIn(INVOICE_KINDS) kind!: InvoiceKind;
  @Amount() amountFen!: number;
  @ApiProperty({ description: 'VAT contained in the amount' }) @Fen() taxFen!: number;
  @Optional() @IsArray() @ArrayUnique() @ArrayMaxSize(200) @Reference({ each: true }) milestoneIds?: string[];
  @ApiPropertyOptional({ description: 'today when absent' }) @Optional() @BusinessDate() issuedOn?: string;
}

export class RedInvoiceRequest {
  @IsUUID() invoiceId!: string;
  @Text(64) redInvoiceNo!: string;
  @ApiPropertyOptional({ description: 'all that is left when absent' }) @Optional() @Amount() amountFen?: number;
  @Optional() @Fen() taxFen?: number;
  @Text(2_000) reason!: string;
}

export class MarkMilestoneDueRequest {
  @ApiProperty({ enum: TRIGGERS }) @IsIn(TRIGGERS) trigger!: Trigger;
  @ApiProperty({ description: 'what proves it: document or message' }) @Text(200) ref!: string;
  @BusinessDate() on!: string;
  @ApiPropertyOptional({ description: 'only these; else all that wait for the trigger' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(200)
  @Reference({ each: true })
  milestoneIds?: string[];
}

export class MarkMilestoneOverdueRequest {
  @ApiPropertyOptional({ description: 'today when absent' }) @Optional() @BusinessDate() asOf?: string;
}

export class WaiveMilestoneRequest {
  @Reference() milestoneId!: string;
  @Text(2_000) reason!: string;
}

const GATES = ['RELEASE_PRODUCTION', 'DISPATCH'] as const;

export class GrantCreditReleaseRequest {
  @ApiProperty({ enum: GATES }) @IsIn(GATES) gate!: Gate;
  @ApiProperty({ description: 'last day, inclusive' }) @BusinessDate() until!: string;
  @Text(2_000) reason!: string;
}

export class LogDunningRequest {
  @ApiProperty({ enum: CHANNELS }) @IsIn(CHANNELS) channel!: DunningChannel;
  @ApiPropertyOptional({ description: 'day until which the customer promised to pay' })
  @Optional()
  @BusinessDate()
  promiseDate?: string;
  @Optional() @Amount() promisedFen?: number;
  @Optional() @IsArray() @ArrayMaxSize(200) @Reference({ each: true }) milestoneIds?: string[];
  @Optional() @Text(2_000) note?: string;
}
