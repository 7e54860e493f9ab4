import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandGateway, ForCommand, plain, type ApiRequest } from '@engsales/http';
import {
  CompleteStep,
  CorrectProgress,
  PlanOrder,
  ReceiveGoods,
  ReportProgress,
  StartStep,
  SuperviseStep,
} from '../domain/production-order/shop-floor.commands.js';
import {
  CorrectProgressRequest,
  PlanOrderRequest,
  ReceiveGoodsRequest,
  ReportProgressRequest,
  StepRefRequest,
  SuperviseStepRequest,
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
    return this.commands.issue(request, PlanOrder, { productionOrderId, ...plain<typeof body>(body) });
  }

  @Post('start-step')
  @HttpCode(200)
  @ForCommand('StartStep')
  startStep(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: StepRefRequest,
  ) {
    return this.commands.issue(request, StartStep, { productionOrderId, ...plain<typeof body>(body) });
  }

  @Post('report-progress')
  @HttpCode(200)
  @ForCommand('ReportProgress')
  reportProgress(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: ReportProgressRequest,
  ) {
    return this.commands.issue(request, ReportProgress, { productionOrderId, ...plain<typeof body>(body) });
  }

  @Post('correct-progress')
  @HttpCode(200)
  @ForCommand('CorrectProgress')
  correctProgress(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: CorrectProgressRequest,
  ) {
    return this.commands.issue(request, CorrectProgress, { productionOrderId, ...plain<typeof body>(body) });
  }

  @Post('complete-step')
  @HttpCode(200)
  @ForCommand('CompleteStep')
  completeStep(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: StepRefRequest,
  ) {
    return this.commands.issue(request, CompleteStep, { productionOrderId, ...plain<typeof body>(body) });
  }

  @Post('supervise-step')
  @HttpCode(200)
  @ForCommand('SuperviseStep')
  superviseStep(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: SuperviseStepRequest,
  ) {
    return this.commands.issue(request, SuperviseStep, { productionOrderId, ...plain<typeof body>(body) });
  }

  @Post('receive-goods')
  @HttpCode(200)
  @ForCommand('ReceiveGoods')
  receiveGoods(
    @Req() request: ApiRequest,
    @Param('productionOrderId', ParseUUIDPipe) productionOrderId: string,
    @Body() body: ReceiveGoodsRequest,
  ) {
    return this.commands.issue(request, ReceiveGoods, { productionOrderId, ...plain<typeof body>(body) });
  }
}
