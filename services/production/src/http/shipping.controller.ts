import { Body, Controller } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { BusinessDate, CommandRoute, Id, Optional, Reference, Text } from '@engsales/http';
import { ArrayMaxSize, IsArray, IsIn, IsUUID } from 'class-validator';
import {
  DISPOSITIONS,
  RESULTS,
  type Disposition,
  type Result,
} from '../domain/production-order/production-order.values.js';
import {
  CancelShipment,
  ConfirmDelivery,
  DispatchShipment,
  DispositionReturn,
  InspectShipment,
  PlanShipment,
} from '../domain/production-order/shipping/shipping.commands.js';
import { Quantity, QuantityOrNone } from './quantities.js';

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

export class CancelShipmentRequest {
  @IsUUID() shipmentId!: string;
  @Text(2_000) reason!: string;
}

export class DispositionRequest {
  @IsUUID() shipmentId!: string;
  @Quantity() qty!: string;
  @ApiProperty({ enum: DISPOSITIONS }) @IsIn(DISPOSITIONS) disposition!: Disposition;
}

/** From the plan to the signature of the receiver, and back where he refuses. */
@ApiTags('shipments')
@Controller('api/v1/production-orders/:productionOrderId')
export class ShippingController {
  @CommandRoute(PlanShipment, 'MERCHANDISER')
  planShipment(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { qty, consignmentNo }: PlanShipmentRequest,
  ) {
    return { productionOrderId, qty, consignmentNo };
  }

  @CommandRoute(InspectShipment, 'QC')
  inspectShipment(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, result, certRef }: InspectRequest,
  ) {
    return { productionOrderId, shipmentId, result, certRef };
  }

  @CommandRoute(DispatchShipment, 'WAREHOUSE')
  dispatchShipment(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, carrierRef, qty, serialNos }: DispatchRequest,
  ) {
    return { productionOrderId, shipmentId, carrierRef, qty, serialNos };
  }

  @CommandRoute(ConfirmDelivery, 'WAREHOUSE')
  confirmDelivery(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, signedByRef, on, refusedQty }: ConfirmDeliveryRequest,
  ) {
    return { productionOrderId, shipmentId, signedByRef, on, refusedQty };
  }

  @CommandRoute(CancelShipment, 'MERCHANDISER')
  cancelShipment(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, reason }: CancelShipmentRequest,
  ) {
    return { productionOrderId, shipmentId, reason };
  }

  @CommandRoute(DispositionReturn, 'WAREHOUSE', 'QC')
  dispositionReturn(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, qty, disposition }: DispositionRequest,
  ) {
    return { productionOrderId, shipmentId, qty, disposition };
  }
}
