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
import { RESULTS, type Result } from '../domain/production-order/production-order.values.js';
import {
  CompleteStep,
  CorrectGoodsIn,
  CorrectProgress,
  CorrectStepStart,
  ReceiveGoods,
  ReopenStep,
  ReportProgress,
  ReverseGoodsIn,
  StartStep,
  SuperviseStep,
} from '../domain/production-order/shop-floor/shop-floor.commands.js';
import { SerialNos } from './serial-nos.js';

export class StepRefRequest {
  @Means('step of the plan', 'S1') @Reference() stepId!: string;
}

export class ReportProgressRequest extends StepRefRequest {
  @Means('since the last report') @QuantityOrNone() goodQty!: string;
  @QuantityOrNone() scrapQty: string = '0';
  @BusinessDate() doneOn!: string;
  @Means('as many as good units') @SerialNos() serialNos?: string[];
}

export class CorrectProgressRequest extends StepRefRequest {
  @Means('in all') @QuantityOrNone() goodQty!: string;
  @QuantityOrNone() scrapQty!: string;
  @Means('of all good units; as they were told when absent')
  @SerialNos()
  serialNos?: string[];
  @Text(2_000) reason!: string;
}

export class StartStepRequest extends StepRefRequest {
  @Means('today when absent') @Optional() @BusinessDate() on?: string;
}

export class CompleteStepRequest extends StepRefRequest {
  @Means('needed where less than what is to be made is good')
  @Optional()
  @Text(2_000)
  reason?: string;
}

export class CorrectStepStartRequest extends StepRefRequest {
  @BusinessDate() on!: string;
  @Text(2_000) reason!: string;
}

export class ReopenStepRequest extends StepRefRequest {
  @Text(2_000) reason!: string;
}

export class SuperviseStepRequest extends StepRefRequest {
  @Text(64) level!: string;
  @OneOf(RESULTS) result!: Result;
  @Optional() @Text(2_000) note?: string;
}

export class ReceiveGoodsRequest {
  @Quantity() qty!: string;
  @Text(200) docRef!: string;
  @Reference() supplierPartyId!: string;
}

export class CorrectGoodsInRequest {
  @Uuid() goodsInId!: string;
  @Means('by this note in all') @Quantity() qty!: string;
  @Text(2_000) reason!: string;
}

export class ReverseGoodsInRequest {
  @Uuid() goodsInId!: string;
  @Text(2_000) reason!: string;
}

/** What the workshop does: steps, progress, goods-in. */
@ApiTags('shop floor')
@Controller('api/v1/production-orders/:productionOrderId')
export class ShopFloorController {
  @CommandRoute(StartStep, 'STEP_OWNER', 'WORKSHOP_DIRECTOR')
  startStep(@Id('productionOrderId') productionOrderId: string, @Body() { stepId, on }: StartStepRequest) {
    return { productionOrderId, stepId, on };
  }

  @CommandRoute(ReportProgress, 'STEP_OWNER', 'WORKSHOP_DIRECTOR')
  reportProgress(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { stepId, goodQty, scrapQty, doneOn, serialNos }: ReportProgressRequest,
  ) {
    return { productionOrderId, stepId, goodQty, scrapQty, doneOn, serialNos };
  }

  @CommandRoute(CorrectProgress, 'WORKSHOP_DIRECTOR')
  correctProgress(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { stepId, goodQty, scrapQty, serialNos, reason }: CorrectProgressRequest,
  ) {
    return { productionOrderId, stepId, goodQty, scrapQty, serialNos, reason };
  }

  @CommandRoute(CompleteStep, 'STEP_OWNER', 'WORKSHOP_DIRECTOR')
  completeStep(@Id('productionOrderId') productionOrderId: string, @Body() { stepId, reason }: CompleteStepRequest) {
    return { productionOrderId, stepId, reason };
  }

  @CommandRoute(CorrectStepStart, 'WORKSHOP_DIRECTOR')
  correctStepStart(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { stepId, on, reason }: CorrectStepStartRequest,
  ) {
    return { productionOrderId, stepId, on, reason };
  }

  @CommandRoute(ReopenStep, 'WORKSHOP_DIRECTOR')
  reopenStep(@Id('productionOrderId') productionOrderId: string, @Body() { stepId, reason }: ReopenStepRequest) {
    return { productionOrderId, stepId, reason };
  }

  @CommandRoute(SuperviseStep, 'WORKSHOP_DIRECTOR')
  superviseStep(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { stepId, level, result, note }: SuperviseStepRequest,
  ) {
    return { productionOrderId, stepId, level, result, note };
  }

  @CommandRoute(ReceiveGoods, 'WAREHOUSE')
  receiveGoods(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { qty, docRef, supplierPartyId }: ReceiveGoodsRequest,
  ) {
    return { productionOrderId, qty, docRef, supplierPartyId };
  }

  @CommandRoute(CorrectGoodsIn, 'WAREHOUSE')
  correctGoodsIn(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { goodsInId, qty, reason }: CorrectGoodsInRequest,
  ) {
    return { productionOrderId, goodsInId, qty, reason };
  }

  @CommandRoute(ReverseGoodsIn, 'WAREHOUSE')
  reverseGoodsIn(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { goodsInId, reason }: ReverseGoodsInRequest,
  ) {
    return { productionOrderId, goodsInId, reason };
  }
}
