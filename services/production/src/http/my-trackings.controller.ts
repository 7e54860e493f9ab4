import { Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type ApiRequest, ForReaders, ListQuery, Means, OneOf, Optional } from '@engsales/http';
import {
  EXCEPTION_STATES,
  INQUIRY_STATES,
  type ExceptionState,
  type InquiryState,
} from '../domain/order-tracking/order-tracking.values.js';
import { FindMyExceptions } from '../read-models/trackings/my-exceptions.query.js';
import { FindMyInquiries } from '../read-models/trackings/my-inquiries.query.js';

export class MyInquiriesQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(INQUIRY_STATES) state?: InquiryState;
}

export class MyExceptionsQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(EXCEPTION_STATES) state?: ExceptionState;
}

/** What concerns the caller: what he asked, and what went wrong with his orders. */
@ApiTags('order-trackings')
@Controller('api/v1')
export class MyTrackingsController {
  constructor(private readonly queries: QueryBus) {}

  /** My inquiries · 我的询问 */
  @Get('my-inquiries')
  @ForReaders()
  inquiries(@Req() request: ApiRequest, @Query() query: MyInquiriesQuery) {
    return this.queries.execute(new FindMyInquiries(query, callerOf(request)));
  }

  /** Exceptions of my orders · 我的异常 */
  @Get('my-exceptions')
  @ForReaders()
  exceptions(@Req() request: ApiRequest, @Query() query: MyExceptionsQuery) {
    return this.queries.execute(new FindMyExceptions(query, callerOf(request)));
  }
}

const callerOf = ({ actor }: ApiRequest): string => actor?.id ?? '';
