import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { ListQuery, Reference } from '@engsales/service';

export class HandOverRequest {
  @ApiPropertyOptional({ description: 'where the merchandiser keeps the copy of the order' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  backupCopyRef?: string;
}

export class OrdersQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'orders of this contract' })
  @IsOptional()
  @IsUUID()
  contractId?: string;

  @ApiPropertyOptional({ enum: ['RECEIVED', 'WITH_ENGINEERING', 'CANCELLED'] })
  @IsOptional()
  @IsIn(['RECEIVED', 'WITH_ENGINEERING', 'CANCELLED'])
  state?: string;
}

export class BoardQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'staff id of the merchandiser (跟单员)' })
  @IsOptional()
  @Reference()
  merchandiserId?: string;

  @ApiPropertyOptional({ enum: ['RECEIVED', 'WITH_ENGINEERING'] })
  @IsOptional()
  @IsIn(['RECEIVED', 'WITH_ENGINEERING'])
  state?: string;
}
