import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandGateway, ForCommand, NoBody, plain, type ApiRequest } from '@engsales/http';
import {
  ConfirmArtefact,
  MarkNotApplicable,
  RecordCustomerApproval,
  ReleasePackage,
  SubmitArtefact,
  SubmitBom,
} from '../domain/engineering-package/engineering-package.commands.js';
import {
  ArtefactRefRequest,
  CustomerApprovalRequest,
  NotApplicableRequest,
  SubmitArtefactRequest,
  SubmitBomRequest,
} from './package.requests.js';

/** What engineering does with a package: seven artefacts, approvals, release. */
@ApiTags('engineering-packages')
@Controller('api/v1/engineering-packages/:packageId')
export class PackageArtefactsController {
  constructor(private readonly commands: CommandGateway) {}

  @Post('submit-artefact')
  @HttpCode(200)
  @ForCommand('SubmitArtefact')
  submitArtefact(
    @Req() request: ApiRequest,
    @Param('packageId', ParseUUIDPipe) packageId: string,
    @Body() body: SubmitArtefactRequest,
  ) {
    return this.commands.issue(request, SubmitArtefact, { packageId, ...plain<typeof body>(body) });
  }

  @Post('submit-bom')
  @HttpCode(200)
  @ForCommand('SubmitBom')
  submitBom(
    @Req() request: ApiRequest,
    @Param('packageId', ParseUUIDPipe) packageId: string,
    @Body() body: SubmitBomRequest,
  ) {
    return this.commands.issue(request, SubmitBom, { packageId, ...plain<typeof body>(body) });
  }

  @Post('record-customer-approval')
  @HttpCode(200)
  @ForCommand('RecordCustomerApproval')
  recordCustomerApproval(
    @Req() request: ApiRequest,
    @Param('packageId', ParseUUIDPipe) packageId: string,
    @Body() body: CustomerApprovalRequest,
  ) {
    return this.commands.issue(request, RecordCustomerApproval, { packageId, ...plain<typeof body>(body) });
  }

  @Post('mark-not-applicable')
  @HttpCode(200)
  @ForCommand('MarkNotApplicable')
  markNotApplicable(
    @Req() request: ApiRequest,
    @Param('packageId', ParseUUIDPipe) packageId: string,
    @Body() body: NotApplicableRequest,
  ) {
    return this.commands.issue(request, MarkNotApplicable, { packageId, ...plain<typeof body>(body) });
  }

  @Post('confirm-artefact')
  @HttpCode(200)
  @ForCommand('ConfirmArtefact')
  confirmArtefact(
    @Req() request: ApiRequest,
    @Param('packageId', ParseUUIDPipe) packageId: string,
    @Body() body: ArtefactRefRequest,
  ) {
    return this.commands.issue(request, ConfirmArtefact, { packageId, ...plain<typeof body>(body) });
  }

  @Post('release-package')
  @HttpCode(200)
  @ForCommand('ReleasePackage')
  releasePackage(
    @Req() request: ApiRequest,
    @Param('packageId', ParseUUIDPipe) packageId: string,
    @Body() _body: NoBody,
  ) {
    return this.commands.issue(request, ReleasePackage, { packageId });
  }
}
