import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Rejected, type RecordedEvent } from '@engsales/event-sourcing';
import { CATALOGUE } from '@engsales/events';
import type { Response } from 'express';
import { formatPosition, ForRoles, parsePosition, ReadGateway, readStreamPage, upTo } from '@engsales/http';
import { AdminContext } from '../admin-context.js';
import { FeedQuery, StreamQuery, StreamsQuery } from './admin.requests.js';
import { feedLines, sendLines } from './feed-lines.js';

const MOST_BYTES = 16 * 1024 * 1024;
const READER_PATIENCE_MS = 30_000;

interface StreamRow {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
}

/** The event store, read only. */
@ApiTags('admin')
@Controller('admin')
export class StreamsController {
  constructor(
    private readonly context: AdminContext,
    private readonly reads: ReadGateway,
  ) {}

  /**
   * Streams by name · 事件流清单
   * Each with its last revision.
   */
  @Get('streams')
  @ForRoles('ADMIN')
  async streams(@Query() { category, cursor, limit }: StreamsQuery) {
    const { rows } = await this.context.pools.read.query<StreamRow>(
      `SELECT s.stream, l.revision, l.position FROM events s
         CROSS JOIN LATERAL (SELECT revision, position FROM events e WHERE e.stream = s.stream ORDER BY revision DESC LIMIT 1) l
        WHERE s.revision = 0 AND s.stream > $1 AND ($2::text IS NULL OR s.stream LIKE $2 || '-%')
        ORDER BY s.stream LIMIT $3`,
      [cursor ?? '', category ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => ({ ...row, position: this.position(BigInt(row.position)) }));
    return { items, nextCursor: rows.length > limit ? items.at(-1)?.stream : null };
  }

  /**
   * Events of one stream · 一条流的事件
   * Also as of a revision or an instant.
   */
  @Get('streams/:stream')
  @ForRoles('ADMIN')
  async stream(@Param('stream') stream: string, @Query() query: StreamQuery) {
    const { asOf } = query;
    const { events, nextCursor } = await readStreamPage(this.context.store, stream, query);
    if (events.length === 0) throw new Rejected('NOT_FOUND', `there is no stream ${stream}`);
    const isCut = nextCursor !== null && /^\d+$/.test(asOf ?? '') && Number(asOf) >= Number(nextCursor);
    const shown = isCut ? events : upTo(events, asOf);
    return {
      stream,
      items: shown.map((event) => ({ id: event.id, ...this.reads.historyEntry(event) })),
      nextCursor: shown.length < events.length ? null : nextCursor,
    };
  }

  /**
   * The feed of all events for BI · 全部事件（供 BI 读取）
   * One JSON object per line, in order, from `after` on. An answer is at most 16 MB and ends after a whole line, so that it
   * may have fewer than `limit`: go on behind the last position until nothing comes. A reader must not pause for 30 s.
   */
  @Get('events')
  @ApiProduces('application/x-ndjson')
  @ForRoles('ADMIN', 'BI')
  async events(@Query() { after, limit }: FeedQuery, @Res() response: Response): Promise<void> {
    const from = after?.includes('.')
      ? parsePosition(after, this.context.definition.name).position
      : BigInt(after ?? 0);
    const part = { after: from, limit, mostBytes: MOST_BYTES };
    const lines = feedLines(this.context.store, (event) => this.line(event), part);
    response.type('application/x-ndjson');
    await sendLines(response, lines, READER_PATIENCE_MS);
  }

  /** Public events of this service with their schemas · 对外事件目录 */
  @Get('event-catalogue')
  @ForRoles('ADMIN', 'BI')
  catalogue() {
    return { items: [...CATALOGUE.values()].filter((event) => event.service === this.context.definition.name) };
  }

  private line(event: RecordedEvent): string {
    const { id, stream, revision, type, data, metadata, recordedAt } = event;
    const position = this.position(event.position);
    return `${JSON.stringify({ position, id, stream, revision, type, data, metadata, recordedAt })}\n`;
  }

  private position(position: bigint): string {
    return formatPosition(this.context.definition.name, position);
  }
}
