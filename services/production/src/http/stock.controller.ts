import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { CommandGateway, ForCommand, ForReaders, ListQuery, ReadGateway, type ApiRequest } from '@engsales/http';
import { AddStockRows, TakeStockSnapshot, type CountedRow } from '../domain/stock-snapshot/stock-snapshot.commands.js';
import type { MaterialRequirements } from '../domain/material-requirements/material-requirements.js';
import { productionOrder } from '../domain/production-order/production-order.js';
import { stockSnapshot } from '../domain/stock-snapshot/stock-snapshot.js';
import { GetMaterialRequirements } from '../read-models/stock/material-requirements.query.js';
import { FindStockSnapshots } from '../read-models/stock/stock-snapshots.query.js';
import {
  RequirementsQuery,
  ShortagesQuery,
  StockRowsRequest,
  TakeStockRequest,
  type StockRowRequest,
} from './stock.requests.js';
import { snapshotView } from './stock.view.js';

/** What lies in the warehouse beside what the BOMs take. */
@ApiTags('stock')
@Controller('api/v1')
export class StockController {
  constructor(
    private readonly commands: CommandGateway,
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
  ) {}

  /** JSON, or CSV with the headings itemCode,uom,onHand (物料编码,单位,库存数量). */
  @Post('stock-snapshots')
  @ApiConsumes('application/json', 'text/csv')
  @ForCommand('TakeStockSnapshot')
  take(@Req() request: ApiRequest, @Body() body: TakeStockRequest) {
    const takenAt = body.takenAt === undefined ? undefined : new Date(body.takenAt).toISOString();
    return this.commands.begin(request, TakeStockSnapshot, stockSnapshot.category, (snapshotId) => ({
      snapshotId,
      rows: body.rows.map(countedRow),
      complete: body.complete,
      takenAt,
    }));
  }

  @Post('stock-snapshots/:snapshotId/add-stock-rows')
  @HttpCode(200)
  @ApiConsumes('application/json', 'text/csv')
  @ForCommand('AddStockRows')
  add(
    @Req() request: ApiRequest,
    @Param('snapshotId', ParseUUIDPipe) snapshotId: string,
    @Body() body: StockRowsRequest,
  ) {
    const rows = body.rows.map(countedRow);
    return this.commands.issue(request, AddStockRows, { snapshotId, rows, complete: body.complete });
  }

  @Get('stock-snapshots')
  @ForReaders()
  list(@Query() query: ListQuery) {
    return this.queries.execute(new FindStockSnapshots(query));
  }

  @Get('stock-snapshots/:snapshotId')
  @ForReaders()
  async state(@Param('snapshotId', ParseUUIDPipe) snapshotId: string) {
    const { state, revision } = await this.reads.stateOf(stockSnapshot, snapshotId);
    return snapshotView(snapshotId, revision, state);
  }

  /** Of one order, by item; nothing while its BOM is not released. */
  @Get('production-orders/:productionOrderId/material-requirements')
  @ForReaders()
  async requirements(
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Query() { minPosition }: RequirementsQuery,
  ) {
    await this.reads.stateOf(productionOrder, productionOrderId);
    const filter = { productionOrderId, minPosition };
    return this.queries.execute<GetMaterialRequirements, MaterialRequirements>(new GetMaterialRequirements(filter));
  }

  /** Of what is still to be made of all orders, by order and together: what is short. */
  @Get('material-requirements')
  @ForReaders()
  shortages(@Query() query: ShortagesQuery) {
    return this.queries.execute(new GetMaterialRequirements(query));
  }
}

const countedRow = ({ itemCode, uom, onHand }: StockRowRequest): CountedRow => ({ itemCode, uom, onHand });
