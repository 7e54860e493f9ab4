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
  Text,
  TextOrNone,
  Uuid,
} from '@engsales/http';
import {
  CorrectCallOff,
  CorrectDeferral,
  DeferDelivery,
  RecordCallOff,
  WithdrawCallOff,
  WithdrawDeferral,
} from '../domain/production-order/shipping/shipping.commands.js';

export class CallOffRequest {
  @Means('how many are wanted', '10') @Quantity() qty!: string;
  @Means('address of the site') @Optional() @TextOrNone(500) deliverTo?: string;
  @Means('day on which the customer wants the goods', '2025-06-20') @BusinessDate() requiredOn!: string;
}

export class CorrectCallOffRequest extends CallOffRequest {
  @Means('call-off, as the order shows it') @Uuid() callOffId!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class WithdrawCallOffRequest {
  @Means('call-off, as the order shows it') @Uuid() callOffId!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class DeferRequest {
  @Means('who defers') @OneOf(['CUSTOMER']) by!: 'CUSTOMER';
  @Means('last day of the deferral', '2025-07-31') @BusinessDate() until!: string;
}

export class CorrectDeferralRequest {
  @Means('last day of the deferral', '2025-07-31') @BusinessDate() until!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class WithdrawDeferralRequest {
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

/** What the customer asks for, and how long he lets it wait (要货、延期提货). */
@ApiTags('call-offs')
@Controller('api/v1/production-orders/:productionOrderId')
export class CallOffsController {
  /** Records a call-off by the customer · 登记要货 */
  @CommandRoute(RecordCallOff, 'MERCHANDISER')
  recordCallOff(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { qty, deliverTo, requiredOn }: CallOffRequest,
  ) {
    return { productionOrderId, qty, deliverTo, requiredOn };
  }

  /** Corrects a call-off · 更正要货 */
  @CommandRoute(CorrectCallOff, 'MERCHANDISER')
  correctCallOff(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { callOffId, qty, deliverTo, requiredOn, reason }: CorrectCallOffRequest,
  ) {
    return { productionOrderId, callOffId, qty, deliverTo, requiredOn, reason };
  }

  /** Takes a call-off back · 撤回要货 */
  @CommandRoute(WithdrawCallOff, 'MERCHANDISER')
  withdrawCallOff(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { callOffId, reason }: WithdrawCallOffRequest,
  ) {
    return { productionOrderId, callOffId, reason };
  }

  /** Records that the customer defers the delivery · 登记客户延期提货 */
  @CommandRoute(DeferDelivery, 'MERCHANDISER')
  deferDelivery(@Id('productionOrderId') productionOrderId: string, @Body() { by, until }: DeferRequest) {
    return { productionOrderId, by, until };
  }

  /** Corrects a deferral · 更正延期 */
  @CommandRoute(CorrectDeferral, 'MERCHANDISER')
  correctDeferral(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { until, reason }: CorrectDeferralRequest,
  ) {
    return { productionOrderId, until, reason };
  }

  /** Takes a deferral back · 撤回延期 */
  @CommandRoute(WithdrawDeferral, 'MERCHANDISER')
  withdrawDeferral(@Id('productionOrderId') productionOrderId: string, @Body() { reason }: WithdrawDeferralRequest) {
    return { productionOrderId, reason };
  }
}
