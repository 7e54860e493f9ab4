import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Equals, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Optional } from './fields.js';

/** Parameters of every list. */
export class ListQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @Optional()
  @IsString()
  @MaxLength(500)
  cursor?: string;

  @ApiPropertyOptional({ description: 'position of a command’s answer to wait for (2 s at most)' })
  @Optional()
  @IsString()
  minPosition?: string;
}

export class StateQuery {
  @ApiPropertyOptional({ description: 'a revision or an instant: the state as it was then' })
  @Optional()
  @IsString()
  asOf?: string;
}

/** The body of a command without fields: absent or `{}`. Validation needs one declared field to refuse all others. */
export class NoBody {
  @Optional()
  @Equals(undefined)
  readonly nothing?: undefined;
}
