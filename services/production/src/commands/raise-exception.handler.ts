import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandResult } from '@engsales/event-sourcing';
import { RaiseException } from '../domain/order-tracking/order-tracking.commands.js';
import { orderTracking } from '../domain/order-tracking/order-tracking.js';
import { orderMeant } from '../domain/order-tracking/tracked-orders.js';
import { readOrderThen, readTracking } from './order-of-exception.js';

/** Reads what the order of the exception says and passes it in: its plan tells the forecast and the number of the step. */
@CommandHandler(RaiseException)
export class RaiseExceptionHandler implements ICommandHandler<RaiseException, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: RaiseException): Promise<CommandResult> {
    const { store } = this.executor;
    const tracking = await readTracking(store, data.trackingId);
    const meant = tracking.state === 'NONE' ? undefined : orderMeant(tracking, data.productionOrderId);
    const order = await readOrderThen(store, meant);
    return this.executor.execute(orderTracking, new RaiseException({ ...data, order }, issued));
  }
}
