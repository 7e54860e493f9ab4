import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { CommandGateway, ForCommand, ForReaders, ReadGateway, StateQuery, type ApiRequest } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { packageIdOf, productionOrderId, projectIdOf, trackingIdOf } from '../domain/ids.js';
import { productionOrder } from '../domain/production-order/production-order.js';
import { isReceived, type LiveOrder } from '../domain/production-order/production-order.state.js';
import { HandOverToEngineering, ReceiveOrder } from '../domain/production-order/receiving/receiving.commands.js';
import { FindOrdersOfContract } from '../read-models/orders/contract-orders.query.js';
import { blocksOf } from '../views/order-blocks.js';
import { scheduleOf } from '../views/order-schedule.js';
import { ReceiveOrderRequest } from './order.requests.js';
import { orderView } from './order.view.js';
import { HandOverRequest, OrdersQuery } from './production.requests.js';

@ApiTags('production-orders')
@ApiHeader({ name: 'Idempotency-Key', required: false, description: 'the same key gives the first answer again' })
@ApiHeader({ name: 'If-Match', required: false, description: 'decide only on this revision' })
@Controller('api/v1/production-orders')
export class ProductionOrdersController {
  constructor(
    private readonly commands: CommandGateway,
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** By hand, where no contract of this system tells of it. One order per contract line. */
  @Post()
  @ForCommand('ReceiveOrder')
  async receive(@Req() request: ApiRequest, @Body() body: ReceiveOrderRequest) {
    const { contractId, lineId } = body;
    const id = productionOrderId(contractId, lineId);
    const answer = await this.commands.issue(request, ReceiveOrder, {
      productionOrderId: id,
      projectId: body.projectId ?? projectIdOf(contractId),
      contractId,
      lineId,
      kind: body.kind,
      itemCode: body.itemCode,
      name: body.name,
      qty: body.qty,
      uom: body.uom,
      amountFen: body.amountFen,
      committedDate: body.committedDate,
      merchandiserId: body.merchandiserId ?? request.actor?.id ?? '',
      packageId: packageIdOf(contractId, body.packageKey ?? lineId),
      trackingId: trackingIdOf(contractId, body.trackingKey ?? lineId),
      contractVersion: 1,
    });
    if (!answer.dryRun) request.res?.setHeader('Location', `/api/v1/production-orders/${id}`);
    return answer;
  }

  @Post(':productionOrderId/hand-over-to-engineering')
  @HttpCode(200)
  @ForCommand('HandOverToEngineering')
  handOver(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() { backupCopyRef }: HandOverRequest,
  ) {
    return this.commands.issue(request, HandOverToEngineering, { productionOrderId, backupCopyRef });
  }

  @Get()
  @ForReaders()
  list(@Query() query: OrdersQuery) {
    return this.queries.execute(new FindOrdersOfContract(query));
  }

  @Get(':productionOrderId')
  @ForReaders()
  async state(
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Query() { asOf }: StateQuery,
    @Req() request: ApiRequest,
  ) {
    const { state, revision } = await this.reads.stateOf(productionOrder, productionOrderId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return orderView(productionOrderId, revision, state);
  }

  @Get(':productionOrderId/history')
  @ForReaders()
  history(@Param('productionOrderId', ParseUUIDPipe) productionOrderId: string) {
    return this.reads.historyOf(productionOrder.category, productionOrderId);
  }

  /** What blocks this order now, and who can lift it. */
  @Get(':productionOrderId/blocks')
  @ForReaders()
  async blocks(@Param('productionOrderId', ParseUUIDPipe) productionOrderId: string) {
    return { items: blocksOf(await this.live(productionOrderId), this.runtime.process.clock.today()) };
  }

  /** Planned against actual, ready for a Gantt chart. */
  @Get(':productionOrderId/schedule')
  @ForReaders()
  async schedule(@Param('productionOrderId', ParseUUIDPipe) productionOrderId: string) {
    return scheduleOf(await this.live(productionOrderId), this.runtime.process.clock.today());
  }

  private async live(productionOrderId: string): Promise<LiveOrder> {
    const { state } = await this.reads.stateOf(productionOrder, productionOrderId);
    if (isReceived(state)) return state;
    throw new Rejected('NOT_FOUND', `there is no production order ${productionOrderId}`);
  }
}
