import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Equals, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Parameters of every list. */
export class ListQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;

  @ApiPropertyOptional({ description: 'position of a command’s answer to wait for (2 s at most)' })
  @IsOptional()
  @IsString()
  minPosition?: string;
}

export class StateQuery {
  @ApiPropertyOptional({ description: 'a revision or an instant: the state as it was then' })
  @IsOptional()
  @IsString()
  asOf?: string;
}

/** The body of a command without fields: absent or `{}`. Validation needs one declared field to refuse all others. */
export class NoBody {
  @IsOptional()
  @Equals(undefined)
  readonly nothing?: undefined;
}
