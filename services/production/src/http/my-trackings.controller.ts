import { Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ForReaders, ListQuery, Optional, type ApiRequest, OneOf } from '@engsales/http';
import {
  EXCEPTION_STATES,
  INQUIRY_STATES,
  type ExceptionState,
  type InquiryState,
} from '../domain/order-tracking/order-tracking.values.js';
import { FindMyExceptions } from '../read-models/trackings/my-exceptions.query.js';
import { FindMyInquiries } from '../read-models/trackings/my-inquiries.query.js';

export class MyInquiriesQuery extends ListQuery {
  @Optional() @OneOf(INQUIRY_STATES) state?: InquiryState;
}

export class MyExceptionsQuery extends ListQuery {
  @Optional() @OneOf(EXCEPTION_STATES) state?: ExceptionState;
}

/** What concerns the caller: what he asked, and what went wrong with his orders. */
@ApiTags('order-trackings')
@Controller('api/v1')
export class MyTrackingsController {
  constructor(private readonly queries: QueryBus) {}

  /** 我的询问: what the caller has asked, with the answers; the newest first. */
  @Get('my-inquiries')
  @ForReaders()
  inquiries(@Req() request: ApiRequest, @Query() query: MyInquiriesQuery) {
    return this.queries.execute(new FindMyInquiries(query, callerOf(request)));
  }

  /** 我的异常: exceptions of the orders that the caller has sold or follows, with what was fed back; the newest first. */
  @Get('my-exceptions')
  @ForReaders()
  exceptions(@Req() request: ApiRequest, @Query() query: MyExceptionsQuery) {
    return this.queries.execute(new FindMyExceptions(query, callerOf(request)));
  }
}

const callerOf = ({ actor }: ApiRequest): string => actor?.id ?? '';
