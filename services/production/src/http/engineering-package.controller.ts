import { Body, Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Bps,
  BusinessDate,
  CommandRoute,
  Flag,
  ForReaders,
  HistoryQuery,
  Id,
  Means,
  NestedList,
  NoBody,
  OneOf,
  Optional,
  Quantity,
  ReadGateway,
  StateQuery,
  Text,
  UnitPrice,
} from '@engsales/http';
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
  @Means('kind of document') @OneOf(ARTEFACT_TYPES) type!: ArtefactType;
}

export class SubmitArtefactRequest extends ArtefactRefRequest {
  @Means('where the document is kept', 'PDM-DWG-001') @Text(200) docRef!: string;
  @Means('revision', 'A') @Text(32) rev!: string;
  @Means('the customer must approve it before the release (深化图会签)')
  @Optional()
  @Flag()
  customerApprovalRequired?: boolean;
}

export class BomLineRequest {
  @Means('code of the item', 'PUMP-200') @Text(64) itemCode!: string;
  @Means('name of the material', '电机') @Text(200) name!: string;
  @Means('specification') @Optional() @Text(500) spec?: string;
  @Means('per unit of what is ordered') @Quantity() qty!: string;
  @Means('unit of measure', '台') @Text(16) uom!: string;
  @Means('scrap that is to be expected') @Bps() scrapBps: number = 0;
  @Means('cost of one unit, yuan', '0.035') @UnitPrice() unitCost!: string;
  @Means('made, bought or from stock', 'BUY') @OneOf(SUPPLIES) supply!: Supply;
  @Means('number of the drawing') @Optional() @Text(64) drawingNo?: string;
  @Means('revision of the drawing') @Optional() @Text(32) drawingRev?: string;
}

export class SubmitBomRequest {
  @Means('materials of one unit of each order') @NestedList(() => BomLineRequest, 1_000) lines!: BomLineRequest[];
  @Means('revision', 'A') @Text(32) rev!: string;
  @Means('where the list is kept') @Optional() @Text(200) docRef?: string;
}

export class CustomerApprovalRequest extends ArtefactRefRequest {
  @Means('where the signed drawing is kept', 'PDM-DWG-001-S') @Text(200) docRef!: string;
  @Means('day of the approval', '2025-04-01') @BusinessDate() on!: string;
}

export class NotApplicableRequest extends ArtefactRefRequest {
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

/** What engineering makes for an order: seven artefacts, approvals, release. */
@ApiTags('engineering-packages')
@Controller('api/v1/engineering-packages/:packageId')
export class EngineeringPackageController {
  constructor(private readonly reads: ReadGateway) {}

  /** Submits a document of engineering · 提交工程资料 */
  @CommandRoute(SubmitArtefact, 'ENGINEERING')
  submitArtefact(
    @Id('packageId') packageId: string,
    @Body() { type, docRef, rev, customerApprovalRequired }: SubmitArtefactRequest,
  ) {
    return { packageId, type, docRef, rev, customerApprovalRequired };
  }

  /** Submits a bill of material · 提交 BOM */
  @CommandRoute(SubmitBom, 'ENGINEERING')
  submitBom(@Id('packageId') packageId: string, @Body() { lines, rev, docRef }: SubmitBomRequest) {
    return { packageId, lines: lines.map(bomLineOf), rev, docRef };
  }

  /** Records what the customer said of a drawing · 登记客户会签 */
  @CommandRoute(RecordCustomerApproval, 'ENGINEERING')
  recordCustomerApproval(@Id('packageId') packageId: string, @Body() { type, docRef, on }: CustomerApprovalRequest) {
    return { packageId, type, docRef, on };
  }

  /** Says that a document is not needed · 标记为不适用 */
  @CommandRoute(MarkNotApplicable, 'ENGINEERING')
  markNotApplicable(@Id('packageId') packageId: string, @Body() { type, reason }: NotApplicableRequest) {
    return { packageId, type, reason };
  }

  /** Confirms a document · 确认工程资料 */
  @CommandRoute(ConfirmArtefact, 'ENGINEERING')
  confirmArtefact(@Id('packageId') packageId: string, @Body() { type }: ArtefactRefRequest) {
    return { packageId, type };
  }

  /** Releases the package · 下发工程资料 */
  @CommandRoute(ReleasePackage, 'ENGINEERING')
  releasePackage(@Id('packageId') packageId: string, @Body() _body: NoBody) {
    return { packageId };
  }

  /** An engineering package as it is or was · 工程资料包详情 */
  @Get()
  @ForReaders()
  async state(@Id('packageId') packageId: string, @Query() { asOf }: StateQuery) {
    const { state, revision } = await this.reads.stateOf(engineeringPackage, packageId, asOf);
    return packageView(packageId, revision, state);
  }

  /** Everything that happened to a package · 工程资料包历史 */
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
