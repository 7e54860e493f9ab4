import { Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import {
  ForReaders,
  HistoryQuery,
  Id,
  ListQuery,
  Optional,
  ReadGateway,
  Reference,
  StateQuery,
  Text,
  Uuid,
  type ApiRequest,
} from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { IsIn } from 'class-validator';
import { productionOrder } from '../domain/production-order/production-order.js';
import { isReceived, type LiveOrder } from '../domain/production-order/production-order.state.js';
import { ORDER_STATES } from '../domain/production-order/production-order.values.js';
import { FindOrdersOfContract, ORDER_SORTS, type OrderSort } from '../read-models/orders/contract-orders.query.js';
import { blocksOf } from '../views/order-blocks.js';
import { scheduleOf } from '../views/order-schedule.js';
import { orderView } from '../views/order.view.js';

export class OrdersQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'orders of this contract' })
  @Optional()
  @Uuid()
  contractId?: string;

  @ApiPropertyOptional({ enum: ORDER_STATES })
  @Optional()
  @IsIn(ORDER_STATES)
  state?: string;

  @ApiPropertyOptional({ description: 'staff id of the merchandiser (跟单员)' })
  @Optional()
  @Reference()
  merchandiserId?: string;

  @ApiPropertyOptional({ description: 'a part of the item code or the name' })
  @Optional()
  @Text(200)
  q?: string;

  @ApiPropertyOptional({ enum: ORDER_SORTS, default: 'lineId', description: 'descending with a minus' })
  @Optional()
  @IsIn(ORDER_SORTS)
  sort?: OrderSort;
}

/** What orders say: the list, one order as it is or was, its history, what blocks it, its schedule. */
@ApiTags('production-orders')
@Controller('api/v1/production-orders')
export class ProductionOrdersController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
    private readonly runtime: ServiceRuntime,
  ) {}

  @Get()
  @ForReaders()
  list(@Query() query: OrdersQuery) {
    return this.queries.execute(new FindOrdersOfContract(query));
  }

  @Get(':productionOrderId')
  @ForReaders()
  async state(
    @Id('productionOrderId') productionOrderId: string,
    @Query() { asOf }: StateQuery,
    @Req() request: ApiRequest,
  ) {
    const { state, revision } = await this.reads.stateOf(productionOrder, productionOrderId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return orderView(productionOrderId, revision, state);
  }

  @Get(':productionOrderId/history')
  @ForReaders()
  history(@Id('productionOrderId') productionOrderId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(productionOrder.category, productionOrderId, page);
  }

  /** What blocks this order now, and who can lift it. */
  @Get(':productionOrderId/blocks')
  @ForReaders()
  async blocks(@Id('productionOrderId') productionOrderId: string) {
    return { items: blocksOf(await this.live(productionOrderId), this.runtime.process.clock.today()) };
  }

  /** Planned against actual, ready for a Gantt chart. */
  @Get(':productionOrderId/schedule')
  @ForReaders()
  async schedule(@Id('productionOrderId') productionOrderId: string) {
    return scheduleOf(await this.live(productionOrderId), this.runtime.process.clock.today());
  }

  private async live(productionOrderId: string): Promise<LiveOrder> {
    const { state } = await this.reads.stateOf(productionOrder, productionOrderId);
    if (isReceived(state)) return state;
    throw new Rejected('NOT_FOUND', `there is no production order ${productionOrderId}`);
  }
}
