import { Body, Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiConsumes, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import {
  BeginRoute,
  CommandRoute,
  ForReaders,
  Id,
  IsInstant,
  ListQuery,
  NestedList,
  Optional,
  ReadGateway,
  Text,
} from '@engsales/http';
import { ArrayMaxSize, IsBoolean, IsUUID } from 'class-validator';
import type { MaterialRequirements } from '../domain/material-requirements/material-requirements.js';
import { productionOrder } from '../domain/production-order/production-order.js';
import { AddStockRows, TakeStockSnapshot } from '../domain/stock-snapshot/stock-snapshot.commands.js';
import { stockSnapshot } from '../domain/stock-snapshot/stock-snapshot.js';
import { GetMaterialRequirements } from '../read-models/stock/material-requirements.query.js';
import { FindStockSnapshots } from '../read-models/stock/stock-snapshots.query.js';
import { QuantityOrNone } from './quantities.js';
import { snapshotView } from './stock.view.js';

export class StockRowRequest {
  @Text(64) itemCode!: string;
  @Text(16) uom!: string;
  @ApiProperty({ description: 'decimal text; an item may lie in several places' }) @QuantityOrNone() onHand!: string;
}

export class StockRowsRequest {
  @NestedList(() => StockRowRequest) @ArrayMaxSize(10_000) rows!: StockRowRequest[];
  @ApiPropertyOptional({ description: 'false: more rows come by add-stock-rows' })
  @IsBoolean()
  complete: boolean = true;
}

export class TakeStockRequest extends StockRowsRequest {
  @ApiPropertyOptional({ format: 'date-time', description: 'when it was counted; now when absent' })
  @Optional()
  @IsInstant()
  takenAt?: string;
}

export class RequirementsQuery {
  @ApiPropertyOptional({ description: 'position of a command’s answer to wait for (2 s at most)' })
  @Optional()
  @Text(100)
  minPosition?: string;
}

export class ShortagesQuery extends RequirementsQuery {
  @ApiPropertyOptional({ description: 'only of this contract' })
  @Optional()
  @IsUUID()
  contractId?: string;
}

/** What lies in the warehouse, as another system has counted it: JSON, or CSV with the headings itemCode,uom,onHand (物料编码,单位,库存数量). */
@ApiTags('stock')
@Controller('api/v1/stock-snapshots')
export class FirstCountController {
  constructor(private readonly queries: QueryBus) {}

  @BeginRoute(TakeStockSnapshot, { of: stockSnapshot }, 'WAREHOUSE', 'PMC')
  @ApiConsumes('application/json', 'text/csv')
  takeStockSnapshot(@Body() { rows, complete, takenAt }: TakeStockRequest) {
    return (snapshotId: string) => ({
      snapshotId,
      rows: rows.map(countedRow),
      complete,
      takenAt: takenAt && new Date(takenAt).toISOString(),
    });
  }

  @Get()
  @ForReaders()
  list(@Query() query: ListQuery) {
    return this.queries.execute(new FindStockSnapshots(query));
  }
}

@ApiTags('stock')
@Controller('api/v1/stock-snapshots/:snapshotId')
export class StockController {
  constructor(private readonly reads: ReadGateway) {}

  @CommandRoute(AddStockRows, 'WAREHOUSE', 'PMC')
  @ApiConsumes('application/json', 'text/csv')
  addStockRows(@Id('snapshotId') snapshotId: string, @Body() { rows, complete }: StockRowsRequest) {
    return { snapshotId, rows: rows.map(countedRow), complete };
  }

  @Get()
  @ForReaders()
  async state(@Id('snapshotId') snapshotId: string) {
    const { state, revision } = await this.reads.stateOf(stockSnapshot, snapshotId);
    return snapshotView(snapshotId, revision, state);
  }
}

/** What the BOMs take beside what lies in the warehouse. */
@ApiTags('stock')
@Controller('api/v1')
export class MaterialsController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
  ) {}

  /** Of one order, by item; nothing while its BOM is not released. */
  @Get('production-orders/:productionOrderId/material-requirements')
  @ForReaders()
  async requirements(@Id('productionOrderId') productionOrderId: string, @Query() { minPosition }: RequirementsQuery) {
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

const countedRow = ({ itemCode, uom, onHand }: StockRowRequest) => ({ itemCode, uom, onHand });
