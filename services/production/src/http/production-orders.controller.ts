import { Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import {
  type ApiRequest,
  ForReaders,
  HistoryQuery,
  Id,
  ListQuery,
  Means,
  OneOf,
  Optional,
  ReadGateway,
  StateQuery,
  Text,
  Uuid,
  StaffId,
} from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { productionOrder } from '../domain/production-order/production-order.js';
import { isReceived, type LiveOrder } from '../domain/production-order/production-order.state.js';
import { ORDER_STATES } from '../domain/production-order/production-order.values.js';
import { FindOrdersOfContract, ORDER_SORTS, type OrderSort } from '../read-models/orders/contract-orders.query.js';
import { blocksOf } from '../views/order-blocks.js';
import { scheduleOf } from '../views/order-schedule.js';
import { orderView, personsIn } from '../views/order.view.js';

export class OrdersQuery extends ListQuery {
  @Means('orders of this contract')
  @Optional()
  @Uuid()
  contractId?: string;

  @Means('only in this state')
  @Optional()
  @OneOf(ORDER_STATES)
  state?: string;

  @Means('staff id of the merchandiser (跟单员)')
  @Optional()
  @StaffId()
  merchandiserId?: string;

  @Means('a part of the item code or the name')
  @Optional()
  @Text(200)
  q?: string;

  @Means('descending with a minus')
  @Optional()
  @OneOf(ORDER_SORTS)
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

  /** Finds orders · 生产订单清单 */
  @Get()
  @ForReaders()
  list(@Query() query: OrdersQuery) {
    return this.queries.execute(new FindOrdersOfContract(query));
  }

  /** An order as it is or was · 生产订单详情 */
  @Get(':productionOrderId')
  @ForReaders()
  async state(
    @Id('productionOrderId') productionOrderId: string,
    @Query() { asOf }: StateQuery,
    @Req() request: ApiRequest,
  ) {
    const { state, revision } = await this.reads.stateOf(productionOrder, productionOrderId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return orderView(productionOrderId, revision, state, await this.runtime.vault.shown(personsIn(state)));
  }

  /** Everything that happened to an order · 生产订单历史 */
  @Get(':productionOrderId/history')
  @ForReaders()
  history(@Id('productionOrderId') productionOrderId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(productionOrder.category, productionOrderId, page);
  }

  /**
   * What blocks an order now · 订单受阻原因
   * And who can lift it.
   */
  @Get(':productionOrderId/blocks')
  @ForReaders()
  async blocks(@Id('productionOrderId') productionOrderId: string) {
    return { items: blocksOf(await this.live(productionOrderId), this.runtime.process.clock.today()) };
  }

  /**
   * Planned against actual dates · 计划与实际进度
   * Ready for a Gantt chart.
   */
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
