import { Type } from 'class-transformer';
import { PARTITIONS, SERVICES } from '@engsales/events';
import { OWN_FEED, type MessageSource } from '@engsales/messaging';
import { ValidateIf } from 'class-validator';
import { HistoryQuery, IsInstant, Means, Moment, OneOf, Optional, Position, Shaped, Text, Whole } from '@engsales/http';

const SOURCES: readonly MessageSource[] = [OWN_FEED, ...SERVICES];

class PageQuery {
  @Means('how many items a page has at most')
  @Type(() => Number)
  @Whole(1, 200)
  limit: number = 50;
}

export class ReasonRequest {
  @Means('why; it is kept in the audit', '演练')
  @Text(500)
  reason!: string;
}

export class RewindRequest extends ReasonRequest {
  @Means('the publishing service, or own')
  @OneOf(SOURCES)
  source!: MessageSource;

  @Means('messages behind it are delivered again', 'contract.0')
  @Position()
  position!: string;
}

export class SkipRequest extends ReasonRequest {
  @Means('the publishing service, or own')
  @OneOf(SOURCES)
  source!: MessageSource;

  @Means('partition of the record, where the messages come over Kafka')
  @Optional()
  @Whole(0, PARTITIONS - 1)
  partition?: number;

  @Means('offset of the record in its partition, as a dead letter shows it')
  @Optional()
  @Shaped(/^\d{1,18}$/, ['an offset such as 42', '偏移量，如 42'], '42')
  offset?: string;

  @Means('position of the message, where the group reads a feed', 'contract.1')
  @Optional()
  @Position()
  position?: string;
}

/** The id of an aggregate, or its stream. */
const Subject = () => Text(512);

export class CursorsQuery extends PageQuery {
  @Means('the publishing service, or own', 'own')
  @OneOf(SOURCES)
  source!: MessageSource;

  @Means('id of one aggregate; the stream where the source is own')
  @Optional()
  @Subject()
  subject?: string;

  @Means('nextCursor of the page before')
  @Optional()
  @Subject()
  cursor?: string;
}

export class ResetCursorRequest extends ReasonRequest {
  @Means('the publishing service, or own')
  @OneOf(SOURCES)
  source!: MessageSource;

  @Means('id of the aggregate; the stream where the source is own', '0f8fad5b-d9cb-469f-a165-70867728950e')
  @Subject()
  subject!: string;

  @Means('the last sequence that counts as handled; absent: none, so that everything of the aggregate is handled again')
  @Optional()
  @Whole(0, Number.MAX_SAFE_INTEGER)
  sequence?: number;
}

export class RelayRewindRequest extends ReasonRequest {
  @Means('events behind it are sent again', 'contract.0')
  @Position()
  position!: string;
}

export class ClockRequest {
  @Means('the instant that the clock goes on from; null is real time')
  @ValidateIf((_request, value) => value !== null)
  @IsInstant()
  now!: string | null;
}

export class FeedQuery {
  @Means('position of the last event that you have', 'contract.0')
  @Optional()
  @Shaped(/^([a-z]+\.)?\d{1,18}$/, ['a position such as contract.42', '位置，如 contract.42'], 'contract.0')
  after?: string;

  @Means('how many events are answered at most; 16 MB end an answer before')
  @Type(() => Number)
  @Whole(1, 10_000)
  limit: number = 1_000;
}

export class ConsumersQuery {
  @Means('answer once every group has handled this position')
  @Optional()
  @Position()
  handled?: string;

  @Means('how long to wait for it, in milliseconds')
  @Type(() => Number)
  @Whole(0, 30_000)
  timeoutMs: number = 10_000;
}

const DEAD_LETTER_STATUSES = ['PARKED', 'QUEUED', 'REDRIVEN', 'DISCARDED'] as const;

export class DeadLettersQuery extends PageQuery {
  @Means('only with this status')
  @Optional()
  @OneOf(DEAD_LETTER_STATUSES)
  status?: string;

  @Means('only of the reaction with this name')
  @Optional()
  @Shaped(/^[\w.:-]{1,100}$/, ['the name of a reaction', '反应的名称'], 'order-for-signed-contract')
  reaction?: string;

  @Means('nextCursor of the page before')
  @Optional()
  @Shaped(/^\d{1,18}$/, ['a cursor that a page has given', '上一页给出的游标'], '42')
  cursor?: string;
}

export class TimersQuery extends PageQuery {}

export class StreamQuery extends HistoryQuery {
  @Means('a revision or an instant: the events up to it')
  @Optional()
  @Moment()
  asOf?: string;
}

export class StreamsQuery extends PageQuery {
  @Means('only streams of this category')
  @Optional()
  @Shaped(/^[A-Za-z]{1,64}$/, ['the category of a stream', '流的类别'], 'contract')
  category?: string;

  @Means('nextCursor of the page before')
  @Optional()
  @Shaped(
    /^[\w-]{1,128}$/,
    ['a cursor that a page has given', '上一页给出的游标'],
    'contract-0f8fad5b-d9cb-469f-a165-70867728950e',
  )
  cursor?: string;
}
