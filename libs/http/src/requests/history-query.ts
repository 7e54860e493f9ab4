import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { Optional } from './fields.js';

/** Which part of a stream's events is asked for. */
export class HistoryQuery {
  @ApiPropertyOptional({ description: 'nextCursor of the page before: the revision that the page begins with' })
  @Optional()
  @Matches(/^\d{1,9}$/)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 500 })
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 500;
}
