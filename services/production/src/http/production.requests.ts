import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { ListQuery, Optional, Reference } from '@engsales/http';

const OPEN_STATES = [
  'RECEIVED',
  'WITH_ENGINEERING',
  'ENGINEERED',
  'PLANNED',
  'RELEASED',
  'IN_PROGRESS',
  'PRODUCED',
] as const;
const STATES = [...OPEN_STATES, 'CLOSED', 'CANCELLED', 'SHORT_CLOSED'] as const;

export class HandOverRequest {
  @ApiPropertyOptional({ description: 'where the merchandiser keeps the copy of the order' })
  @Optional()
  @IsString()
  @MaxLength(200)
  backupCopyRef?: string;
}

export class OrdersQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'orders of this contract' })
  @Optional()
  @IsUUID()
  contractId?: string;

  @ApiPropertyOptional({ enum: STATES })
  @Optional()
  @IsIn(STATES)
  state?: string;
}

export class BoardQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'staff id of the merchandiser (跟单员)' })
  @Optional()
  @Reference()
  merchandiserId?: string;

  @ApiPropertyOptional({ enum: OPEN_STATES })
  @Optional()
  @IsIn(OPEN_STATES)
  state?: string;
}
