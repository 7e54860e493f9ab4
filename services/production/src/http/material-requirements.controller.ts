import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ForReaders, Id, Means, Optional, ReadGateway, Uuid, WaitingQuery } from '@engsales/http';
import type { MaterialRequirements } from '../domain/material-requirements/material-requirements.js';
import { productionOrder } from '../domain/production-order/production-order.js';
import { GetMaterialRequirements } from '../read-models/stock/material-requirements.query.js';

export class ShortagesQuery extends WaitingQuery {
  @Means('only of this contract')
  @Optional()
  @Uuid()
  contractId?: string;
}

/** What the BOMs take beside what lies in the warehouse. */
@ApiTags('stock')
@Controller('api/v1')
export class MaterialRequirementsController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
  ) {}

  /**
   * Material of one order · 订单物料需求
   * By item; nothing while its BOM is not released.
   */
  @Get('production-orders/:productionOrderId/material-requirements')
  @ForReaders()
  async requirements(@Id('productionOrderId') productionOrderId: string, @Query() { minPosition }: WaitingQuery) {
    await this.reads.stateOf(productionOrder, productionOrderId);
    const filter = { productionOrderId, minPosition };
    return this.queries.execute<GetMaterialRequirements, MaterialRequirements>(new GetMaterialRequirements(filter));
  }

  /**
   * Material that is short · 缺料清单
   * Of what is still to be made of all orders, by order and together.
   */
  @Get('material-requirements')
  @ForReaders()
  shortages(@Query() query: ShortagesQuery) {
    return this.queries.execute(new GetMaterialRequirements(query));
  }
}
