import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ForReaders } from '@engsales/http';
import { FindOpenCallOffs } from '../read-models/orders/call-offs.query.js';
import { FindEngineeringDocuments } from '../read-models/packages/engineering-documents.query.js';
import { GetExceptionPareto } from '../read-models/trackings/exception-pareto.query.js';
import { GetOnTimeDelivery } from '../read-models/orders/on-time-delivery.query.js';
import { GetMerchandiserBoard } from '../read-models/orders/merchandiser-board.query.js';
import { FindShipmentLines } from '../read-models/orders/shipment-lines.query.js';
import { BoardQuery, OfContractQuery, ShipmentLinesQuery, SpanQuery } from './reports.requests.js';

/** Questions over all orders. */
@ApiTags('production reports')
@Controller('api/v1')
export class ReportsController {
  constructor(private readonly queries: QueryBus) {}

  /** 跟单看板: the open orders of a merchandiser, the one that is due next first. */
  @Get('merchandiser-board')
  @ForReaders()
  board(@Query() query: BoardQuery) {
    return this.queries.execute(new GetMerchandiserBoard(query));
  }

  /** Shipped and unshipped by order line · 发货与未发货明细 */
  @Get('shipment-lines')
  @ForReaders()
  shipmentLines(@Query() query: ShipmentLinesQuery) {
    return this.queries.execute(new FindShipmentLines(query));
  }

  /** Call-offs that are not delivered · 未完成的要货 */
  @Get('call-offs')
  @ForReaders()
  callOffs(@Query() query: OfContractQuery) {
    return this.queries.execute(new FindOpenCallOffs(query));
  }

  /** The seven documents by order · 工程资料齐套情况 */
  @Get('engineering-documents')
  @ForReaders()
  engineeringDocuments(@Query() query: OfContractQuery) {
    return this.queries.execute(new FindEngineeringDocuments(query));
  }

  /** Exceptions by kind and delay · 异常帕累托 */
  @Get('exception-pareto')
  @ForReaders()
  exceptionPareto(@Query() query: SpanQuery) {
    return this.queries.execute(new GetExceptionPareto(query));
  }

  /** How much was delivered on time · 准时交付率 */
  @Get('on-time-delivery')
  @ForReaders()
  onTimeDelivery(@Query() query: SpanQuery) {
    return this.queries.execute(new GetOnTimeDelivery(query));
  }
}
