import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandGateway, ForCommand, NoBody, type ApiRequest, plain } from '@engsales/http';
import {
  AcceptExecutionForm,
  CloseContract,
  CompleteContract,
  ReturnExecutionForm,
  SubmitExecutionForm,
} from '../domain/contract/execution.commands.js';
import type { Tracks } from '../domain/contract/execution-form.js';
import { AcceptExecutionFormRequest, SubmitExecutionFormRequest } from './execution.requests.js';
import { ReasonedRequest } from './contracts.requests.js';

/** From the signed contract to its end: execution form, completion, closing. */
@ApiTags('contract execution')
@Controller('api/v1/contracts/:contractId')
export class ContractExecutionController {
  constructor(private readonly commands: CommandGateway) {}

  @Post('submit-execution-form')
  @HttpCode(200)
  @ForCommand('SubmitExecutionForm')
  submit(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: SubmitExecutionFormRequest,
  ) {
    const data = plain<{ tracks?: Partial<Tracks>; specialRequirements?: string }>(body);
    return this.commands.issue(request, SubmitExecutionForm, { contractId, ...data });
  }

  @Post('accept-execution-form')
  @HttpCode(200)
  @ForCommand('AcceptExecutionForm')
  accept(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: AcceptExecutionFormRequest,
  ) {
    return this.commands.issue(request, AcceptExecutionForm, { contractId, ...plain<typeof body>(body) });
  }

  @Post('return-execution-form')
  @HttpCode(200)
  @ForCommand('ReturnExecutionForm')
  giveBack(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() { reason }: ReasonedRequest,
  ) {
    return this.commands.issue(request, ReturnExecutionForm, { contractId, reason });
  }

  @Post('complete-contract')
  @HttpCode(200)
  @ForCommand('CompleteContract')
  complete(@Req() request: ApiRequest, @Param('contractId', ParseUUIDPipe) contractId: string, @Body() _body: NoBody) {
    return this.commands.issue(request, CompleteContract, { contractId });
  }

  @Post('close-contract')
  @HttpCode(200)
  @ForCommand('CloseContract')
  close(@Req() request: ApiRequest, @Param('contractId', ParseUUIDPipe) contractId: string, @Body() _body: NoBody) {
    return this.commands.issue(request, CloseContract, { contractId });
  }
}
