import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id, Means, Nested, OneOf, Optional, Reference, Text, Uuid } from '@engsales/http';
import { LiftStopWork, OrderStopWork } from '../domain/production-order/holds/holds.commands.js';
import { STOP_SCOPES, type StopScope } from '../domain/production-order/production-order.values.js';

export class ViolatedArtefactRequest {
  @Means('kind of document') @Reference() type!: string;
  @Means('revision') @Optional() @Text(32) rev?: string;
}

export class StopWorkRequest {
  @Means('what stands still') @OneOf(STOP_SCOPES) scope!: StopScope;
  @Means('step that stands still; with scope STEP') @Optional() @Reference() stepId?: string;
  @Nested(() => ViolatedArtefactRequest) violatedArtefact!: ViolatedArtefactRequest;
}

export class LiftStopRequest {
  @Means('stop, as the package shows it') @Uuid() stopId!: string;
  @Means('what was put right', '图纸已换为 B 版') @Text(2_000) correction!: string;
}

/** What engineering stops and lets go on (停止作业). */
@ApiTags('holds')
@Controller('api/v1/production-orders/:productionOrderId')
export class HoldsController {
  /** Stops the work on an order · 下达停工 */
  @CommandRoute(OrderStopWork, 'ENGINEERING')
  orderStopWork(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { scope, stepId, violatedArtefact }: StopWorkRequest,
  ) {
    const { type, rev } = violatedArtefact;
    return { productionOrderId, scope, stepId, violatedArtefact: { type, rev } };
  }

  /** Lifts a stop · 解除停工 */
  @CommandRoute(LiftStopWork, 'ENGINEERING')
  liftStopWork(@Id('productionOrderId') productionOrderId: string, @Body() { stopId, correction }: LiftStopRequest) {
    return { productionOrderId, stopId, correction };
  }
}
