import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  acting,
  BusinessDate,
  CommandRoute,
  Id,
  NestedList,
  Optional,
  Reference,
  Text,
  Means,
  Whole,
} from '@engsales/http';
import { AcceptBom, PlanOrder, ReleaseOrder } from '../domain/production-order/planning/planning.commands.js';
import { ActingRequest } from './acting.requests.js';

export class StepRequest {
  @Whole(1, 999) seq!: number;
  @Text(100) name!: string;
  @Means('staff id; a plan without it is refused')
  @Optional()
  @Reference()
  ownerId?: string;
  @BusinessDate() plannedStart!: string;
  @BusinessDate() plannedEnd!: string;
  @Optional() @Text(32) drawingRev?: string;
}

export class PlanOrderRequest {
  @NestedList(() => StepRequest, 200, 1) steps!: StepRequest[];
}

export class ReleaseOrderRequest extends ActingRequest {
  @Reference() instructionNo!: string;
}

/** BOM, steps and release. */
@ApiTags('planning')
@Controller('api/v1/production-orders/:productionOrderId')
export class PlanningController {
  @CommandRoute(AcceptBom, 'PMC', acting('MERCHANDISER', 'PMC'))
  acceptBom(@Id('productionOrderId') productionOrderId: string, @Body() { actingFor }: ActingRequest) {
    return { productionOrderId, actingFor };
  }

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

  @CommandRoute(ReleaseOrder, 'PMC', acting('MERCHANDISER', 'PMC'))
  releaseOrder(@Id('productionOrderId') productionOrderId: string, @Body() { instructionNo }: ReleaseOrderRequest) {
    return { productionOrderId, instructionNo };
  }
}
