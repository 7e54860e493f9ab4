import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { ListQuery, Optional, Reference } from '@engsales/http';
import { LIVE_STATES, ORDER_STATES } from '../domain/production-order/production-order.values.js';

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

  @ApiPropertyOptional({ enum: ORDER_STATES })
  @Optional()
  @IsIn(ORDER_STATES)
  state?: string;
}

export class BoardQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'staff id of the merchandiser (跟单员)' })
  @Optional()
  @Reference()
  merchandiserId?: string;

  @ApiPropertyOptional({ enum: LIVE_STATES })
  @Optional()
  @IsIn(LIVE_STATES)
  state?: string;
}
