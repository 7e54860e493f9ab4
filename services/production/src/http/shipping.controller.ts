import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  Id,
  Optional,
  Quantity,
  QuantityOrNone,
  Reference,
  Text,
  Uuid,
  Means,
  OneOf,
} from '@engsales/http';
import {
  DISPOSITIONS,
  RESULTS,
  type Disposition,
  type Result,
} from '../domain/production-order/production-order.values.js';
import {
  CancelShipment,
  ConfirmDelivery,
  CorrectDelivery,
  CorrectDisposition,
  DispatchShipment,
  DispositionReturn,
  InspectShipment,
  PlanShipment,
  RecallShipment,
} from '../domain/production-order/shipping/shipping.commands.js';
import { SerialNos } from './serial-nos.js';

export class PlanShipmentRequest {
  @Quantity() qty!: string;
  @Means('joins the shipments of one truck')
  @Optional()
  @Text(64)
  consignmentNo?: string;
}

export class InspectRequest {
  @Uuid() shipmentId!: string;
  @OneOf(RESULTS) result!: Result;
  @Text(200) certRef!: string;
  @Means('today when absent') @Optional() @BusinessDate() on?: string;
}

export class DispatchRequest {
  @Uuid() shipmentId!: string;
  @Means('carrier, driver or number plate') @Text(64) carrierRef!: string;
  @Means('the inspected quantity when absent; the rest waits as a shipment of its own')
  @Optional()
  @Quantity()
  qty?: string;
  @Means('as many as units') @SerialNos() serialNos?: string[];
  @Means('today when absent') @Optional() @BusinessDate() on?: string;
}

export class ConfirmDeliveryRequest {
  @Uuid() shipmentId!: string;
  @Means('who signed, by reference into the vault') @Reference() signedByRef!: string;
  @BusinessDate() on!: string;
  @Optional() @QuantityOrNone() refusedQty?: string;
  @Means('as many as came back') @SerialNos() refusedSerialNos?: string[];
}

export class CorrectDeliveryRequest {
  @Uuid() shipmentId!: string;
  @Means('as confirmed when absent, like the others')
  @Optional()
  @Reference()
  signedByRef?: string;
  @Optional() @BusinessDate() on?: string;
  @Optional() @QuantityOrNone() refusedQty?: string;
  @SerialNos() refusedSerialNos?: string[];
  @Optional() @Text(64) carrierRef?: string;
  @Means('of all units that left') @SerialNos() serialNos?: string[];
  @Text(2_000) reason!: string;
}

export class RecallShipmentRequest {
  @Uuid() shipmentId!: string;
  @Text(2_000) reason!: string;
}

export class CancelShipmentRequest {
  @Uuid() shipmentId!: string;
  @Text(2_000) reason!: string;
}

export class DispositionRequest {
  @Uuid() shipmentId!: string;
  @Quantity() qty!: string;
  @OneOf(DISPOSITIONS) disposition!: Disposition;
}

export class CorrectDispositionRequest {
  @Uuid() shipmentId!: string;
  @Means('in all') @QuantityOrNone() restockedQty!: string;
  @QuantityOrNone() scrappedQty!: string;
  @QuantityOrNone() reworkQty: string = '0';
  @Text(2_000) reason!: string;
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
    @Body() { shipmentId, result, certRef, on }: InspectRequest,
  ) {
    return { productionOrderId, shipmentId, result, certRef, on };
  }

  @CommandRoute(DispatchShipment, 'WAREHOUSE')
  dispatchShipment(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, carrierRef, qty, serialNos, on }: DispatchRequest,
  ) {
    return { productionOrderId, shipmentId, carrierRef, qty, serialNos, on };
  }

  @CommandRoute(ConfirmDelivery, 'WAREHOUSE')
  confirmDelivery(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, signedByRef, on, refusedQty, refusedSerialNos }: ConfirmDeliveryRequest,
  ) {
    return { productionOrderId, shipmentId, signedByRef, on, refusedQty, refusedSerialNos };
  }

  @CommandRoute(CorrectDelivery, 'WAREHOUSE')
  correctDelivery(@Id('productionOrderId') productionOrderId: string, @Body() body: CorrectDeliveryRequest) {
    const { shipmentId, signedByRef, on, refusedQty, refusedSerialNos, carrierRef, serialNos, reason } = body;
    return {
      productionOrderId,
      shipmentId,
      signedByRef,
      on,
      refusedQty,
      refusedSerialNos,
      carrierRef,
      serialNos,
      reason,
    };
  }

  @CommandRoute(RecallShipment, 'WAREHOUSE')
  recallShipment(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, reason }: RecallShipmentRequest,
  ) {
    return { productionOrderId, shipmentId, reason };
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

  @CommandRoute(CorrectDisposition, 'WAREHOUSE', 'QC')
  correctDisposition(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, restockedQty, scrappedQty, reworkQty, reason }: CorrectDispositionRequest,
  ) {
    return { productionOrderId, shipmentId, restockedQty, scrappedQty, reworkQty, reason };
  }
}
