import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandGateway, ForCommand, NoBody, type ApiRequest } from '@engsales/http';
import {
  ConfirmArtefact,
  MarkNotApplicable,
  RecordCustomerApproval,
  ReleasePackage,
  SubmitArtefact,
  SubmitBom,
  type SubmittedBomLine,
} from '../domain/engineering-package/engineering-package.commands.js';
import {
  ArtefactRefRequest,
  CustomerApprovalRequest,
  NotApplicableRequest,
  SubmitArtefactRequest,
  SubmitBomRequest,
  type BomLineRequest,
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
    return this.commands.issue(request, SubmitArtefact, {
      packageId,
      type: body.type,
      docRef: body.docRef,
      rev: body.rev,
      customerApprovalRequired: body.customerApprovalRequired,
    });
  }

  @Post('submit-bom')
  @HttpCode(200)
  @ForCommand('SubmitBom')
  submitBom(
    @Req() request: ApiRequest,
    @Param('packageId', ParseUUIDPipe) packageId: string,
    @Body() body: SubmitBomRequest,
  ) {
    return this.commands.issue(request, SubmitBom, {
      packageId,
      lines: body.lines.map(bomLine),
      rev: body.rev,
      docRef: body.docRef,
    });
  }

  @Post('record-customer-approval')
  @HttpCode(200)
  @ForCommand('RecordCustomerApproval')
  recordCustomerApproval(
    @Req() request: ApiRequest,
    @Param('packageId', ParseUUIDPipe) packageId: string,
    @Body() body: CustomerApprovalRequest,
  ) {
    return this.commands.issue(request, RecordCustomerApproval, {
      packageId,
      type: body.type,
      docRef: body.docRef,
      on: body.on,
    });
  }

  @Post('mark-not-applicable')
  @HttpCode(200)
  @ForCommand('MarkNotApplicable')
  markNotApplicable(
    @Req() request: ApiRequest,
    @Param('packageId', ParseUUIDPipe) packageId: string,
    @Body() body: NotApplicableRequest,
  ) {
    return this.commands.issue(request, MarkNotApplicable, { packageId, type: body.type, reason: body.reason });
  }

  @Post('confirm-artefact')
  @HttpCode(200)
  @ForCommand('ConfirmArtefact')
  confirmArtefact(
    @Req() request: ApiRequest,
    @Param('packageId', ParseUUIDPipe) packageId: string,
    @Body() body: ArtefactRefRequest,
  ) {
    return this.commands.issue(request, ConfirmArtefact, { packageId, type: body.type });
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

const bomLine = (line: BomLineRequest): SubmittedBomLine => ({
  itemCode: line.itemCode,
  name: line.name,
  spec: line.spec,
  qty: line.qty,
  uom: line.uom,
  scrapBps: line.scrapBps,
  unitCostFen: line.unitCostFen,
  supply: line.supply,
  drawingNo: line.drawingNo,
  drawingRev: line.drawingRev,
});
