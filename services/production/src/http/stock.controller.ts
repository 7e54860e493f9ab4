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
  QuantityOrNone,
  ReadGateway,
  Text,
} from '@engsales/http';
import { ArrayMaxSize, IsBoolean } from 'class-validator';
import { AddStockRows, TakeStockSnapshot } from '../domain/stock-snapshot/stock-snapshot.commands.js';
import { stockSnapshot } from '../domain/stock-snapshot/stock-snapshot.js';
import { FindStockSnapshots } from '../read-models/stock/stock-snapshots.query.js';
import { snapshotView } from '../views/stock.view.js';

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

/** What lies in the warehouse, as it was counted (盘点). */
@ApiTags('stock')
@Controller('api/v1/stock-snapshots')
export class StockSnapshotsController {
  constructor(private readonly queries: QueryBus) {}

  /** JSON, or CSV with the headings itemCode,uom,onHand (物料编码,单位,库存数量). */
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

/** One count. */
@ApiTags('stock')
@Controller('api/v1/stock-snapshots/:snapshotId')
export class StockSnapshotController {
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

const countedRow = ({ itemCode, uom, onHand }: StockRowRequest) => ({ itemCode, uom, onHand });
