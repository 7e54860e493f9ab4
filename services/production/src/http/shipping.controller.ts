import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  Id,
  Means,
  NoPersonText,
  OneOf,
  Optional,
  Quantity,
  QuantityOrNone,
  PersonRef,
  Text,
  Uuid,
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
  @Means('how many are to leave', '12') @Quantity() qty!: string;
  @Means('joins the shipments of one truck')
  @Optional()
  @Text(64)
  consignmentNo?: string;
}

export class InspectRequest {
  @Means('shipment, as the order shows it') @Uuid() shipmentId!: string;
  @Means('whether it passed', 'PASSED') @OneOf(RESULTS) result!: Result;
  @Means('number of the certificate', 'QC-2025-0042') @Text(200) certRef!: string;
  @Means('today when absent') @Optional() @BusinessDate() on?: string;
}

export class DispatchRequest {
  @Means('shipment, as the order shows it') @Uuid() shipmentId!: string;
  @Means('carrier (an organisation) or number plate', '沪A12345') @NoPersonText(64) carrierRef!: string;
  @Means('driver, a person in the vault of this service: POST /api/v1/persons')
  @Optional()
  @PersonRef()
  driverRef?: string;
  @Means('the inspected quantity when absent; the rest waits as a shipment of its own')
  @Optional()
  @Quantity()
  qty?: string;
  @Means('as many as units') @SerialNos() serialNos?: string[];
  @Means('today when absent') @Optional() @BusinessDate() on?: string;
}

export class ConfirmDeliveryRequest {
  @Means('shipment, as the order shows it') @Uuid() shipmentId!: string;
  @Means('who signed, a person in the vault of this service: POST /api/v1/persons') @PersonRef() signedByRef!: string;
  @Means('day of the signature', '2025-06-02') @BusinessDate() on!: string;
  @Means('what the receiver refused') @Optional() @QuantityOrNone() refusedQty?: string;
  @Means('as many as came back') @SerialNos() refusedSerialNos?: string[];
}

export class CorrectDeliveryRequest {
  @Means('shipment, as the order shows it') @Uuid() shipmentId!: string;
  @Means('as confirmed when absent, like the others')
  @Optional()
  @PersonRef()
  signedByRef?: string;
  @Means('the true day') @Optional() @BusinessDate() on?: string;
  @Means('what the receiver refused') @Optional() @QuantityOrNone() refusedQty?: string;
  @Means('as many as came back') @SerialNos() refusedSerialNos?: string[];
  @Means('carrier (an organisation) or number plate') @Optional() @NoPersonText(64) carrierRef?: string;
  @Means('driver, a person in the vault') @Optional() @PersonRef() driverRef?: string;
  @Means('of all units that left') @SerialNos() serialNos?: string[];
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class RecallShipmentRequest {
  @Means('shipment, as the order shows it') @Uuid() shipmentId!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class CancelShipmentRequest {
  @Means('shipment, as the order shows it') @Uuid() shipmentId!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class DispositionRequest {
  @Means('shipment, as the order shows it') @Uuid() shipmentId!: string;
  @Means('how many are decided on', '1') @Quantity() qty!: string;
  @Means('what becomes of the goods', 'RESTOCK') @OneOf(DISPOSITIONS) disposition!: Disposition;
}

export class CorrectDispositionRequest {
  @Means('shipment, as the order shows it') @Uuid() shipmentId!: string;
  @Means('in all') @QuantityOrNone() restockedQty!: string;
  @Means('scrapped, in all', '0') @QuantityOrNone() scrappedQty!: string;
  @Means('sent to rework, in all') @QuantityOrNone() reworkQty: string = '0';
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

/** From the plan to the signature of the receiver, and back where he refuses. */
@ApiTags('shipments')
@Controller('api/v1/production-orders/:productionOrderId')
export class ShippingController {
  /** Plans a shipment · 计划发货 */
  @CommandRoute(PlanShipment, 'MERCHANDISER')
  planShipment(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { qty, consignmentNo }: PlanShipmentRequest,
  ) {
    return { productionOrderId, qty, consignmentNo };
  }

  /** Records the inspection of a shipment · 发货前检验 */
  @CommandRoute(InspectShipment, 'QC')
  inspectShipment(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, result, certRef, on }: InspectRequest,
  ) {
    return { productionOrderId, shipmentId, result, certRef, on };
  }

  /** Sends the goods off · 发货 */
  @CommandRoute(DispatchShipment, 'WAREHOUSE')
  dispatchShipment(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, carrierRef, driverRef, qty, serialNos, on }: DispatchRequest,
  ) {
    return { productionOrderId, shipmentId, carrierRef, driverRef, qty, serialNos, on };
  }

  /** Confirms the delivery · 确认送达 */
  @CommandRoute(ConfirmDelivery, 'WAREHOUSE')
  confirmDelivery(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, signedByRef, on, refusedQty, refusedSerialNos }: ConfirmDeliveryRequest,
  ) {
    return { productionOrderId, shipmentId, signedByRef, on, refusedQty, refusedSerialNos };
  }

  /** Corrects a delivery · 更正送达 */
  @CommandRoute(CorrectDelivery, 'WAREHOUSE')
  correctDelivery(@Id('productionOrderId') productionOrderId: string, @Body() body: CorrectDeliveryRequest) {
    const { shipmentId, signedByRef, on, refusedQty, refusedSerialNos, reason } = body;
    const { carrierRef, driverRef, serialNos } = body;
    return {
      productionOrderId,
      shipmentId,
      signedByRef,
      on,
      refusedQty,
      refusedSerialNos,
      carrierRef,
      driverRef,
      serialNos,
      reason,
    };
  }

  /** Calls a shipment back that is on its way · 召回发货 */
  @CommandRoute(RecallShipment, 'WAREHOUSE')
  recallShipment(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, reason }: RecallShipmentRequest,
  ) {
    return { productionOrderId, shipmentId, reason };
  }

  /** Cancels a shipment · 取消发货 */
  @CommandRoute(CancelShipment, 'MERCHANDISER')
  cancelShipment(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, reason }: CancelShipmentRequest,
  ) {
    return { productionOrderId, shipmentId, reason };
  }

  /** Decides on goods that came back · 处置退货 */
  @CommandRoute(DispositionReturn, 'WAREHOUSE', 'QC')
  dispositionReturn(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, qty, disposition }: DispositionRequest,
  ) {
    return { productionOrderId, shipmentId, qty, disposition };
  }

  /** Corrects what was decided on goods that came back · 更正退货处置 */
  @CommandRoute(CorrectDisposition, 'WAREHOUSE', 'QC')
  correctDisposition(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { shipmentId, restockedQty, scrappedQty, reworkQty, reason }: CorrectDispositionRequest,
  ) {
    return { productionOrderId, shipmentId, restockedQty, scrappedQty, reworkQty, reason };
  }
}
