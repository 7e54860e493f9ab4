import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { acting, CommandRoute, Id, Means, StaffId, Text } from '@engsales/http';
import { CancelOrder, ShortCloseOrder } from '../domain/production-order/ending/ending.commands.js';
import { ActingRequest } from './acting.requests.js';

export class EndOrderRequest extends ActingRequest {
  @Means('who wanted it: the customer, or the staff id', 'CUSTOMER') @StaffId() initiator!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

/** The end of an order before all of it is made. */
@ApiTags('ending')
@Controller('api/v1/production-orders/:productionOrderId')
export class EndingController {
  /** Cancels the order · 取消生产订单 */
  @CommandRoute(CancelOrder, 'PMC', acting('MERCHANDISER', 'PMC'))
  cancelOrder(@Id('productionOrderId') productionOrderId: string, @Body() { initiator, reason }: EndOrderRequest) {
    return { productionOrderId, initiator, reason };
  }

  /** Closes the order with less than was ordered · 短结生产订单 */
  @CommandRoute(ShortCloseOrder, 'PMC', acting('MERCHANDISER', 'PMC'))
  shortCloseOrder(@Id('productionOrderId') productionOrderId: string, @Body() { initiator, reason }: EndOrderRequest) {
    return { productionOrderId, initiator, reason };
  }
}
