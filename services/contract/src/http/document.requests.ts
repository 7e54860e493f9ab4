import {
  LineRequest,
  Bps,
  BusinessDate,
  Fen,
  Means,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Reference,
  References,
  Text,
  TextOrNone,
  Whole,
  StaffId,
} from '@engsales/http';
import { offeredLineOf } from '@engsales/values';
import {
  MILESTONE_GATES,
  MILESTONE_KINDS,
  OPERATION_MODES,
  SOURCES,
  TRIGGERS,
} from '../domain/contract/contract.values.js';
import type { DraftDocument, DraftMilestone } from '../domain/contract/drafting/drafting.commands.js';

export class ScopeRequest {
  @Means('whether one line or all of them must have come that far', 'ALL') @OneOf(['ANY', 'ALL']) mode!: 'ANY' | 'ALL';
  @Means('lines that it is about; all of them when absent') @Optional() @References(500, 1) lineIds?: string[];
}

export class MilestoneRequest {
  @Means('id within the contract', 'M1') @Reference() id!: string;
  @Means('what it is called in the schedule', 'ADVANCE')
  @OneOf(MILESTONE_KINDS)
  kind!: (typeof MILESTONE_KINDS)[number];
  @Means('either this or bps') @Optional() @Fen() amountFen?: number;
  @Means('share of the total; either this or amountFen', 3_000)
  @Optional()
  @Bps(1)
  bps?: number;
  @Means('what makes it due', 'SIGNED') @OneOf(TRIGGERS) trigger!: (typeof TRIGGERS)[number];
  @Means('the day of the trigger DATE') @Optional() @BusinessDate() date?: string;
  @Means('what stands still') @Optional() @Nested(() => ScopeRequest) scope?: ScopeRequest;
  @Means('days from the trigger to the due date', 30) @Whole(0, 3_650) netDays!: number;
  @Means('months from the trigger to the due date') @Optional() @Whole(0, 240) netMonths?: number;
  @Means('gate that stays closed until it is paid', 'NONE')
  @OneOf(MILESTONE_GATES)
  gate!: (typeof MILESTONE_GATES)[number];
}

export class SourceRequest {
  @Means('where the contract comes from') @OneOf(SOURCES) type!: (typeof SOURCES)[number];
  @Means('lead or tender that the contract comes from', 'T-2025-001') @Reference() id!: string;
}

export class CustomerRequest {
  @Means('party in the register of customers') @Optional() @Reference() partyId?: string;
  @Means('an organisation, not a person')
  @Text(200)
  name!: string;
}

export class WarrantyTermsRequest {
  @Means('months of liability for defects') @Optional() @Whole(0, 240) defectsLiabilityMonths?: number;
  @Means('words of the terms') @Optional() @TextOrNone(2_000) text?: string;
}

export class PenaltyTermsRequest {
  @Means('penalty per day, of what is late', 5) @Whole(0, 10_000) lateDeliveryBpsPerDay!: number;
  @Means('cap of all penalties, of the total', 1000) @Bps() capBps!: number;
}

export class DrawingRequest {
  @Means('number of the drawing', 'JS-001') @Text(64) drawingNo!: string;
  @Means('revision', 'A') @Text(16) rev!: string;
  @Means('where the paper is kept') @Optional() @TextOrNone(200) docRef?: string;
}

/** The whole contract document; at draft only what is known yet. */
export class ContractDocumentRequest {
  @Means('name of the engineering project', '城南净水厂二期') @Text(200) projectName!: string;
  @Optional() @Nested(() => SourceRequest) source?: SourceRequest;
  @Optional() @Nested(() => CustomerRequest) customer?: CustomerRequest;
  @Means('staff id') @Optional() @StaffId() salespersonId?: string;
  @Means('staff id of the merchandiser (跟单员)')
  @Optional()
  @StaffId()
  merchandiserId?: string;
  @Means('own production, buyout or agency') @OneOf(OPERATION_MODES) operationMode!: (typeof OPERATION_MODES)[number];
  @Means('risk assessment of a buyout') @Optional() @Reference() riskAssessmentId?: string;
  @Means('written consent of a leader to a buyout') @Optional() @Reference() writtenConsentRef?: string;
  @Means('cooperation agreement of an agency contract') @Optional() @Reference() agreementId?: string;
  @Means('what is sold; at most 500')
  @NestedList(() => LineRequest, 1000)
  lines: LineRequest[] = [];
  @Means('what is paid when; they add up to the total')
  @NestedList(() => MilestoneRequest, 200)
  paymentMilestones: MilestoneRequest[] = [];
  @Optional() @Nested(() => WarrantyTermsRequest) warrantyTerms?: WarrantyTermsRequest;
  @Optional() @Nested(() => PenaltyTermsRequest) penaltyTerms?: PenaltyTermsRequest;
  @Means('rights and obligations of both sides') @Optional() @TextOrNone(20_000) rightsAndObligations?: string;
  @Means('drawings that the contract names')
  @Optional()
  @NestedList(() => DrawingRequest, 200)
  drawings?: DrawingRequest[];
  @Means('amount of the award') @Optional() @Fen() awardedFen?: number;
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
    lines: body.lines.map(offeredLineOf),
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
