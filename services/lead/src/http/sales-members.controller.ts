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
import { salesMemberId } from '../domain/ids.js';
import { ChangeMember, EnrolMember, LeaveMember } from '../domain/sales-member/sales-member.commands.js';
import { salesMember } from '../domain/sales-member/sales-member.js';
import { FindInCollection } from '../read-models/collections/collections.query.js';
import { memberView } from '../views/sales-team.view.js';
import { MANAGERS } from './role-groups.js';
import { ChangeMemberRequest, EnrolMemberRequest, LeaveMemberRequest, MembersQuery } from './sales-teams.requests.js';

/** Members of sales (销售人员). */
@ApiTags('sales-members')
@Controller('api/v1/sales-members')
export class SalesMembersController {
  constructor(private readonly queries: QueryBus) {}

  /** Enrols a member of sales · 登记销售人员 */
  @BeginRoute(EnrolMember, {}, ...MANAGERS)
  enrolMember(@Body() { staffId, post, teamId, qualifications, on }: EnrolMemberRequest) {
    return { memberId: salesMemberId(staffId), staffId, post, teamId, qualifications, on };
  }

  /** Finds members of sales · 销售人员清单 */
  @Get()
  @ForReaders()
  list(@Query() query: MembersQuery) {
    return this.queries.execute(new FindInCollection('salesMembers', query));
  }
}

/** One member of sales. */
@ApiTags('sales-members')
@Controller('api/v1/sales-members/:memberId')
export class SalesMemberController {
  constructor(private readonly reads: ReadGateway) {}

  /** Changes a member of sales · 变更销售人员 */
  @CommandRoute(ChangeMember, ...MANAGERS)
  changeMember(@Id('memberId') memberId: string, @Body() { post, teamId, qualifications }: ChangeMemberRequest) {
    return { memberId, post, teamId, qualifications };
  }

  /** Records that a member has left sales · 销售人员离岗 */
  @CommandRoute(LeaveMember, ...MANAGERS)
  leaveMember(@Id('memberId') memberId: string, @Body() { on, reason }: LeaveMemberRequest) {
    return { memberId, on, reason };
  }

  /** A member of sales as it is or was · 销售人员详情 */
  @Get()
  @ForReaders()
  async state(@Id('memberId') memberId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(salesMember, memberId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return memberView(memberId, revision, state);
  }

  /** Everything that happened to a member of sales · 销售人员历史 */
  @Get('history')
  @ForReaders()
  history(@Id('memberId') memberId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(salesMember.category, memberId, page);
  }
}
