import { Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
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
  StateQuery,
  Text,
  Uuid,
  StaffId,
} from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { contract } from '../domain/contract/contract.js';
import { CONTRACT_STATES } from '../domain/contract/contract.values.js';
import { CONTRACT_SORTS, FindContracts, type ContractSort } from '../read-models/contract-list/contract-list.query.js';
import { contractCardView } from '../views/contract-card.view.js';
import { contractView, personsIn } from '../views/contract.view.js';

export class ContractListQuery extends ListQuery {
  @Means('only in this state')
  @Optional()
  @OneOf(CONTRACT_STATES)
  state?: string;

  @Means('engineering project')
  @Optional()
  @Uuid()
  projectId?: string;

  @Means('staff id of the salesperson')
  @Optional()
  @StaffId()
  salespersonId?: string;

  @Means('a part of the contract number; width, case and blanks do not matter')
  @Optional()
  @Text(64)
  contractNo?: string;

  @Means('a part of the customer’s name')
  @Optional()
  @Text(200)
  customerName?: string;

  @Means('a part of the project’s name')
  @Optional()
  @Text(200)
  projectName?: string;

  @Means('a part of number, customer or project')
  @Optional()
  @Text(200)
  q?: string;

  @Means('descending with a minus')
  @Optional()
  @OneOf(CONTRACT_SORTS)
  sort?: ContractSort;
}

/** What contracts say: the list, one contract as it is or was, its history, its card. */
@ApiTags('contracts')
@Controller('api/v1/contracts')
export class ContractsController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Finds contracts · 合同清单 */
  @Get()
  @ForReaders()
  list(@Query() query: ContractListQuery) {
    return this.queries.execute(new FindContracts(query));
  }

  /** A contract as it is or was · 合同详情 */
  @Get(':contractId')
  @ForReaders()
  async state(@Id('contractId') contractId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.existing(contractId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    const people = await this.runtime.vault.shown(personsIn(state));
    return { id: contractId, revision, ...contractView(state, people) };
  }

  /** Everything that happened to a contract · 合同历史 */
  @Get(':contractId/history')
  @ForReaders()
  history(@Id('contractId') contractId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(contract.category, contractId, page);
  }

  /**
   * A contract at a glance · 合同卡片
   * Folded from the events, so that it shows every one that was recorded.
   */
  @Get(':contractId/card')
  @ForReaders()
  async card(@Id('contractId') contractId: string) {
    const { state, revision, occurredAt } = await this.existing(contractId);
    return { ...contractCardView(state), revision, changedAt: occurredAt };
  }

  private async existing(contractId: string, asOf?: string) {
    const { state, revision, occurredAt } = await this.reads.stateOf(contract, contractId, asOf);
    if (state.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no contract ${contractId}`);
    return { state, revision, occurredAt };
  }
}
