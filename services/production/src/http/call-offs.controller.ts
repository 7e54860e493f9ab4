import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BusinessDate, CommandRoute, Id, Optional, Quantity, Text, Uuid, OneOf, TextOrNone } from '@engsales/http';
import {
  CorrectCallOff,
  CorrectDeferral,
  DeferDelivery,
  RecordCallOff,
  WithdrawCallOff,
  WithdrawDeferral,
} from '../domain/production-order/shipping/shipping.commands.js';

export class CallOffRequest {
  @Quantity() qty!: string;
  @Optional() @TextOrNone(500) deliverTo?: string;
  @BusinessDate() requiredOn!: string;
}

export class CorrectCallOffRequest extends CallOffRequest {
  @Uuid() callOffId!: string;
  @Text(2_000) reason!: string;
}

export class WithdrawCallOffRequest {
  @Uuid() callOffId!: string;
  @Text(2_000) reason!: string;
}

export class DeferRequest {
  @OneOf(['CUSTOMER']) by!: 'CUSTOMER';
  @BusinessDate() until!: string;
}

export class CorrectDeferralRequest {
  @BusinessDate() until!: string;
  @Text(2_000) reason!: string;
}

export class WithdrawDeferralRequest {
  @Text(2_000) reason!: string;
}

/** What the customer asks for, and how long he lets it wait (要货、延期提货). */
@ApiTags('call-offs')
@Controller('api/v1/production-orders/:productionOrderId')
export class CallOffsController {
  @CommandRoute(RecordCallOff, 'MERCHANDISER')
  recordCallOff(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { qty, deliverTo, requiredOn }: CallOffRequest,
  ) {
    return { productionOrderId, qty, deliverTo, requiredOn };
  }

  @CommandRoute(CorrectCallOff, 'MERCHANDISER')
  correctCallOff(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { callOffId, qty, deliverTo, requiredOn, reason }: CorrectCallOffRequest,
  ) {
    return { productionOrderId, callOffId, qty, deliverTo, requiredOn, reason };
  }

  @CommandRoute(WithdrawCallOff, 'MERCHANDISER')
  withdrawCallOff(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { callOffId, reason }: WithdrawCallOffRequest,
  ) {
    return { productionOrderId, callOffId, reason };
  }

  @CommandRoute(DeferDelivery, 'MERCHANDISER')
  deferDelivery(@Id('productionOrderId') productionOrderId: string, @Body() { by, until }: DeferRequest) {
    return { productionOrderId, by, until };
  }

  @CommandRoute(CorrectDeferral, 'MERCHANDISER')
  correctDeferral(
    @Id('productionOrderId') productionOrderId: string,
    @Body() { until, reason }: CorrectDeferralRequest,
  ) {
    return { productionOrderId, until, reason };
  }

  @CommandRoute(WithdrawDeferral, 'MERCHANDISER')
  withdrawDeferral(@Id('productionOrderId') productionOrderId: string, @Body() { reason }: WithdrawDeferralRequest) {
    return { productionOrderId, reason };
  }
}
