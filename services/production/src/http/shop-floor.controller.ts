import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  Id,
  Means,
  OneOf,
  Optional,
  Quantity,
  QuantityOrNone,
  Reference,
  Text,
  Uuid,
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
  @Means('scrapped since the last report') @QuantityOrNone() scrapQty: string = '0';
  @Means('day on which it was made', '2025-04-10') @BusinessDate() doneOn!: string;
  @Means('as many as good units') @SerialNos() serialNos?: string[];
}

export class CorrectProgressRequest extends StepRefRequest {
  @Means('in all') @QuantityOrNone() goodQty!: string;
  @Means('scrapped, in all', '0') @QuantityOrNone() scrapQty!: string;
  @Means('of all good units; as they were told when absent')
  @SerialNos()
  serialNos?: string[];
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
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
  @Means('the true day', '2025-05-06') @BusinessDate() on!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class ReopenStepRequest extends StepRefRequest {
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class SuperviseStepRequest extends StepRefRequest {
  @Means('level of supervision', 'SELF') @Text(64) level!: string;
  @Means('whether it passed', 'PASSED') @OneOf(RESULTS) result!: Result;
  @Means('what was noticed') @Optional() @Text(2_000) note?: string;
}

export class ReceiveGoodsRequest {
  @Means('how many or how much', '24') @Quantity() qty!: string;
  @Means('number of the goods-in note; one for a supplier', 'RK-2025-0301') @Text(200) docRef!: string;
  @Means('supplier in the register of parties', 'SUP-001') @Reference() supplierPartyId!: string;
}

export class CorrectGoodsInRequest {
  @Means('goods-in note, as the order shows it') @Uuid() goodsInId!: string;
  @Means('by this note in all') @Quantity() qty!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class ReverseGoodsInRequest {
  @Means('goods-in note, as the order shows it') @Uuid() goodsInId!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

/** What the workshop does: steps, progress, goods-in. */
@ApiTags('shop floor')
@Controller('api/v1/production-orders/:productionOrderId')
export class ShopFloorController {
  /** Starts a step · 工序开工 */
  @CommandRoute(StartStep, 'STEP_OWNER', 'WORKSHOP_DIRECTOR')
  startStep(@Id('productionOrderId') productionOrderId: string, @Body() { stepId, on }: StartStepRequest) {
    return { productionOrderId, stepId, on };
  }

  /** Reports what was made · 报工 */
  @CommandRoute(ReportProgress, 'STEP_OWNER', 'WORKSHOP_DIRECTOR')
  reportProgress(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { stepId, goodQty, scrapQty, doneOn, serialNos }: ReportProgressRequest,
  ) {
    return { productionOrderId, stepId, goodQty, scrapQty, doneOn, serialNos };
  }

  /** Corrects what was reported · 更正报工 */
  @CommandRoute(CorrectProgress, 'WORKSHOP_DIRECTOR')
  correctProgress(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { stepId, goodQty, scrapQty, serialNos, reason }: CorrectProgressRequest,
  ) {
    return { productionOrderId, stepId, goodQty, scrapQty, serialNos, reason };
  }

  /** Completes a step · 工序完工 */
  @CommandRoute(CompleteStep, 'STEP_OWNER', 'WORKSHOP_DIRECTOR')
  completeStep(@Id('productionOrderId') productionOrderId: string, @Body() { stepId, reason }: CompleteStepRequest) {
    return { productionOrderId, stepId, reason };
  }

  /** Corrects the day of a start · 更正开工日期 */
  @CommandRoute(CorrectStepStart, 'WORKSHOP_DIRECTOR')
  correctStepStart(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { stepId, on, reason }: CorrectStepStartRequest,
  ) {
    return { productionOrderId, stepId, on, reason };
  }

  /** Opens a completed step again · 重新打开工序 */
  @CommandRoute(ReopenStep, 'WORKSHOP_DIRECTOR')
  reopenStep(@Id('productionOrderId') productionOrderId: string, @Body() { stepId, reason }: ReopenStepRequest) {
    return { productionOrderId, stepId, reason };
  }

  /** Records a supervision of a step · 工序巡检 */
  @CommandRoute(SuperviseStep, 'WORKSHOP_DIRECTOR')
  superviseStep(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { stepId, level, result, note }: SuperviseStepRequest,
  ) {
    return { productionOrderId, stepId, level, result, note };
  }

  /** Receives goods from a supplier · 采购入库 */
  @CommandRoute(ReceiveGoods, 'WAREHOUSE')
  receiveGoods(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { qty, docRef, supplierPartyId }: ReceiveGoodsRequest,
  ) {
    return { productionOrderId, qty, docRef, supplierPartyId };
  }

  /** Corrects a receipt of goods · 更正入库 */
  @CommandRoute(CorrectGoodsIn, 'WAREHOUSE')
  correctGoodsIn(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { goodsInId, qty, reason }: CorrectGoodsInRequest,
  ) {
    return { productionOrderId, goodsInId, qty, reason };
  }

  /** Reverses a receipt of goods · 冲销入库 */
  @CommandRoute(ReverseGoodsIn, 'WAREHOUSE')
  reverseGoodsIn(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { goodsInId, reason }: ReverseGoodsInRequest,
  ) {
    return { productionOrderId, goodsInId, reason };
  }
}
