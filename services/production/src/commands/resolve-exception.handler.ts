import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandResult } from '@engsales/event-sourcing';
import { ResolveException } from '../domain/order-tracking/order-tracking.commands.js';
import { orderTracking } from '../domain/order-tracking/order-tracking.js';
import { readOrderThen, readTracking } from './order-of-exception.js';

/** Reads what the order of the exception says and passes it in: its plan tells the forecast. */
@CommandHandler(ResolveException)
export class ResolveExceptionHandler implements ICommandHandler<ResolveException, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: ResolveException): Promise<CommandResult> {
    const { store } = this.executor;
    const tracking = await readTracking(store, data.trackingId);
    const exceptions = tracking.state === 'NONE' ? [] : tracking.exceptions;
    const exception = exceptions.find(({ exceptionId }) => exceptionId === data.exceptionId);
    const order = await readOrderThen(store, exception?.productionOrderId);
    return this.executor.execute(orderTracking, new ResolveException({ ...data, order }, issued));
  }
}
