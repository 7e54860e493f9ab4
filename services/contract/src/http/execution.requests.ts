import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize } from 'class-validator';
import { BusinessDate, Nested, NestedList, Optional, Reference, Text } from '@engsales/http';

export class TrackItemRequest {
  @Text(500) item!: string;
  @ApiPropertyOptional({ description: 'milestone or line' }) @Optional() @Reference() ref?: string;
  @Optional() @BusinessDate() plannedOn?: string;
  @ApiPropertyOptional({ description: 'staff id' }) @Optional() @Reference() ownerId?: string;
}

/** A track that is left out is filled from the contract: milestones, goods lines, service lines. */
export class TracksRequest {
  @Optional() @NestedList(() => TrackItemRequest) @ArrayMaxSize(500) money?: TrackItemRequest[];
  @Optional() @NestedList(() => TrackItemRequest) @ArrayMaxSize(500) goods?: TrackItemRequest[];
  @Optional() @NestedList(() => TrackItemRequest) @ArrayMaxSize(500) service?: TrackItemRequest[];
}

export class SubmitExecutionFormRequest {
  @Optional() @Nested(() => TracksRequest) tracks?: TracksRequest;
  @Optional() @Text(4_000) specialRequirements?: string;
}

export class AcceptExecutionFormRequest {
  @ApiPropertyOptional({ description: 'staff id of who owns the execution; the caller when absent' })
  @Optional()
  @Reference()
  commerceOwnerId?: string;
}
