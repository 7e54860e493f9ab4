import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandGateway, ForCommand, plain, type ApiRequest } from '@engsales/http';
import {
  SuspendContract,
  ResumeContract,
  VoidContract,
  TerminateContract,
  SettleTermination,
} from '../domain/contract/ending.commands.js';
import {
  SuspendContractRequest,
  ResumeContractRequest,
  VoidContractRequest,
  TerminateContractRequest,
  SettleTerminationRequest,
} from './ending.requests.js';

/** A contract that stops, goes on, or ends before its time. */
@ApiTags('contract stop and end')
@Controller('api/v1/contracts/:contractId')
export class ContractEndingController {
  constructor(private readonly commands: CommandGateway) {}

  @Post('suspend-contract')
  @HttpCode(200)
  @ForCommand('SuspendContract')
  suspendContract(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: SuspendContractRequest,
  ) {
    return this.commands.issue(request, SuspendContract, { contractId, ...plain<typeof body>(body) });
  }

  @Post('resume-contract')
  @HttpCode(200)
  @ForCommand('ResumeContract')
  resumeContract(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: ResumeContractRequest,
  ) {
    return this.commands.issue(request, ResumeContract, { contractId, ...plain<typeof body>(body) });
  }

  @Post('void-contract')
  @HttpCode(200)
  @ForCommand('VoidContract')
  voidContract(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: VoidContractRequest,
  ) {
    return this.commands.issue(request, VoidContract, { contractId, ...plain<typeof body>(body) });
  }

  @Post('terminate-contract')
  @HttpCode(200)
  @ForCommand('TerminateContract')
  terminateContract(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: TerminateContractRequest,
  ) {
    return this.commands.issue(request, TerminateContract, { contractId, ...plain<typeof body>(body) });
  }

  @Post('settle-termination')
  @HttpCode(200)
  @ForCommand('SettleTermination')
  settleTermination(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: SettleTerminationRequest,
  ) {
    return this.commands.issue(request, SettleTermination, { contractId, ...plain<typeof body>(body) });
  }
}
