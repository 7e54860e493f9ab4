import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  type ApiRequest,
  BusinessDate,
  ForReaders,
  Means,
  NoBody,
  OneOf,
  Optional,
  Public,
  StaffId,
  WaitingQuery,
} from '@engsales/http';
import { Rejected } from '@engsales/event-sourcing';
import { ServiceRuntime } from '@engsales/service';
import { businessDateOf } from '@engsales/values';
import type { Response } from 'express';
import { CalendarFeeds, FEED_SCOPES, type FeedScope } from '../calendar-feeds/calendar-feeds.js';
import { calendarText } from '../documents/tender-calendar.ics.js';
import { GetTenderCalendar, usualSpan, type CalendarEntry } from '../read-models/calendar/tender-calendar.query.js';

export class CalendarQuery extends WaitingQuery {
  @Means('first day; a month ago when absent', '2025-01-01') @Optional() @BusinessDate() from?: string;
  @Means('last day; in half a year when absent', '2025-06-30') @Optional() @BusinessDate() to?: string;
  @Means('staff id of the salesperson') @Optional() @StaffId() salespersonId?: string;
}

export class FeedRequest {
  @Means('only what is mine in sales or commerce, or all; MINE when absent', 'MINE')
  @OneOf(FEED_SCOPES)
  scope: FeedScope = 'MINE';
}

/** Below it nobody has to say who they are. */
export const FEED_PATH = '/api/v1/calendar-feeds';

/** The dates of tenders, bids, awards and guarantees (投标日历). */
@ApiTags('tender calendar')
@Controller('api/v1')
export class CalendarController {
  constructor(
    private readonly queries: QueryBus,
    private readonly feeds: CalendarFeeds,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Dates of tenders and guarantees · 投标日历 */
  @Get('tender-calendar')
  @ForReaders()
  calendar(@Query() { from, to, salespersonId, minPosition }: CalendarQuery) {
    return this.queries.execute(
      new GetTenderCalendar({ ...usualSpan(this.today, from, to), salespersonId, minPosition }),
    );
  }

  /**
   * Gives the caller an address for calendar programs · 生成或更换日历订阅地址
   * It is told this once. An address that was given before stops working.
   */
  @Post('tender-calendar/feed')
  @HttpCode(201)
  @Header('Cache-Control', 'no-store')
  @ForReaders()
  async renew(@Req() request: ApiRequest, @Body() { scope }: FeedRequest) {
    const renewedAt = this.runtime.process.clock.now();
    const secret = await this.feeds.renew({ staffId: request.actor?.id ?? '', scope }, renewedAt);
    return { path: `${FEED_PATH}/${secret}/tender-calendar.ics`, scope, renewedAt };
  }

  /** Ends the caller's address for calendar programs · 停用日历订阅地址 */
  @Post('tender-calendar/feed/revoke')
  @HttpCode(200)
  @ForReaders()
  async revoke(@Req() request: ApiRequest, @Body() _body: NoBody) {
    return { revoked: await this.feeds.revoke(request.actor?.id ?? '') };
  }

  /**
   * The calendar for calendar programs · 日历订阅
   * The address is the key: whoever has it reads the calendar of its owner, and nothing else.
   */
  @Get('calendar-feeds/:secret/tender-calendar.ics')
  @Header('Cache-Control', 'private, max-age=300')
  @Public()
  async feed(@Param('secret') secret: string, @Res({ passthrough: true }) response: Response): Promise<string> {
    const feed = await this.feeds.find(secret);
    if (!feed) throw new Rejected('NOT_FOUND', 'there is no such calendar');
    const staffId = feed.scope === 'MINE' ? feed.staffId : undefined;
    const filter = { ...usualSpan(this.today), staffId };
    const found = await this.queries.execute<GetTenderCalendar, { items: CalendarEntry[] }>(
      new GetTenderCalendar(filter),
    );
    response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
    return calendarText(found.items, this.runtime.process.clock.now());
  }

  private get today(): string {
    return businessDateOf(this.runtime.process.clock.now());
  }
}
