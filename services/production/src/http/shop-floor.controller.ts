import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandGateway, ForCommand, type ApiRequest } from '@engsales/http';
import { PlanOrder, type PlannedStep } from '../domain/production-order/planning/planning.commands.js';
import {
  CompleteStep,
  CorrectProgress,
  ReceiveGoods,
  ReportProgress,
  StartStep,
  SuperviseStep,
} from '../domain/production-order/shop-floor/shop-floor.commands.js';
import {
  CorrectProgressRequest,
  PlanOrderRequest,
  ReceiveGoodsRequest,
  ReportProgressRequest,
  StepRefRequest,
  SuperviseStepRequest,
  type StepRequest,
} from './order.requests.js';

/** What the workshop does: plan, steps, progress, goods-in. */
@ApiTags('shop floor')
@Controller('api/v1/production-orders/:productionOrderId')
export class ShopFloorController {
  constructor(private readonly commands: CommandGateway) {}

  @Post('plan-order')
  @HttpCode(200)
  @ForCommand('PlanOrder')
  planOrder(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: PlanOrderRequest,
  ) {
    return this.commands.issue(request, PlanOrder, { productionOrderId, steps: body.steps.map(plannedStep) });
  }

  @Post('start-step')
  @HttpCode(200)
  @ForCommand('StartStep')
  startStep(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: StepRefRequest,
  ) {
    return this.commands.issue(request, StartStep, { productionOrderId, stepId: body.stepId });
  }

  @Post('report-progress')
  @HttpCode(200)
  @ForCommand('ReportProgress')
  reportProgress(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: ReportProgressRequest,
  ) {
    return this.commands.issue(request, ReportProgress, {
      productionOrderId,
      stepId: body.stepId,
      goodQty: body.goodQty,
      scrapQty: body.scrapQty,
      doneOn: body.doneOn,
      serialNos: body.serialNos,
    });
  }

  @Post('correct-progress')
  @HttpCode(200)
  @ForCommand('CorrectProgress')
  correctProgress(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: CorrectProgressRequest,
  ) {
    return this.commands.issue(request, CorrectProgress, {
      productionOrderId,
      stepId: body.stepId,
      goodQty: body.goodQty,
      scrapQty: body.scrapQty,
      reason: body.reason,
    });
  }

  @Post('complete-step')
  @HttpCode(200)
  @ForCommand('CompleteStep')
  completeStep(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: StepRefRequest,
  ) {
    return this.commands.issue(request, CompleteStep, { productionOrderId, stepId: body.stepId });
  }

  @Post('supervise-step')
  @HttpCode(200)
  @ForCommand('SuperviseStep')
  superviseStep(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: SuperviseStepRequest,
  ) {
    return this.commands.issue(request, SuperviseStep, {
      productionOrderId,
      stepId: body.stepId,
      level: body.level,
      result: body.result,
      note: body.note,
    });
  }

  @Post('receive-goods')
  @HttpCode(200)
  @ForCommand('ReceiveGoods')
  receiveGoods(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: ReceiveGoodsRequest,
  ) {
    return this.commands.issue(request, ReceiveGoods, {
      productionOrderId,
      qty: body.qty,
      docRef: body.docRef,
      supplierPartyId: body.supplierPartyId,
    });
  }
}

const plannedStep = (step: StepRequest): PlannedStep => ({
  seq: step.seq,
  name: step.name,
  ownerId: step.ownerId,
  plannedStart: step.plannedStart,
  plannedEnd: step.plannedEnd,
  drawingRev: step.drawingRev,
});
