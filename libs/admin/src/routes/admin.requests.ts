import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { PARTITIONS, SERVICES } from '@engsales/events';
import { OWN_FEED, type MessageSource } from '@engsales/messaging';
import { IsIn, IsInt, IsString, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { IsInstant, Optional, Text } from '@engsales/http';

const SOURCES: readonly MessageSource[] = [OWN_FEED, ...SERVICES];

export class ReasonRequest {
  @ApiProperty({ description: 'why; it is kept in the audit' })
  @Text(500)
  reason!: string;
}

export class RewindRequest extends ReasonRequest {
  @ApiProperty({ description: 'publishing service, or own' })
  @IsIn(SOURCES)
  source!: MessageSource;

  @ApiProperty({ description: 'messages behind it are delivered again', example: 'contract.0' })
  @Matches(/^[a-z]+\.\d{1,18}$/)
  position!: string;
}

export class SkipRequest extends ReasonRequest {
  @ApiProperty({ description: 'publishing service, or own' })
  @IsIn(SOURCES)
  source!: MessageSource;

  @ApiPropertyOptional({ description: 'partition of the record, where the messages come over Kafka', example: 3 })
  @Optional()
  @IsInt()
  @Min(0)
  @Max(PARTITIONS - 1)
  partition?: number;

  @ApiPropertyOptional({
    description: 'offset of the record in its partition, as a dead letter shows it',
    example: '42',
  })
  @Optional()
  @Matches(/^\d{1,18}$/)
  offset?: string;

  @ApiPropertyOptional({ description: 'position of the message, where the group reads a feed', example: 'contract.57' })
  @Optional()
  @Matches(/^[a-z]+\.\d{1,18}$/)
  position?: string;
}

export class CursorsQuery {
  @ApiProperty({ description: 'publishing service, or own', enum: SOURCES })
  @IsIn(SOURCES)
  source!: MessageSource;

  @ApiPropertyOptional({ description: 'id of one aggregate; the stream where the source is own' })
  @Optional()
  @IsString()
  @MaxLength(512)
  subject?: string;

  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @Optional()
  @IsString()
  @MaxLength(512)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

export class ResetCursorRequest extends ReasonRequest {
  @ApiProperty({ description: 'publishing service, or own' })
  @IsIn(SOURCES)
  source!: MessageSource;

  @ApiProperty({ description: 'id of the aggregate; the stream where the source is own' })
  @Text(512)
  subject!: string;

  @ApiPropertyOptional({
    description:
      'the last sequence that counts as handled; absent: none, so that everything of the aggregate is handled again',
    example: 6,
  })
  @Optional()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  sequence?: number;
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

  @ApiPropertyOptional({ minimum: 1, maximum: 10_000, default: 1_000 })
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
