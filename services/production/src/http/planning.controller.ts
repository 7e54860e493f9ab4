import { Body, Controller } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { acting, BusinessDate, CommandRoute, Id, NestedList, Optional, Reference, Text } from '@engsales/http';
import { ArrayMinSize, IsInt, Max, Min } from 'class-validator';
import { AcceptBom, PlanOrder, ReleaseOrder } from '../domain/production-order/planning/planning.commands.js';
import { ActingRequest } from './acting.requests.js';

export class StepRequest {
  @IsInt() @Min(1) @Max(999) seq!: number;
  @Text(100) name!: string;
  @ApiPropertyOptional({ description: 'staff id; a plan without it is refused' })
  @Optional()
  @Reference()
  ownerId?: string;
  @BusinessDate() plannedStart!: string;
  @BusinessDate() plannedEnd!: string;
  @Optional() @Text(32) drawingRev?: string;
}

export class PlanOrderRequest {
  @NestedList(() => StepRequest, 200) @ArrayMinSize(1) steps!: StepRequest[];
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
