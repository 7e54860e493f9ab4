import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsBoolean, IsUUID } from 'class-validator';
import { IsInstant, NestedList, Optional, Text } from '@engsales/http';
import { QuantityOrNone } from './order.requests.js';

export class StockRowRequest {
  @Text(64) itemCode!: string;
  @Text(16) uom!: string;
  @ApiProperty({ description: 'decimal text; an item may lie in several places' }) @QuantityOrNone() onHand!: string;
}

export class StockRowsRequest {
  @NestedList(() => StockRowRequest) @ArrayMaxSize(10_000) rows!: StockRowRequest[];
  @ApiPropertyOptional({ description: 'false: more rows come by add-stock-rows' })
  @IsBoolean()
  complete: boolean = true;
}

export class TakeStockRequest extends StockRowsRequest {
  @ApiPropertyOptional({ format: 'date-time', description: 'when it was counted; now when absent' })
  @Optional()
  @IsInstant()
  takenAt?: string;
}

export class RequirementsQuery {
  @ApiPropertyOptional({ description: 'position of a command’s answer to wait for (2 s at most)' })
  @Optional()
  @Text(100)
  minPosition?: string;
}

export class ShortagesQuery extends RequirementsQuery {
  @ApiPropertyOptional({ description: 'only of this contract' })
  @Optional()
  @IsUUID()
  contractId?: string;
}
