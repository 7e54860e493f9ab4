import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandGateway, ForCommand, ForReaders, ReadGateway, type ApiRequest, plain } from '@engsales/http';
import {
  MarkMilestoneDue,
  MarkMilestoneOverdue,
  WaiveMilestone,
  GrantCreditRelease,
} from '../domain/contract/money.commands.js';
import { dunning, LogDunning } from '../domain/dunning/dunning.js';
import {
  MarkMilestoneDueRequest,
  MarkMilestoneOverdueRequest,
  WaiveMilestoneRequest,
  GrantCreditReleaseRequest,
  LogDunningRequest,
} from './money.requests.js';

/** Payment milestones and what waits for them: due, overdue, waived, credit release, dunning. */
@ApiTags('contract money')
@Controller('api/v1/contracts/:contractId')
export class ContractMilestonesController {
  constructor(
    private readonly commands: CommandGateway,
    private readonly reads: ReadGateway,
  ) {}

  @Post('mark-milestone-due')
  @HttpCode(200)
  @ForCommand('MarkMilestoneDue')
  markMilestoneDue(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: MarkMilestoneDueRequest,
  ) {
    return this.commands.issue(request, MarkMilestoneDue, { contractId, ...plain<typeof body>(body) });
  }

  @Post('mark-milestone-overdue')
  @HttpCode(200)
  @ForCommand('MarkMilestoneOverdue')
  markMilestoneOverdue(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: MarkMilestoneOverdueRequest,
  ) {
    return this.commands.issue(request, MarkMilestoneOverdue, { contractId, ...plain<typeof body>(body) });
  }

  @Post('waive-milestone')
  @HttpCode(200)
  @ForCommand('WaiveMilestone')
  waiveMilestone(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: WaiveMilestoneRequest,
  ) {
    return this.commands.issue(request, WaiveMilestone, { contractId, ...plain<typeof body>(body) });
  }

  @Post('grant-credit-release')
  @HttpCode(200)
  @ForCommand('GrantCreditRelease')
  grantCreditRelease(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: GrantCreditReleaseRequest,
  ) {
    return this.commands.issue(request, GrantCreditRelease, { contractId, ...plain<typeof body>(body) });
  }

  @Post('log-dunning')
  @HttpCode(200)
  @ForCommand('LogDunning')
  logDunning(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: LogDunningRequest,
  ) {
    return this.commands.issue(request, LogDunning, { contractId, ...plain<typeof body>(body) });
  }

  /** What was said to the customer about money, and what he promised. */
  @Get('dunning')
  @ForReaders()
  async dunning(@Param('contractId', ParseUUIDPipe) contractId: string) {
    const { state } = await this.reads.stateOf(dunning, contractId);
    return { items: state.entries };
  }
}
