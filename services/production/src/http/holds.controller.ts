import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id, Nested, Optional, Reference, Text, Uuid, OneOf } from '@engsales/http';
import { LiftStopWork, OrderStopWork } from '../domain/production-order/holds/holds.commands.js';
import { STOP_SCOPES, type StopScope } from '../domain/production-order/production-order.values.js';

export class ViolatedArtefactRequest {
  @Reference() type!: string;
  @Optional() @Text(32) rev?: string;
}

export class StopWorkRequest {
  @OneOf(STOP_SCOPES) scope!: StopScope;
  @Optional() @Reference() stepId?: string;
  @Nested(() => ViolatedArtefactRequest) violatedArtefact!: ViolatedArtefactRequest;
}

export class LiftStopRequest {
  @Uuid() stopId!: string;
  @Text(2_000) correction!: string;
}

/** What engineering stops and lets go on (停止作业). */
@ApiTags('holds')
@Controller('api/v1/production-orders/:productionOrderId')
export class HoldsController {
  @CommandRoute(OrderStopWork, 'ENGINEERING')
  orderStopWork(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { scope, stepId, violatedArtefact }: StopWorkRequest,
  ) {
    const { type, rev } = violatedArtefact;
    return { productionOrderId, scope, stepId, violatedArtefact: { type, rev } };
  }

  @CommandRoute(LiftStopWork, 'ENGINEERING')
  liftStopWork(@Id('productionOrderId') productionOrderId: string, @Body() { stopId, correction }: LiftStopRequest) {
    return { productionOrderId, stopId, correction };
  }
}
