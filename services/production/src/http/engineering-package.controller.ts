import { Body, Controller, Get, Query } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  ForReaders,
  HistoryQuery,
  Id,
  NestedList,
  NoBody,
  Optional,
  Quantity,
  ReadGateway,
  StateQuery,
  Text,
  UnitPrice,
} from '@engsales/http';
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import {
  ConfirmArtefact,
  MarkNotApplicable,
  RecordCustomerApproval,
  ReleasePackage,
  SubmitArtefact,
  SubmitBom,
} from '../domain/engineering-package/engineering-package.commands.js';
import { engineeringPackage } from '../domain/engineering-package/engineering-package.js';
import {
  ARTEFACT_TYPES,
  SUPPLIES,
  type ArtefactType,
  type Supply,
} from '../domain/engineering-package/engineering-package.values.js';
import { packageView } from '../views/package.view.js';

export class ArtefactRefRequest {
  @ApiProperty({ enum: ARTEFACT_TYPES }) @IsIn(ARTEFACT_TYPES) type!: ArtefactType;
}

export class SubmitArtefactRequest extends ArtefactRefRequest {
  @Text(200) docRef!: string;
  @Text(32) rev!: string;
  @ApiPropertyOptional({ description: 'the customer must approve it before the release (深化图会签)' })
  @Optional()
  @IsBoolean()
  customerApprovalRequired?: boolean;
}

export class BomLineRequest {
  @Text(64) itemCode!: string;
  @Text(200) name!: string;
  @Optional() @Text(500) spec?: string;
  @ApiProperty({ description: 'per unit of what is ordered' }) @Quantity() qty!: string;
  @Text(16) uom!: string;
  @IsInt() @Min(0) @Max(10_000) scrapBps: number = 0;
  @UnitPrice() unitCost!: string;
  @ApiProperty({ enum: SUPPLIES }) @IsIn(SUPPLIES) supply!: Supply;
  @Optional() @Text(64) drawingNo?: string;
  @Optional() @Text(32) drawingRev?: string;
}

export class SubmitBomRequest {
  @NestedList(() => BomLineRequest, 1_000) lines!: BomLineRequest[];
  @Text(32) rev!: string;
  @Optional() @Text(200) docRef?: string;
}

export class CustomerApprovalRequest extends ArtefactRefRequest {
  @Text(200) docRef!: string;
  @BusinessDate() on!: string;
}

export class NotApplicableRequest extends ArtefactRefRequest {
  @Text(2_000) reason!: string;
}

/** What engineering makes for an order: seven artefacts, approvals, release. */
@ApiTags('engineering-packages')
@Controller('api/v1/engineering-packages/:packageId')
export class EngineeringPackageController {
  constructor(private readonly reads: ReadGateway) {}

  @CommandRoute(SubmitArtefact, 'ENGINEERING')
  submitArtefact(
    @Id('packageId') packageId: string,
    @Body() { type, docRef, rev, customerApprovalRequired }: SubmitArtefactRequest,
  ) {
    return { packageId, type, docRef, rev, customerApprovalRequired };
  }

  @CommandRoute(SubmitBom, 'ENGINEERING')
  submitBom(@Id('packageId') packageId: string, @Body() { lines, rev, docRef }: SubmitBomRequest) {
    return { packageId, lines: lines.map(bomLineOf), rev, docRef };
  }

  @CommandRoute(RecordCustomerApproval, 'ENGINEERING')
  recordCustomerApproval(@Id('packageId') packageId: string, @Body() { type, docRef, on }: CustomerApprovalRequest) {
    return { packageId, type, docRef, on };
  }

  @CommandRoute(MarkNotApplicable, 'ENGINEERING')
  markNotApplicable(@Id('packageId') packageId: string, @Body() { type, reason }: NotApplicableRequest) {
    return { packageId, type, reason };
  }

  @CommandRoute(ConfirmArtefact, 'ENGINEERING')
  confirmArtefact(@Id('packageId') packageId: string, @Body() { type }: ArtefactRefRequest) {
    return { packageId, type };
  }

  @CommandRoute(ReleasePackage, 'ENGINEERING')
  releasePackage(@Id('packageId') packageId: string, @Body() _body: NoBody) {
    return { packageId };
  }

  @Get()
  @ForReaders()
  async state(@Id('packageId') packageId: string, @Query() { asOf }: StateQuery) {
    const { state, revision } = await this.reads.stateOf(engineeringPackage, packageId, asOf);
    return packageView(packageId, revision, state);
  }

  @Get('history')
  @ForReaders()
  history(@Id('packageId') packageId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(engineeringPackage.category, packageId, page);
  }
}

const bomLineOf = (line: BomLineRequest) => ({
  itemCode: line.itemCode,
  name: line.name,
  spec: line.spec,
  qty: line.qty,
  uom: line.uom,
  scrapBps: line.scrapBps,
  unitCost: line.unitCost,
  supply: line.supply,
  drawingNo: line.drawingNo,
  drawingRev: line.drawingRev,
});
