import { Body, Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  BeginRoute,
  CommandRoute,
  ForReaders,
  HistoryQuery,
  Id,
  ReadGateway,
  StateQuery,
  type ApiRequest,
} from '@engsales/http';
import { salesPolicyId } from '../domain/ids.js';
import { PublishSalesPolicy, WithdrawSalesPolicy } from '../domain/sales-policy/sales-policy.commands.js';
import { salesPolicy } from '../domain/sales-policy/sales-policy.js';
import { FindInCollection } from '../read-models/collections/collections.query.js';
import { policyView } from '../views/sales-material.view.js';
import { ReasonRequest } from './reason.requests.js';
import { MARKETERS } from './role-groups.js';
import { PoliciesQuery, PolicyRequest } from './sales-material.requests.js';

/** Policies of sales (销售管理制度). */
@ApiTags('sales-policies')
@Controller('api/v1/sales-policies')
export class SalesPoliciesController {
  constructor(private readonly queries: QueryBus) {}

  /**
   * Publishes a policy of sales · 发布销售制度
   * Under a code that is there already: its next version.
   */
  @BeginRoute(PublishSalesPolicy, {}, ...MARKETERS)
  publishSalesPolicy(@Body() body: PolicyRequest) {
    const { code, title, kind, docRef, validFrom, responsibilities = [] } = body;
    return { policyId: salesPolicyId(code), code, title, kind, docRef, validFrom, responsibilities };
  }

  /** Finds policies of sales · 销售制度清单 */
  @Get()
  @ForReaders()
  list(@Query() query: PoliciesQuery) {
    return this.queries.execute(new FindInCollection('salesPolicies', query));
  }
}

/** One policy of sales. */
@ApiTags('sales-policies')
@Controller('api/v1/sales-policies/:policyId')
export class SalesPolicyController {
  constructor(private readonly reads: ReadGateway) {}

  /** Withdraws a policy of sales · 废止销售制度 */
  @CommandRoute(WithdrawSalesPolicy, ...MARKETERS)
  withdrawSalesPolicy(@Id('policyId') policyId: string, @Body() { reason }: ReasonRequest) {
    return { policyId, reason };
  }

  /** A policy of sales as it is or was · 销售制度详情 */
  @Get()
  @ForReaders()
  async state(@Id('policyId') policyId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(salesPolicy, policyId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return policyView(policyId, revision, state);
  }

  /** Everything that happened to a policy of sales · 销售制度历史 */
  @Get('history')
  @ForReaders()
  history(@Id('policyId') policyId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(salesPolicy.category, policyId, page);
  }
}
