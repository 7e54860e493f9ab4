import { Body, Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  BeginRoute,
  CommandRoute,
  ForReaders,
  HistoryQuery,
  Id,
  NoBody,
  ReadGateway,
  StateQuery,
  type ApiRequest,
} from '@engsales/http';
import { productLineId as idOfLine } from '../domain/ids.js';
import {
  ChangeProductLine,
  DefineProductLine,
  RetireProductLine,
} from '../domain/product-line/product-line.commands.js';
import { productLine } from '../domain/product-line/product-line.js';
import { FindInCollection } from '../read-models/collections/collections.query.js';
import { productLineView } from '../views/sales-material.view.js';
import { MARKETERS } from './role-groups.js';
import { DefineLineRequest, LinesQuery, ProductLineRequest } from './sales-material.requests.js';

/** Product lines (产品线). */
@ApiTags('product-lines')
@Controller('api/v1/product-lines')
export class ProductLinesController {
  constructor(private readonly queries: QueryBus) {}

  /** Defines a product line · 定义产品线 */
  @BeginRoute(DefineProductLine, {}, ...MARKETERS)
  defineProductLine(@Body() body: DefineLineRequest) {
    const { code } = body;
    return { productLineId: idOfLine(code), code, ...wordsOfLine(body) };
  }

  /** Finds product lines · 产品线清单 */
  @Get()
  @ForReaders()
  list(@Query() query: LinesQuery) {
    return this.queries.execute(new FindInCollection('productLines', query));
  }
}

/** One product line. */
@ApiTags('product-lines')
@Controller('api/v1/product-lines/:productLineId')
export class ProductLineController {
  constructor(private readonly reads: ReadGateway) {}

  /** Changes a product line · 变更产品线 */
  @CommandRoute(ChangeProductLine, ...MARKETERS)
  changeProductLine(@Id('productLineId') productLineId: string, @Body() body: ProductLineRequest) {
    return { productLineId, ...wordsOfLine(body) };
  }

  /** Retires a product line · 停用产品线 */
  @CommandRoute(RetireProductLine, ...MARKETERS)
  retireProductLine(@Id('productLineId') productLineId: string, @Body() _body: NoBody) {
    return { productLineId };
  }

  /** A product line as it is or was · 产品线详情 */
  @Get()
  @ForReaders()
  async state(@Id('productLineId') productLineId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(productLine, productLineId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return productLineView(productLineId, revision, state);
  }

  /** Everything that happened to a product line · 产品线历史 */
  @Get('history')
  @ForReaders()
  history(@Id('productLineId') productLineId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(productLine.category, productLineId, page);
  }
}

const wordsOfLine = (body: ProductLineRequest) => ({
  name: body.name,
  kind: body.kind,
  targetProcesses: body.targetProcesses,
  targetWorkPackages: body.targetWorkPackages ?? [],
  requiredQualifications: body.requiredQualifications ?? [],
});
