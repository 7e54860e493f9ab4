import { Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type ApiRequest, ForReaders, HistoryQuery, Id, ReadGateway, StateQuery } from '@engsales/http';
import { CommandExecutor } from '@engsales/event-sourcing';
import { ServiceRuntime } from '@engsales/service';
import { businessDateOf } from '@engsales/values';
import { readSubmissionFacts } from '../commands/submission.handlers.js';
import { tender } from '../domain/tender/tender.js';
import { exists } from '../domain/tender/tender.state.js';
import { FindConsentsAwaited } from '../read-models/consents-awaited/consents-awaited.query.js';
import { FindCompetitorPrices } from '../read-models/tenders/competitor-prices.query.js';
import { GetOtherRounds } from '../read-models/tenders/other-rounds.query.js';
import { FindTenders } from '../read-models/tenders/tenders.query.js';
import { GetWinLoss } from '../read-models/tenders/win-loss.query.js';
import { FindTenderTasks } from '../read-models/tender-tasks/tender-tasks.query.js';
import { checklistItemView, personsOfTender, tenderView } from '../views/tender.view.js';
import { tenderCard, type OtherRound } from '../views/tender-card.view.js';
import {
  CompetitorPricesQuery,
  ConsentsAwaitedQuery,
  TenderListQuery,
  TenderTaskQuery,
  WinLossQuery,
} from './tenders.requests.js';

/** Questions over all tenders. */
@ApiTags('tenders')
@Controller('api/v1')
export class TendersController {
  constructor(private readonly queries: QueryBus) {}

  /** Finds tenders · 投标项目清单 */
  @Get('tenders')
  @ForReaders()
  list(@Query() query: TenderListQuery) {
    return this.queries.execute(new FindTenders(query));
  }

  /** What waits for whom · 投标待办 */
  @Get('tender-tasks')
  @ForReaders()
  tasks(@Query() query: TenderTaskQuery) {
    return this.queries.execute(new FindTenderTasks(query));
  }

  /** Whose word is awaited, for what and since when · 待批事项 */
  @Get('consents-awaited')
  @ForReaders()
  consentsAwaited(@Query() query: ConsentsAwaitedQuery) {
    return this.queries.execute(new FindConsentsAwaited(query));
  }

  /** How many bids won, and why the others lost · 中标率与失标分析 */
  @Get('win-loss')
  @ForReaders()
  winLoss(@Query() query: WinLossQuery) {
    return this.queries.execute(new GetWinLoss(query));
  }

  /** What the others asked for · 竞争对手报价 */
  @Get('competitor-prices')
  @ForReaders()
  competitorPrices(@Query() query: CompetitorPricesQuery) {
    return this.queries.execute(new FindCompetitorPrices(query));
  }
}

/** One tender. */
@ApiTags('tenders')
@Controller('api/v1/tenders/:tenderId')
export class TenderController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
    private readonly runtime: ServiceRuntime,
    private readonly executor: CommandExecutor,
  ) {}

  /** A tender as it is or was · 投标项目详情 */
  @Get()
  @ForReaders()
  async state(@Id('tenderId') tenderId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(tender, tenderId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return tenderView(tenderId, revision, state, await this.runtime.vault.shown(personsOfTender(state)));
  }

  /** Everything that happened to a tender · 投标项目历史 */
  @Get('history')
  @ForReaders()
  history(@Id('tenderId') tenderId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(tender.category, tenderId, page);
  }

  /**
   * All of a tender on one page · 投标项目全貌
   * With its rounds, and each gate that its bid still waits for.
   */
  @Get('card')
  @ForReaders()
  async card(@Id('tenderId') tenderId: string) {
    const { state, revision } = await this.reads.stateOf(tender, tenderId);
    const people = await this.runtime.vault.shown(personsOfTender(state));
    if (!exists(state)) return tenderView(tenderId, revision, state, people);
    const now = this.runtime.process.clock.now();
    return tenderCard(state, revision, {
      facts: await readSubmissionFacts(this.executor.store, tenderId),
      rounds: await this.queries.execute<GetOtherRounds, OtherRound[]>(new GetOtherRounds(tenderId)),
      people,
      now,
      today: businessDateOf(now),
    });
  }

  /** The list of bid documents · 投标文件清单 */
  @Get('bid-checklist')
  @ForReaders()
  async checklist(@Id('tenderId') tenderId: string) {
    const { state } = await this.reads.stateOf(tender, tenderId);
    return { tenderId, items: exists(state) ? state.bid.checklist.map(checklistItemView) : [] };
  }
}
