import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandGateway, ForCommand, type ApiRequest } from '@engsales/http';
import {
  CancelShipment,
  ConfirmDelivery,
  DeferDelivery,
  DispatchShipment,
  DispositionReturn,
  InspectShipment,
  PlanShipment,
  RecordCallOff,
} from '../domain/production-order/shipping/shipping.commands.js';
import {
  CallOffRequest,
  ConfirmDeliveryRequest,
  DeferRequest,
  DispatchRequest,
  DispositionRequest,
  InspectRequest,
  PlanShipmentRequest,
  ShipmentReasonRequest,
} from './order.requests.js';

/** From the call-off to the signature of the receiver. */
@ApiTags('shipments')
@Controller('api/v1/production-orders/:productionOrderId')
export class ShipmentsController {
  constructor(private readonly commands: CommandGateway) {}

  @Post('record-call-off')
  @HttpCode(200)
  @ForCommand('RecordCallOff')
  recordCallOff(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: CallOffRequest,
  ) {
    return this.commands.issue(request, RecordCallOff, {
      productionOrderId,
      qty: body.qty,
      deliverTo: body.deliverTo,
      requiredOn: body.requiredOn,
    });
  }

  @Post('defer-delivery')
  @HttpCode(200)
  @ForCommand('DeferDelivery')
  deferDelivery(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: DeferRequest,
  ) {
    return this.commands.issue(request, DeferDelivery, { productionOrderId, by: body.by, until: body.until });
  }

  @Post('plan-shipment')
  @HttpCode(200)
  @ForCommand('PlanShipment')
  planShipment(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: PlanShipmentRequest,
  ) {
    return this.commands.issue(request, PlanShipment, {
      productionOrderId,
      qty: body.qty,
      consignmentNo: body.consignmentNo,
    });
  }

  @Post('inspect-shipment')
  @HttpCode(200)
  @ForCommand('InspectShipment')
  inspectShipment(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: InspectRequest,
  ) {
    return this.commands.issue(request, InspectShipment, {
      productionOrderId,
      shipmentId: body.shipmentId,
      result: body.result,
      certRef: body.certRef,
    });
  }

  @Post('dispatch-shipment')
  @HttpCode(200)
  @ForCommand('DispatchShipment')
  dispatchShipment(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: DispatchRequest,
  ) {
    return this.commands.issue(request, DispatchShipment, {
      productionOrderId,
      shipmentId: body.shipmentId,
      carrierRef: body.carrierRef,
      qty: body.qty,
      serialNos: body.serialNos,
    });
  }

  @Post('confirm-delivery')
  @HttpCode(200)
  @ForCommand('ConfirmDelivery')
  confirmDelivery(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: ConfirmDeliveryRequest,
  ) {
    return this.commands.issue(request, ConfirmDelivery, {
      productionOrderId,
      shipmentId: body.shipmentId,
      signedByRef: body.signedByRef,
      on: body.on,
      refusedQty: body.refusedQty,
    });
  }

  @Post('cancel-shipment')
  @HttpCode(200)
  @ForCommand('CancelShipment')
  cancelShipment(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: ShipmentReasonRequest,
  ) {
    return this.commands.issue(request, CancelShipment, {
      productionOrderId,
      shipmentId: body.shipmentId,
      reason: body.reason,
    });
  }

  @Post('disposition-return')
  @HttpCode(200)
  @ForCommand('DispositionReturn')
  dispositionReturn(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: DispositionRequest,
  ) {
    return this.commands.issue(request, DispositionReturn, {
      productionOrderId,
      shipmentId: body.shipmentId,
      qty: body.qty,
      disposition: body.disposition,
    });
  }
}
