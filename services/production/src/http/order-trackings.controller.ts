import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ForReaders, ReadGateway, StateQuery } from '@engsales/http';
import { orderTracking } from '../domain/order-tracking/order-tracking.js';
import { GetMerchandiserBoard } from '../read-models/orders/merchandiser-board.query.js';
import { BoardQuery } from './production.requests.js';
import { trackingView } from './tracking.view.js';

@ApiTags('order-trackings')
@Controller('api/v1')
export class OrderTrackingsController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
  ) {}

  @Get('order-trackings/:trackingId')
  @ForReaders()
  async state(@Param('trackingId', ParseUUIDPipe) trackingId: string, @Query() { asOf }: StateQuery) {
    const { state, revision } = await this.reads.stateOf(orderTracking, trackingId, asOf);
    return trackingView(trackingId, revision, state);
  }

  @Get('order-trackings/:trackingId/history')
  @ForReaders()
  history(@Param('trackingId', ParseUUIDPipe) trackingId: string) {
    return this.reads.historyOf(orderTracking.category, trackingId);
  }

  /** 跟单看板: the open orders of a merchandiser, the nearest committed date first. */
  @Get('merchandiser-board')
  @ForReaders()
  board(@Query() query: BoardQuery) {
    return this.queries.execute(new GetMerchandiserBoard(query));
  }
}
