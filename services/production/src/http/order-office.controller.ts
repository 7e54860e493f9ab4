import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandGateway, ForCommand, type ApiRequest } from '@engsales/http';
import { CancelOrder, ShortCloseOrder } from '../domain/production-order/ending/ending.commands.js';
import { LiftStopWork, OrderStopWork } from '../domain/production-order/holds/holds.commands.js';
import { AcceptBom, ReleaseOrder } from '../domain/production-order/planning/planning.commands.js';
import { ReassignMerchandiser, RescheduleOrder } from '../domain/production-order/receiving/receiving.commands.js';
import { refuseSilentActing } from './acting.js';
import {
  ActingRequest,
  EndOrderRequest,
  LiftStopRequest,
  ReassignRequest,
  ReleaseOrderRequest,
  RescheduleRequest,
  StopWorkRequest,
} from './order.requests.js';

/** What the office does with an order: BOM, release, dates, end. */
@ApiTags('production-orders')
@Controller('api/v1/production-orders/:productionOrderId')
export class OrderOfficeController {
  constructor(private readonly commands: CommandGateway) {}

  @Post('reassign-merchandiser')
  @HttpCode(200)
  @ForCommand('ReassignMerchandiser')
  reassignMerchandiser(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: ReassignRequest,
  ) {
    return this.commands.issue(request, ReassignMerchandiser, {
      productionOrderId,
      merchandiserId: body.merchandiserId,
      reason: body.reason,
    });
  }

  @Post('reschedule-order')
  @HttpCode(200)
  @ForCommand('RescheduleOrder')
  rescheduleOrder(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: RescheduleRequest,
  ) {
    refuseSilentActing(request, body);
    return this.commands.issue(request, RescheduleOrder, { productionOrderId, to: body.to, reason: body.reason });
  }

  @Post('accept-bom')
  @HttpCode(200)
  @ForCommand('AcceptBom')
  acceptBom(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: ActingRequest,
  ) {
    refuseSilentActing(request, body);
    return this.commands.issue(request, AcceptBom, { productionOrderId, actingFor: body.actingFor });
  }

  @Post('release-order')
  @HttpCode(200)
  @ForCommand('ReleaseOrder')
  releaseOrder(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: ReleaseOrderRequest,
  ) {
    refuseSilentActing(request, body);
    return this.commands.issue(request, ReleaseOrder, { productionOrderId, instructionNo: body.instructionNo });
  }

  @Post('cancel-order')
  @HttpCode(200)
  @ForCommand('CancelOrder')
  cancelOrder(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: EndOrderRequest,
  ) {
    refuseSilentActing(request, body);
    return this.commands.issue(request, CancelOrder, {
      productionOrderId,
      initiator: body.initiator,
      reason: body.reason,
    });
  }

  @Post('short-close-order')
  @HttpCode(200)
  @ForCommand('ShortCloseOrder')
  shortCloseOrder(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: EndOrderRequest,
  ) {
    refuseSilentActing(request, body);
    return this.commands.issue(request, ShortCloseOrder, {
      productionOrderId,
      initiator: body.initiator,
      reason: body.reason,
    });
  }

  @Post('order-stop-work')
  @HttpCode(200)
  @ForCommand('OrderStopWork')
  orderStopWork(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: StopWorkRequest,
  ) {
    return this.commands.issue(request, OrderStopWork, {
      productionOrderId,
      scope: body.scope,
      stepId: body.stepId,
      violatedArtefact: { type: body.violatedArtefact.type, rev: body.violatedArtefact.rev },
    });
  }

  @Post('lift-stop-work')
  @HttpCode(200)
  @ForCommand('LiftStopWork')
  liftStopWork(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: LiftStopRequest,
  ) {
    return this.commands.issue(request, LiftStopWork, {
      productionOrderId,
      stopId: body.stopId,
      correction: body.correction,
    });
  }
}
