import { Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
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
  StaffId,
  StateQuery,
  Text,
  Uuid,
} from '@engsales/http';
import { bond } from '../domain/bond/bond.js';
import { BOND_STATES, BOND_TYPES, type BondState, type BondType } from '../domain/bond/bond.values.js';
import { BOND_SORTS, FindBonds, type BondSort } from '../read-models/bonds/bonds.query.js';
import { bondView } from '../views/bond.view.js';

export class BondListQuery extends ListQuery {
  @Means('what it secures') @Optional() @OneOf(BOND_TYPES) type?: BondType;
  @Means('only in this state') @Optional() @OneOf(BOND_STATES) state?: BondState;
  @Means('of this tender or contract') @Optional() @Uuid() refId?: string;
  @Means('of this project') @Optional() @Uuid() projectId?: string;
  @Means('staff id of the salesperson') @Optional() @StaffId() salespersonId?: string;
  @Means('a part of the project, the number of the tender, the beneficiary or the issuer')
  @Optional()
  @Text(200)
  q?: string;
  @Means('descending with a minus') @Optional() @OneOf(BOND_SORTS) sort?: BondSort;
}

/** What bonds say: the list, one bond as it is or was, its history. */
@ApiTags('bonds')
@Controller('api/v1/bonds')
export class BondReadsController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
  ) {}

  /** Finds bonds · 保证金/保函清单 */
  @Get()
  @ForReaders()
  list(@Query() query: BondListQuery) {
    return this.queries.execute(new FindBonds(query));
  }

  /** A bond as it is or was · 保证金/保函详情 */
  @Get(':bondId')
  @ForReaders()
  async state(@Id('bondId') bondId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(bond, bondId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return bondView(bondId, revision, state);
  }

  /** Everything that happened to a bond · 保证金/保函历史 */
  @Get(':bondId/history')
  @ForReaders()
  history(@Id('bondId') bondId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(bond.category, bondId, page);
  }
}
