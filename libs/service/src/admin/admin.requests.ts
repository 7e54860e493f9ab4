import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Length, Matches, Max, Min, ValidateIf } from 'class-validator';

export class ReasonRequest {
  @ApiProperty({ description: 'why; it is kept in the audit' })
  @IsString()
  @Length(1, 500)
  reason!: string;
}

export class RewindRequest extends ReasonRequest {
  @ApiProperty({ description: 'publishing service, or own' })
  @IsIn(['own', 'lead', 'tender', 'contract', 'production', 'aftersales'])
  source!: 'own' | 'lead' | 'tender' | 'contract' | 'production' | 'aftersales';

  @ApiProperty({ description: 'messages behind it are delivered again', example: 'contract.0' })
  @Matches(/^[a-z]+\.\d{1,18}$/)
  position!: string;
}

export class ClockRequest {
  @ApiProperty({ description: 'instant (RFC 3339) that the clock goes on from; null is real time', nullable: true })
  @ValidateIf((_request, value) => value !== null)
  @IsISO8601({ strict: true })
  @Matches(/T.*(Z|[+-]\d\d:\d\d)$/)
  now!: string | null;
}

export class FeedQuery {
  @ApiPropertyOptional({ description: 'position of the last event that you have', example: 'contract.0' })
  @IsOptional()
  @Matches(/^([a-z]+\.)?\d{1,18}$/)
  after?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 10_000, default: 1_000 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  limit = 1_000;
}

export class ConsumersQuery {
  @ApiPropertyOptional({ description: 'answer once every group has handled this position', example: 'contract.12' })
  @IsOptional()
  @IsString()
  handled?: string;

  @ApiPropertyOptional({ description: 'how long to wait for it, in milliseconds', default: 10_000, maximum: 30_000 })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(30_000)
  timeoutMs = 10_000;
}

export class DeadLettersQuery {
  @IsOptional()
  @IsIn(['PARKED', 'QUEUED', 'REDRIVEN', 'DISCARDED'])
  status?: string;

  @IsOptional()
  @IsString()
  reaction?: string;

  @IsOptional()
  @Matches(/^\d{1,18}$/)
  cursor?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

export class StreamsQuery {
  @IsOptional()
  @Matches(/^[A-Za-z]{1,64}$/)
  category?: string;

  @IsOptional()
  @IsString()
  cursor?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}
