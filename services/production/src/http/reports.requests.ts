import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString } from 'class-validator';
import { BusinessDate, ListQuery, Optional, Reference, Uuid } from '@engsales/http';
import { LIVE_STATES } from '../domain/production-order/production-order.values.js';

export class OfContractQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'only of this contract' })
  @Optional()
  @Uuid()
  contractId?: string;
}

const YES_OR_NO = ['true', 'false'] as const;

export class ShipmentLinesQuery extends OfContractQuery {
  @ApiPropertyOptional({ enum: YES_OR_NO, description: 'true: only lines of which something is still to leave' })
  @Optional()
  @IsIn(YES_OR_NO)
  open?: (typeof YES_OR_NO)[number];
}

export class SpanQuery {
  @ApiPropertyOptional({ description: 'first day' }) @Optional() @BusinessDate() from?: string;
  @ApiPropertyOptional({ description: 'last day' }) @Optional() @BusinessDate() to?: string;
  @Optional() @IsString() minPosition?: string;
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
