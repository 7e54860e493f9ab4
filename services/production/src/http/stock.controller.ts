import { Body, Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  BeginRoute,
  CommandRoute,
  Flag,
  ForReaders,
  Id,
  IsInstant,
  ListQuery,
  Means,
  NestedList,
  Optional,
  QuantityOrNone,
  ReadGateway,
  SHEET_TYPES,
  Text,
} from '@engsales/http';
import {
  AddStockRows,
  TakeStockSnapshot,
  type UnrequiredItem,
} from '../domain/stock-snapshot/stock-snapshot.commands.js';
import { stockSnapshot } from '../domain/stock-snapshot/stock-snapshot.js';
import { FindStockSnapshots } from '../read-models/stock/stock-snapshots.query.js';
import { FindUnrequiredItems } from '../read-models/stock/unrequired-items.query.js';
import { snapshotView } from '../views/stock.view.js';

export class StockRowRequest {
  @Means('code of the item', 'PUMP-200') @Text(64) itemCode!: string;
  @Means('unit of measure', '台') @Text(16) uom!: string;
  @Means('decimal text; an item may lie in several places') @QuantityOrNone() onHand!: string;
}

export class StockRowsRequest {
  @Means('what was counted') @NestedList(() => StockRowRequest, 10_000) rows!: StockRowRequest[];
  @Means('false: more rows come by add-stock-rows')
  @Flag()
  complete: boolean = true;
}

export class TakeStockRequest extends StockRowsRequest {
  @Means('when it was counted; now when absent')
  @Optional()
  @IsInstant()
  takenAt?: string;
}

/** What lies in the warehouse, as it was counted (盘点). */
@ApiTags('stock')
@Controller('api/v1/stock-snapshots')
export class StockSnapshotsController {
  constructor(private readonly queries: QueryBus) {}

  /**
   * Records a stock count · 登记盘点
   * JSON, or a sheet (CSV, .xlsx) with the headings itemCode,uom,onHand (物料编码,单位,库存数量).
   */
  @BeginRoute(TakeStockSnapshot, { of: stockSnapshot }, 'WAREHOUSE', 'PMC')
  @ApiConsumes('application/json', ...SHEET_TYPES)
  async takeStockSnapshot(@Body() { rows, complete, takenAt }: TakeStockRequest) {
    const unrequired = await unrequiredIn(rows, this.queries);
    return (snapshotId: string) => ({
      snapshotId,
      rows: rows.map(countedRow),
      complete,
      takenAt: takenAt && new Date(takenAt).toISOString(),
      unrequired,
    });
  }

  /** Stock counts · 盘点清单 */
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
  constructor(
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
  ) {}

  /** Adds rows to a stock count · 追加盘点行 */
  @CommandRoute(AddStockRows, 'WAREHOUSE', 'PMC')
  @ApiConsumes('application/json', ...SHEET_TYPES)
  async addStockRows(@Id('snapshotId') snapshotId: string, @Body() { rows, complete }: StockRowsRequest) {
    return { snapshotId, rows: rows.map(countedRow), complete, unrequired: await unrequiredIn(rows, this.queries) };
  }

  /** A stock count · 盘点详情 */
  @Get()
  @ForReaders()
  async state(@Id('snapshotId') snapshotId: string) {
    const { state, revision } = await this.reads.stateOf(stockSnapshot, snapshotId);
    return snapshotView(snapshotId, revision, state);
  }
}

/** What is counted though nothing asks for it is told: a code or a unit may be mistyped. */
const unrequiredIn = (rows: readonly StockRowRequest[], queries: QueryBus): Promise<readonly UnrequiredItem[]> =>
  queries.execute(new FindUnrequiredItems(rows.map(({ itemCode, uom }) => ({ itemCode, uom }))));

const countedRow = ({ itemCode, uom, onHand }: StockRowRequest) => ({ itemCode, uom, onHand });
