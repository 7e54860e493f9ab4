import {
  BusinessDate,
  Fen,
  Nested,
  NestedList,
  Optional,
  Quantity,
  Reference,
  Text,
  UnitPrice,
  Means,
  Whole,
  Bps,
  OneOf,
  TextOrNone,
  References,
} from '@engsales/http';
import {
  FULFILMENTS,
  MILESTONE_GATES,
  MILESTONE_KINDS,
  OPERATION_MODES,
  SOURCES,
  TRIGGERS,
} from '../domain/contract/contract.values.js';
import type { DraftDocument, DraftLine, DraftMilestone } from '../domain/contract/drafting/drafting.commands.js';

export class LineRequest {
  @Reference() lineId!: string;
  @Text(64) itemCode!: string;
  @Text(200) name!: string;
  @Optional() @TextOrNone(2_000) spec?: string;
  @Quantity() qty!: string;
  @Text(16) uom!: string;
  @UnitPrice() unitPrice!: string;
  @Means('fen less than quantity x price') @Optional() @Fen() discountFen?: number;
  @Means('as on paper, when quantity x price does not give it to the fen')
  @Optional()
  @Fen()
  amountFen?: number;
  @Means('basis points: 13 % = 1300') @Bps() taxRateBps!: number;
  @OneOf(FULFILMENTS) fulfilment!: (typeof FULFILMENTS)[number];
  @Optional() @BusinessDate() requestedDate?: string;
  @BusinessDate() committedDate!: string;
  @Optional() @TextOrNone(500) deliverTo?: string;
  @Optional() @Reference() packageKey?: string;
  @Optional() @Reference() trackingKey?: string;
}

export class ScopeRequest {
  @OneOf(['ANY', 'ALL']) mode!: 'ANY' | 'ALL';
  @Optional() @References(500, 1) lineIds?: string[];
}

export class MilestoneRequest {
  @Reference() id!: string;
  @OneOf(MILESTONE_KINDS) kind!: (typeof MILESTONE_KINDS)[number];
  @Means('either this or bps') @Optional() @Fen() amountFen?: number;
  @Means('basis points of the total')
  @Optional()
  @Bps(1)
  bps?: number;
  @OneOf(TRIGGERS) trigger!: (typeof TRIGGERS)[number];
  @Optional() @BusinessDate() date?: string;
  @Optional() @Nested(() => ScopeRequest) scope?: ScopeRequest;
  @Whole(0, 3_650) netDays!: number;
  @Optional() @Whole(0, 240) netMonths?: number;
  @OneOf(MILESTONE_GATES) gate!: (typeof MILESTONE_GATES)[number];
}

export class SourceRequest {
  @OneOf(SOURCES) type!: (typeof SOURCES)[number];
  @Reference() id!: string;
}

export class CustomerRequest {
  @Optional() @Reference() partyId?: string;
  @Means('an organisation, not a person')
  @Text(200)
  name!: string;
}

export class WarrantyTermsRequest {
  @Optional() @Whole(0, 240) defectsLiabilityMonths?: number;
  @Optional() @TextOrNone(2_000) text?: string;
}

export class PenaltyTermsRequest {
  @Whole(0, 10_000) lateDeliveryBpsPerDay!: number;
  @Bps() capBps!: number;
}

export class DrawingRequest {
  @Text(64) drawingNo!: string;
  @Text(16) rev!: string;
  @Optional() @TextOrNone(200) docRef?: string;
}

/** The whole contract document; at draft only what is known yet. */
export class ContractDocumentRequest {
  @Text(200) projectName!: string;
  @Optional() @Nested(() => SourceRequest) source?: SourceRequest;
  @Optional() @Nested(() => CustomerRequest) customer?: CustomerRequest;
  @Means('staff id') @Optional() @Reference() salespersonId?: string;
  @Means('staff id of the merchandiser (跟单员)')
  @Optional()
  @Reference()
  merchandiserId?: string;
  @OneOf(OPERATION_MODES) operationMode!: (typeof OPERATION_MODES)[number];
  @Optional() @Reference() riskAssessmentId?: string;
  @Optional() @Reference() writtenConsentRef?: string;
  @Optional() @Reference() agreementId?: string;
  @NestedList(() => LineRequest, 1000)
  lines: LineRequest[] = [];
  @NestedList(() => MilestoneRequest, 200)
  paymentMilestones: MilestoneRequest[] = [];
  @Optional() @Nested(() => WarrantyTermsRequest) warrantyTerms?: WarrantyTermsRequest;
  @Optional() @Nested(() => PenaltyTermsRequest) penaltyTerms?: PenaltyTermsRequest;
  @Optional() @TextOrNone(20_000) rightsAndObligations?: string;
  @Optional() @NestedList(() => DrawingRequest, 200) drawings?: DrawingRequest[];
  @Optional() @Fen() awardedFen?: number;
  @Means('approval of a difference to the award')
  @Optional()
  @Reference()
  awardExceptionRef?: string;
  @Means('last day to sign after an award')
  @Optional()
  @BusinessDate()
  signingDueOn?: string;
}

/** The document of a request as the commands take it. */
export function draftDocumentOf(body: ContractDocumentRequest): DraftDocument {
  const { source, customer, warrantyTerms, penaltyTerms } = body;
  return {
    projectName: body.projectName,
    source: source && { type: source.type, id: source.id },
    customer: customer && { partyId: customer.partyId, name: customer.name },
    salespersonId: body.salespersonId,
    merchandiserId: body.merchandiserId,
    operationMode: body.operationMode,
    riskAssessmentId: body.riskAssessmentId,
    writtenConsentRef: body.writtenConsentRef,
    agreementId: body.agreementId,
    lines: body.lines.map(draftLineOf),
    paymentMilestones: body.paymentMilestones.map(draftMilestoneOf),
    warrantyTerms: warrantyTerms && {
      defectsLiabilityMonths: warrantyTerms.defectsLiabilityMonths,
      text: warrantyTerms.text,
    },
    penaltyTerms: penaltyTerms && {
      lateDeliveryBpsPerDay: penaltyTerms.lateDeliveryBpsPerDay,
      capBps: penaltyTerms.capBps,
    },
    rightsAndObligations: body.rightsAndObligations,
    drawings: body.drawings?.map(({ drawingNo, rev, docRef }) => ({ drawingNo, rev, docRef })),
    awardedFen: body.awardedFen,
    awardExceptionRef: body.awardExceptionRef,
    signingDueOn: body.signingDueOn,
  };
}

function draftLineOf(line: LineRequest): DraftLine {
  return {
    lineId: line.lineId,
    itemCode: line.itemCode,
    name: line.name,
    spec: line.spec,
    qty: line.qty,
    uom: line.uom,
    unitPrice: line.unitPrice,
    discountFen: line.discountFen,
    amountFen: line.amountFen,
    taxRateBps: line.taxRateBps,
    fulfilment: line.fulfilment,
    requestedDate: line.requestedDate,
    committedDate: line.committedDate,
    deliverTo: line.deliverTo,
    packageKey: line.packageKey,
    trackingKey: line.trackingKey,
  };
}

function draftMilestoneOf(milestone: MilestoneRequest): DraftMilestone {
  const { scope } = milestone;
  return {
    id: milestone.id,
    kind: milestone.kind,
    amountFen: milestone.amountFen,
    bps: milestone.bps,
    trigger: milestone.trigger,
    date: milestone.date,
    scope: scope && { mode: scope.mode, lineIds: scope.lineIds },
    netDays: milestone.netDays,
    netMonths: milestone.netMonths,
    gate: milestone.gate,
  };
}
