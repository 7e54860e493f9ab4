import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  acting,
  BusinessDate,
  CommandRoute,
  Id,
  Means,
  NestedList,
  Optional,
  Reference,
  Text,
  Whole,
  StaffId,
} from '@engsales/http';
import { AcceptBom, PlanOrder, ReleaseOrder } from '../domain/production-order/planning/planning.commands.js';
import { ActingRequest } from './acting.requests.js';

export class StepRequest {
  @Means('place in the order of steps', 1) @Whole(1, 999) seq!: number;
  @Means('name of the step (工序)', '总装') @Text(100) name!: string;
  @Means('staff id; a plan without it is refused')
  @Optional()
  @StaffId()
  ownerId?: string;
  @Means('first planned day', '2025-05-06') @BusinessDate() plannedStart!: string;
  @Means('last planned day', '2025-05-20') @BusinessDate() plannedEnd!: string;
  @Means('revision of the drawing') @Optional() @Text(32) drawingRev?: string;
}

export class PlanOrderRequest {
  @Means('steps in their order') @NestedList(() => StepRequest, 200, 1) steps!: StepRequest[];
}

export class ReleaseOrderRequest extends ActingRequest {
  @Means('number of the production instruction') @Reference() instructionNo!: string;
}

/** BOM, steps and release. */
@ApiTags('planning')
@Controller('api/v1/production-orders/:productionOrderId')
export class PlanningController {
  /** Accepts the bill of material · 接收 BOM */
  @CommandRoute(AcceptBom, 'PMC', acting('MERCHANDISER', 'PMC'))
  acceptBom(@Id('productionOrderId') productionOrderId: string, @Body() { actingFor }: ActingRequest) {
    return { productionOrderId, actingFor };
  }

  /** Plans the steps of an order · 排产 */
  @CommandRoute(PlanOrder, 'WORKSHOP_DIRECTOR')
  planOrder(@Id('productionOrderId') productionOrderId: string, @Body() body: PlanOrderRequest) {
    const steps = body.steps.map(({ seq, name, ownerId, plannedStart, plannedEnd, drawingRev }) => ({
      seq,
      name,
      ownerId,
      plannedStart,
      plannedEnd,
      drawingRev,
    }));
    return { productionOrderId, steps };
  }

  /** Releases the order to the workshop · 下达生产 */
  @CommandRoute(ReleaseOrder, 'PMC', acting('MERCHANDISER', 'PMC'))
  releaseOrder(@Id('productionOrderId') productionOrderId: string, @Body() { instructionNo }: ReleaseOrderRequest) {
    return { productionOrderId, instructionNo };
  }
}
