import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  acting,
  type ApiRequest,
  BeginRoute,
  BusinessDate,
  CommandRoute,
  Fen,
  Id,
  Means,
  OneOf,
  Optional,
  Quantity,
  Reference,
  Text,
  TextOrNone,
  Uuid,
  StaffId,
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
  @Means('contract that it is about') @Uuid() contractId!: string;
  @Means('engineering project; minted when absent')
  @Optional()
  @Uuid()
  projectId?: string;
  @Means('line of the contract', 'L1') @Reference() lineId!: string;
  @Means('made or bought in') @OneOf(ORDER_KINDS) kind!: OrderKind;
  @Means('code of the item', 'PUMP-200') @Text(64) itemCode!: string;
  @Means('name', '离心泵') @Text(200) name!: string;
  @Means('how many or how much', '24') @Quantity() qty!: string;
  @Means('unit of measure', '台') @Text(16) uom!: string;
  @Means('amount with VAT') @Fen() amountFen!: number;
  @Means('day that was promised to the customer', '2025-06-30') @BusinessDate() committedDate!: string;
  @Means('staff id; the caller when absent')
  @Optional()
  @StaffId()
  merchandiserId?: string;
  @Means('staff id of who has sold it') @Optional() @StaffId() salespersonId?: string;
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
  @Means('staff id of the merchandiser (跟单员)', 'E1001') @StaffId() merchandiserId!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class RescheduleRequest extends ActingRequest {
  @Means('the new committed date', '2025-07-15') @BusinessDate() to!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

const OPEN_GATES: Gates = { RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'OPEN' } };

@ApiTags('receiving')
@Controller('api/v1/production-orders')
export class FirstOrderController {
  /**
   * Takes an order in by hand · 手工接收生产订单
   * Of a contract that lives elsewhere; one order per line.
   */
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
  /**
   * Hands the order over to engineering · 转交工程部
   * Only by the merchandiser whose order it is.
   */
  @CommandRoute(HandOverToEngineering, 'MERCHANDISER')
  handOverToEngineering(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { backupCopyRef }: HandOverRequest,
  ) {
    return { productionOrderId, backupCopyRef };
  }

  /** Gives the order to another merchandiser · 更换跟单员 */
  @CommandRoute(ReassignMerchandiser, 'SALES_MANAGER', 'PMC')
  reassignMerchandiser(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { merchandiserId, reason }: ReassignRequest,
  ) {
    return { productionOrderId, merchandiserId, reason };
  }

  /** Moves the committed date · 调整交期 */
  @CommandRoute(RescheduleOrder, 'PMC', acting('MERCHANDISER', 'PMC'))
  rescheduleOrder(@Id('productionOrderId') productionOrderId: string, @Body() { to, reason }: RescheduleRequest) {
    return { productionOrderId, to, reason };
  }
}
