import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { BusinessDate, ListQuery, Optional, Reference, Uuid } from '@engsales/http';
import { TASK_KINDS, type TaskKind } from '../read-models/contract-tasks/contract-tasks.projection.js';
import { AGEING_BUCKETS, type AgeingBucket } from '../read-models/receivables/ageing.js';

export class AccountListQuery extends ListQuery {
  @Optional() @Reference() salespersonId?: string;
  @Optional() @IsString() @MaxLength(200) customerName?: string;
}

const MAY = ['RELEASE', 'DISPATCH'] as const;

export class PaymentGateQuery extends AccountListQuery {
  @ApiPropertyOptional({ enum: MAY, description: 'only contracts that may be released, or dispatched, now' })
  @Optional()
  @IsIn(MAY)
  may?: (typeof MAY)[number];
}

const OPEN_STATUSES = ['PLANNED', 'DUE', 'PART_PAID', 'OVERDUE'] as const;

export class ReceivableQuery extends AccountListQuery {
  @Optional() @Uuid() contractId?: string;
  @ApiPropertyOptional({ enum: OPEN_STATUSES }) @Optional() @IsIn(OPEN_STATUSES) status?: string;
  @ApiPropertyOptional({ enum: AGEING_BUCKETS }) @Optional() @IsIn(AGEING_BUCKETS) bucket?: AgeingBucket;
}

export class AgeingQuery {
  @Optional() @Reference() salespersonId?: string;
  @Optional() @IsString() @MaxLength(200) customerName?: string;
  @ApiPropertyOptional({ description: 'today when absent' }) @Optional() @BusinessDate() asOf?: string;
  @Optional() @IsString() minPosition?: string;
}

export class ContractTaskQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'whose task it is' }) @Optional() @Reference() role?: string;
  @ApiPropertyOptional({ enum: TASK_KINDS }) @Optional() @IsIn(TASK_KINDS) kind?: TaskKind;
  @Optional() @Uuid() contractId?: string;
}

export class SigningsDueQuery extends ListQuery {
  @Optional() @Reference() salespersonId?: string;
  @ApiPropertyOptional({ description: 'only with a last day before this one' })
  @Optional()
  @BusinessDate()
  dueBefore?: string;
}
