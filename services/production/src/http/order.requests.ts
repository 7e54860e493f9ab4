import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { BusinessDate, Fen, Nested, NestedList, Optional, Reference, Text } from '@engsales/http';
import { QUANTITY_PATTERN } from '@engsales/values';
import {
  DISPOSITIONS,
  ORDER_KINDS,
  RESULTS,
  STOP_SCOPES,
  type Disposition,
  type OrderKind,
  type Result,
  type StopScope,
} from '../domain/production-order/production-order.values.js';

/** More than nothing. */
export function Quantity(): PropertyDecorator {
  return Matches(/^(?=.*[1-9])(0|[1-9]\d{0,11})(\.\d{1,6})?$/, { message: '$property is a positive decimal text' });
}

export function QuantityOrNone(): PropertyDecorator {
  return Matches(QUANTITY_PATTERN, { message: '$property is a decimal text' });
}

const PMC = ['PMC'] as const;

/** An order by hand: what the contract's event would have said. */
export class ReceiveOrderRequest {
  @IsUUID() contractId!: string;
  @ApiPropertyOptional({ description: 'engineering project; minted when absent' })
  @Optional()
  @IsUUID()
  projectId?: string;
  @Reference() lineId!: string;
  @ApiProperty({ enum: ORDER_KINDS }) @IsIn(ORDER_KINDS) kind!: OrderKind;
  @Text(64) itemCode!: string;
  @Text(200) name!: string;
  @Quantity() qty!: string;
  @Text(16) uom!: string;
  @Fen() amountFen!: number;
  @BusinessDate() committedDate!: string;
  @ApiPropertyOptional({ description: 'staff id; the caller when absent' })
  @Optional()
  @Reference()
  merchandiserId?: string;
  @ApiPropertyOptional({ description: 'the line itself when absent' }) @Optional() @Reference() packageKey?: string;
  @ApiPropertyOptional({ description: 'the line itself when absent' }) @Optional() @Reference() trackingKey?: string;
}

export class ReassignRequest {
  @Reference() merchandiserId!: string;
  @Text(2_000) reason!: string;
}

export class RescheduleRequest {
  @BusinessDate() to!: string;
  @Text(2_000) reason!: string;
  @ApiPropertyOptional({ enum: PMC, description: 'a merchandiser says for whom' })
  @Optional()
  @IsIn(PMC)
  actingFor?: 'PMC';
}

export class ActingRequest {
  @ApiPropertyOptional({ enum: PMC, description: 'a merchandiser says for whom' })
  @Optional()
  @IsIn(PMC)
  actingFor?: 'PMC';
}

export class ReleaseOrderRequest extends ActingRequest {
  @Reference() instructionNo!: string;
}

export class EndOrderRequest extends ActingRequest {
  @ApiProperty({ example: 'CUSTOMER' }) @Reference() initiator!: string;
  @Text(2_000) reason!: string;
}

export class StepRequest {
  @IsInt() @Min(1) @Max(999) seq!: number;
  @Text(100) name!: string;
  @ApiPropertyOptional({ description: 'staff id; a plan without it is refused' })
  @Optional()
  @Reference()
  ownerId?: string;
  @BusinessDate() plannedStart!: string;
  @BusinessDate() plannedEnd!: string;
  @Optional() @Text(32) drawingRev?: string;
}

export class PlanOrderRequest {
  @NestedList(() => StepRequest) @ArrayMinSize(1) @ArrayMaxSize(200) steps!: StepRequest[];
}

export class StepRefRequest {
  @ApiProperty({ example: 'S1' }) @Reference() stepId!: string;
}

export class ReportProgressRequest extends StepRefRequest {
  @ApiProperty({ description: 'since the last report' }) @QuantityOrNone() goodQty!: string;
  @QuantityOrNone() scrapQty: string = '0';
  @BusinessDate() doneOn!: string;
  @Optional() @IsArray() @ArrayMaxSize(1_000) @Reference({ each: true }) serialNos?: string[];
}

export class CorrectProgressRequest extends StepRefRequest {
  @ApiProperty({ description: 'in all' }) @QuantityOrNone() goodQty!: string;
  @QuantityOrNone() scrapQty!: string;
  @Text(2_000) reason!: string;
}

export class SuperviseStepRequest extends StepRefRequest {
  @Text(64) level!: string;
  @ApiProperty({ enum: RESULTS }) @IsIn(RESULTS) result!: Result;
  @Optional() @Text(2_000) note?: string;
}

export class ReceiveGoodsRequest {
  @Quantity() qty!: string;
  @Text(200) docRef!: string;
  @Reference() supplierPartyId!: string;
}

export class ViolatedArtefactRequest {
  @Reference() type!: string;
  @Optional() @Text(32) rev?: string;
}

export class StopWorkRequest {
  @ApiProperty({ enum: STOP_SCOPES }) @IsIn(STOP_SCOPES) scope!: StopScope;
  @Optional() @Reference() stepId?: string;
  @Nested(() => ViolatedArtefactRequest) violatedArtefact!: ViolatedArtefactRequest;
}

export class LiftStopRequest {
  @IsUUID() stopId!: string;
  @Text(2_000) correction!: string;
}

export class CallOffRequest {
  @Quantity() qty!: string;
  @Optional() @IsString() @MaxLength(500) deliverTo?: string;
  @BusinessDate() requiredOn!: string;
}

export class DeferRequest {
  @ApiProperty({ enum: ['CUSTOMER'] }) @IsIn(['CUSTOMER']) by!: 'CUSTOMER';
  @BusinessDate() until!: string;
}

export class PlanShipmentRequest {
  @Quantity() qty!: string;
  @ApiPropertyOptional({ description: 'joins the shipments of one truck' })
  @Optional()
  @Reference()
  consignmentNo?: string;
}

export class InspectRequest {
  @IsUUID() shipmentId!: string;
  @ApiProperty({ enum: RESULTS }) @IsIn(RESULTS) result!: Result;
  @Text(200) certRef!: string;
}

export class DispatchRequest {
  @IsUUID() shipmentId!: string;
  @ApiProperty({ description: 'carrier or driver, by reference' }) @Reference() carrierRef!: string;
  @ApiPropertyOptional({ description: 'the planned quantity when absent' }) @Optional() @Quantity() qty?: string;
  @Optional() @IsArray() @ArrayMaxSize(1_000) @Reference({ each: true }) serialNos?: string[];
}

export class ConfirmDeliveryRequest {
  @IsUUID() shipmentId!: string;
  @ApiProperty({ description: 'who signed, by reference into the vault' }) @Reference() signedByRef!: string;
  @BusinessDate() on!: string;
  @Optional() @QuantityOrNone() refusedQty?: string;
}

export class ShipmentReasonRequest {
  @IsUUID() shipmentId!: string;
  @Text(2_000) reason!: string;
}

export class DispositionRequest {
  @IsUUID() shipmentId!: string;
  @Quantity() qty!: string;
  @ApiProperty({ enum: DISPOSITIONS }) @IsIn(DISPOSITIONS) disposition!: Disposition;
}
