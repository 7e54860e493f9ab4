import { Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import {
  ForReaders,
  HistoryQuery,
  Id,
  ListQuery,
  Optional,
  ReadGateway,
  Reference,
  StateQuery,
  Text,
  Uuid,
  type ApiRequest,
} from '@engsales/http';
import { IsIn } from 'class-validator';
import { contract } from '../domain/contract/contract.js';
import { CONTRACT_STATES } from '../domain/contract/contract.values.js';
import { CONTRACT_SORTS, FindContracts, type ContractSort } from '../read-models/contract-list/contract-list.query.js';
import { contractCardView } from '../views/contract-card.view.js';
import { contractView } from '../views/contract.view.js';

export class ContractListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: CONTRACT_STATES })
  @Optional()
  @IsIn(CONTRACT_STATES)
  state?: string;

  @Optional()
  @Uuid()
  projectId?: string;

  @Optional()
  @Reference()
  salespersonId?: string;

  @ApiPropertyOptional({ description: 'a part of the contract number; width, case and blanks do not matter' })
  @Optional()
  @Text(64)
  contractNo?: string;

  @ApiPropertyOptional({ description: 'a part of the customer’s name' })
  @Optional()
  @Text(200)
  customerName?: string;

  @ApiPropertyOptional({ description: 'a part of the project’s name' })
  @Optional()
  @Text(200)
  projectName?: string;

  @ApiPropertyOptional({ description: 'a part of number, customer or project' })
  @Optional()
  @Text(200)
  q?: string;

  @ApiPropertyOptional({ enum: CONTRACT_SORTS, default: '-draftedAt', description: 'descending with a minus' })
  @Optional()
  @IsIn(CONTRACT_SORTS)
  sort?: ContractSort;
}

/** What contracts say: the list, one contract as it is or was, its history, its card. */
@ApiTags('contracts')
@Controller('api/v1/contracts')
export class ContractsController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ForReaders()
  list(@Query() query: ContractListQuery) {
    return this.queries.execute(new FindContracts(query));
  }

  @Get(':contractId')
  @ForReaders()
  async state(@Id('contractId') contractId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.existing(contractId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return { id: contractId, revision, ...contractView(state) };
  }

  @Get(':contractId/history')
  @ForReaders()
  history(@Id('contractId') contractId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(contract.category, contractId, page);
  }

  /** Folded from the events, so that it shows every one that was recorded. */
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
