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
import {
  DraftSalesKit,
  PublishSalesKit,
  RetireSalesKit,
  ReviseSalesKit,
  WriteKitSection,
} from '../domain/sales-kit/sales-kit.commands.js';
import { salesKit } from '../domain/sales-kit/sales-kit.js';
import { FindInCollection } from '../read-models/collections/collections.query.js';
import { kitView } from '../views/sales-material.view.js';
import { ReasonRequest } from './reason.requests.js';
import { MARKETERS } from './role-groups.js';
import { KitRequest, KitsQuery, WriteSectionRequest } from './sales-material.requests.js';

/** Sales kits (销售范本). */
@ApiTags('sales-kits')
@Controller('api/v1/sales-kits')
export class SalesKitsController {
  constructor(private readonly queries: QueryBus) {}

  /** Drafts a sales kit · 编写销售范本 */
  @BeginRoute(DraftSalesKit, { of: salesKit }, ...MARKETERS)
  draftSalesKit(@Body() { title, productLineId }: KitRequest) {
    return (kitId: string) => ({ kitId, title, productLineId });
  }

  /** Finds sales kits · 销售范本清单 */
  @Get()
  @ForReaders()
  list(@Query() query: KitsQuery) {
    return this.queries.execute(new FindInCollection('salesKits', query));
  }
}

/** One sales kit. */
@ApiTags('sales-kits')
@Controller('api/v1/sales-kits/:kitId')
export class SalesKitController {
  constructor(private readonly reads: ReadGateway) {}

  /** Writes a section of a draft, or writes it anew · 编写章节 */
  @CommandRoute(WriteKitSection, ...MARKETERS)
  writeKitSection(@Id('kitId') kitId: string, @Body() { section, content }: WriteSectionRequest) {
    return { kitId, section, content };
  }

  /** Publishes a sales kit · 发布销售范本 */
  @CommandRoute(PublishSalesKit, ...MARKETERS)
  publishSalesKit(@Id('kitId') kitId: string, @Body() _body: NoBody) {
    return { kitId };
  }

  /**
   * Begins the next version of a sales kit · 修订销售范本
   * What was published stays readable until the next version is.
   */
  @CommandRoute(ReviseSalesKit, ...MARKETERS)
  reviseSalesKit(@Id('kitId') kitId: string, @Body() { title, productLineId }: KitRequest) {
    return { kitId, title, productLineId };
  }

  /** Retires a sales kit · 停用销售范本 */
  @CommandRoute(RetireSalesKit, ...MARKETERS)
  retireSalesKit(@Id('kitId') kitId: string, @Body() { reason }: ReasonRequest) {
    return { kitId, reason };
  }

  /** A sales kit as it is or was · 销售范本详情 */
  @Get()
  @ForReaders()
  async state(@Id('kitId') kitId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(salesKit, kitId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return kitView(kitId, revision, state);
  }

  /** Everything that happened to a sales kit · 销售范本历史 */
  @Get('history')
  @ForReaders()
  history(@Id('kitId') kitId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(salesKit.category, kitId, page);
  }
}
