import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  acting,
  BeginRoute,
  BusinessDate,
  CommandRoute,
  Fen,
  Id,
  Optional,
  Quantity,
  Reference,
  Text,
  type ApiRequest,
  Uuid,
  Means,
  OneOf,
  TextOrNone,
} from '@engsales/http';
import { externalIds, projectIdOf } from '../domain/ids.js';
import { ORDER_KINDS, type Gates, type OrderKind } from '../domain/production-order/production-order.values.js';
import {
  HandOverToEngineering,
  ReassignMerchandiser,
  ReceiveOrder,
  RescheduleOrder,
} from '../domain/production-order/receiving/receiving.commands.js';
import { ActingRequest } from './acting.requests.js';

/** An order by hand: what the contract's event would have said. */
export class ReceiveOrderRequest {
  @Uuid() contractId!: string;
  @Means('engineering project; minted when absent')
  @Optional()
  @Uuid()
  projectId?: string;
  @Reference() lineId!: string;
  @OneOf(ORDER_KINDS) kind!: OrderKind;
  @Text(64) itemCode!: string;
  @Text(200) name!: string;
  @Quantity() qty!: string;
  @Text(16) uom!: string;
  @Fen() amountFen!: number;
  @BusinessDate() committedDate!: string;
  @Means('staff id; the caller when absent')
  @Optional()
  @Reference()
  merchandiserId?: string;
  @Means('staff id of who has sold it') @Optional() @Reference() salespersonId?: string;
  @Means('the line itself when absent') @Optional() @Reference() packageKey?: string;
  @Means('the line itself when absent') @Optional() @Reference() trackingKey?: string;
}

export class HandOverRequest {
  @Means('where the merchandiser keeps the copy of the order')
  @Optional()
  @TextOrNone(200)
  backupCopyRef?: string;
}

export class ReassignRequest {
  @Reference() merchandiserId!: string;
  @Text(2_000) reason!: string;
}

export class RescheduleRequest extends ActingRequest {
  @BusinessDate() to!: string;
  @Text(2_000) reason!: string;
}

const OPEN_GATES: Gates = { RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'OPEN' } };

@ApiTags('receiving')
@Controller('api/v1/production-orders')
export class FirstOrderController {
  /** By hand, of a contract that lives elsewhere. One order per contract line. */
  @BeginRoute(ReceiveOrder, {}, 'MERCHANDISER')
  receiveOrder(@Req() request: ApiRequest, @Body() body: ReceiveOrderRequest) {
    const { contractId, lineId, kind, itemCode, name, qty, uom, amountFen, committedDate } = body;
    const { packageKey = lineId, trackingKey = lineId } = body;
    const { productionOrderId, packageId, trackingId } = externalIds(contractId, lineId, { packageKey, trackingKey });
    return {
      productionOrderId,
      projectId: body.projectId ?? projectIdOf(contractId),
      contractId,
      lineId,
      kind,
      itemCode,
      name,
      qty,
      uom,
      amountFen,
      committedDate,
      merchandiserId: body.merchandiserId ?? request.actor?.id ?? '',
      salespersonId: body.salespersonId,
      contractOrigin: 'EXTERNAL' as const,
      packageId,
      trackingId,
      contractVersion: 1,
      // its form and its money are kept where its contract lives
      executionFormAccepted: true,
      gates: OPEN_GATES,
    };
  }
}

/** From the merchandiser's hands to engineering; who has it, and for when. */
@ApiTags('receiving')
@Controller('api/v1/production-orders/:productionOrderId')
export class ReceivingController {
  /** Only by the merchandiser whose order it is. */
  @CommandRoute(HandOverToEngineering, 'MERCHANDISER')
  handOverToEngineering(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { backupCopyRef }: HandOverRequest,
  ) {
    return { productionOrderId, backupCopyRef };
  }

  @CommandRoute(ReassignMerchandiser, 'SALES_MANAGER', 'PMC')
  reassignMerchandiser(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { merchandiserId, reason }: ReassignRequest,
  ) {
    return { productionOrderId, merchandiserId, reason };
  }

  @CommandRoute(RescheduleOrder, 'PMC', acting('MERCHANDISER', 'PMC'))
  rescheduleOrder(@Id('productionOrderId') productionOrderId: string, @Body() { to, reason }: RescheduleRequest) {
    return { productionOrderId, to, reason };
  }
}
