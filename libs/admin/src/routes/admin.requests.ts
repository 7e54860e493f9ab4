import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Matches, Max, Min, ValidateIf } from 'class-validator';
import { HistoryQuery, IsInstant, Optional, Text } from '@engsales/http';

export class ReasonRequest {
  @ApiProperty({ description: 'why; it is kept in the audit' })
  @Text(500)
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

export class RelayRewindRequest extends ReasonRequest {
  @ApiProperty({ description: 'events behind it are sent again', example: 'contract.0' })
  @Matches(/^[a-z]+\.\d{1,18}$/)
  position!: string;
}

export class ClockRequest {
  @ApiProperty({ description: 'instant (RFC 3339) that the clock goes on from; null is real time', nullable: true })
  @ValidateIf((_request, value) => value !== null)
  @IsInstant()
  now!: string | null;
}

export class FeedQuery {
  @ApiPropertyOptional({ description: 'position of the last event that you have', example: 'contract.0' })
  @Optional()
  @Matches(/^([a-z]+\.)?\d{1,18}$/)
  after?: string;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: 10_000,
    default: 1_000,
    description: 'events at most; 16 MB end an answer before',
  })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  limit = 1_000;
}

export class ConsumersQuery {
  @ApiPropertyOptional({ description: 'answer once every group has handled this position', example: 'contract.12' })
  @Optional()
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
  @Optional()
  @IsIn(['PARKED', 'QUEUED', 'REDRIVEN', 'DISCARDED'])
  status?: string;

  @Optional()
  @IsString()
  reaction?: string;

  @Optional()
  @Matches(/^\d{1,18}$/)
  cursor?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

export class TimersQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

export class StreamQuery extends HistoryQuery {
  @ApiPropertyOptional({ description: 'a revision or an instant: the events up to it' })
  @Optional()
  @IsString()
  asOf?: string;
}

export class StreamsQuery {
  @Optional()
  @Matches(/^[A-Za-z]{1,64}$/)
  category?: string;

  @Optional()
  @IsString()
  cursor?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}
